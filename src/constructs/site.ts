import { Chart, type ChartProps } from 'cdk8s';
import { type Construct, type IConstruct } from 'constructs';
import type { PlatformDialect } from '../dialects/dialect';
import { platformDialect } from '../dialects/load';
import { StrimziRelease } from '../dialects/releases';
import { DNS_LABEL } from '../model/names';
import type { PlatformName } from '../model/platform';
import { formatFindings } from '../check/finding';
import type { Policy } from '../check/policy';
import type { Waivers } from '../check/waivers';
import { setStandIn, valueClass } from '../props/stand-ins';
import { checksFindings } from './checks-findings';
import { noteFault } from './faults';
import { held, holdCalls, tellFaults } from './held';
import { judgeTree } from './judge-tree';
import { tellWarnings } from './told-warnings';
import { givePolicies } from './policies';
import { registerOf } from './register';
import { SecretTransport } from './secret-transport';
import { hasOwnResolvers } from './tokens';

/** What a Kubernetes cluster is. */
export class Platform {
  static {
    valueClass(this, 'Platform');
  }

  /** Any Kubernetes. */
  static readonly KUBERNETES = new Platform('kubernetes', false);
  /** Red Hat OpenShift. */
  static readonly OPENSHIFT = new Platform('openshift', true);

  private constructor(
    /** What findings and manifests call it. */
    readonly name: PlatformName,
    /** Whether whatever is reachable from outside has TLS with a certificate of the platform's own. */
    readonly hasCertificate: boolean,
  ) {}
}

/** Properties of a {@link Site}. */
export interface SiteProps extends Omit<ChartProps, 'disableResourceNameHashes'> {
  /** The operator release that runs there. */
  readonly release: StrimziRelease;
  /**
   * What the Kubernetes cluster is.
   * @default Platform.KUBERNETES
   */
  readonly platform?: Platform;
  /**
   * The namespace of the site's resources, known at once.
   * @default - the id
   */
  readonly namespace?: string;
  /**
   * The Kubernetes cluster that the site is in, known at once. Sites with one name reach each other's Services.
   * @default - the site's own, which no other is in
   */
  readonly kubernetesCluster?: string;
  /**
   * How Secrets that operators make at other sites come to this one, where its programs need them.
   * @default SecretTransport.byHand()
   */
  readonly secretTransport?: SecretTransport;
  /**
   * Findings that were weighed and taken, by rule, each with the reason, known at once. What would make the output malformed cannot be
   * taken; a waiver that meets nothing is told.
   * @default - every finding counts
   */
  readonly waivers?: Waivers;
  /**
   * What the organisation asks of topics and users at the site, whoever describes them; known at once.
   * @default - nothing
   */
  readonly policies?: readonly Policy[];
}

const SITE = Symbol.for('cdk8s-strimzi.Site');

/**
 * One Kubernetes cluster, one namespace, one operator release: a cdk8s `Chart` whose resources are written in the API
 * that the release speaks.
 */
export class Site extends Chart {
  static {
    holdCalls(this, 'Site');
    setStandIn('StrimziRelease', () => StrimziRelease.ALL.at(-1));
  }

  /** The site that a construct is at; absent: it is within none. */
  static find(construct: IConstruct): Site | undefined {
    return construct.node.scopes.findLast((scope) => SITE in scope) as IConstruct | undefined as Site | undefined;
  }

  /**
   * The site that a construct is at.
   * @throws where it is within none.
   */
  static override of(construct: IConstruct): Site {
    const site = Site.find(construct);
    if (!site)
      throw new Error(`${construct.node.path || 'The app itself'} is not within a Site; give it one as its scope`);
    return site;
  }

  /** The operator release that runs there. */
  readonly release: StrimziRelease;
  /** What the Kubernetes cluster is. */
  readonly platform: Platform;
  /** Name of the Kubernetes cluster. */
  readonly kubernetesCluster: string;
  /** How Secrets that operators make at other sites come to this one. */
  readonly secretTransport: SecretTransport;
  /** Findings that were weighed and taken, by rule, each with the reason. */
  readonly waivers: Waivers;
  private ownResolvers?: boolean;

  constructor(scope: Construct, id: string, props: SiteProps) {
    [scope, id, props] = held('Site', [scope, id, props], new.target === Site);
    const {
      release,
      platform = Platform.KUBERNETES,
      kubernetesCluster,
      secretTransport = SecretTransport.byHand(),
      waivers = {},
      policies = [],
      ...chart
    } = props;
    super(scope, id, { namespace: id, ...chart, disableResourceNameHashes: true });
    Object.defineProperty(this, SITE, { value: true });
    this.release = release;
    this.platform = platform;
    this.kubernetesCluster = kubernetesCluster ?? this.node.path;
    this.secretTransport = secretTransport;
    this.waivers = waivers;
    tellFaults(this, props);
    givePolicies(this, policies);
    registerOf(this).addSite(this);
    this.checkNamespace();
    this.node.addValidation({ validate: () => this.faults() });
  }

  /** The namespace of the site's resources. */
  get targetNamespace(): string {
    return this.namespace ?? this.node.id;
  }

  /**
   * The spelling of what every Kubernetes has.
   * @internal
   */
  get platformDialect(): PlatformDialect {
    return platformDialect(this.platform.name);
  }

  /**
   * Whether the app has resolvers of the team's own.
   * @internal
   */
  get hasOwnResolvers(): boolean {
    return (this.ownResolvers ??= hasOwnResolvers(this));
  }

  /** Under a plain cdk8s `App` and in `Testing.synth`, the first site tells what is wrong at all of them: rules look from one to the other. */
  private faults(): string[] {
    const { root } = this.node;
    if (checksFindings(root)) return [];
    if (firstSite(root) !== this) return [];
    const { findings } = judgeTree(root, (construct) => Site.find(construct));
    // cdk8s takes errors alone.
    tellWarnings(
      root,
      findings.filter(({ severity }) => severity === 'warning'),
    );
    return findings.filter(({ severity }) => severity === 'error').map((finding) => formatFindings([finding]));
  }

  private checkNamespace(): void {
    if (DNS_LABEL.isLegal(this.targetNamespace)) return;
    noteFault(this, {
      rule: 'legal-name',
      field: 'namespace',
      given: this.targetNamespace,
      allowed: DNS_LABEL.allowed,
      message: `"${this.targetNamespace}" cannot be the name of a namespace.`,
      remedy: 'Give the site another id, or a legal namespace.',
    });
  }
}

/** The first site of a tree. */
function firstSite(root: IConstruct): IConstruct | undefined {
  const open = [root];
  for (let construct = open.pop(); construct; construct = open.pop()) {
    if (SITE in construct) return construct;
    open.push(...construct.node.children.reverse());
  }
  return undefined;
}
