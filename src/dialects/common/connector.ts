import type { ConnectorRecord } from '../../model/connect';
import type { ConnectorState } from '../../model/mirror-maker-2';
import { CLUSTER_LABEL, clusterOf } from './cluster-label';
import { codec, defined, sorted, type Codec, type Marks } from './codec';
import type { Shape } from './shape';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = {
  spec: {
    class: 'text',
    tasksMax: 'number',
    config: { '*': 'scalar' },
    pause: 'flag',
    state: 'text',
    autoRestart: { enabled: 'flag', maxRestarts: 'number' },
    version: 'text',
    listOffsets: { toConfigMap: { name: 'text' } },
    alterOffsets: { fromConfigMap: { name: 'text' } },
  },
} as const satisfies Shape;

/** How an API version says that a connector waits. */
export type StateForm = 'state' | 'pause';

const OFFSETS = 'strimzi.io/connector-offsets';
const OFFSET_ACTIONS: readonly string[] = ['list', 'alter', 'reset'] satisfies NonNullable<
  ConnectorRecord['offsets']
>[];

/** KafkaConnector. */
export function connectorCodec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
  form: StateForm,
): Codec<ConnectorRecord> {
  return codec<ConnectorRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaConnector',
    shape: SHAPE,
    marks,
    write: (connector) => ({
      spec: defined({
        class: connector.class,
        tasksMax: connector.tasksMax,
        autoRestart: connector.autoRestart && restarts(connector.autoRestart),
        version: connector.version,
        ...writeState(connector.state, form),
        config: sorted(connector.config),
        listOffsets: connector.listOffsetsTo === undefined ? undefined : mapTo(connector.listOffsetsTo),
        alterOffsets:
          connector.alterOffsetsFrom === undefined
            ? undefined
            : { fromConfigMap: { name: connector.alterOffsetsFrom } },
      }),
    }),
    read: ({ spec = {} }, given) =>
      defined({
        connect: clusterOf(given),
        class: spec.class,
        tasksMax: spec.tasksMax,
        autoRestart: spec.autoRestart && restarts(spec.autoRestart),
        version: spec.version,
        state: form === 'state' ? (spec.state as ConnectorState | undefined) : stateOf(spec.pause),
        config: sorted(spec.config),
        listOffsetsTo: spec.listOffsets?.toConfigMap?.name,
        alterOffsetsFrom: spec.alterOffsets?.fromConfigMap?.name,
        offsets: offsetsOf(given),
      }),
    plain: ({ spec, ...object }) => {
      if (form === 'pause' || spec?.pause === undefined || spec.state !== undefined)
        return { ...object, ...defined({ spec }) };
      const { pause, ...others } = spec;
      return { ...object, spec: { ...others, ...defined({ state: stateOf(pause) }) } };
    },
  });
}

function marks({ connect, offsets }: Pick<ConnectorRecord, 'connect' | 'offsets'>): Marks {
  return {
    ...(connect !== '' && { labels: { [CLUSTER_LABEL]: connect } }),
    ...(offsets && { annotations: { [OFFSETS]: offsets } }),
  };
}

function offsetsOf({ annotations }: Required<Marks>): ConnectorRecord['offsets'] {
  const action = annotations[OFFSETS];
  return action !== undefined && OFFSET_ACTIONS.includes(action) ? (action as ConnectorRecord['offsets']) : undefined;
}

type Restarts = NonNullable<ConnectorRecord['autoRestart']>;

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

function mapTo(name: string): { readonly toConfigMap: { readonly name: string } } {
  return { toConfigMap: { name } };
}
