import type { Construct } from 'constructs';
import { APP_LABEL } from '../dialects/common/app-label';
import { clients } from '../dialects/load';
import type { ClientRecord, ClientContract, ClientRole, ClientVariables, CredentialsAs, Probes } from '../model/client';
import type { EnvVar } from '../model/env';
import { fieldText } from '../model/field';
import { DNS_LABEL } from '../model/names';
import type { Resources } from '../model/resource';
import type { TracingRecord, TracingSystem } from '../model/tracing';
import type { ClientEdge } from '../wiring/wiring';
import { gainAccess, type Access } from './access';
import { noteFault } from './faults';
import type { IKafkaCluster, IKafkaUser } from './interfaces';
import type { Placement } from './placement';
import { givenText } from '../props/words';
import { registerOf } from './register';
import { Resource, siteOf, type ResourceProps } from './resource';
import { traceProgram, type ITracing } from './tracing';

/** Properties of every client application. */
export interface ClientProps extends ResourceProps {
  /**
   * The user that the application is.
   * @default - one of its own, by the application's id, where the cluster asks for authentication
   */
  readonly user?: IKafkaUser;
  /**
   * Name of the listener that it connects to, known at once.
   * @default - the best that can be reached
   */
  readonly listener?: string;
  /**
   * The variables that the image reads.
   * @default - those of the example images of the release's time
   */
  readonly contract?: ClientContract;
  /**
   * The container image, with a tag or a digest.
   * @default - the example image of the contract
   */
  readonly image?: string;
  /**
   * Pods, from 0.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Where the application sends its traces.
   * @default - nowhere
   */
  readonly tracing?: ITracing;
  /**
   * The tracing library of the image.
   * @default - that of the contract's images; `opentelemetry` for an image of the team's own
   */
  readonly tracingSystem?: TracingSystem;
  /**
   * What the application logs, in the words of its image (`DEBUG`, `INFO`, `WARN` …).
   * @default - `INFO`, where the image can be told
   */
  readonly logLevel?: string;
  /**
   * Messages after which the program ends, and Kubernetes starts it anew; 1 at least.
   * @default - 1000000, where the image can be told
   */
  readonly messageCount?: number;
  /**
   * Variables of the team's own.
   * @default - none
   */
  readonly env?: readonly EnvVar[];
  /**
   * CPU and memory of each replica.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * The variables that an image of the team's own reads (contract `generic`).
   * @default - none
   */
  readonly variables?: ClientVariables;
  /**
   * Whether certificates and passwords are variables, PEM files that are mounted from their Secrets, or PKCS12 stores.
   * Operators can be told to make no PKCS12 stores from Strimzi 1.1 on.
   * @default environment
   */
  readonly credentialsAs?: CredentialsAs;
  /**
   * What the container runs in place of the image's entry point.
   * @default - the image's
   */
  readonly command?: readonly string[];
  /**
   * Arguments in place of the image's own.
   * @default - the image's
   */
  readonly args?: readonly string[];
  /**
   * How Kubernetes finds out whether the application is well.
   * @default - it does not
   */
  readonly probes?: Probes;
  /**
   * Nodes of the Kubernetes cluster that the pods must run on.
   * @default - any
   */
  readonly placement?: Placement;
  /**
   * ServiceAccount of the pods.
   * @default - the namespace's default
   */
  readonly serviceAccount?: string;
  /**
   * When the image is pulled.
   * @default - `Always` for the tag `latest`, else `IfNotPresent`
   */
  readonly imagePullPolicy?: NonNullable<ClientRecord['imagePullPolicy']>;
  /**
   * Secrets with the credentials of image registries.
   * @default - none
   */
  readonly imagePullSecrets?: readonly string[];
  /**
   * Labels of the pods besides `app`.
   * @default - none
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods.
   * @default - none
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * User id that the container runs as; 0 is root, which `restricted` forbids.
   * @default - that of the image, or one that the platform chooses
   */
  readonly runAsUser?: number;
  /**
   * Whether the pod keeps to the restricted Pod Security Standard and sees no variables of Services.
   * @default true
   */
  readonly restricted?: boolean;
}

/** A client application: a Deployment that is wired to a Kafka cluster. */
export abstract class ClientApplication extends Resource<ClientRecord> {
  /** The cluster that the application is wired to. */
  readonly cluster: IKafkaCluster;
  /** What the application does. */
  readonly role: ClientRole;
  /** Whether its first record may make its topic. */
  readonly createTopic: boolean;
  /** The user that the application is; absent: it connects without credentials. */
  readonly user: IKafkaUser | undefined;
  private readonly client: ClientProps;
  private readonly contract: ClientContract;
  private readonly access: Access;
  private readonly traced: TracingRecord | undefined;

