import type { ConnectorOptions, ConnectorState, OffsetsAction } from '../../model/connector';
import { defined, sorted, type Marks } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take for what all connectors say, those of mirrors too. */
export const CONNECTOR_SHAPE = {
  tasksMax: 'number',
  config: { '*': 'scalar' },
  pause: 'flag',
  state: 'text',
  autoRestart: { enabled: 'flag', maxRestarts: 'number' },
  version: 'text',
  listOffsets: { toConfigMap: { name: 'text' } },
  alterOffsets: { fromConfigMap: { name: 'text' } },
} as const satisfies Shape;

/** What all connectors say. */
export type WireConnector = Fitting<typeof CONNECTOR_SHAPE>;

/** Words of connectors that the first APIs lack. */
export type LateConnectorWords = 'version' | 'state' | 'autoRestart' | 'listOffsets' | 'alterOffsets';

/** How an API version says that a connector waits. */
export type StateForm = 'state' | 'pause';

/** The annotation that asks for something to be done with offsets. */
export const OFFSETS = 'strimzi.io/connector-offsets';
const OFFSET_ACTIONS: readonly string[] = ['list', 'alter', 'reset'] satisfies OffsetsAction[];

/** What annotations ask to be done with offsets. */
export function offsetsOf({ annotations }: Required<Marks>): OffsetsAction | undefined {
  const action = annotations[OFFSETS];
  return action !== undefined && OFFSET_ACTIONS.includes(action) ? (action as OffsetsAction) : undefined;
}

/** Spells what all connectors say. */
export function writeConnector(connector: ConnectorOptions, form: StateForm): WireConnector {
  const { tasksMax, autoRestart, version, state, config, listOffsetsTo, alterOffsetsFrom } = connector;
  return defined({
    tasksMax,
    autoRestart: autoRestart && restarts(autoRestart),
    version,
    ...writeState(state, form),
    config: sorted(config),
    listOffsets: listOffsetsTo === undefined ? undefined : { toConfigMap: { name: listOffsetsTo } },
    alterOffsets: alterOffsetsFrom === undefined ? undefined : { fromConfigMap: { name: alterOffsetsFrom } },
  });
}

/** Reads what all connectors say. */
export function readConnector(wire: WireConnector, form: StateForm): ConnectorOptions {
  return defined({
    tasksMax: wire.tasksMax,
    autoRestart: wire.autoRestart && restarts(wire.autoRestart),
    version: wire.version,
    state: form === 'state' ? (wire.state as ConnectorState | undefined) : stateOf(wire.pause),
    config: sorted(wire.config),
    listOffsetsTo: wire.listOffsets?.toConfigMap?.name,
    alterOffsetsFrom: wire.alterOffsets?.fromConfigMap?.name,
  });
}

/** A connector in today's words: a state, not a pause. */
export function plainConnector<T extends WireConnector>(connector: T): T {
  const { pause, ...others } = connector;
  if (pause === undefined || connector.state !== undefined) return connector;
  return { ...others, state: stateOf(pause) } as unknown as T;
}

type Restarts = NonNullable<ConnectorOptions['autoRestart']>;

function restarts({ enabled, maxRestarts }: Restarts): Restarts {
  return defined({ enabled, maxRestarts });
}

function writeState(state: ConnectorState | undefined, form: StateForm): { state?: ConnectorState; pause?: boolean } {
  if (state === undefined) return {};
  return form === 'state' ? { state } : { pause: state !== 'running' };
}

function stateOf(pause: boolean | undefined): ConnectorState | undefined {
  return pause === undefined ? undefined : pause ? 'paused' : 'running';
}
