import { hostsOf, serviceAddress, type AddressesOf } from './address';
import { ClusterKeys, keyOf } from './cluster-keys';
import type { KafkaClusterRecord } from './kafka-cluster';
import type { Noun, Records } from './nouns';
import type { PlatformName } from './platform';
import type { Release } from './release';
import type { ResourceRecord } from './resource';
import type { UserRecord } from './user';
import { secretPrefixOf, userSecret } from './user-secret';

/** What is known of a site besides its records. */
export interface SiteFacts {
  readonly platform: PlatformName;
  readonly release: Release;
  /** Name of the Kubernetes cluster. */
  readonly kubernetesCluster: string;
  /** Namespace of the records that name none. */
  readonly namespace: string;
}

/** Where something comes from: a construct path or a file. */
export interface Located {
  readonly path: string;
  /** The file, where files may be alternatives to each other. */
  readonly file?: string;
}

/** A record, the site that it is at, and where it comes from. */
export class Placed<M> {
  constructor(
    readonly record: M,
    readonly site: SiteFacts,
    /** Who it is. */
    readonly place: Located,
    /** The object that says so, of kinds whose objects are few: a rule finds the field there that is to be mended. */
    readonly manifest?: unknown,
  ) {}

  /** Construct path or file. It is asked for by findings alone. */
  get path(): string {
    return this.place.path;
  }

  /** The file, where files may be alternatives to each other. */
  get file(): string | undefined {
    return this.place.file;
  }
}

/** A Kafka cluster as a program names it. */
export interface ClusterEnd {
  /** Equal for equal clusters, whether they are seen or not. */
  readonly key: string;
  /** Absent: the topology has no cluster of that address, or cannot tell which. */
  readonly cluster?: Placed<KafkaClusterRecord>;
}

/** What belongs to a Kafka cluster. */
type Member = 'topic' | 'user' | 'nodePool';
type Groups<N extends Member> = ReadonlyMap<string, readonly Placed<Records[N]>[]>;

/** Ways from one record to another. */
interface Indexes {
  /** Absent: several objects claim to be the cluster. */
  clusters: ReadonlyMap<string, Placed<KafkaClusterRecord> | undefined>;
  members: Map<Member, Groups<Member>>;
  users: Map<string, Placed<UserRecord>>;
  /** Absent: several clusters have the address. */
  addresses: Map<string, Placed<KafkaClusterRecord> | undefined>;
  /** By the Service, wherever it is; absent: several clusters have one of the name and namespace. */
  services: Map<string, Placed<KafkaClusterRecord> | undefined>;
}

/**
 * What is at all sites, and the ways from one record to another. A cluster is known by its Kubernetes cluster, its
 * namespace and its name. Indexes are made when they are asked for.
 */
export class Topology {
  private readonly records = new Map<Noun, Placed<ResourceRecord>[]>();
  private readonly keys = new ClusterKeys();
  private readonly contested = new Set<string>();
  private indexes?: Partial<Indexes>;

  /** @param addressesOf - what operators call the Services and Secrets of a cluster */
  constructor(private readonly addressesOf: AddressesOf) {}

  add<N extends Noun>(noun: N, placed: Placed<Records[N]>): void {
    const known = this.records.get(noun);
    if (known) known.push(placed);
    else this.records.set(noun, [placed]);
    this.indexes = undefined;
  }

  /** Notes a record that may be there or not: what its cluster is like, nobody can tell then. */
  doubt<N extends Noun>(noun: N, { record, site }: Placed<Records[N]>): void {
    if (noun === 'kafkaCluster') this.contested.add(keyOf(site, record.namespace, record.name));
    if (noun === 'nodePool') this.contested.add(keyOf(site, record.namespace, (record as Records['nodePool']).cluster));
    this.indexes = undefined;
  }

  /** All records of a noun. */
  all<N extends Noun>(noun: N): readonly Placed<Records[N]>[] {
    return (this.records.get(noun) ?? []) as unknown as readonly Placed<Records[N]>[];
  }

