import type { MirrorCluster, MirrorFlow, MirrorMaker2Record, MirrorTarget } from '../../model/mirror-maker-2';
import type { Config } from '../../model/resource';
import { codec, defined, type Codec, type Limit } from './codec';
import {
  plainFlow,
  readCluster,
  readFlow,
  readWorkers,
  USUAL_REPLICAS,
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
} from './mirror-maker-2-parts';
import { withPlainResources } from './pods';

interface WireMirrorMaker2 {
  spec?: WireSpec;
}

interface WireSpec extends WireWorkers {
  connectCluster?: string;
  clusters?: WireMirrorCluster[];
  mirrors?: (WireFlow & { sourceCluster?: string; targetCluster?: string })[];
}

/** What differs between the API versions of KafkaMirrorMaker2 that list clusters. */
export interface ListedMirrorDifferences {
  readonly flow: FlowForm;
  readonly limits: (mirror: MirrorMaker2Record) => readonly Limit[];
}

/**
 * KafkaMirrorMaker2 with a list of clusters, which mirrors name by their aliases. What the Connect workers keep to
 * themselves is named in the configuration of the cluster that they are connected to.
 */
export function listedMirrorMaker2Codec(
  apiVersion: string,
  { flow: form, limits }: ListedMirrorDifferences,
): Codec<MirrorMaker2Record> {
  return codec<MirrorMaker2Record, WireMirrorMaker2>({
    apiVersion,
    kind: 'KafkaMirrorMaker2',
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
        ...writeWorkers(mirror),
      }),
    }),
    read: ({ spec = {} }) => {
      const { connectCluster = '', clusters = [], mirrors = [] } = spec;
      const clusterOf = (alias: string): MirrorCluster =>
        readCluster(clusters.find((cluster) => cluster.alias === alias) ?? { alias });
      return defined({
        ...readWorkers(spec),
        target: readTarget(clusterOf(connectCluster)),
        mirrors: mirrors.map((flow): MirrorFlow => ({
          source: clusterOf(flow.sourceCluster ?? ''),
          ...readFlow(flow, form),
        })),
      });
    },
    plain: ({ spec = {}, ...object }) => ({ ...object, spec: plainSpec(spec, form) }),
    limits: (mirror) => [...workerNameLimits(mirror.target), ...aliasLimits(mirror), ...limits(mirror)],
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

/** The order of clusters means nothing: sources come first here, and those that nobody names come last. */
function plainSpec(spec: WireSpec, form: FlowForm): WireSpec {
  const { clusters, mirrors, connectCluster } = spec;
  const order = [...(mirrors ?? []).map(({ sourceCluster }) => sourceCluster), connectCluster];
  const rank = ({ alias }: WireMirrorCluster): number => {
    const place = alias === connectCluster ? order.length - 1 : order.indexOf(alias);
    return place < 0 ? order.length : place;
  };
  return withPlainResources(
    defined({
      ...spec,
      replicas: spec.replicas ?? USUAL_REPLICAS,
      clusters: clusters && [...clusters].sort((one, other) => rank(one) - rank(other)),
      mirrors: form.exclude === 'ExcludePattern' ? mirrors?.map(plainFlow) : mirrors,
    }),
  );
}

/** An alias stands for one cluster. */
function aliasLimits({ target, mirrors }: MirrorMaker2Record): Limit[] {
  const known = new Map<string, string>([[target.alias, '']]);
  return mirrors.flatMap(({ source }, index) => {
    const told = JSON.stringify(writeCluster(source));
    const taken = known.get(source.alias);
    known.set(source.alias, taken ?? told);
    if (taken === undefined || taken === told) return [];
    return [
      {
        field: `mirrors[${index}].source.alias`,
        given: source.alias,
        message: 'Another cluster of the mirror has this alias.',
        allowed: 'an alias for each cluster',
        since: 'Strimzi 1.2.0',
      },
    ];
  });
}
