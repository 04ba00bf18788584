import type { MirrorMaker2Record, MirrorTarget } from '../../model/mirror-maker-2';
import { codec, defined, type Limit } from '../common/codec';
import {
  plainFlow,
  readCluster,
  readFlow,
  readWorkers,
  WORKER_NAMES,
  workerNameLimits,
  writeCluster,
  writeFlow,
  writeWorkers,
  type FlowForm,
  type WireFlow,
  type WireMirrorCluster,
  type WireWorkers,
  type WorkerName,
} from '../common/mirror-maker-2-parts';
import { withPlainResources } from '../common/pods';
import { envLimits, tracingLimits } from '../common/tracing';
import { API_VERSION } from './api';

interface WireMirrorMaker2 {
  spec?: WireWorkers & { target?: WireTarget; mirrors?: (WireFlow & { source?: WireMirrorCluster })[] };
}

type WireTarget = WireMirrorCluster & Partial<Record<WorkerName, string>>;

const FORM: FlowForm = { exclude: 'ExcludePattern', state: 'state' };

/** What operators called these things until 0.45 where nobody named them. Mirrors that share them disturb each other. */
const FORMER_NAMES: Readonly<Record<WorkerName, string>> = {
  groupId: 'mirrormaker2-cluster',
  configStorageTopic: 'mirrormaker2-cluster-configs',
  offsetStorageTopic: 'mirrormaker2-cluster-offsets',
  statusStorageTopic: 'mirrormaker2-cluster-status',
};
const NAMES = Object.keys(WORKER_NAMES) as WorkerName[];

/** KafkaMirrorMaker2: one target, and a source in each mirror. */
export const mirrorMaker2 = codec<MirrorMaker2Record, WireMirrorMaker2>({
  apiVersion: API_VERSION,
  kind: 'KafkaMirrorMaker2',
  write: (mirror) => ({
    spec: defined({
      version: mirror.version,
      replicas: mirror.replicas,
      target: writeTarget(mirror.target),
      mirrors: mirror.mirrors.map(({ heartbeatConnector: _, ...flow }) => ({
        source: writeCluster(flow.source),
        ...writeFlow(flow, FORM),
      })),
      ...writeWorkers(mirror),
    }),
  }),
  read: ({ spec = {} }) =>
    defined({
      ...readWorkers(spec),
      target: readTarget(spec.target ?? {}),
      mirrors: (spec.mirrors ?? []).map(({ source = {}, ...flow }) => ({
        source: readCluster(source),
        ...readFlow(flow, FORM),
      })),
    }),
  plain: ({ spec = {}, ...object }) => ({
    ...object,
    spec: withPlainResources(defined({ ...spec, mirrors: spec.mirrors?.map(plainFlow) })),
  }),
  limits,
});

function writeTarget(target: MirrorTarget): WireTarget {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, ...cluster } = target;
  const names = defined({ groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic });
  const { alias, bootstrapServers, ...others } = writeCluster(cluster);
  return defined({ alias, bootstrapServers, ...FORMER_NAMES, ...names, ...others });
}

function readTarget(wire: WireTarget): MirrorTarget {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic } = wire;
  return defined({ ...readCluster(wire), groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic });
}

function limits({ target, mirrors, tracing, env }: MirrorMaker2Record): Limit[] {
  const unnamed = NAMES.filter((field) => target[field] === undefined).map((field) => ({
    field: `target.${field}`,
    message: 'The operator has no default for it.',
    allowed: `a name that no other mirror has; until 0.45 the operator took ${FORMER_NAMES[field]}`,
    since: 'Strimzi 0.45.2, the last one',
  }));
  const heartbeats = mirrors.flatMap(({ heartbeatConnector }, index) =>
    heartbeatConnector
      ? [
          {
            field: `mirrors[${index}].heartbeatConnector`,
            given: heartbeatConnector,
            message: 'The mirror runs no heartbeat connector any more.',
            allowed: 'none, or a KafkaConnector of class org.apache.kafka.connect.mirror.MirrorHeartbeatConnector',
            since: 'Strimzi 0.45.2, the last one',
          },
        ]
      : [],
  );
  return [
    ...unnamed,
    ...workerNameLimits(target),
    ...heartbeats,
    ...tracingLimits(tracing, ['opentelemetry']),
    ...envLimits(env, true),
  ];
}
