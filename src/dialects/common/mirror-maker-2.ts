import type { MirrorCluster, MirrorFlow, MirrorMaker2, MirrorTarget } from '../../model/mirror-maker-2';
import type { Config } from '../../model/resource';
import { codec, defined, sorted, type Codec, type Limit } from './codec';
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
  readonly limits: (mirror: MirrorMaker2) => readonly Limit[];
}

/**
 * KafkaMirrorMaker2 with a list of clusters, which mirrors name by their aliases. What the Connect workers keep to
 * themselves is named in the configuration of the cluster that they are connected to.
 */
export function listedMirrorMaker2Codec(
  apiVersion: string,
  { flow: form, limits }: ListedMirrorDifferences,
): Codec<MirrorMaker2> {
  return codec<MirrorMaker2, WireMirrorMaker2>({
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
function clustersOf({ target, mirrors }: MirrorMaker2): WireMirrorCluster[] {
  const clusters = new Map<string, WireMirrorCluster>();
  for (const { source } of mirrors) if (!clusters.has(source.alias)) clusters.set(source.alias, writeCluster(source));
  clusters.delete(target.alias);
  return [...clusters.values(), writeTarget(target)];
}

function writeTarget(target: MirrorTarget): WireMirrorCluster {
  const names: Record<string, string> = {};
  const cluster: Record<string, unknown> = { ...target };
  for (const [field, key] of Object.entries(WORKER_NAMES)) {
    const name = target[field as WorkerName];
    if (name !== undefined) names[key] = name;
    delete cluster[field];
  }
  const config = target.config || Object.keys(names).length > 0 ? { ...target.config, ...names } : undefined;
  return writeCluster(defined({ ...cluster, config }) as unknown as MirrorCluster);
}

function readTarget({ config, ...cluster }: MirrorCluster): MirrorTarget {
  if (!config) return cluster;
  const own: Record<string, Config[string]> = { ...config };
  const names: Partial<Record<WorkerName, string>> = {};
  for (const [field, key] of Object.entries(WORKER_NAMES)) {
    const name = own[key];
    if (typeof name !== 'string') continue;
    names[field as WorkerName] = name;
    delete own[key];
  }
  const isAllNames = Object.keys(own).length === 0 && Object.keys(names).length > 0;
  return defined({ ...cluster, ...names, config: isAllNames ? undefined : sorted(own) });
}

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
function aliasLimits({ target, mirrors }: MirrorMaker2): Limit[] {
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
