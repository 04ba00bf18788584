import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Manifest } from '../dialects/common/codec';
import { clients } from '../dialects/load';
import type { ClientRecord, ClientRole } from '../model/client';
import { clientAnnotation } from '../model/client-annotation';
import type { TracingRecord } from '../model/tracing';
import { gainAccess, type Access } from './access';
import { findFaultsLater, noteFault, type Fault } from './faults';
import { holdCalls } from './held';
import { freeId } from './ids';
import type { IKafkaCluster, IKafkaUser } from './interfaces';
import type { KafkaClientProps } from './kafka-client-props';
import { grantRights, ownTopics, roleOf } from './kafka-client-role';
import { namedVariables, type NamedVariables } from './named-variables';
import { sameCluster, sameSite } from '../wiring/identity';
import { registerOf } from './register';
import { isResource } from './resource';
import { Site } from './site';
import { withoutTokens } from './tokens';
import { traceProgram } from './tracing';

/**
 * A team's own workload as a client of a Kafka cluster: the container is told address, credentials, groups and tracing in the
 * variables that its image reads, and its user gets the rights for what it does. The object stays the team's; what it sets
 * itself counts.
 *
 * @example
 * ```ts
 * KafkaClient.of(deployment, { cluster, contract: 'spring-boot', producesTo: [orders] });
 * ```
 */
export class KafkaClient extends Construct {
  static {
    holdCalls(this, 'KafkaClient');
  }

  /**
   * Wires a workload: whatever has a template of pods, made by cdk8s-plus (Deployment, StatefulSet, DaemonSet, Job, CronJob,
   * Pod), by imports of Kubernetes' API or as an `ApiObject`, such as a Service of Knative. It has to be within a `Site`, in
   * the namespace of that.
   * @throws where it is within no site.
   */
  static of(workload: Construct, props: KafkaClientProps): KafkaClient {
    return new KafkaClient(workload, props);
  }

  /** The site that the workload is at. */
  readonly site: Site;
  /** The cluster that it is a client of. */
  readonly cluster: IKafkaCluster;
  /** What it does there. */
  readonly role: ClientRole;
  /** Whether its first record may make its topic. */
  readonly createTopic: boolean;
  /** The user that it is; absent: it connects without credentials. */
  readonly user: IKafkaUser | undefined;
  private readonly object: ApiObject | undefined;
  private readonly props: KafkaClientProps;
  private readonly access: Access;
  private readonly traced: TracingRecord | undefined;
  /** The clients that were wired in the object before. */
  private readonly earlier: readonly KafkaClient[];
  /** What the function of the team's own answered last, and what it was told. */
  private answered: { readonly to: string; readonly named: NamedVariables } | undefined;

  private constructor(workload: Construct, props: KafkaClientProps) {
    super(workload, freeId(workload, ID));
    this.site = Site.of(workload);
    this.object = objectOf(workload);
    this.cluster = props.cluster;
    this.earlier = workload.node.children.filter(
      (each): each is KafkaClient => each !== this && each instanceof KafkaClient,
    );
    this.createTopic = props.createTopic ?? false;
    this.props = { ...props, ...ownTopics(this, props) };
    this.role = roleOf(this.name, this.props);
    const obstacle = this.obstacle();
    if (obstacle) noteFault(this, { rule: 'client-workload', ...obstacle });
    this.access = obstacle ? { endpoint: { bootstrapServers: '' }, user: props.user } : this.gainAccess();
    this.user = this.access.user;
    this.traced = obstacle ? undefined : this.trace();
    if (this.object && !obstacle) this.wire(this.object);
  }

  private gainAccess(): Access {
    const { cluster, listener, user, credentialsAs } = this.props;
    return gainAccess(this, { cluster, field: 'cluster', listener, user, userId: this.ownUserName, credentialsAs });
  }

  private trace(): TracingRecord | undefined {
    const { contract, tracing, tracingSystem } = this.props;
    const system = tracingSystem ?? clients().usualTracing(typeof contract === 'function' ? 'own' : contract);
    return tracing && traceProgram(this, tracing, { system, managedByStrimzi: false, serviceName: this.name });
  }

