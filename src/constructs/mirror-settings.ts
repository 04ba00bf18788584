import type { IConstruct } from 'constructs';
import { fieldPath } from '../model/field';
import type { OwnConfig } from '../model/resource';
import type { MirrorSource } from '../wiring/mirror';
import type { MirrorFlowProps } from './mirror-props';
import { askedConnector } from './connector-props';
import type { AskedSource } from './mirror-sources';
import { plainSettings } from './settings';

/** Props with settings of connectors. */
type ConnectorProp = 'sourceConnectorConfig' | 'checkpointConnectorConfig';

/** What is asked of the connectors of a source. */
type Asked = Pick<
  MirrorSource,
  ConnectorProp | 'tasksMax' | 'state' | 'autoRestart' | 'sourceConnector' | 'checkpointConnector'
>;

/**
 * Gives the connectors of each source their settings, and what else they are told. What is wrong with settings of all
 * sources is told once.
 */
export function connectorSettings(
  mirror: IConstruct,
  shared: Pick<MirrorFlowProps, ConnectorProp>,
): (source: AskedSource) => Asked {
  const known = new Map<object, OwnConfig | undefined>();
  const settingsOf = (source: AskedSource, prop: ConnectorProp): OwnConfig | undefined => {
    const given = source[prop];
    if (given === undefined || known.has(given)) return given && known.get(given);
    const path = given === shared[prop] ? [prop] : [...fieldPath(source.at), prop];
    const plain = plainSettings(mirror, path, given);
    known.set(given, plain);
    return plain;
  };
  return (source) => ({
    tasksMax: source.tasksMax,
    state: source.state,
    autoRestart: source.autoRestart,
    sourceConnector: source.sourceConnector && askedConnector(source.sourceConnector),
    checkpointConnector: source.checkpointConnector && askedConnector(source.checkpointConnector),
    sourceConnectorConfig: settingsOf(source, 'sourceConnectorConfig'),
    checkpointConnectorConfig: settingsOf(source, 'checkpointConnectorConfig'),
  });
}
