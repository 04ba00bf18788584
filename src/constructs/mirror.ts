import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { tracingVariables } from '../dialects/common/tracing-variables';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { MirrorEngine } from '../model/release';
import type { Config, Resources } from '../model/resource';
import { sameCluster } from '../wiring/identity';
import type { MirrorPlan, MirrorStrategy } from '../wiring/mirror';
import { MIRROR_STRATEGIES } from '../wiring/mirror-strategies';
import { usualAliases, type ReplicationPolicy } from '../wiring/mirror-names';
import { gainAccess, type Access } from './access';
import { noteFault } from './faults';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import type { Placement } from './placement';
import { seconds } from './quantities';
import { registerOf, type Register } from './register';
import { held, holdCalls } from './held';
import type { Overrides } from './overrides';
import { Resource, siteOf, type ResourceProps } from './resource';
import { TopicReference } from './topic-reference';
import { traceProgram, type ITracing } from './tracing';

/** Properties of a {@link Mirror}. */
export interface MirrorProps extends ResourceProps {
  /** The cluster that records are copied from. */
  readonly source: IKafkaCluster;
  /** The cluster that records are copied to. */
  readonly target: IKafkaCluster;
  /** The topics of the source that are copied. The mirror's users get the rights to them. */
  readonly topics: readonly IKafkaTopic[];
  /**
   * The topics that the mirror looks for, as a regular expression; the users' rights still bound it.
   * @default - the names of `topics`
   */
  readonly topicsPattern?: string;
  /**
   * Names of consumer groups whose offsets are copied. MirrorMaker 1 copies none.
   * @default - the groups that read the topics, at either end, as grants and client applications tell
   */
  readonly groups?: readonly string[];
  /**
   * Time between two looks for new consumer groups (MirrorMaker 2), in whole seconds.
   * @default Duration.seconds(60); Kafka's own is ten minutes
   */
  readonly groupsInterval?: Duration;
  /**
   * Pods, from 0.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * The program that copies.
   * @default - the release's usual one
   */
  readonly engine?: MirrorEngine;
  /**
   * The user that reads at the source.
   * @default - one of its own, `<id>-source`, where the source asks for authentication
   */
  readonly sourceUser?: IKafkaUser;
  /**
   * The user that writes at the target.
   * @default - one of its own, `<id>-target`, where the target asks for authentication
   */
  readonly targetUser?: IKafkaUser;
  /**
   * Name of the listener of the source.
   * @default - the best that can be reached
   */
  readonly sourceListener?: string;
  /**
   * Name of the listener of the target.
   * @default - the best that can be reached
   */
  readonly targetListener?: string;
  /**
   * What the mirror calls the source (MirrorMaker 2): 1 to 100 letters, digits, dots, underscores and hyphens.
   * @default - the cluster's name; with the namespace before it where both clusters have one name
   */
  readonly sourceAlias?: string;
  /**
   * What the mirror calls the target (MirrorMaker 2): 1 to 100 letters, digits, dots, underscores and hyphens.
   * @default - the cluster's name; with the namespace before it where both clusters have one name
   */
  readonly targetAlias?: string;
  /**
   * The consumer group of a MirrorMaker 1. MirrorMaker 2 has none.
   * @default - the object's name
   */
  readonly consumerGroup?: string;
  /**
   * What becomes of the topics' names at the target: they stay (`identity`), or the source's alias is put before them
   * (`default`).
   * @default identity
   */
  readonly replicationPolicy?: ReplicationPolicy;
  /**
   * The most tasks that copy at a time (MirrorMaker 2), 1 at least.
   * @default - the operator's
   */
  readonly tasksMax?: number;
  /**
   * Settings of the MirrorMaker 2 source connector, over the library's.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#mirrorsourceconfigs
   */
  readonly sourceConnectorConfig?: Config;
  /**
   * Settings of the MirrorMaker 2 checkpoint connector, over the library's.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#mirrorcheckpointconfigs
   */
  readonly checkpointConnectorConfig?: Config;
  /**
   * Where the mirror sends its traces.
   * @default - nowhere
   */
  readonly tracing?: ITracing;
  /**
   * Kafka version of the mirror.
   * @default - the operator's default
   */
  readonly version?: string;
  /**
   * CPU and memory of each replica.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that the replicas must run on.
   * @default - any
   */
  readonly placement?: Placement;
  /**
   * What stands in the KafkaMirrorMaker2 or KafkaMirrorMaker over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaMirrorMaker'>;
}

/**
 * A mirror: it copies records of topics from a source to a target. MirrorMaker 1 or 2, as the release has it. What its
 * users may do follows from what it copies.
 */
export class Mirror extends Resource<MirrorMakerRecord | MirrorMaker2Record> {
  static {
    holdCalls(this, 'Mirror');
  }

