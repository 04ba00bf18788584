import type { Construct } from 'constructs';
import { clusterCertificate } from '../dialects/operator-names';
import { reflectable } from '../dialects/reflector';
import { takesAcls, type AuthorizationRecord, type RightsFrom } from '../model/authorization';
import type { TrustedCertificate } from '../model/endpoint';
import type { KafkaClusterRecord, MetadataMode, NodeOptions, NodeSet } from '../model/kafka-cluster';
import type { NodeRole } from '../model/node-pool';
import type { PodsRecord } from '../model/pods';
import type { OwnConfig } from '../model/resource';
import type { WorkloadRecord } from '../model/workload';
import { brokerConfig } from '../wiring/broker-config';
import type { NameOrPrefix } from '../model/permissions';
import { streamRights, transactRight, type StreamsOptions } from '../wiring/client-rights';
import { foreignMirrorRights, type ForeignMirror } from '../wiring/foreign-mirror';
import { connectRights, type ConnectWorkers } from '../wiring/connect-rights';
import type { Grant } from './grant';
import { grantAt } from './grant-at';
import { topicsWithPrefix } from './topic-grants';
import { Authorization } from './authorization';
import { noteFault } from './faults';
import { ImportedCluster, type ClusterReferenceProps } from './imported-cluster';
import type { IKafkaCluster, IKafkaTopics, IKafkaUser } from './interfaces';
import type { KafkaClusterProps, MetadataNodesProps } from './kafka-cluster-props';
import { Listener, noteListeners } from './listener';
import { within } from './of-cluster';
import { nodeIdsOf, noteNodeIds } from './node-ids';
import { mergedNodes, nodesRecord } from './nodes';
import { NodePool, type NodePoolProps } from './node-pool';
import type { Placement } from './placement';
import { objectsRecord } from './made-objects';
import { mergedPods, podsRecord } from './pods';
import { registerOf, type Register } from './register';
import { held, holdCalls } from './held';
import { userSecretPrefixOf } from './entity-operator';
import { toldBrokers } from '../wiring/told-logins';
import { besideNodes, programOfZookeeper } from './beside-nodes';
import { workloadRecord } from './workload';
import { Resource, siteOf } from './resource';
import { plainSettings } from './settings';
import { KafkaTopic, type KafkaTopicProps } from './topic';
import { KafkaUser, type KafkaUserProps } from './user';

/** A Kafka cluster: a Kafka resource, with KafkaNodePools where the release has them. */
export class KafkaCluster extends Resource<KafkaClusterRecord> implements IKafkaCluster {
  static {
    holdCalls(this, 'KafkaCluster');
  }

  /**
   * A cluster that somebody else manages, at the site of the scope. Topics and users of it are referred to within it:
   * `KafkaTopic.fromTopicName(cluster, 'orders')`.
   * @throws where the scope is within no site.
   */
  static fromClusterName(scope: Construct, id: string, props: ClusterReferenceProps = {}): IKafkaCluster {
    return new ImportedCluster(scope, id, props);
  }

  readonly listeners: readonly Listener[];
  /** Where the cluster keeps its metadata. */
  readonly mode: MetadataMode;
  private readonly settings: KafkaClusterProps;
  private readonly config: OwnConfig | undefined;
  private readonly register: Register;
  private readonly workload: WorkloadRecord;
  private readonly zookeeperWorkload: WorkloadRecord;
  private readonly cruiseControlWorkload: WorkloadRecord;

