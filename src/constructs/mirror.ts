import type { Construct } from 'constructs';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { MirrorEngine } from '../model/release';
import { sameCluster } from '../wiring/identity';
import type { MirrorPlan, MirrorSource, MirrorStrategy } from '../wiring/mirror';
import { MIRROR_STRATEGIES } from '../wiring/mirror-strategies';
import { dnsName, remoteName, usualAliases } from '../wiring/mirror-names';
import { gainAccess, type Access } from './access';
import { containerRecord } from './container';
import { doubt, isDoubted } from './doubts';
import { noteFault } from './faults';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import type { MirrorMeshProps, MirrorProps } from './mirror-props';
import { boundFaults, NO_SOURCE, sourceFaults, emptyMeshFault } from './mirror-faults';
import { connectorSettings } from './mirror-settings';
import { divided, type NamedSource } from './mirror-division';
import { isTopic, namesOf } from './mirror-sources';
import { podsRecord } from './pods';
import { registerOf, type Register } from './register';
import { held, holdCalls } from './held';
import { isResource, Resource, siteOf } from './resource';
import { counted, plainSettings } from './settings';
import { Site } from './site';
import { TopicReference } from './topic-reference';
import { withToldLogins } from '../wiring/told-logins';
import { traceWorkload } from './tracing';
import { workloadRecord } from './workload';

/**
 * A mirror: it copies records of topics from one source or several to a target. MirrorMaker 1 or 2, as the release has it.
 * What its users may do follows from what it copies.
 */
export class Mirror extends Resource<MirrorMakerRecord | MirrorMaker2Record> {
  static {
    holdCalls(this, 'Mirror');
  }

  /**
   * Mirrors between all clusters: one into each, `<id>-to-<cluster>`, from all others that have topics. Within a site they
   * run there, else each at the site of its target. Every mirror calls a cluster by the same alias, so that a copy is known
   * for one wherever it comes.
   */
  static mesh(scope: Construct, id: string, props: MirrorMeshProps): readonly Mirror[] {
    const { clusters, topics = [], replicationPolicy = 'default', ...shared } = props;
    const aliases = usualAliases(clusters);
    const sources = clusters.map((cluster, index) => ({ cluster, alias: aliases[index] ?? cluster.clusterName }));
    const mirrors = sources.flatMap(({ cluster: target, alias: targetAlias }): Mirror[] => {
      const wanted = topics.filter((topic) => !isTopic(topic) || !sameCluster(topic.cluster, target));
      const others = sources.filter(
        ({ cluster }) =>
          !sameCluster(cluster, target) &&
          (shared.topicsPattern !== undefined ||
            wanted.some((topic) => !isTopic(topic) || sameCluster(topic.cluster, cluster))),
      );
      if (others.length === 0) return [];
      const own = { target, targetAlias, sources: others, topics: wanted, replicationPolicy };
      return [new Mirror(Site.find(scope) ?? target.site, `${id}-to-${dnsName(targetAlias)}`, { ...shared, ...own })];
    });
    if (mirrors.length === 0) noteFault(Site.find(scope) ?? clusters[0]?.site ?? scope, emptyMeshFault(id, clusters));
    return mirrors;
  }

  /** The program that copies. */
  readonly engine: MirrorEngine;
  /** The cluster that records are copied from; of several the first. */
  readonly source: IKafkaCluster;
  /** The clusters that records are copied from. */
  readonly sources: readonly IKafkaCluster[];
  /** The cluster that records are copied to. */
  readonly target: IKafkaCluster;
  /** The user that reads at the source, of several the first; absent: it needs none. */
  readonly sourceUser: IKafkaUser | undefined;
  /** The users that read at the sources, in their order; absent: it needs none there. */
  readonly sourceUsers: readonly (IKafkaUser | undefined)[];
  /** The user that writes at the target; absent: it needs none. */
  readonly targetUser: IKafkaUser | undefined;
  private readonly strategy: MirrorStrategy;
  private readonly plan: MirrorPlan;
  private readonly register: Register;