  /** The cluster that a topic, a user or a node pool names; absent: it is not seen, or several objects claim to be it. */
  clusterOf({ record, site }: Placed<Records[Member]>): Placed<KafkaClusterRecord> | undefined {
    return this.clusters.get(this.keys.of(site, record.namespace, record.cluster));
  }

  /** The topics, users or node pools of each cluster, seen or not, that some of them names and one object at most is. */
  byCluster<N extends Member>(noun: N): readonly (readonly Placed<Records[N]>[])[] {
    return [...this.members(noun)].flatMap(([key, members]) => (this.isContested(key) ? [] : [members]));
  }

  /** The topics, users or node pools of a cluster; none where several objects claim to be it: they are of one of them. */
  membersOf<N extends Member>(noun: N, cluster: Placed<KafkaClusterRecord>): readonly Placed<Records[N]>[] {
    const key = clusterKey(cluster);
    return this.isContested(key) ? [] : (this.members(noun).get(key) ?? []);
  }

  /** What tells a cluster from all others: equal to the key of an end that is the cluster. */
  keyOf(cluster: Placed<KafkaClusterRecord>): string {
    return clusterKey(cluster);
  }

  /** What tells the cluster of a topic, a user or a node pool from all others, whether it is seen or not. */
  keyOfMember({ record, site }: Placed<Records[Member]>): string {
    return this.keys.of(site, record.namespace, record.cluster);
  }

  /** Whether several objects claim to be the cluster of a topic, a user or a node pool, or some of it may be there or not. */
  isOfContested({ record, site }: Placed<Pick<Records[Member], 'namespace' | 'cluster'>>): boolean {
    return this.isContested(this.keys.of(site, record.namespace, record.cluster));
  }

  /**
   * How many brokers a cluster has; absent: none of its node pools is seen, or evidently not all: with KRaft some of them
   * are controllers.
   */
  brokersOf(cluster: Placed<KafkaClusterRecord>): number | undefined {
    const { nodePools, brokers, mode } = cluster.record;
    if (!nodePools) return brokers?.replicas;
    const pools = this.membersOf('nodePool', cluster);
    const isSeen = pools.some(({ record }) => mode === 'zookeeper' || record.roles.includes('controller'));
    if (!isSeen) return undefined;
    return pools.reduce((sum, { record }) => (record.roles.includes('broker') ? sum + record.replicas : sum), 0);
  }

  /** Whether a cluster takes its nodes from node pools, and none that is seen is of it. */
  lacksNodePools(cluster: Placed<KafkaClusterRecord>): boolean {
    const key = clusterKey(cluster);
    return cluster.record.nodePools && !this.isContested(key) && !this.members('nodePool').has(key);
  }

  /** Secret that the operator keeps the certificate of a cluster in. */
  caSecretOf({ record }: Placed<KafkaClusterRecord>): string {
    return this.addressesOf(record).caSecret;
  }

  /** Secret that the user operator keeps the credentials of a user in. */
  userSecretOf(user: Placed<UserRecord>): string {
    return userSecret(user.record.name, secretPrefixOf(this.clusterOf(user)?.record));
  }

  /** A user of a cluster by its name. */
  userOf(cluster: Placed<KafkaClusterRecord>, name: string): Placed<UserRecord> | undefined {
    const users = (this.index.users ??= new Map(
      this.all('user').map((user) => [
        `${keyOf(user.site, user.record.namespace, user.record.cluster)}\0${user.record.name}`,
        user,
      ]),
    ));
    return users.get(`${clusterKey(cluster)}\0${name}`);
  }

  /**
   * The cluster behind a bootstrap address, as a program at the place of `from` reaches it. Absent where there is no
   * address.
   */
  endOf(bootstrapServers: string, { record, site }: Placed<ResourceRecord>): ClusterEnd | undefined {
    const namespace = record.namespace ?? site.namespace;
    const hosts = hostsOf(bootstrapServers).sort();
    for (const host of hosts) {
      for (const address of [serviceAddress(host, namespace, site.kubernetesCluster), host]) {
        const cluster = address === undefined ? undefined : this.addresses.get(address);
        if (cluster) return { key: clusterKey(cluster), cluster };
      }
    }
    const [first] = hosts;
    return first === undefined ? undefined : { key: serviceAddress(first, namespace, site.kubernetesCluster) ?? first };
  }