  /** The program that copies. */
  readonly engine: MirrorEngine;
  /** The cluster that records are copied from. */
  readonly source: IKafkaCluster;
  /** The cluster that records are copied to. */
  readonly target: IKafkaCluster;
  /** The user that reads at the source; absent: it needs none. */
  readonly sourceUser: IKafkaUser | undefined;
  /** The user that writes at the target; absent: it needs none. */
  readonly targetUser: IKafkaUser | undefined;
  private readonly strategy: MirrorStrategy;
  private readonly plan: MirrorPlan;
  private readonly register: Register;

  constructor(scope: Construct, id: string, props: MirrorProps) {
    [scope, id, props] = held('Mirror', [scope, id, props], new.target === Mirror);
    const { release } = siteOf(scope);
    const engine = props.engine ?? release.facts.mirrorEngines[0] ?? 'mirrorMaker2';
    super(scope, id, { noun: engine, entry: release.dialect[engine] }, props);
    this.engine = engine;
    this.strategy = MIRROR_STRATEGIES[engine];
    this.source = props.source;
    this.target = props.target;
    const source = this.access('source', props);
    const target = this.access('target', props);
    this.sourceUser = source.user;
    this.targetUser = target.user;
    this.plan = this.planOf(props, { source, target });
    this.register = registerOf(this);
    this.register.addMirror(this, {
      strategy: this.strategy,
      plan: this.plan,
      sourceUser: source.user,
      targetUser: target.user,
    });
    this.checkUser('sourceUser', this.source);
    this.checkUser('targetUser', this.target);
    this.checkTopics(props.topics);
    for (const limit of this.strategy.limits(this.plan)) noteFault(this, { rule: 'release-says-field', ...limit });
  }

  /** The topic as it is called at the target. */
  remoteTopic(topic: IKafkaTopic): IKafkaTopic {
    return new TopicReference(this.strategy.remoteName(topic.topicName, this.plan), this.target);
  }

  toRecord(): MirrorMakerRecord | MirrorMaker2Record {
    return this.strategy.record(this.plan, this.register.wiring.groups);
  }

  private access(field: 'source' | 'target', props: MirrorProps): Access {
    const { [field]: cluster, [`${field}User` as const]: user, [`${field}Listener` as const]: listener } = props;
    return gainAccess(this, { cluster, field, listener, user, userId: `${this.name}-${field}` });
  }

  private planOf(props: MirrorProps, access: { readonly source: Access; readonly target: Access }): MirrorPlan {
    const { source, target } = this;
    const aliases = usualAliases(source, target);
    const { sourceAlias = aliases.source, targetAlias = aliases.target } = props;
    const { topicsPattern, groups, consumerGroup, tasksMax, sourceConnectorConfig, checkpointConnectorConfig } = props;
    return {
      source: { cluster: source, alias: sourceAlias, endpoint: access.source.endpoint },
      target: { cluster: target, alias: targetAlias, endpoint: access.target.endpoint },
      topics: props.topics.map(({ topicName }) => topicName),
      topicsPattern,
      groups,
      groupsInterval: seconds(props.groupsInterval ?? USUAL_GROUPS_INTERVAL),
      consumerGroup,
      replicationPolicy: props.replicationPolicy ?? 'identity',
      tasksMax,
      sourceConnectorConfig,
      checkpointConnectorConfig,
      release: this.site.release.facts,
      workers: this.workersOf(props),
    };
  }

  private workersOf({ replicas = 1, version, resources, placement, tracing }: MirrorProps): MirrorPlan['workers'] {
    return {
      ...this.identity(),
      replicas,
      ...(version !== undefined && { version }),
      ...(resources && { resources }),
      ...(placement && { placement: placement.record }),
      ...(tracing && this.trace(tracing)),
    };
  }

  private trace(tracing: ITracing): Pick<MirrorPlan['workers'], 'tracing' | 'env'> {
    const { tracing: system } = this.site.release.facts;
    const traced = traceProgram(this, tracing, { system, managedByStrimzi: true, serviceName: this.name });
    return { tracing: system, ...(traced && { env: tracingVariables(traced, { managedByStrimzi: true }) }) };
  }

  private checkUser(field: 'sourceUser' | 'targetUser', cluster: IKafkaCluster): void {
    const user = this[field];
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

  private checkTopics(topics: readonly IKafkaTopic[]): void {
    const { source } = this;
    for (const { topicName, cluster } of topics) {
      if (sameCluster(cluster, source)) continue;
      noteFault(this, {
        rule: 'mirror-source-topics',
        field: 'topics',
        given: `${topicName} of ${cluster.clusterName}`,
        allowed: `topics of the source ${source.clusterName}`,
        message: 'A mirror copies topics of its source.',
        remedy: 'Name the topic at the source: topic.at(source).',
      });
    }
  }
}

const USUAL_GROUPS_INTERVAL = Duration.seconds(60);
