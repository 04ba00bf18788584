import type { IConstruct } from 'constructs';
import { fieldPath } from '../model/field';
import type { OwnConfig } from '../model/resource';
import type { MirrorSource } from '../wiring/mirror';
import type { MirrorFlowProps } from './mirror-props';
import type { AskedSource } from './mirror-sources';
import { plainSettings } from './settings';

/** Props with settings of connectors. */
type ConnectorProp = 'sourceConnectorConfig' | 'checkpointConnectorConfig';

/** Gives the connectors of each source their settings. What is wrong with those of all sources is told once. */
export function connectorSettings(
  mirror: IConstruct,
  shared: Pick<MirrorFlowProps, ConnectorProp>,
): (source: AskedSource) => Pick<MirrorSource, ConnectorProp> {
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
    sourceConnectorConfig: settingsOf(source, 'sourceConnectorConfig'),
    checkpointConnectorConfig: settingsOf(source, 'checkpointConnectorConfig'),
  });
}
