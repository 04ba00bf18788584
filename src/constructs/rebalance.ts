import type { Construct } from 'constructs';
import type { BrokerVolumes, RebalanceMode, RebalanceRecord } from '../model/rebalance';
import { held } from './held';
import type { IKafkaCluster } from './interfaces';
import { checkCluster, checkSite, clusterOf } from './of-cluster';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import { Resource, siteOf, type ResourceProps } from './resource';

/** Properties of a {@link KafkaRebalance}. */
export interface KafkaRebalanceProps extends ResourceProps, PausableProps {
  /**
   * The Kafka cluster that is rebalanced. It needs Cruise Control.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * What it is about: all brokers, new ones, ones to be removed, or disks to be removed.
   * @default full
   */
  readonly mode?: RebalanceMode;
  /**
   * Numbers of the brokers that were added, or are to be removed.
   * @default - none
   */
  readonly brokers?: readonly number[];
  /**
   * Goals of Cruise Control, the most important first.
   * @default - those of the cluster
   */
  readonly goals?: readonly string[];
  /**
   * Whether `goals` may leave out hard goals of the cluster.
   * @default false
   */
  readonly skipHardGoalCheck?: boolean;
  /**
   * Whether data is spread over the disks of each broker, and not over brokers.
   * @default false
   */
  readonly rebalanceDisk?: boolean;
  /**
   * Topics that stay where they are: a regular expression.
   * @default - none
   */
  readonly excludedTopics?: string;
  /**
   * Partitions that move into and out of a broker at a time.
   * @default - Cruise Control's, 5
   */
  readonly concurrentPartitionMovementsPerBroker?: number;
  /**
   * Partitions that move between the disks of a broker at a time.
   * @default - Cruise Control's, 2
   */
  readonly concurrentIntraBrokerPartitionMovements?: number;
  /**
   * Leaders that change at a time.
   * @default - Cruise Control's, 1000
   */
  readonly concurrentLeaderMovements?: number;
  /**
   * Bytes a second that moving may take.
   * @default - no bound
   */
  readonly replicationThrottle?: number;
  /**
   * Java classes that order the movements.
   * @default - Cruise Control's
   */
  readonly replicaMovementStrategies?: readonly string[];
  /**
   * Volumes that are to be emptied, with mode `remove-disks`.
   * @default - none
   */
  readonly moveReplicasOffVolumes?: readonly BrokerVolumes[];
  /**
   * Whether it is the template of automatic rebalances, and does nothing itself; known at once.
   * @default false
   */
  readonly template?: boolean;
  /**
   * Whether proposals are carried out without somebody's approval, known at once.
   * @default false
   */
  readonly autoApproval?: boolean;
  /**
   * What is done with the proposal, once: the operator takes the annotation away afterwards. It is carried out, made anew, or
   * what is carried out is stopped. Known at once.
   * @default - nothing
   */
  readonly action?: 'approve' | 'refresh' | 'stop';
  /**
   * What stands in the KafkaRebalance over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaRebalance'>;
}

/** What Cruise Control is to do to a Kafka cluster: a KafkaRebalance. */
export class KafkaRebalance extends Resource<RebalanceRecord> {
  /** The Kafka cluster that is rebalanced. */
  readonly cluster: IKafkaCluster;
  private readonly settings: KafkaRebalanceProps;

  constructor(scope: Construct, id: string, props: KafkaRebalanceProps = {}) {
    [scope, id, props] = held('KafkaRebalance', [scope, id, props], new.target === KafkaRebalance);
    const cluster = clusterOf(scope, props.cluster);
    const entry = siteOf(scope).release.dialect.rebalance;
    const { action } = props;
    super(scope, id, { noun: 'rebalance', entry, ...(action && { asks: { 'strimzi.io/rebalance': action } }) }, props);
    this.cluster = cluster;
    this.settings = props;
    checkCluster(this, cluster);
    checkSite(this, cluster);
  }

  toRecord(): RebalanceRecord {
    const { settings } = this;
    return {
      ...Object.fromEntries(SAID.map((name) => [name, settings[name]])),
      ...this.identity(),
      cluster: this.cluster.clusterName,
      template: settings.template || undefined,
      autoApproval: settings.autoApproval || undefined,
    };
  }
}

/** Props that the record has under the same name. */
const SAID = [
  'mode',
  'brokers',
  'goals',
  'skipHardGoalCheck',
  'rebalanceDisk',
  'excludedTopics',
  'concurrentPartitionMovementsPerBroker',
  'concurrentIntraBrokerPartitionMovements',
  'concurrentLeaderMovements',
  'replicationThrottle',
  'replicaMovementStrategies',
  'moveReplicasOffVolumes',
] as const satisfies readonly (keyof KafkaRebalanceProps & keyof RebalanceRecord)[];
