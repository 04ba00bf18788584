import { defined } from '../dialects/common/codec';
import type { ConnectorRestarts, ConnectorState } from '../model/connector';
import type { AskedConnector } from '../wiring/mirror';

/** What a connector of a Kafka Connect or of a mirror is told besides its settings. */
export interface ConnectorProps {
  /**
   * Version of the plugin, where several are there.
   * @default - the newest
   */
  readonly pluginVersion?: string;
  /**
   * ConfigMap that offsets are written to by `offsets: 'list'`.
   * @default - none
   */
  readonly listOffsetsTo?: string;
  /**
   * ConfigMap that offsets are taken from by `offsets: 'alter'`.
   * @default - none
   */
  readonly alterOffsetsFrom?: string;
  /**
   * What the operator does with the offsets, once: it takes the annotation away afterwards. They are altered and reset
   * while the connector is stopped.
   * @default - nothing
   */
  readonly offsets?: 'list' | 'alter' | 'reset';
}

/** One connector of a MirrorMaker 2, where it is told something else than the others. */
export interface MirrorConnectorProps extends ConnectorProps {
  /**
   * The most tasks at a time, 1 at least.
   * @default - `tasksMax` of the mirror or of the source
   */
  readonly tasksMax?: number;
  /**
   * Whether it runs, waits, or is off with its tasks ended.
   * @default - `state` of the mirror or of the source
   */
  readonly state?: ConnectorState;
  /**
   * Whether and how often it is restarted when it fails.
   * @default - `autoRestart` of the mirror or of the source
   */
  readonly autoRestart?: ConnectorRestarts;
}

/** What props tell a connector, for a record. */
export function askedConnector({
  tasksMax,
  state,
  autoRestart,
  pluginVersion: version,
  listOffsetsTo,
  alterOffsetsFrom,
  offsets,
}: MirrorConnectorProps): AskedConnector {
  return defined({ tasksMax, state, autoRestart, version, listOffsetsTo, alterOffsetsFrom, offsets });
}