  constructor(scope: Construct, id: string, props: MirrorProps) {
    [scope, id, props] = held('Mirror', [scope, id, props], new.target === Mirror);
    const { release } = siteOf(scope);
    const engine = props.engine ?? release.facts.mirrorEngines[0] ?? 'mirrorMaker2';
    const strategy = MIRROR_STRATEGIES[engine];
    const division = divided(id, props, strategy);
    const { all, own } = division;
    super(scope, id, { noun: engine, entry: release.dialect[engine] }, { ...props, ...division.named });
    this.engine = engine;
    this.strategy = strategy;
    this.target = props.target;
    this.sources = all.map(({ cluster }) => cluster);
    this.source = this.sources[0] ?? props.target;
    this.register = registerOf(this);
    const accesses = this.accesses(props, own);
    const [sources, target] = [accesses.slice(0, -1), accesses.at(-1) ?? NO_ACCESS];
    this.targetUser = target.user;
    const others = isDoubted(this) ? [] : division.others.map((other) => new Mirror(this, other.id, other.props));
    this.sourceUsers = [...sources, ...others].map((end) => ('user' in end ? end.user : end.sourceUser));
    this.sourceUser = this.sourceUsers[0];
    this.plan = this.planOf(props, own, { target, sources });
    if (all.length === 0) this.noteNoSource();
    if (isDoubted(this)) return;
    this.check(props, own, all);
    if (!isDoubted(this)) this.takeUp(sources);
  }

  /** The topic as it is called at the target. */
  remoteTopic(topic: IKafkaTopic): IKafkaTopic {
    const { plan, strategy } = this;
    const source = plan.sources.find(({ cluster }) => sameCluster(cluster, topic.cluster)) ?? plan.sources[0];
    const policy = source && strategy.policyOf(plan, source);
    const nameOf = (): string => (policy ? remoteName(topic.topicName, source.alias, policy) : topic.topicName);
    return new TopicReference(nameOf, this.target);
  }

  toRecord(): MirrorMakerRecord | MirrorMaker2Record {
    const record = this.strategy.record(this.plan, this.register.wiring.groups);
    return 'mirrors' in record ? withToldLogins(record, this.site.release.facts) : record;
  }

  private accesses(
    { target, targetListener, targetUser }: MirrorProps,
    sources: readonly NamedSource[],
  ): readonly Access[] {
    const { name } = this;
    const isOne = sources.length === 1;
    const requests = [
      ...sources.map(({ cluster, listener, user, at, usualAlias }) => ({
        cluster,
        field: at === '' ? 'source' : `${at}cluster`,
        listener,
        user,
        userId: isOne ? `${name}-source` : `${name}-source-${dnsName(usualAlias)}`,
      })),
      { cluster: target, field: 'target', listener: targetListener, user: targetUser, userId: `${name}-target` },
    ];
    return requests.map((request) => gainAccess(this, request));
  }

  private takeUp(sources: readonly Access[]): void {
    const { strategy, plan, targetUser } = this;
    this.register.addMirror(this, { strategy, plan, sourceUsers: sources.map(({ user }) => user), targetUser });
  }

  private planOf(
    props: MirrorProps,
    sources: readonly NamedSource[],
    access: { readonly target: Access; readonly sources: readonly Access[] },
  ): MirrorPlan {
    const { target, site } = this;
    const settingsOf = connectorSettings(this, props);
    const { targetAlias = usualAliases([...this.sources, target]).at(-1) ?? target.clusterName } = props;
    return {
      sources: sources.map((source, index) => sourceOf(source, access.sources[index] ?? NO_ACCESS, settingsOf(source))),
      target: endOf({ cluster: target, alias: targetAlias }, access.target),
      site,
      groupsInterval: this.groupsInterval(props),
      consumerGroup: props.consumerGroup,
      offsetSyncs: props.offsetSyncs,
      heartbeats: props.heartbeats,
      exactlyOnce: props.exactlyOnce,
      workerNames: props.workerNames,
      workerConfig: plainSettings(this, ['workerConfig'], props.workerConfig),
      release: site.release.facts,
      ...(props.rack && { rack: { topologyKey: props.rack.key } }),
      ...(props.jmx && { jmx: props.jmx }),
      workers: this.workersOf(props),
    };
  }

