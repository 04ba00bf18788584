import type { MirrorCluster, MirrorFlow, MirrorMaker2Record, MirrorTarget } from '../../model/mirror-maker-2';
import type { Config, Part } from '../../model/resource';
import { codec, defined, type Codec } from './codec';
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
  USUAL_REPLICAS,
  WORKER_NAMES,
  writeCluster,
  writeFlow,
  writeWorkers,
  type FlowForm,
  type WireMirrorCluster,
  type WorkerName,
} from './mirror-maker-2-parts';
import { withPlainResources } from './pods';
import type { Fitting, Shape } from './shape';
import { plainWorkload } from './workload';
import type { Named, VersionOf, Wire } from './wire';

const SHAPE = {
  spec: {
    ...MIRROR_SHAPES.workers,
    connectCluster: 'text',
    clusters: [MIRROR_SHAPES.cluster],
    mirrors: [{ ...MIRROR_SHAPES.flow, sourceCluster: 'text', targetCluster: 'text' }],
  },
} as const satisfies Shape;

type WireSpec = NonNullable<Fitting<typeof SHAPE>['spec']>;

/**
 * KafkaMirrorMaker2 with a list of clusters, which mirrors name by their aliases. What the Connect workers keep to
 * themselves is named in the configuration of the cluster that they are connected to.
 */
export function listedMirrorMaker2Codec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
  form: FlowForm,
): Codec<MirrorMaker2Record> {
  return codec<MirrorMaker2Record, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaMirrorMaker2',
    shape: SHAPE,
    marks: mirrorMarks,
    write: (mirror) => ({
      spec: defined({
        version: mirror.version,
        replicas: mirror.replicas,
        connectCluster: mirror.target.alias,
        clusters: clustersOf(mirror),
        mirrors: mirror.mirrors.map((flow) => ({
          sourceCluster: flow.source.alias,
          targetCluster: mirror.target.alias,
          ...writeFlow(flow, form),
        })),
        ...writeWorkers(mirror, form.workload),
      }),
    }),
    read: ({ spec = {} }, given) => {
      const { connectCluster = '', clusters = [], mirrors = [] } = spec;
      const byAlias = new Map(clusters.toReversed().map((cluster) => [cluster.alias, cluster]));
      const clusterOf = (alias: string): MirrorCluster => readCluster(byAlias.get(alias) ?? { alias });
      return defined({
        ...readWorkers(spec, form.workload),
        target: readTarget(clusterOf(connectCluster)),
        mirrors: mirrors.map((flow): MirrorFlow => ({
          source: clusterOf(flow.sourceCluster ?? ''),
          ...readFlow(flow, form),
        })),
        offsets: mirrorOffsets(given),
      });
    },
    plain: ({ spec = {}, ...object }) => ({ ...object, spec: plainSpec(spec, form) }),
    moved,
    agreed: agreedNames,
  });
}

/** Sources in the order of their flows, then the target. */
function clustersOf({ target, mirrors }: MirrorMaker2Record): WireMirrorCluster[] {
  const sources = new Map<string, WireMirrorCluster>();
  for (const { source } of mirrors) {
    if (source.alias !== target.alias && !sources.has(source.alias)) sources.set(source.alias, writeCluster(source));
  }
  return [...sources.values(), writeTarget(target)];
}

function writeTarget(target: MirrorTarget): WireMirrorCluster {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, config, ...cluster } = target;
  const names = defined({
    [WORKER_NAMES.groupId]: groupId,
    [WORKER_NAMES.configStorageTopic]: configStorageTopic,
    [WORKER_NAMES.offsetStorageTopic]: offsetStorageTopic,
    [WORKER_NAMES.statusStorageTopic]: statusStorageTopic,
  }) as Config;
  const hasConfig = config !== undefined || Object.keys(names).length > 0;
  return writeCluster(hasConfig ? { ...cluster, config: { ...config, ...names } } : cluster);
}

function readTarget({ config, ...cluster }: MirrorCluster): MirrorTarget {
  if (!config) return cluster;
  const isName = ([key, value]: [string, unknown]): boolean => typeof value === 'string' && FIELDS.has(key);
  const entries = Object.entries(config);
  const names = entries.filter(isName).map(([key, value]) => [FIELDS.get(key) ?? key, value] as const);
  const own = entries.filter((entry) => !isName(entry));
  const isAllNames = own.length === 0 && names.length > 0;
  const named = Object.fromEntries(names) as Pick<MirrorTarget, WorkerName>;
  return { ...cluster, ...named, ...(!isAllNames && { config: Object.fromEntries(own) }) };
}

/** The field of the model for each name in the configuration. */
const FIELDS: ReadonlyMap<string, string> = new Map(Object.entries(WORKER_NAMES).map(([field, key]) => [key, field]));

/** What an API keeps in the target and in the source of each mirror, this one keeps in the list of clusters. */
function moved(part: Part, { target }: MirrorMaker2Record): readonly Part[] {
  const [spec, field, mirror, source, ...way] = part.at;
  if (spec !== 'spec') return [part];
  if (field === 'target') {
    return [{ ...part, at: ['spec', 'clusters', { name: target.alias, index: 0 }, ...part.at.slice(2)] }];
  }
  if (field !== 'mirrors' || typeof mirror !== 'object' || source !== 'source') return [part];
  return [{ ...part, at: ['spec', 'clusters', mirror, ...way] }];
}

/**
 * The order of clusters means nothing: sources come first here, and those that nobody names come last. Neither does a
 * name that is the usual one.
 */
function plainSpec(spec: WireSpec, form: FlowForm): WireSpec {
  const { clusters, mirrors, connectCluster } = spec;
  const ranks = new Map<string | undefined, number>();
  for (const { sourceCluster } of mirrors ?? []) if (!ranks.has(sourceCluster)) ranks.set(sourceCluster, ranks.size);
  ranks.set(connectCluster, ranks.size);
  const rank = ({ alias }: WireMirrorCluster): number => ranks.get(alias) ?? ranks.size;
  const whole = plainWorkload(withPlainResources(spec), form.workload);
  return defined({
    ...whole,
    replicas: spec.replicas ?? USUAL_REPLICAS,
    clusters: clusters
      ?.toSorted((one, other) => rank(one) - rank(other))
      .map((cluster) => (cluster.alias === connectCluster ? withoutUsualNames(cluster) : cluster)),
    mirrors: mirrors?.map((flow) => {
      const plain = plainFlow(flow, form);
      return defined({ ...plain, targetCluster: flow.targetCluster ?? connectCluster });
    }),
  });
}

function withoutUsualNames(cluster: WireMirrorCluster): WireMirrorCluster {
  const { config } = cluster;
  if (!config) return cluster;
  const entries = Object.entries(config);
  const left = entries.filter(([key, value]) => USUAL.get(key) !== value);
  return left.length === entries.length
    ? cluster
    : defined({ ...cluster, config: left.length > 0 ? Object.fromEntries(left) : undefined });
}

const USUAL: ReadonlyMap<string, Config[string]> = new Map(
  Object.entries(WORKER_NAMES).map(([field, key]) => [key, USUAL_NAMES[field as WorkerName]]),
);
