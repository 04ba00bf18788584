import { defined, type Manifest } from '../common/codec';

/** Versions of the API of ExternalSecrets: `v1` from External Secrets 0.16 on, `v1beta1` from 0.5 to 0.16. */
export type ExternalSecretsVersion = 'v1' | 'v1beta1';

/** A store that External Secrets knows. */
export interface SecretStoreName {
  /** Name of the store. */
  readonly name: string;
  /** Whether one namespace or all of them reach it. */
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
}

/** Keys of a Secret, and where a store has them. */
export interface StoredSecret {
  readonly store: SecretStoreName;
  /** Secret of the namespace. */
  readonly secret: string;
  /** What the store calls it. */
  readonly remoteKey: string;
  /** Keys of the Secret; properties of the store's by the same names. */
  readonly keys: readonly string[];
  /** How often both are compared, as `1h` or `15m`; absent: the operator's default, an hour. */
  readonly refreshInterval?: string | undefined;
}

/** An object of External Secrets but for its metadata. */
type Body = Pick<Manifest, 'apiVersion' | 'kind'> & { readonly spec: object };

/** Group of the API. */
export const GROUP = 'external-secrets.io';

/**
 * What has keys of a Secret put into a store. A pattern of keys cannot be put.
 * @see PushSecret of External Secrets 0.7 to 2.9: `v1alpha1` in all of them
 */
export function pushSecret({ secret, store, remoteKey, keys, refreshInterval }: StoredSecret): Body {
  return {
    apiVersion: `${GROUP}/v1alpha1`,
    kind: 'PushSecret',
    spec: defined({
      refreshInterval,
      secretStoreRefs: [{ name: store.name, kind: store.kind }],
      selector: { secret: { name: secret } },
      data: keys.map((key) => ({ match: { secretKey: key, remoteRef: { remoteKey, property: key } } })),
    }),
  };
}

/**
 * What has a Secret made of what a store has.
 * @see ExternalSecret of External Secrets 0.5 to 2.9
 */
export function externalSecret(version: ExternalSecretsVersion, stored: StoredSecret): Body {
  const { secret, store, remoteKey, keys, refreshInterval } = stored;
  return {
    apiVersion: `${GROUP}/${version}`,
    kind: 'ExternalSecret',
    spec: defined({
      refreshInterval,
      secretStoreRef: { name: store.name, kind: store.kind },
      target: { name: secret },
      data: keys.map((key) => ({ secretKey: key, remoteRef: { key: remoteKey, property: key } })),
    }),
  };
}
