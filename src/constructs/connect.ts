import type { Construct } from 'constructs';
import type { ConnectArtifact, ConnectBuildOutput, ConnectRecord, ConnectVolume } from '../model/connect';
import type { ConnectObjects } from '../model/made-objects';
import type { EnvVar } from '../model/env';
import type { ConnectConfig } from '../../imports/kafka-settings';
import type { OwnConfig, Resources } from '../model/resource';
import type { WorkloadRecord } from '../model/workload';
import { connectConfig, connectNames, workerRights } from '../wiring/connect';
import { exactlyOnce } from '../wiring/connect-rights';
import { gainAccess, type Access } from './access';
import { KafkaConnector, type KafkaConnectorProps } from './connector';
import { held, holdCalls } from './held';
import { ImportedConnect, type ConnectReferenceProps } from './imported-connect';
import type { IKafkaCluster, IKafkaConnect, IKafkaUser } from './interfaces';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import type { Placement, Rack } from './placement';
import { objectsRecord } from './made-objects';
import { podsRecord } from './pods';
import { Resource, siteOf, type ResourceProps } from './resource';
import { plainSettings } from './settings';
import { withToldLogin } from '../wiring/told-logins';
import { traceWorkload, type ITracing, type WorkloadTracing } from './tracing';
import { workloadRecord, type JmxProps, type WorkloadProps } from './workload';

/** A Secret or a ConfigMap whose keys are files of Connect workers. */
export type ConnectFiles = {
  /** Name of the volume, known at once: lower-case letters, digits and hyphens. */
  readonly name: string;
  /**
   * Folder of the files; releases from 0.43 on take one below `/mnt`.
   * @default - the name below `/mnt`, or below `/opt/kafka/external-configuration` where the release mounts them there
   */
  readonly path?: string;
} & ({ readonly secret: string } | { readonly configMap: string });

/** Properties of a {@link KafkaConnect}. */
export interface KafkaConnectProps extends ResourceProps, PausableProps, WorkloadProps {
  /** The Kafka cluster that the workers keep their state in, and the connectors read and write. */
  readonly cluster: IKafkaCluster;
  /**
   * The user that the workers and their connectors are.
   * @default - one of its own, by the id, where the cluster asks for authentication
   */
  readonly user?: IKafkaUser;
  /**
   * Name of the listener that the workers connect to, known at once.
   * @default - the best that can be reached
   */
  readonly listener?: string;
  /**
   * Workers, from 0.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Kafka version of the workers, known at once.
   * @default - the operator's default
   */
  readonly version?: string;
  /**
   * The container image, with a tag or a digest.
   * @default - the operator's, or the one that is built
   */
  readonly image?: string;
  /**
   * Consumer group of the workers, known at once.
   * @default - the object's name
   */
  readonly groupId?: string;
  /**
   * Topic in which the workers keep what connectors there are, known at once.
   * @default - the object's name and `-configs`
   */
  readonly configStorageTopic?: string;
  /**
   * Topic in which the workers keep how far sources are, known at once.
   * @default - the object's name and `-offsets`
   */
  readonly offsetStorageTopic?: string;
  /**
   * Topic in which the workers keep how connectors are, known at once.
   * @default - the object's name and `-status`
   */
  readonly statusStorageTopic?: string;
  /**
   * Settings of the workers, over the library's: replicas of the storage topics as the brokers allow.
   * @default - the library's
   * @see https://kafka.apache.org/documentation/#connectconfigs
   */
  readonly config?: ConnectConfig;
  /**
   * Whether connectors are objects of their own, known at once. The operator then deletes all others.
   * @default true
   */
  readonly connectorResources?: boolean;
  /**
   * Plugins, and the image that the operator builds with them.
   * @default - none is built
   */
  readonly build?: ConnectBuildProps;
  /**
   * Rack awareness: workers read from replicas in their own zone.
   * @default - none
   */
  readonly rack?: Rack;
  /**
   * JMX of the workers, for tools outside of their pods; `{}`: whoever reaches it may use it.
   * @default - it is closed
   */
  readonly jmx?: JmxProps;
  /**
   * Where workers and connectors send their traces.
   * @default - nowhere
   */
  readonly tracing?: ITracing;
  /**
   * Variables of the workers, also from Secrets and ConfigMaps.
   * @default - none
   */
  readonly env?: readonly EnvVar[];
  /**
   * Secrets and ConfigMaps whose keys are files of the workers.
   * @default - none
   */
  readonly files?: readonly ConnectFiles[];
  /**
   * CPU and memory of each worker.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that the workers must run on.
   * @default - any
   */
  readonly placement?: Placement;
  /**
   * Labels and annotations of what the operator makes beside the pods: their Service, ServiceAccount and StrimziPodSet.
   * @default - the operator's
   */
  readonly objects?: ConnectObjects;
  /**
   * What stands in the KafkaConnect over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaConnect'>;
}

/** An image that the operator builds of its own one and plugins. */
export interface ConnectBuildProps {
  /** Where the image goes. */
  readonly output: ConnectBuildOutput;
  /** What is put into it, 1 at least. */
  readonly plugins: readonly ConnectPluginProps[];
  /**
   * CPU and memory of the pod that builds.
   * @default - not said
   */
  readonly resources?: Resources;
}

/** Files that make a kind of connector. */
export interface ConnectPluginProps {
  /** Unique within the build: lower-case letters, digits, hyphens and underscores. */
  readonly name: string;
  /** What it consists of, 1 at least. */
  readonly artifacts: readonly ConnectArtifactProps[];
}

/** A file, an archive of files, or an artifact of a Maven repository with all that it needs. */
export type ConnectArtifactProps = ConnectFileArtifact | ConnectMavenArtifact;

/** A file that is loaded: a JAR, an archive that is unpacked, or any other. */
export interface ConnectFileArtifact extends Pick<ConnectArtifact, 'sha512sum' | 'fileName'> {
  /** What it is: a JAR, an archive that is unpacked, or any other file. */
  readonly type: 'jar' | 'tgz' | 'zip' | 'other';
  /** Where it is loaded from. */
  readonly url: string;
}

/** An artifact of a Maven repository. */
export interface ConnectMavenArtifact extends Pick<ConnectArtifact, 'repository'> {
  /** It is of a Maven repository. */
  readonly type: 'maven';
  /** Its group in the repository, such as `org.apache.camel.kafkaconnector`. */
  readonly group: string;
  /** Its name in the group. */
  readonly artifact: string;
  /** Its version. */
  readonly version: string;
}

/**
 * A Kafka Connect: workers that run connectors. Its user gets the rights that the workers need, and each connector asks
 * for its own.
 */
export class KafkaConnect extends Resource<ConnectRecord> implements IKafkaConnect {
  static {
    holdCalls(this, 'KafkaConnect');
  }

