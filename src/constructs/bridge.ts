import type { Construct } from 'constructs';
import type { AdminConfig, ConsumerConfig, ProducerConfig } from '../../imports/kafka-settings';
import type { BridgeCertificate, BridgeConsumer, BridgeCors, BridgeProducer, BridgeRecord } from '../model/bridge';
import type { BridgeObjects } from '../model/made-objects';
import type { Resources } from '../model/resource';
import type { WorkloadRecord } from '../model/workload';
import { gainAccess, type Access } from './access';
import { grantConsume, grantProduce } from './program-grants';
import { containerRecord, type ContainerProps } from './container';
import { held } from './held';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser } from './interfaces';
import type { ListenerCertificate } from './listener-props';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import type { Placement, Rack } from './placement';
import { objectsRecord } from './made-objects';
import { podsRecord } from './pods';
import { Resource, siteOf, type ResourceProps } from './resource';
import { ownSettings } from './settings';
import { withToldLogin } from '../wiring/told-logins';
import { traceWorkload, type ITracing, type WorkloadTracing } from './tracing';
import { workloadRecord, type WorkloadProps } from './workload';

/** A topic that HTTP clients read through a bridge, and the group that they read it as, known at once. */
export interface BridgeConsumption {
  /** The topic. The user of the bridge gets the rights to read it. */
  readonly topic: IKafkaTopic;
  /** The consumer group. */
  readonly group: string;
}

/** How a bridge produces. */
export interface BridgeProducerProps extends Omit<BridgeProducer, 'config'> {
  /**
   * Settings of its producers.
   * @default - Kafka's own
   * @see https://kafka.apache.org/documentation/#producerconfigs
   */
  readonly config?: ProducerConfig;
}

/** How a bridge consumes. */
export interface BridgeConsumerProps extends Omit<BridgeConsumer, 'config'> {
  /**
   * Settings of its consumers.
   * @default - Kafka's own
   * @see https://kafka.apache.org/documentation/#consumerconfigs
   */
  readonly config?: ConsumerConfig;
}

/** Properties of a {@link KafkaBridge}. */
export interface KafkaBridgeProps extends ResourceProps, PausableProps, WorkloadProps, ContainerProps {
  /** The Kafka cluster that HTTP clients reach. */
  readonly cluster: IKafkaCluster;
  /**
   * The user that the bridge is, whoever its HTTP clients are.
   * @default - one of its own, by the id, where the cluster asks for authentication
   */
  readonly user?: IKafkaUser;
  /**
   * Name of the listener that the bridge connects to, known at once.
   * @default - the best that can be reached
   */
  readonly listener?: string;
  /**
   * Topics that HTTP clients write to. The bridge's user gets the rights.
   * @default - none
   */
  readonly producesTo?: readonly IKafkaTopic[];
  /**
   * Topics that HTTP clients read, with their groups. The bridge's user gets the rights.
   * @default - none
   */
  readonly consumesFrom?: readonly BridgeConsumption[];
  /**
   * Pods, from 0.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * The container image, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * Port for HTTP, from 1024 to 65535.
   * @default 8080
   */
  readonly port?: number;
  /**
   * Whether the bridge offers metrics as it comes (up to Strimzi 0.51); `metrics` says more of them from 0.48 on.
   * @default false
   */
  readonly enableMetrics?: boolean;
  /**
   * The certificate that HTTP clients are shown (from Strimzi 1.0 on), in a Secret in the namespace of the bridge.
   * @default - none: they speak without TLS
   */
  readonly certificate?: ListenerCertificate;
  /**
   * What browsers of other origins may do.
   * @default - nothing
   */
  readonly cors?: BridgeCors;
  /**
   * How the bridge consumes.
   * @default - as Kafka does
   */
  readonly consumer?: BridgeConsumerProps;
  /**
   * How the bridge produces.
   * @default - as Kafka does
   */
  readonly producer?: BridgeProducerProps;
  /**
   * Settings of the admin client.
   * @default - Kafka's own
   * @see https://kafka.apache.org/documentation/#adminclientconfigs
   */
  readonly adminConfig?: AdminConfig;
  /**
   * Rack awareness: consumers read from replicas in the bridge's own zone.
   * @default - none
   */
  readonly rack?: Rack;
  /**
   * Where the bridge sends its traces.
   * @default - nowhere
   */
  readonly tracing?: ITracing;
  /**
   * CPU and memory of each pod.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that the pods must run on.
   * @default - any
   */
  readonly placement?: Placement;
  /**
   * Labels and annotations of what the operator makes beside the pods: its Service and its ServiceAccount.
   * @default - the operator's
   */
  readonly objects?: BridgeObjects;
  /**
   * What stands in the KafkaBridge over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaBridge'>;
}

/** A bridge between HTTP and a Kafka cluster: a KafkaBridge. */
export class KafkaBridge extends Resource<BridgeRecord> {
  /** The Kafka cluster that HTTP clients reach. */
  readonly cluster: IKafkaCluster;
  /** The user that the bridge is; absent: it needs none. */
  readonly user: IKafkaUser | undefined;
  private readonly settings: KafkaBridgeProps;
  private readonly clients: Pick<BridgeRecord, 'consumer' | 'producer' | 'adminConfig'>;
  private readonly access: Access;
  private readonly workload: WorkloadRecord;
  private readonly traced: WorkloadTracing;

