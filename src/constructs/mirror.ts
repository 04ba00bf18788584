import type { Construct } from 'constructs';
import { tracingVariables } from '../dialects/common/tracing-variables';
import type { Endpoint } from '../model/endpoint';
import type { EnvVar } from '../model/env';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { MirrorEngine } from '../model/release';
import type { Config, Resources } from '../model/resource';
import type { TracingSystem } from '../model/tracing';
import { gainAccess, type Access } from './access';
import { noteFault } from './faults';
import type { IKafkaCluster } from './kafka-cluster';
import { mirrorMakerRecord } from './mirror-maker';
import { mirrorMaker2Record } from './mirror-maker-2';
import { grantMirrorMaker, grantMirrorMaker2 } from './mirror-grants';
import type { Placement } from './placement';
import { Resource, siteOf, type ResourceProps } from './resource';
import { KafkaTopic, type ITopic } from './topic';
import { traceProgram } from './trace-program';
import type { ITracing } from './tracing';
import type { IKafkaUser } from './user';

/** What becomes of a topic's name at the target: it stays, or the source's alias is put before it. */
export type ReplicationPolicy = 'identity' | 'default';

/** Properties of a {@link Mirror}. */
export interface MirrorProps extends ResourceProps {
  /** The cluster that records are copied from. */
  readonly source: IKafkaCluster;
  /** The cluster that records are copied to. */
  readonly target: IKafkaCluster;
  /** The topics that are copied. The mirror's users get the rights to them. */
  readonly topics: readonly ITopic[];
  /**
   * The topics that the program looks for, as a regular expression; the users' rights still bound it.
   * @default - the names of `topics`
   */
  readonly topicsPattern?: string;
  /**
   * Consumer groups whose offsets are copied. MirrorMaker 1 copies none.
   * @default - the groups that were granted to consume the topics, at either end
   */
  readonly groups?: readonly string[];
  /** @default 1 */
  readonly replicas?: number;
  /** @default - the release's usual one */
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
   * The consumer group of a MirrorMaker 1. MirrorMaker 2 has none.
   * @default - the id
   */
  readonly consumerGroup?: string;
  /** @default identity */
  readonly replicationPolicy?: ReplicationPolicy;
  /**
   * The most tasks that copy at a time (MirrorMaker 2).
   * @default - the operator's
   */
  readonly tasksMax?: number;
  /**
   * Settings of the MirrorMaker 2 source connector, over the library's.
   * @default - the library's
   */
  readonly sourceConnectorConfig?: Config;
  /**
   * Settings of the MirrorMaker 2 checkpoint connector, over the library's.
   * @default - the library's
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
}

/** One end of a mirror, as its records need it. */
export interface MirrorEnd {
  readonly cluster: IKafkaCluster;
  readonly endpoint: Endpoint;
}

/**
 * A mirror: it copies records of topics from a source to a target. MirrorMaker 1 or 2, as the release has it.
 */
export class Mirror extends Resource<MirrorMakerRecord | MirrorMaker2Record> {
  readonly engine: MirrorEngine;
  readonly source: IKafkaCluster;
  readonly target: IKafkaCluster;
  private readonly settings: MirrorProps;
  private readonly ends: { readonly source: MirrorEnd; readonly target: MirrorEnd };
  private readonly traced: { readonly system: TracingSystem; readonly env: readonly EnvVar[] } | undefined;

  constructor(scope: Construct, id: string, props: MirrorProps) {
    const { release } = siteOf(scope);
    const engine = props.engine ?? release.facts.mirrorEngines[0] ?? 'mirrorMaker2';
    super(scope, id, { noun: engine, entry: release.dialect[engine] }, props);
    this.engine = engine;
    this.settings = props;
    this.source = props.source;
    this.target = props.target;
    const source = this.access('source');
    const target = this.access('target');
    this.ends = {
      source: { cluster: props.source, endpoint: source.endpoint },
      target: { cluster: props.target, endpoint: target.endpoint },
    };
    this.traced = this.trace(props.tracing);
    this.grantRights(source.user, target.user);
    this.checkProps();
  }

