import type { MirrorMaker2Record, MirrorTarget } from '../../model/mirror-maker-2';
import type { Part } from '../../model/resource';
import { codec, defined } from '../common/codec';
import {
  MIRROR_SHAPES,
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
  type WireFlow,
  type WireMirrorCluster,
  type WireWorkers,
  type WorkerName,
} from '../common/mirror-maker-2-parts';
import { withPlainResources } from '../common/pods';
import type { Shape } from '../common/shape';
import { API_VERSION } from './api';

interface WireMirrorMaker2 {
  spec?: WireWorkers & { target?: WireTarget; mirrors?: (WireFlow & { source?: WireMirrorCluster })[] };
}

type WireTarget = WireMirrorCluster & Partial<Record<WorkerName, string>>;

const FORM: FlowForm = { exclude: 'ExcludePattern', state: 'state' };
const NAMES = Object.keys(WORKER_NAMES) as WorkerName[];

const SHAPE: Shape = {
  spec: {
    ...MIRROR_SHAPES.workers,
    target: { ...MIRROR_SHAPES.cluster, ...Object.fromEntries(NAMES.map((field) => [field, 'text'])) },
    mirrors: [{ ...MIRROR_SHAPES.flow, source: MIRROR_SHAPES.cluster }],
  },
};

/** KafkaMirrorMaker2: one target, and a source in each mirror. */
export const mirrorMaker2 = codec<MirrorMaker2Record, WireMirrorMaker2>({
  apiVersion: API_VERSION,
  kind: 'KafkaMirrorMaker2',
  shape: SHAPE,
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
  moved,
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