  /**
   * The cluster of another Kubernetes cluster whose Service an address names with its namespace, as if it were in that of
   * `from`; absent: no cluster that is seen, or several, have such a Service, or one here has it.
   */
  behindBorder(
    bootstrapServers: string,
    { record, site }: Placed<ResourceRecord>,
  ): Placed<KafkaClusterRecord> | undefined {
    const namespace = record.namespace ?? site.namespace;
    for (const host of hostsOf(bootstrapServers)) {
      const address = host.includes('.') ? serviceAddress(host, namespace, '') : undefined;
      const cluster = address === undefined ? undefined : this.services.get(address);
      if (cluster && cluster.site.kubernetesCluster !== site.kubernetesCluster) return cluster;
    }
    return undefined;
  }

  private get index(): Partial<Indexes> {
    return (this.indexes ??= {});
  }

  private get clusters(): Indexes['clusters'] {
    const known = this.index.clusters;
    if (known) return known;
    const clusters = new Map<string, Placed<KafkaClusterRecord> | undefined>();
    for (const cluster of this.all('kafkaCluster')) {
      const key = clusterKey(cluster);
      clusters.set(key, clusters.has(key) || this.contested.has(key) ? undefined : cluster);
    }
    return (this.index.clusters = clusters);
  }

  /** Whether several objects claim to be a cluster, or some of it may be there or not. */
  private isContested(key: string): boolean {
    if (this.contested.has(key)) return true;
    return this.clusters.has(key) && this.clusters.get(key) === undefined;
  }

  private members<N extends Member>(noun: N): Groups<N> {
    const members = (this.index.members ??= new Map<Member, Groups<Member>>());
    const known = members.get(noun) ?? grouped(this.all(noun), this.keys);
    members.set(noun, known);
    return known as Groups<N>;
  }

  private get services(): Indexes['services'] {
    const known = this.index.services;
    if (known) return known;
    const services: Indexes['services'] = new Map();
    for (const cluster of this.clusters.values()) {
      if (!cluster) continue;
      const { site, record } = cluster;
      for (const service of this.addressesOf(record).services) {
        const address = serviceAddress(service, record.namespace ?? site.namespace, '');
        if (address !== undefined) services.set(address, services.has(address) ? undefined : cluster);
      }
    }
    return (this.index.services = services);
  }

  private get addresses(): Indexes['addresses'] {
    const known = this.index.addresses;
    if (known) return known;
    const addresses: Indexes['addresses'] = new Map();
    for (const cluster of this.clusters.values()) {
      if (!cluster) continue;
      const { site, record } = cluster;
      const { services, hosts } = this.addressesOf(record);
      const namespace = record.namespace ?? site.namespace;
      const inside = services.flatMap((service) => serviceAddress(service, namespace, site.kubernetesCluster) ?? []);
      for (const address of [...inside, ...hosts]) {
        addresses.set(address, addresses.has(address) && addresses.get(address) !== cluster ? undefined : cluster);
      }
    }
    return (this.index.addresses = addresses);
  }
}

function grouped(all: readonly Placed<Records[Member]>[], keys: ClusterKeys): Groups<Member> {
  const groups = new Map<string, Placed<Records[Member]>[]>();
  for (const placed of all) {
    const { record, site } = placed;
    if (record.cluster === '') continue;
    const key = keys.of(site, record.namespace, record.cluster);
    const known = groups.get(key);
    if (known) known.push(placed);
    else groups.set(key, [placed]);
  }
  return groups;
}

/** What tells a cluster from all others. */
function clusterKey({ record, site }: Placed<KafkaClusterRecord>): string {
  return keyOf(site, record.namespace, record.name);
}