  protected constructor(
    scope: Construct,
    id: string,
    edge: ClientEdge & { readonly cluster: IKafkaCluster },
    props: ClientProps,
  ) {
    const { role, cluster, createTopic = false } = edge;
    const site = siteOf(scope);
    super(scope, id, { noun: 'client', entry: site.platformDialect.client, nameRule: DNS_LABEL }, props);
    this.client = props;
    this.role = role;
    this.createTopic = createTopic;
    this.cluster = cluster;
    this.contract = props.contract ?? site.release.facts.clientContract;
    const { user, listener, credentialsAs } = props;
    this.access = gainAccess(this, { cluster, field: 'topic', listener, user, userId: this.name, credentialsAs });
    this.user = this.access.user;
    this.traced = props.tracing && this.trace(props.tracing);
    registerOf(this).addClient(this);
    this.checkImage();
    this.checkAppLabels(props);
  }

  toRecord(): ClientRecord {
    const { client, role, contract, access, traced } = this;
    const { endpoint } = access;
    return {
      ...this.identity(),
      role,
      contract,
      image: this.image ?? '',
      replicas: client.replicas ?? 1,
      endpoint,
      ...this.tellables(),
      restricted: client.restricted ?? true,
      ...(traced && { tracing: traced }),
      ...clients().mountedAs({ endpoint, contract, credentialsAs: client.credentialsAs }),
      ...(client.placement && { placement: client.placement.record }),
      ...workloadOf(client),
    };
  }

  /** What was said, and the usual where nobody says otherwise and the image can be told it. */
  private tellables(): Pick<ClientRecord, 'logLevel' | 'messageCount' | 'delayMs'> {
    const { client, contract, role } = this;
    const can = clients().tellable(contract, role.type, client.variables);
    const logLevel = client.logLevel ?? (can.logLevel ? 'INFO' : undefined);
    const messageCount = client.messageCount ?? (can.messageCount ? USUAL_MESSAGE_COUNT : undefined);
    return {
      ...(can.delayMs && role.type === 'producer' && { delayMs: USUAL_DELAY_MS }),
      ...(logLevel !== undefined && { logLevel }),
      ...(messageCount !== undefined && { messageCount }),
    };
  }

  private get image(): string | undefined {
    return this.client.image ?? clients().defaultImage(this.contract, this.role.type);
  }

  private trace(tracing: ITracing): TracingRecord | undefined {
    const system = this.client.tracingSystem ?? clients().usualTracing(this.contract);
    return traceProgram(this, tracing, { system, managedByStrimzi: false, serviceName: this.name });
  }

  /** The label that ties the Deployment to its pods is written over whatever was given. */
  private checkAppLabels({ labels, podLabels }: ClientProps): void {
    const given = [
      [['metadata', 'labels', APP_LABEL], labels?.[APP_LABEL]],
      [['spec', 'template', 'metadata', 'labels', APP_LABEL], podLabels?.[APP_LABEL]],
    ] as const;
    for (const [field, label] of given) {
      if (label === undefined || label === this.name) continue;
      noteFault(this, {
        rule: 'app-label',
        field: fieldText(field),
        given: givenText(label, false),
        allowed: this.name,
        message: `The label ${APP_LABEL} ties "${this.name}" to its pods, and is written over with that name.`,
        remedy: 'Leave the label out, or give another one, such as app.kubernetes.io/part-of.',
      });
    }
  }

  private checkImage(): void {
    if (this.image !== undefined && this.image !== '') return;
    noteFault(this, {
      rule: 'client-image',
      field: 'image',
      allowed: 'an image with a tag or a digest',
      message: `There is no usual image of the contract "${this.contract}".`,
      remedy: 'Say which image the application runs.',
    });
  }
}

const USUAL_MESSAGE_COUNT = 1_000_000;
const USUAL_DELAY_MS = 1000;

/** Props that the record has under the same name. */
const WORKLOAD_PROPS = [
  'env',
  'resources',
  'variables',
  'command',
  'args',
  'probes',
  'serviceAccount',
  'imagePullPolicy',
  'imagePullSecrets',
  'podLabels',
  'podAnnotations',
  'runAsUser',
] as const satisfies readonly (keyof ClientProps & keyof ClientRecord)[];

function workloadOf(props: ClientProps): Partial<ClientRecord> {
  return Object.fromEntries(WORKLOAD_PROPS.flatMap((key) => (props[key] === undefined ? [] : [[key, props[key]]])));
}
