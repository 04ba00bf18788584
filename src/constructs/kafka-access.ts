import type { Construct } from 'constructs';
import { boundSecret, type KafkaAccessRecord } from '../model/kafka-access';
import type { ObjectMarks } from '../model/made-objects';
import { sameCluster } from '../wiring/identity';
import { noteFault } from './faults';
import { held } from './held';
import type { IKafkaCluster, IKafkaUser } from './interfaces';
import { marksRecord } from './made-objects';
import { checkCluster, clusterOf } from './of-cluster';
import type { Overrides } from './overrides';
import { Resource, siteOf, type ResourceProps } from './resource';

/** Properties of a {@link KafkaAccess}. */
export interface KafkaAccessProps extends ResourceProps {
  /**
   * The Kafka cluster that programs connect to, in any namespace of the Kubernetes cluster.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * The user that programs are. What it may do is granted to it as to any user.
   * @default - none: the Secret has no credentials
   */
  readonly user?: IKafkaUser;
  /**
   * Name of the listener, known at once.
   * @default - the operator's choice: one that the user can log in at, internal ones first, of several the first by name
   */
  readonly listener?: string;
  /**
   * Name of the Secret, known at once: from 0.2 of the Access operator on.
   * @default - the object's name
   */
  readonly secretName?: string;
  /**
   * Labels and annotations of the Secret: from 0.3 of the Access operator on, which reads Strimzi 0.49 and later.
   * @default - those of the operator
   */
  readonly secretMetadata?: ObjectMarks;
  /**
   * What stands in the KafkaAccess over what the library writes, in the words of its API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaAccess'>;
}

/**
 * One Secret with all that a program needs to connect, as the Service Binding specification has it: a KafkaAccess, which
 * Strimzi's Access operator reads. That operator has to be installed beside Strimzi's.
 * @see https://github.com/strimzi/kafka-access-operator 0.1.1 to 0.3.0
 */
export class KafkaAccess extends Resource<KafkaAccessRecord> {
  /** The Kafka cluster that programs connect to. */
  readonly cluster: IKafkaCluster;
  /** The user that programs are; absent: none. */
  readonly user: IKafkaUser | undefined;
  private readonly settings: KafkaAccessProps;

  constructor(scope: Construct, id: string, props: KafkaAccessProps = {}) {
    [scope, id, props] = held('KafkaAccess', [scope, id, props], new.target === KafkaAccess);
    const cluster = clusterOf(scope, props.cluster);
    super(scope, id, { noun: 'kafkaAccess', entry: siteOf(scope).release.dialect.kafkaAccess }, props);
    this.cluster = cluster;
    this.user = props.user;
    this.settings = props;
    checkCluster(this, cluster);
    this.checkReach();
    this.checkUser();
  }

  /** Name of the Secret that programs read. */
  get secretName(): string {
    return boundSecret({ name: this.name, ...this.settings });
  }

  toRecord(): KafkaAccessRecord {
    const { cluster, user, settings } = this;
    const userNamespace = user && this.elsewhere(user.cluster);
    return {
      ...this.identity(),
      cluster: cluster.clusterName,
      clusterNamespace: this.elsewhere(cluster),
      listener: settings.listener,
      user: user && { name: user.userName, ...(userNamespace !== undefined && { namespace: userNamespace }) },
      secretName: settings.secretName,
      secretMetadata: marksRecord(settings.secretMetadata),
    };
  }

  /** The namespace of a cluster and its users, where it is not that of the object. */
  private elsewhere({ site }: IKafkaCluster): string | undefined {
    return site.targetNamespace === this.site.targetNamespace ? undefined : site.targetNamespace;
  }

  private checkReach(): void {
    const { site } = this.cluster;
    if (site.kubernetesCluster === this.site.kubernetesCluster) return;
    noteFault(this, {
      rule: 'beside-its-cluster',
      field: 'spec.kafka.name',
      given: `${this.cluster.clusterName} of ${site.kubernetesCluster}`,
      allowed: `a Kafka cluster of ${this.site.kubernetesCluster}`,
      message: 'The Access operator looks for Kafka clusters in its own Kubernetes cluster only.',
      remedy: 'Make it at a site of the Kubernetes cluster that the Kafka cluster is in.',
    });
  }

  private checkUser(): void {
    const { cluster, user } = this;
    // Of a user that is described, a rule tells it.
    if (!user || user.managed || sameCluster(user.cluster, cluster)) return;
    noteFault(this, {
      rule: 'grant-at-own-cluster',
      field: 'spec.user.name',
      given: `${user.userName} of ${user.cluster.site.node.path}/${user.cluster.clusterName}`,
      allowed: `a user of ${cluster.site.node.path}/${cluster.clusterName}`,
      message: `User "${user.userName}" is of another cluster than the one that programs connect to.`,
      remedy: 'Name a user of the cluster.',
    });
  }
}