  /** The topic as it is called at the target. */
  remoteTopic(topic: ITopic): ITopic {
    const name = this.renames ? `${this.source.clusterName}.${topic.topicName}` : topic.topicName;
    return KafkaTopic.fromTopicName(this.target, name);
  }

  toRecord(): MirrorMakerRecord | MirrorMaker2Record {
    const { settings, traced, ends } = this;
    const common = {
      ...this.identity(),
      replicas: settings.replicas ?? 1,
      ...(settings.version !== undefined && { version: settings.version }),
      ...(settings.resources && { resources: settings.resources }),
      ...(settings.placement && { placement: settings.placement.record }),
      ...(traced && { tracing: traced.system, ...(traced.env.length > 0 && { env: traced.env }) }),
    };
    return this.engine === 'mirrorMaker'
      ? mirrorMakerRecord(common, ends, settings, this.name)
      : mirrorMaker2Record(common, ends, settings, this.site.release.facts);
  }

  private get renames(): boolean {
    return this.engine === 'mirrorMaker2' && this.settings.replicationPolicy === 'default';
  }

  /** Whether the program of the release can keep the names of topics: without, rights are to the names that it gives. */
  private get identityKept(): boolean {
    return this.site.release.facts.mirrorMaker2.identityPolicy;
  }

  private access(field: 'source' | 'target'): Access {
    const {
      [field]: cluster,
      [`${field}User` as const]: user,
      [`${field}Listener` as const]: listener,
    } = this.settings;
    return gainAccess(this, { cluster, field, listener, user, userId: `${this.name}-${field}` });
  }

  private trace(tracing: ITracing | undefined): { system: TracingSystem; env: readonly EnvVar[] } | undefined {
    if (!tracing) return undefined;
    const { tracing: system } = this.site.release.facts;
    const traced = traceProgram(this, tracing, { system, managedByStrimzi: true, serviceName: this.name });
    return { system, env: traced ? tracingVariables(traced, { managedByStrimzi: true }) : [] };
  }

  private grantRights(sourceUser: IKafkaUser | undefined, targetUser: IKafkaUser | undefined): void {
    const users = { sourceUser, targetUser };
    if (this.engine === 'mirrorMaker') grantMirrorMaker(this.settings, users, this.name);
    else
      grantMirrorMaker2(
        this.identityKept ? this.settings : { ...this.settings, replicationPolicy: 'default' },
        users,
        this.name,
      );
  }

  private checkProps(): void {
    const { consumerGroup } = this.settings;
    if (consumerGroup !== undefined && this.engine === 'mirrorMaker2') {
      noteFault(this, {
        rule: 'release-says-field',
        field: 'consumerGroup',
        given: consumerGroup,
        allowed: 'no consumerGroup',
        message: 'MirrorMaker 2 reads without a consumer group.',
        remedy: 'Leave it out, or choose the engine mirrorMaker on a release that has it.',
      });
    }
    this.checkPolicy();
    this.checkTopics();
  }

  private checkPolicy(): void {
    const { release } = this.site;
    if (this.engine !== 'mirrorMaker2' || this.identityKept || this.renames) return;
    noteFault(this, {
      rule: 'release-says-field',
      field: 'replicationPolicy',
      given: this.settings.replicationPolicy ?? 'identity',
      allowed: 'default',
      message: `MirrorMaker 2 of ${release.name} puts the source's alias before the names of topics.`,
      remedy: "Take replicationPolicy 'default' and mirror.remoteTopic(topic), or the engine mirrorMaker.",
    });
  }

  private checkTopics(): void {
    for (const topic of this.settings.topics) {
      if (topic.cluster === this.source) continue;
      noteFault(this, {
        rule: 'mirror-source-topics',
        field: 'topics',
        given: `${topic.topicName} of ${topic.cluster.clusterName}`,
        allowed: `topics of the source ${this.source.clusterName}`,
        message: 'A mirror copies topics of its source.',
        remedy: 'Name the topic at the source: topic.at(source).',
      });
    }
  }
}
