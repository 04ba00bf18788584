import type { Duration } from 'cdk8s';
import type { ExternalSecretsVersion } from '../dialects/external-secrets';
import type { SecretTransportRecord } from '../wiring/secret-transport';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';
import { goDuration } from './quantities';

/** What is shared by the ways that External Secrets brings Secrets: all of it is known at once. */
export interface SecretPushProps {
  /** Name of the ClusterSecretStore, or of the SecretStore. */
  readonly store: string;
  /**
   * Whether the store is one of a namespace, or of the whole Kubernetes cluster.
   * @default ClusterSecretStore
   */
  readonly storeKind?: 'SecretStore' | 'ClusterSecretStore';
  /**
   * How often Secrets are compared with the store.
   * @default - External Secrets' own default, an hour
   */
  readonly refreshInterval?: Duration;
}

/** How External Secrets brings Secrets through a store that both sides reach: all of it is known at once. */
export interface ExternalSecretsProps extends SecretPushProps {
  /**
   * Name of the store where the Secrets come from, of the same kind.
   * @default - that of `store`
   */
  readonly sourceStore?: string;
  /**
   * Version of the API of ExternalSecrets: `v1` from External Secrets 0.16 on, `v1beta1` from 0.5 to 0.16.
   * @default v1
   */
  readonly apiVersion?: ExternalSecretsVersion;
  /**
   * What the names of the Secrets in the store begin with, so that nothing else there has such a name.
   * @default - nothing
   */
  readonly keyPrefix?: string;
}

/**
 * How Secrets that operators make elsewhere come to a site. They are called there with the place that they come from before
 * their name, so that none takes the place of another. No way writes what is in a Secret.
 */
export class SecretTransport {
  static {
    valueClass(this, 'SecretTransport');
    holdCalls(this, 'SecretTransport');
  }

  /** Somebody copies them: a warning tells which, and `cdk8s-strimzi report secrets` prints the commands, in order. */
  static byHand(): SecretTransport {
    return new SecretTransport({ type: 'byHand' });
  }

  /**
   * External Secrets, through a store that both sides reach, such as a Vault: a PushSecret where a Secret is made, and an
   * ExternalSecret where it is needed. The store has to keep properties of a key apart.
   * @see https://external-secrets.io/latest/guides/pushsecrets/
   */
  static externalSecrets(props: ExternalSecretsProps): SecretTransport {
    const { store, sourceStore = store, storeKind, refreshInterval, apiVersion = 'v1', keyPrefix = '' } = props;
    const interval = intervalOf(refreshInterval);
    return new SecretTransport({
      type: 'externalSecrets',
      store: storeOf(store, storeKind),
      sourceStore: storeOf(sourceStore, storeKind),
      version: apiVersion,
      keyPrefix,
      ...interval,
    });
  }

  /**
   * Copies that External Secrets puts straight into the namespace of the site: a PushSecret where a Secret is made, to a
   * store of the Kubernetes provider there, whose remote namespace is that of the site. Nothing of it is in Git at
   * the site, so that no GitOps tool there takes a copy for its own.
   * @see https://external-secrets.io/latest/provider/kubernetes/
   */
  static copies({ store, storeKind, refreshInterval }: SecretPushProps): SecretTransport {
    return new SecretTransport({
      type: 'copies',
      sourceStore: storeOf(store, storeKind),
      ...intervalOf(refreshInterval),
    });
  }

  /**
   * Reflector, from namespace to namespace of one Kubernetes cluster: annotations of the Secrets that operators make, and a
   * Secret without data, which Reflector fills, where one is needed.
   * @see https://github.com/emberstack/kubernetes-reflector
   */
  static reflector(): SecretTransport {
    return new SecretTransport({ type: 'reflector' });
  }

  private constructor(
    /** What was chosen, as the wiring has it. */
    readonly record: SecretTransportRecord,
  ) {}
}

function storeOf(name: string, kind: SecretPushProps['storeKind'] = 'ClusterSecretStore') {
  return { name, kind };
}

function intervalOf(interval: Duration | undefined): { readonly refreshInterval?: string } {
  return interval === undefined ? {} : { refreshInterval: goDuration(interval) };
}
