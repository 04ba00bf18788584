import { Construct } from 'constructs';
import { sameSite } from '../wiring/identity';
import { dnsName, usualAliases } from '../wiring/mirror-names';
import { doubt } from './doubts';
import { noteFault } from './faults';
import { held, holdCalls, tellFaults } from './held';
import type { IKafkaCluster, IKafkaTopic } from './interfaces';
import { Mirror } from './mirror';
import type { MirrorWorkersProps } from './mirror-props';
import { within } from './of-cluster';
import { KafkaTopic, type KafkaTopicProps } from './topic';
import { KafkaUser, type KafkaUserProps } from './user';

/** Properties of an {@link ActivePassive} pair. */
export interface ActivePassiveProps extends Pick<
  MirrorWorkersProps,
  'groups' | 'groupsInterval' | 'exactlyOnce' | 'replicas' | 'tasksMax' | 'autoRestart' | 'version' | 'resources'
> {
  /** The cluster that is active while all is well. */
  readonly primary: IKafkaCluster;
  /** The cluster that takes over. It is at another site. */
  readonly secondary: IKafkaCluster;
  /**
   * Which of the two is active: clients are wired to it, and the other one gets its records. To change it moves the clients
   * and turns the mirror round, which takes steps in between: `report runbook` tells them.
   * @default primary
   */
  readonly active?: 'primary' | 'secondary';
}

/**
 * Two Kafka clusters, of which one is active and the other is ready to take over. Topics and users are at both of them, so
 * that a change of roles deletes none. Rights, clients and records follow the active one; a mirror brings records and
 * groups' offsets to the passive one, under the same names, and never back.
 *
 * What the mirror copies are the topics that the pair adds.
 */
export class ActivePassive extends Construct {
  static {
    holdCalls(this, 'ActivePassive');
  }

  /** The cluster that clients write to and read from. */
  readonly active: IKafkaCluster;
  /** The cluster that gets the records of the active one. */
  readonly passive: IKafkaCluster;
  /** What brings them. It runs at the passive cluster's site. */
  readonly mirror: Mirror;
  /** Whether both clusters can have topics and users of one name. */
  private readonly isApart: boolean;
  /** The mirror reads it when somebody looks: topics are added later. */
  private readonly topics: IKafkaTopic[] = [];

  constructor(scope: Construct, id: string, props: ActivePassiveProps) {
    [scope, id, props] = held('ActivePassive', [scope, id, props], new.target === ActivePassive);
    super(scope, id);
    tellFaults(this, props);
    const { primary, secondary, active = 'primary' } = props;
    const clusters = [primary, secondary] as const;
    const aliases = usualAliases(clusters);
    const [to, from] = active === 'primary' ? ([1, 0] as const) : ([0, 1] as const);
    this.active = clusters[from];
    this.passive = clusters[to];
    this.mirror = new Mirror(this.passive.site, `${id}-to-${dnsName(aliases[to] ?? '')}`, {
      ...mirrorProps(props),
      engine: 'mirrorMaker2',
      replicationPolicy: 'identity',
      sources: [{ cluster: this.active, alias: aliases[from], topics: this.topics }],
      target: this.passive,
      targetAlias: aliases[to],
    });
    this.isApart = this.checkSites(props);
    const isSayable = [this.checkRelease('primary', primary), this.checkRelease('secondary', secondary)];
    if (!this.isApart || isSayable.includes(false)) doubt(this.mirror);
  }

  /**
   * Adds a topic: to both clusters, with the same settings. The mirror copies it.
   * @returns the topic of the active cluster
   */
  addTopic(id: string, props?: Omit<KafkaTopicProps, 'cluster'>): KafkaTopic {
    const topic = new KafkaTopic(this.active, id, within(this.active, props));
    if (this.isApart) new KafkaTopic(this.passive, id, within(this.passive, props));
    this.topics.push(topic);
    return topic;
  }

  /**
   * Adds a user: to both clusters, so that there are credentials when the roles change.
   * @returns the user of the active cluster. What it is granted is granted there alone: nobody writes to a copy.
   */
  addUser(id: string, props?: Omit<KafkaUserProps, 'cluster'>): KafkaUser {
    if (this.isApart) new KafkaUser(this.passive, id, within(this.passive, props));
    return new KafkaUser(this.active, id, within(this.active, props));
  }

  /** Objects of one namespace have names of their own: a topic of one name at two clusters needs two. */
  private checkSites({ primary, secondary }: ActivePassiveProps): boolean {
    if (!sameSite(primary.site, secondary.site)) return true;
    noteFault(this, {
      rule: 'active-passive',
      field: 'secondary',
      given: `${secondary.clusterName} in namespace ${secondary.site.targetNamespace} of ${secondary.site.kubernetesCluster}`,
      allowed: 'a cluster in another namespace or Kubernetes cluster than the primary',
      message: 'Topics and users of one name cannot be made for both clusters of a pair in one namespace.',
      remedy: 'Give the secondary cluster a site of its own, on another Kubernetes cluster best.',
    });
    return false;
  }

  /** Each of the two is passive at some time, and then the mirror runs at its site. */
  private checkRelease(role: 'primary' | 'secondary', { site: { release } }: IKafkaCluster): boolean {
    if (release.facts.mirrorMaker2.identityPolicy) return true;
    noteFault(this, {
      rule: 'active-passive',
      field: role,
      given: release.name,
      allowed: 'a release from Strimzi 0.26 on',
      message: `MirrorMaker 2 of ${release.name} gives topics other names at the passive cluster, where clients do not look for them.`,
      remedy: 'Name a later release at both sites.',
    });
    return false;
  }
}

function mirrorProps({
  groups,
  groupsInterval,
  exactlyOnce,
  replicas,
  tasksMax,
  autoRestart,
  version,
  resources,
}: ActivePassiveProps): MirrorWorkersProps {
  return { groups, groupsInterval, exactlyOnce, replicas, tasksMax, autoRestart, version, resources };
}