  /** A Kafka Connect that somebody else manages, at the site of the scope. */
  static fromConnectName(scope: Construct, id: string, props: ConnectReferenceProps): IKafkaConnect {
    return new ImportedConnect(scope, id, props);
  }

  readonly cluster: IKafkaCluster;
  readonly user: IKafkaUser | undefined;
  private readonly settings: KafkaConnectProps;
  private readonly config: OwnConfig | undefined;
  private readonly access: Access;
  private readonly workload: WorkloadRecord;
  private readonly traced: WorkloadTracing;

  constructor(scope: Construct, id: string, props: KafkaConnectProps) {
    [scope, id, props] = held('KafkaConnect', [scope, id, props], new.target === KafkaConnect);
    super(scope, id, { noun: 'connect', entry: siteOf(scope).release.dialect.connect }, props);
    this.settings = props;
    this.config = plainSettings(this, ['config'], props.config);
    this.cluster = props.cluster;
    const { cluster, listener, user } = props;
    this.access = gainAccess(this, { cluster, field: 'cluster', listener, user, userId: this.name });
    this.user = this.access.user;
    this.workload = workloadRecord(this, props, 'workers');
    this.traced = traceWorkload(this, props);
    this.user?.grant(workerRights(connectNames(this.name, props), this.config), this);
  }

  get connectName(): string {
    return this.name;
  }

  get transactionGroup(): string | undefined {
    return exactlyOnce(this.config) === 'enabled' ? connectNames(this.name, this.settings).groupId : undefined;
  }

  /** Adds a connector. */
  addConnector(id: string, props: Omit<KafkaConnectorProps, 'connect'>): KafkaConnector {
    return new KafkaConnector(this, id, props);
  }

  toRecord(): ConnectRecord {
    const { settings: props } = this;
    const record: ConnectRecord = {
      ...this.identity(),
      replicas: props.replicas ?? 1,
      endpoint: this.access.endpoint,
      version: props.version,
      image: props.image,
      ...connectNames(this.name, props),
      config: connectConfig(this.cluster.brokers, this.config),
      connectorResources: (props.connectorResources ?? true) || undefined,
      build: props.build,
      rack: props.rack && { topologyKey: props.rack.key },
      jmx: props.jmx,
      ...this.traced,
      volumes: props.files?.length ? props.files.map((files) => this.volumeOf(files)) : undefined,
      resources: props.resources,
      ...this.workload,
      ...podsRecord(props.pods),
      ...objectsRecord(props.objects),
      placement: props.placement?.record,
    };
    return withToldLogin(record, this.site.release.facts);
  }

  private volumeOf(files: ConnectFiles): ConnectVolume {
    const { name, path = `${this.site.release.facts.connectFiles}/${name}` } = files;
    return 'secret' in files ? { name, path, secret: files.secret } : { name, path, configMap: files.configMap };
  }
}
