import type { ConnectorRecord } from '../../model/connect';
import { CLUSTER_LABEL, clusterOf } from './cluster-label';
import { codec, defined, type Codec, type Marks } from './codec';
import {
  CONNECTOR_SHAPE,
  OFFSETS,
  offsetsOf,
  plainConnector,
  readConnector,
  writeConnector,
  type StateForm,
} from './connector-parts';
import type { Shape } from './shape';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = { spec: { class: 'text', ...CONNECTOR_SHAPE } } as const satisfies Shape;

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
    write: (connector) => ({ spec: defined({ class: connector.class, ...writeConnector(connector, form) }) }),
    read: ({ spec = {} }, given) =>
      defined({
        connect: clusterOf(given),
        class: spec.class,
        ...readConnector(spec, form),
        offsets: offsetsOf(given),
      }),
    plain: ({ spec, ...object }) => ({
      ...object,
      ...defined({ spec: form === 'pause' || !spec ? spec : plainConnector(spec) }),
    }),
  });
}

function marks({ connect, offsets }: Pick<ConnectorRecord, 'connect' | 'offsets'>): Marks {
  return {
    ...(connect !== '' && { labels: { [CLUSTER_LABEL]: connect } }),
    ...(offsets && { annotations: { [OFFSETS]: offsets } }),
  };
}
