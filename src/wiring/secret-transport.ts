import type { ExternalSecretsVersion, SecretStoreName } from '../dialects/external-secrets';
import { externalSecret, pushSecret } from '../dialects/external-secrets';
import { reflection } from '../dialects/reflector';
import type { NeededSecret } from './foreign-secrets';
import type { SiteIdentity } from './identity';
import { dnsName, nameFrom } from './mirror-names';

/** How Secrets of other sites come to a site. */
export type SecretTransportRecord =
  | { readonly type: 'byHand' }
  | { readonly type: 'reflector' }
  | { readonly type: 'copies'; readonly sourceStore: SecretStoreName; readonly refreshInterval?: string }
  | {
      readonly type: 'externalSecrets';
      readonly store: SecretStoreName;
      readonly sourceStore: SecretStoreName;
      readonly version: ExternalSecretsVersion;
      readonly keyPrefix: string;
      readonly refreshInterval?: string;
    };

/** A Secret that has to come from one site to another. */
export interface Journey {
  readonly needed: NeededSecret;
  readonly from: SiteIdentity;
  readonly to: SiteIdentity;
}

/** An object that has a Secret brought. */
export interface TransportObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Fields beside the metadata. */
  readonly body: object;
}

/** What has a Secret brought, at both ends. */
export interface TransportObjects {
  readonly atSource?: TransportObject;
  readonly atTarget?: TransportObject;
}

/** What a Secret is called where it comes to by other hands than people's: nothing that comes or goes changes it. */
export function arrivedName({ needed: { secret }, from, to }: Journey): string {
  return nameFrom(secret, from, to);
}

/** The objects that have a Secret brought; none where people do it. */
export function transportObjects(transport: SecretTransportRecord, journey: Journey): TransportObjects {
  const { needed, from, to } = journey;
  const { secret, keys } = needed;
  const here = arrivedName(journey);
  switch (transport.type) {
    case 'byHand':
      return {};
    case 'reflector':
      return {
        atTarget: {
          apiVersion: 'v1',
          kind: 'Secret',
          name: here,
          annotations: reflection(from.targetNamespace, secret),
          body: { type: 'Opaque' },
        },
      };
    case 'copies': {
      const { sourceStore: store, refreshInterval } = transport;
      const pushed = pushSecret({ secret, store, remoteKey: here, keys, refreshInterval });
      return { atSource: object(`${secret}-to-${dnsName(placeName(to))}`, pushed) };
    }
    case 'externalSecrets': {
      const { store, sourceStore, version, keyPrefix, refreshInterval } = transport;
      const stored = { remoteKey: `${keyPrefix}${placeName(from)}--${secret}`, keys, refreshInterval };
      const pushed = pushSecret({ ...stored, secret, store: sourceStore });
      const made = externalSecret(version, { ...stored, secret: here, store });
      const pushName = dnsName(`${secret}-to-${sourceStore.name}-${keyPrefix}`).replace(/[-.]+$/, '');
      return { atSource: object(pushName, pushed), atTarget: object(here, made) };
    }
  }
}

/** A place as one word, which is legal in every store; no two places have one. */
function placeName({ kubernetesCluster, targetNamespace }: SiteIdentity): string {
  const cluster = dnsName(kubernetesCluster);
  return cluster === targetNamespace ? cluster : `${cluster}--${targetNamespace}`;
}

function object(name: string, { spec, ...type }: ReturnType<typeof pushSecret>): TransportObject {
  return { ...type, name, body: { spec } };
}
