import type { IConstruct } from 'constructs';
import { clusterCertificate } from '../dialects/operator-names';
import {
  clusterKey,
  sameSite,
  userKey,
  type ClusterIdentity,
  type SiteIdentity,
  type TopicIdentity,
  type UserIdentity,
} from '../wiring/identity';
import { Wiring, type ClientEdge, type MirrorEdge, type UserEdges } from '../wiring/wiring';

/** Brokers of a Kafka cluster. */
export interface CountedBrokers {
  readonly cluster: ClusterIdentity;
  readonly brokers: number;
}

/**
 * The constructs of a tree that something follows from for others. They hold what was said of them; what follows is found
 * from all of them together when somebody asks, and anew after a change.
 */
export class Register {
  private readonly users: Entry<UserEdges>[] = [];
  private readonly clients: Entry<ClientEdge>[] = [];
  private readonly mirrors: Entry<Omit<MirrorEdge, 'by'>>[] = [];
  private readonly managed = new Map<string, IConstruct>();
  /** Users of programs' own, with the site of the program that each is of. */
  private readonly own = new Map<string, SiteIdentity>();
  /** The Kafka cluster that a Secret of a name at a place is of; empty: several. */
  private readonly secrets = new Map<string, string>();
  /** The namespaces that a Secret at a place may be copied to by Reflector. */
  private readonly reflections = new Map<string, Set<string>>();
  private readonly remote: RemoteTopic[] = [];
  private readonly brokers = new Map<string, Entry<CountedBrokers>[]>();
  private readonly sites = new Set<string>();
  private found: Wiring | undefined;

  /** Takes up a site. */
  addSite({ node: { id } }: IConstruct): void {
    this.sites.add(id);
  }

  /** Ids of the sites. */
  get siteIds(): readonly string[] {
    return [...this.sites].sort();
  }

  /**
   * Takes up a user that this topology writes.
   * @param secret - what the user operator calls its Secret
   */
  addManagedUser(user: IConstruct & UserEdges, secret: string): void {
    this.managed.set(userKey(user), user);
    this.claimSecret(user.cluster.site, secret, user.cluster);
    this.addUser(user);
  }

  /** Takes up a user, or a reference to one. */
  addUser(user: IConstruct & UserEdges): void {
    this.users.push({ construct: user, edge: user });
    this.change();
  }

  /** Takes a name for the user of a program at a site. */
  take(user: UserIdentity, site: SiteIdentity): void {
    this.own.set(userKey(user), site);
  }

  /** Whether a user is that of a program at another site. */
  isTaken(user: UserIdentity, site: SiteIdentity): boolean {
    const taker = this.own.get(userKey(user));
    return taker !== undefined && !sameSite(taker, site);
  }

  /** Says that a Secret of a cluster is at a place, or has to be. */
  claimSecret(site: SiteIdentity, name: string, cluster: ClusterIdentity): void {
    const key = secretKey(site, name);
    const owner = clusterKey(cluster);
    this.secrets.set(key, (this.secrets.get(key) ?? owner) === owner ? owner : '');
  }

  /** Whether Secrets of several clusters would have a name at a place. */
  isSharedSecret(site: SiteIdentity, name: string): boolean {
    return this.secrets.get(secretKey(site, name)) === '';
  }

  /** Says that a Secret at a place is copied to a namespace by Reflector. */
  reflect(site: SiteIdentity, name: string, namespace: string): void {
    const key = secretKey(site, name);
    this.reflections.set(key, (this.reflections.get(key) ?? new Set()).add(namespace));
  }

  /** The namespaces that a Secret at a place is copied to by Reflector. */
  reflectedTo(site: SiteIdentity, name: string): readonly string[] {
    return [...(this.reflections.get(secretKey(site, name)) ?? [])];
  }

  /** Takes up a topic that somebody counts on mirrors to bring to a cluster. */
  addRemote(topic: RemoteTopic): void {
    this.remote.push(topic);
  }

  /** The topics that nobody brings to where somebody counts on them. */
  missing(): readonly RemoteTopic[] {
    return this.remote.filter(({ topic, to }) => this.wiring.nameAt(topic, to) === undefined);
  }

  /** Takes up a client application. */
  addClient(client: IConstruct & ClientEdge): void {
    this.clients.push({ construct: client, edge: client });
    this.change();
  }

  /** Takes up a mirror. */
  addMirror(mirror: IConstruct, edge: Omit<MirrorEdge, 'by'>): void {
    this.mirrors.push({ construct: mirror, edge });
    this.change();
  }

  /** Takes up brokers of a Kafka cluster. */
  addBrokers(pool: IConstruct, edge: CountedBrokers): void {
    const key = clusterKey(edge.cluster);
    this.claimSecret(edge.cluster.site, clusterCertificate(edge.cluster.clusterName).secret, edge.cluster);
    const entry = { construct: pool, edge };
    const known = this.brokers.get(key);
    if (known) known.push(entry);
    else this.brokers.set(key, [entry]);
  }

  /** Says that something was asked for since the last look. */
  change(): void {
    this.found = undefined;
  }

  /** What follows from all of them. */
  get wiring(): Wiring {
    return (this.found ??= new Wiring({
      users: edgesOf(this.users),
      clients: edgesOf(this.clients),
      mirrors: standing(this.mirrors).map(({ construct, edge }) => ({ ...edge, by: construct.node })),
    }));
  }

  /** Whether this topology writes the user. */
  manages(user: UserIdentity): boolean {
    const construct = this.managed.get(userKey(user));
    return construct !== undefined && isInTree(construct);
  }

  /** The brokers in the pools of a cluster; absent: it has no such pools. */
  brokersOf(cluster: ClusterIdentity): number | undefined {
    const pools = edgesOf(this.brokers.get(clusterKey(cluster)) ?? []);
    return pools.length === 0 ? undefined : pools.reduce((sum, { brokers }) => sum + brokers, 0);
  }
}

/** A topic of a cluster, as it is at another one. */
export interface RemoteTopic {
  readonly topic: TopicIdentity;
  readonly to: IConstruct & ClusterIdentity;
}

interface Entry<T> {
  readonly construct: IConstruct;
  readonly edge: T;
}

function secretKey({ kubernetesCluster, targetNamespace }: SiteIdentity, name: string): string {
  return `${kubernetesCluster}/${targetNamespace}/${name}`;
}

const REGISTERS = new WeakMap<IConstruct, Register>();

/** The register of the tree that a construct is in. */
export function registerOf({ node: { root } }: IConstruct): Register {
  const known = REGISTERS.get(root);
  if (known) return known;
  const register = new Register();
  REGISTERS.set(root, register);
  return register;
}

/** Constructs that were removed from the tree count no more. */
function edgesOf<T>(entries: readonly Entry<T>[]): T[] {
  return standing(entries).map(({ edge }) => edge);
}

function standing<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
  return entries.filter(({ construct }) => isInTree(construct));
}

function isInTree({ node: { id, scope } }: IConstruct): boolean {
  return scope === undefined || (scope.node.tryFindChild(id) !== undefined && isInTree(scope));
}