  constructor(scope: Construct, id: string, props: KafkaBridgeProps) {
    [scope, id, props] = held('KafkaBridge', [scope, id, props], new.target === KafkaBridge);
    super(scope, id, { noun: 'bridge', entry: siteOf(scope).release.dialect.bridge }, props);
    this.settings = props;
    this.clients = this.clientsOf(props);
    this.cluster = props.cluster;
    const { cluster, listener, user } = props;
    this.access = gainAccess(this, { cluster, field: 'cluster', listener, user, userId: this.name });
    this.user = this.access.user;
    this.workload = workloadRecord(this, props, 'workers');
    this.traced = traceWorkload(this, props);
    if (this.user) this.gainRights(this.user);
  }

  toRecord(): BridgeRecord {
    const { settings: props } = this;
    const record: BridgeRecord = {
      ...this.identity(),
      replicas: props.replicas ?? 1,
      endpoint: this.access.endpoint,
      image: props.image,
      enableMetrics: props.enableMetrics,
      http: { port: props.port ?? USUAL_PORT, certificate: certificateOf(props), cors: props.cors },
      ...this.clients,
      rack: props.rack && { topologyKey: props.rack.key },
      ...containerRecord({ files: props.files }),
      ...this.traced,
      resources: props.resources,
      ...this.workload,
      ...podsRecord(props.pods),
      ...objectsRecord(props.objects),
      placement: props.placement?.record,
    };
    return withToldLogin(record, this.site.release.facts);
  }

  private clientsOf({ consumer, producer, adminConfig }: KafkaBridgeProps): typeof this.clients {
    return {
      consumer: consumer && { ...consumer, config: ownSettings(this, ['consumer', 'config'], consumer.config) },
      producer: producer && { ...producer, config: ownSettings(this, ['producer', 'config'], producer.config) },
      adminConfig: ownSettings(this, ['adminConfig'], adminConfig),
    };
  }

  private gainRights(user: IKafkaUser): void {
    const { producesTo = [], consumesFrom = [] } = this.settings;
    for (const topic of producesTo) grantProduce(topic, user, { by: this });
    for (const { topic, group } of consumesFrom) grantConsume(topic, user, { group, by: this });
  }
}

function certificateOf({ certificate: its }: KafkaBridgeProps): BridgeCertificate | undefined {
  return its && { secret: its.secret, certificate: its.certificate ?? 'tls.crt', key: its.key ?? 'tls.key' };
}

/** The bridge listens nowhere where the object says nothing of HTTP. */
const USUAL_PORT = 8080;