  constructor(scope: Construct, id: string, props: KafkaClusterProps) {
    [scope, id, props] = held('KafkaCluster', [scope, id, props], new.target === KafkaCluster);
    super(scope, id, { noun: 'kafkaCluster', entry: siteOf(scope).release.dialect.kafkaCluster }, props);
    this.settings = props;
    this.config = plainSettings(this, ['config'], props.config);
    this.register = registerOf(this);
    this.listeners = props.listeners ?? [Listener.tls()];
    this.mode = this.chooseMode();
    const { zookeeper = {}, cruiseControl = {} } = props;
    this.workload = workloadRecord(this, props, 'kafka');
    this.zookeeperWorkload = workloadRecord(this, zookeeper, 'zookeeper');
    this.cruiseControlWorkload = workloadRecord(this, cruiseControl, 'cruise-control');
    if (this.hasPools) this.addUsualPools();
    else noteNodeIds(this, props);
    noteListeners(this, this.listeners, this.site.platform.name);
  }

  get clusterName(): string {
    return this.name;
  }

  get certificate(): TrustedCertificate {
    return clusterCertificate(this.name);
  }

  get rightsFrom(): RightsFrom {
    const { authorization } = this;
    if (!authorization) return 'nowhere';
    return takesAcls(authorization) ? 'acls' : 'authorizer';
  }

  get brokers(): number {
    return this.register.brokersOf(this) ?? this.settings.brokers;
  }

  get placement(): Placement | undefined {
    return this.settings.placement;
  }

  get pods(): PodsRecord | undefined {
    return podsRecord(this.settings.pods).pods;
  }

  get nodes(): NodeOptions | undefined {
    return mergedNodes(this.told.nodes, nodesRecord(this.settings));
  }

  get userSecretPrefix(): string | undefined {
    return userSecretPrefixOf(this.settings.entityOperator);
  }

  get kafkaVersion(): string {
    return this.settings.version ?? this.site.release.facts.kafka.default;
  }

  /** Adds a topic to the cluster. */
  addTopic(id: string, props?: Omit<KafkaTopicProps, 'cluster'>): KafkaTopic {
    return new KafkaTopic(this, id, within(this, props));
  }

  /** Adds a user to the cluster. What it may do comes from grants. */
  addUser(id: string, props?: Omit<KafkaUserProps, 'cluster'>): KafkaUser {
    return new KafkaUser(this, id, within(this, props));
  }

  /** Adds a node pool beside those that `brokers` and `controllers` gave. */
  addNodePool(id: string, props: Omit<NodePoolProps, 'cluster'>): NodePool {
    return new NodePool(this, id, within(this, props));
  }

  topicsWithPrefix(prefix: string): IKafkaTopics {
    return topicsWithPrefix(this, prefix);
  }

  grantTransact(user: IKafkaUser, transactionalId: NameOrPrefix): Grant {
    return grantAt(this, user, [transactRight(transactionalId)], this);
  }

  grantStreams(user: IKafkaUser, applicationId: string, options?: StreamsOptions): Grant {
    return grantAt(this, user, streamRights(applicationId, options), this);
  }

  grantConnectWorker(user: IKafkaUser, workers: ConnectWorkers): Grant {
    return grantAt(this, user, connectRights(workers), this);
  }

  grantMirrorSource(user: IKafkaUser, mirror: ForeignMirror): Grant {
    return grantAt(this, user, foreignMirrorRights(mirror, this.kafkaVersion).source, this);
  }

  grantMirrorTarget(user: IKafkaUser, mirror: ForeignMirror): Grant {
    return grantAt(this, user, foreignMirrorRights(mirror, this.kafkaVersion).target, this);
  }

