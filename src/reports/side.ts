import { itemText, listed } from '../model/listed';
import type { Manifest } from '../dialects/common/codec';
import { readManifest, type Described } from '../dialects/read';
import { DEEPEST, isTooDeep } from '../model/depth';
import type { ConnectRecord } from '../model/connect';
import type { KafkaClusterRecord, NodeSet } from '../model/kafka-cluster';
import type { NodePoolRecord, NodeRole } from '../model/node-pool';
import type { Records } from '../model/nouns';
import type { TopicRecord } from '../model/topic';
import { groupOf } from './object-id';

/** An object of one side. */
export interface Stated {
  readonly manifest: Manifest;
  /** What messages call its place. */
  readonly path: string;
  /** What tells it from objects of its name in other files. */
  readonly file: string;
}

/** Something that is no object, or that does not say which one it is. */
export interface Unread {
  /** Where it stands. */
  readonly path: string;
  /** What it lacks, or why nobody can read it. */
  readonly message: string;
}

/** Like nodes of a Kafka cluster, wherever they are described. */
export interface Nodes extends NodeSet {
  readonly pool: string;
  readonly roles: readonly NodeRole[];
}

/** What operators call the nodes of a cluster that has no node pools, once it has them. */
export const POOL_OF_CLUSTER = 'kafka';

/** What stands on one side of a comparison: objects by what names them, and the clusters among them. */
export class Side {
  /** Objects by kind, namespace and name, in the order in which they were read; one at most if all is well. */
  readonly objects = new Map<string, Stated[]>();
  readonly unread: Unread[] = [];
  private readonly known = new Map<Manifest, Described | undefined>();
  private clusters?: ReadonlyMap<string, KafkaClusterRecord>;
  private pools?: ReadonlyMap<string, readonly NodePoolRecord[]>;
  private topics?: ReadonlyMap<string, readonly TopicRecord[]>;

  /** Takes what stands somewhere; the objects of lists one by one. */
  take(manifest: unknown, path: string, file = path): void {
    for (const { within, value } of listed(manifest)) this.takeObject(value, path + itemText(within), file);
  }

  private takeObject(manifest: unknown, path: string, file: string): void {
    if (isTooDeep(manifest)) {
      this.unread.push({ path, message: `It is nested more than ${DEEPEST} levels deep, or contains itself.` });
      return;
    }
    const { kind, apiVersion, metadata } = (manifest ?? {}) as Partial<Manifest>;
    const lacks = missing({ apiVersion, kind, name: metadata?.name });
    if (lacks !== undefined) {
      this.unread.push({ path, message: `It has no ${lacks}: nobody can tell which object it is.` });
      return;
    }
    const stated: Stated = { manifest: manifest as Manifest, path, file };
    const key = keyOf(stated.manifest);
    const known = this.objects.get(key);
    if (known) known.push(stated);
    else this.objects.set(key, [stated]);
  }

  /** What an object describes; absent: the model has no noun for its kind. */
  read(manifest: Manifest): Described | undefined {
    if (!this.known.has(manifest)) this.known.set(manifest, readManifest(manifest));
    return this.known.get(manifest);
  }

  /** All Kafka clusters. */
  kafkas(): readonly KafkaClusterRecord[] {
    return [...this.clustersByName().values()];
  }

  /** The Kafka cluster of a name; absent: it is not seen. */
  cluster(namespace: string | undefined, name: string): KafkaClusterRecord | undefined {
    return this.clustersByName().get(nameKey(namespace, name));
  }

  /** The workers of a name; absent: they are not seen. */
  connect(namespace: string | undefined, name: string): ConnectRecord | undefined {
    const manifest = this.manifestOf('KafkaConnect', namespace, name);
    const described = manifest && this.read(manifest);
    return described?.noun === 'connect' ? described.record : undefined;
  }

  /** The object of an operator of Kafka that has a name; absent: it is not seen. */
  manifestOf(kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.objects.get(keyOf({ apiVersion: 'kafka.strimzi.io/v1', kind, metadata: { name, namespace } }))?.[0]
      ?.manifest;
  }

  /** The brokers and controllers of a cluster, pool by pool; ZooKeeper nodes are none. */
  nodesOf({ namespace, name, nodePools, brokers }: KafkaClusterRecord): readonly Nodes[] {
    if (!nodePools) return brokers ? [{ ...brokers, pool: POOL_OF_CLUSTER, roles: ['broker'] }] : [];
    this.pools ??= byCluster(this.all('KafkaNodePool', 'nodePool'));
    return (this.pools.get(nameKey(namespace, name)) ?? []).map((pool) => ({ ...pool, pool: pool.name }));
  }

  /** The topics of a cluster that are described in its namespace. */
  topicsOf({ namespace, name }: KafkaClusterRecord): readonly TopicRecord[] {
    this.topics ??= byCluster(this.all('KafkaTopic', 'topic'));
    return this.topics.get(nameKey(namespace, name)) ?? [];
  }

  /** The object of a kind of Kubernetes without a namespace that has a name; absent: it is not seen. */
  plainOf(kind: string, name: string | undefined): Manifest | undefined {
    if (name === undefined) return undefined;
    return this.objects.get(keyOf({ apiVersion: 'v1', kind, metadata: { name } }))?.[0]?.manifest;
  }

  private clustersByName(): ReadonlyMap<string, KafkaClusterRecord> {
    this.clusters ??= new Map(
      this.all('Kafka', 'kafkaCluster').map((record) => [nameKey(record.namespace, record.name), record]),
    );
    return this.clusters;
  }

  private all<N extends 'kafkaCluster' | 'nodePool' | 'topic'>(kind: string, noun: N): Records[N][] {
    return [...this.objects.values()].flat().flatMap(({ manifest }) => {
      const described = manifest.kind === kind ? this.read(manifest) : undefined;
      return described?.noun === noun ? [described.record as Records[N]] : [];
    });
  }
}

interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
}

/** What tells an object from all others: whatever version of its API it is written in. */
function keyOf({ apiVersion, kind, metadata: { namespace, name } }: Identity): string {
  return JSON.stringify([groupOf({ apiVersion }), kind, namespace ?? '', name]);
}

function missing({
  apiVersion,
  kind,
  name,
}: Readonly<Record<'apiVersion' | 'kind' | 'name', unknown>>): string | undefined {
  if (typeof apiVersion !== 'string') return 'apiVersion';
  if (typeof kind !== 'string') return 'kind';
  return typeof name === 'string' && name !== '' ? undefined : 'metadata.name';
}

function nameKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

function byCluster<R extends NodePoolRecord | TopicRecord>(records: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = nameKey(record.namespace, record.cluster);
    const known = groups.get(key);
    if (known) known.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}