  private wire(object: ApiObject): void {
    const theirs = object.toJson.bind(object) as () => Manifest;
    object.toJson = () => clients().wireWorkload(theirs(), this.toRecord(), clientAnnotation(this.earlier.length + 1));
    registerOf(this).addClient(this);
    if (this.user) grantRights(this, this.user, this.props);
    findFaultsLater(this, () => {
      const manifest = attempt(theirs); // absent: it cannot be written, which is told
      const record = this.toRecord();
      // Without an address, which is told, there is nothing else to say.
      const isReached = record.endpoint.bootstrapServers !== '';
      const { faults = [] } = this.named(record) ?? {};
      return [
        ...(isReached ? clients().contractFaults(record) : []),
        ...faults,
        ...(manifest ? clients().workloadFaults(manifest, record, this.earlier.map(toldOf)) : []),
      ];
    });
  }

  /**
   * What the application is, in the library's own words, as far as it is said here.
   * @internal
   */
  toRecord(): ClientRecord {
    const { props, role, traced, name } = this;
    const { endpoint } = this.access;
    const { contract: given, prefix, container, variables, credentialsAs } = props;
    const contract = typeof given === 'function' ? 'own' : given;
    const said: ClientRecord = {
      name,
      role,
      contract,
      image: '',
      replicas: 1,
      endpoint,
      restricted: false,
      ...(variables && { variables }),
      ...(prefix !== undefined && { prefix }),
      ...(container !== undefined && { container: typeof container === 'string' ? container : container.name }),
      ...(traced && { tracing: traced }),
      ...clients().mountedAs({ endpoint, contract, credentialsAs }),
    };
    const record = this.object ? withoutTokens(said, this.object) : said;
    const named = this.named(record);
    return named ? { ...record, env: named.env } : record;
  }

  /** What a function of the team's own makes of the application, asked once; absent: the contract has a name. */
  private named({ env: _, ...record }: ClientRecord): NamedVariables | undefined {
    const { contract } = this.props;
    if (typeof contract !== 'function') return undefined;
    const to = JSON.stringify(record);
    if (this.answered?.to !== to)
      this.answered = { to, named: namedVariables(contract, clients().clientSettings(record)) };
    return this.answered.named;
  }

  /** A user of its own is called as the workload, and at a second cluster of a site as that too. */
  private get ownUserName(): string {
    const { cluster, name } = this;
    const isTaken = this.earlier.some(
      (each) => sameSite(each.cluster.site, cluster.site) && !sameCluster(each.cluster, cluster),
    );
    return isTaken ? `${name}-${cluster.clusterName}` : name;
  }

  /** Whether another client says the same of the same cluster. */
  private isTwice({ cluster, props }: KafkaClient): boolean {
    const { prefix, container } = this.props;
    return sameCluster(cluster, this.cluster) && props.prefix === prefix && props.container === container;
  }

  /** The name of the workload. */
  get name(): string {
    return this.object?.name ?? this.node.scope?.node.id ?? ID;
  }

  /** What keeps the workload from being wired, whatever its container is. */
  private obstacle(): Pick<Fault, 'message' | 'remedy' | 'field' | 'given' | 'allowed'> | undefined {
    const { site, object } = this;
    if (!object) {
      return {
        message: 'There is no object in it that pods could come of.',
        remedy: 'Give the Deployment, the Job or whatever has a template of pods.',
      };
    }
    if (isResource(object)) {
      return {
        given: object.kind,
        message: 'The library writes the object itself.',
        remedy: 'Say it in the props of its construct: Producer, Consumer and Streams are clients already.',
      };
    }
    if (this.earlier.some((each) => this.isTwice(each))) {
      return {
        given: this.cluster.clusterName,
        message: 'The workload is told of the cluster already, in the same variables.',
        remedy: 'Wire it once for a cluster, with all that it does there.',
      };
    }
    const { namespace } = object.metadata;
    if (namespace === undefined || namespace === site.targetNamespace) return undefined;
    return {
      field: 'metadata.namespace',
      given: namespace,
      allowed: site.targetNamespace,
      message:
        'The workload is in another namespace than its site, and pods read Secrets of their own namespace alone.',
      remedy: `Put it in a Site of that namespace, with kubernetesCluster "${site.kubernetesCluster}".`,
    };
  }
}

const ID = 'kafka-client';

function toldOf(client: KafkaClient): { readonly cluster: string; readonly record: ClientRecord } {
  return { cluster: client.cluster.clusterName, record: client.toRecord() };
}

/** The object of a workload; absent: it has none. */
function objectOf(workload: Construct): ApiObject | undefined {
  return attempt(() => ApiObject.of(workload));
}

/** The result of a function; absent: it threw. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