  toRecord(): KafkaClusterRecord {
    const { settings: props, site, mode } = this;
    const { facts } = site.release;
    const { kafkaVersion: version } = this;
    const reflected = this.register.reflectedTo(site, this.certificate.secret);
    const { told } = this;
    const { zookeeper = { storage: props.storage } } = props;
    const config = brokerConfig({
      brokers: this.brokers,
      version,
      release: facts,
      topicCreation: this.register.wiring.needsTopicCreation(this),
      own: { ...told.config, ...this.config },
    });
    return {
      ...this.identity(),
      mode,
      nodePools: this.hasPools,
      version,
      listeners: told.listeners,
      ...(told.authorization && { authorization: told.authorization }),
      ...(config && { config }),
      ...(props.rack && { rack: { topologyKey: props.rack.key } }),
      ...(props.quotas && { quotas: props.quotas.record }),
      ...(props.tieredStorage && { tieredStorage: props.tieredStorage.record }),
      ...this.workload,
      ...(!this.hasPools && { brokers: this.nodeSet({ ...props, replicas: props.brokers }, this.nodes) }),
      ...(mode === 'zookeeper' && {
        zookeeper: {
          ...this.nodeSet(zookeeper, mergedNodes(this.claims, nodesRecord(zookeeper))),
          ...this.zookeeperWorkload,
          ...programOfZookeeper(props.zookeeper),
        },
      }),
      ...besideNodes(props, this.cruiseControlWorkload),
      ...(reflected.length > 0 && { certificateAnnotations: reflectable(reflected) }),
      ...objectsRecord(props.objects),
    };
  }

  /** Who may come in, as the operator is told of it. */
  private get told(): ReturnType<typeof toldBrokers> {
    const { name, authorization } = this;
    const listeners = this.listeners.map(({ record }) => record);
    return toldBrokers({ name, listeners, ...(authorization && { authorization }) }, this.site.release.facts);
  }

  private get authorization(): AuthorizationRecord | undefined {
    return (this.settings.authorization ?? Authorization.simple()).record;
  }

  /** What a cluster says of its program is not of ZooKeeper; what it says of claims is. */
  private get claims(): NodeOptions | undefined {
    const { claimAnnotations } = this.settings;
    return claimAnnotations && { claimAnnotations };
  }

  private get hasPools(): boolean {
    return this.site.release.facts.nodePools && this.mode === 'kraft';
  }

  private chooseMode(): MetadataMode {
    const { zookeeper, controllers } = this.settings;
    const { metadataModes, name } = this.site.release.facts;
    const wanted: MetadataMode = zookeeper ? 'zookeeper' : controllers ? 'kraft' : (metadataModes[0] ?? 'kraft');
    if (zookeeper && controllers)
      this.refuse('zookeeper', 'A cluster keeps its metadata with ZooKeeper or with controllers.', 'one of the two');
    else if (!metadataModes.includes(wanted)) {
      this.refuse(
        zookeeper ? 'zookeeper' : 'controllers',
        `${name} keeps no metadata with ${wanted === 'zookeeper' ? 'ZooKeeper' : 'KRaft'}.`,
        metadataModes.join(', '),
      );
    }
    return wanted;
  }

  private addUsualPools(): void {
    const { brokers, controllers, storage, resources } = this.settings;
    const broker = { replicas: brokers, storage, resources, ...nodeIdsOf(this.settings) };
    if (controllers) {
      this.addNodePool(`${this.name}-controllers`, {
        replicas: USUAL_METADATA_NODES,
        ...controllers,
        roles: ['controller'],
      });
      this.addNodePool(`${this.name}-brokers`, { ...broker, roles: ['broker'] });
    } else {
      this.addNodePool(`${this.name}-dual-role`, { ...broker, roles: BOTH_ROLES });
    }
  }

  private nodeSet(
    { replicas = USUAL_METADATA_NODES, storage, resources, placement = this.placement, pods }: MetadataNodesProps,
    options: NodeOptions | undefined,
  ): NodeSet {
    const merged = mergedPods(this.pods, podsRecord(pods).pods);
    return {
      replicas,
      storage: storage.record,
      ...(resources && { resources }),
      ...(placement && { placement: placement.record }),
      ...(merged && { pods: merged }),
      ...options,
    };
  }

  private refuse(field: string, message: string, allowed: string): void {
    noteFault(this, {
      rule: 'release-says-field',
      field,
      message,
      allowed,
      remedy: 'Leave the field out, or name another release.',
    });
  }
}

const USUAL_METADATA_NODES = 3;
const BOTH_ROLES: readonly NodeRole[] = ['controller', 'broker'];