  private groupsInterval({ groupsInterval: given }: MirrorProps): number {
    const seconds = given && counted(this, ['groupsInterval'], 'refresh.groups.interval.seconds', given);
    return seconds ?? USUAL_GROUPS_INTERVAL;
  }

  private workersOf(props: MirrorProps): MirrorPlan['workers'] {
    const { replicas = 1, version, image, resources, placement, tracing, env, files } = props;
    return {
      ...this.identity(),
      replicas,
      ...(version !== undefined && { version }),
      ...(image !== undefined && { image }),
      ...(resources && { resources }),
      ...workloadRecord(this, props, 'workers'),
      ...podsRecord(props.pods),
      ...(placement && { placement: placement.record }),
      ...containerRecord({ files }),
      ...traceWorkload(this, { tracing, env }),
    };
  }

  private check(props: MirrorProps, own: readonly NamedSource[], all: readonly NamedSource[]): void {
    for (const [index, { at, cluster, ...source }] of own.entries()) {
      this.checkUser(at === '' ? 'sourceUser' : `${at}user`, this.sourceUsers[index], cluster);
      const faults = boundFaults({ at, cluster, ...source }, isResource(cluster));
      for (const fault of faults) noteFault(this, fault);
    }
    this.checkUser('targetUser', this.targetUser, this.target);
    for (const fault of sourceFaults(props, all)) {
      noteFault(this, fault);
      // Nobody has rights to what cannot be.
      if (fault.rule === 'legal-name') doubt(this);
    }
    for (const limit of this.strategy.limits(this.plan)) noteFault(this, { rule: 'release-says-field', ...limit });
  }

  private checkUser(field: string, user: IKafkaUser | undefined, cluster: IKafkaCluster): void {
    if (!user || sameCluster(user.cluster, cluster)) return;
    noteFault(this, {
      rule: 'grant-at-own-cluster',
      field,
      given: `user "${user.userName}" of ${user.cluster.clusterName}`,
      allowed: `a user of ${cluster.clusterName}`,
      message: 'A Kafka cluster knows its own users only.',
      remedy: 'Name a user of that cluster, or leave it out: the mirror makes one of its own.',
    });
  }

  private noteNoSource(): void {
    noteFault(this, NO_SOURCE);
    doubt(this);
  }
}

/** An end, whose Secrets are called what they are called when somebody looks. */
function endOf<E extends object>(end: E, access: Access): E & Pick<Access, 'endpoint'> {
  return Object.defineProperty({ ...end }, 'endpoint', { get: () => access.endpoint, enumerable: true }) as E &
    Pick<Access, 'endpoint'>;
}

function sourceOf(
  { usualAlias, ...source }: NamedSource,
  access: Access,
  settings: ReturnType<ReturnType<typeof connectorSettings>>,
): MirrorSource {
  const { cluster, alias = usualAlias, replicationPolicy = 'identity' } = source;
  return {
    cluster,
    alias,
    get endpoint() {
      return access.endpoint;
    },
    // Called when somebody looks: mirrors that are told of later may name a topic.
    get topics() {
      return namesOf(source.topics);
    },
    topicsPattern: source.topicsPattern,
    excludedTopics: source.excludedTopics,
    groups: source.groups,
    excludedGroups: source.excludedGroups,
    replicationPolicy,
    ...settings,
  };
}

const NO_ACCESS: Access = { endpoint: { bootstrapServers: '' }, user: undefined };
/** Seconds. */
const USUAL_GROUPS_INTERVAL = 60;
