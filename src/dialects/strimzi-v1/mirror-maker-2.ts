import type { KafkaMirrorMaker2Manifest } from '../../../imports/strimzi-v1';
import type { MirrorMaker2Record, MirrorTarget } from '../../model/mirror-maker-2';
import type { Part } from '../../model/resource';
import { codec, defined } from '../common/codec';
import {
  agreedNames,
  MIRROR_SHAPES,
  mirrorMarks,
  mirrorOffsets,
  plainFlow,
  readCluster,
  readFlow,
  readWorkers,
  USUAL_NAMES,
  WORKER_NAMES,
  writeCluster,
  writeFlow,
  writeWorkers,
  type FlowForm,
  type WorkerName,
} from '../common/mirror-maker-2-parts';
import { withPlainResources } from '../common/pods';
import type { Fitting, Shape } from '../common/shape';
import { FILES_IN_CONFIG_MAPS, plainWorkload, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

const FORM: FlowForm = { exclude: 'ExcludePattern', state: 'state', workload: FILES_IN_CONFIG_MAPS };
const NAMES = Object.keys(WORKER_NAMES) as WorkerName[];

const TARGET = {
  ...MIRROR_SHAPES.cluster,
  groupId: 'text',
  configStorageTopic: 'text',
  offsetStorageTopic: 'text',
  statusStorageTopic: 'text',
} as const satisfies Shape;
const SHAPE = {
  spec: {
    ...MIRROR_SHAPES.workers,
    target: TARGET,
    mirrors: [{ ...MIRROR_SHAPES.flow, source: MIRROR_SHAPES.cluster }],
  },
} as const satisfies Shape;

/** Heartbeats and older words are gone; a variable has no address of a node. */
type Lacks =
  | EarlyWords<'spec'>
  | 'spec.mirrors.heartbeatConnector'
  | `spec.mirrors.${'source' | 'checkpoint'}Connector.pause`
  | `spec.mirrors.${'topics' | 'groups'}BlacklistPattern`
  | 'spec.template.connectContainer.env.valueFrom.fieldRef';

type WireTarget = Fitting<typeof TARGET>;

/** KafkaMirrorMaker2: one target, and a source in each mirror. */
export const mirrorMaker2 = codec<MirrorMaker2Record, typeof SHAPE, KafkaMirrorMaker2Manifest, Lacks>({
  apiVersion: API_VERSION,
  kind: 'KafkaMirrorMaker2',
  shape: SHAPE,
  marks: mirrorMarks,
  write: (mirror) => ({
    spec: defined({
      version: mirror.version,
      replicas: mirror.replicas,
      target: writeTarget(mirror.target),
      mirrors: mirror.mirrors.map(({ heartbeatConnector: _, ...flow }) => ({
        source: writeCluster(flow.source),
        ...writeFlow(flow, FORM),
      })),
      ...writeWorkers(mirror, FORM.workload),
    }),
  }),
  read: ({ spec = {} }, given) =>
    defined({
      ...readWorkers(spec, FORM.workload),
      target: readTarget(spec.target ?? {}),
      mirrors: (spec.mirrors ?? []).map(({ source = {}, ...flow }) => ({
        source: readCluster(source),
        ...readFlow(flow, FORM),
      })),
      offsets: mirrorOffsets(given),
    }),
  plain: ({ spec = {}, ...object }) => ({
    ...object,
    spec: plainWorkload(
      withPlainResources(defined({ ...spec, mirrors: spec.mirrors?.map((flow) => plainFlow(flow, FORM)) })),
      FORM.workload,
    ),
  }),
  moved,
  agreed: agreedNames,
});

function writeTarget(target: MirrorTarget): WireTarget {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, ...cluster } = target;
  const names = defined({ groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic });
  const { alias, bootstrapServers, ...others } = writeCluster(cluster);
  return defined({ alias, bootstrapServers, ...USUAL_NAMES, ...names, ...others });
}

/** A target's names; the usual ones are what operators take where nobody names any. */
function readTarget(wire: WireTarget): MirrorTarget {
  const named = NAMES.filter((field) => wire[field] !== USUAL_NAMES[field]);
  return defined({ ...readCluster(wire), ...Object.fromEntries(named.map((field) => [field, wire[field]])) });
}

/** What an API keeps in a list of clusters, this one keeps in the target and in the source of each mirror. */
function moved(part: Part, { target }: MirrorMaker2Record): readonly Part[] {
  const [spec, field, cluster, ...way] = part.at;
  if (spec !== 'spec' || field !== 'clusters' || typeof cluster !== 'object' || !('name' in cluster)) return [part];
  if (cluster.name === target.alias) return [{ ...part, at: ['spec', 'target', ...way] }];
  return [{ ...part, at: ['spec', 'mirrors', cluster, 'source', ...way] }];
}
