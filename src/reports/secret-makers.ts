import { madeByExternalSecret, pushedBy, type PushedSecret } from '../dialects/external-secrets/read';
import type { Manifest } from '../dialects/common/codec';
import { isReflection } from '../dialects/reflector';
import { map, text } from '../model/guarded';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import type { PlacedSite } from './placed-site';
import type { PlannedSecret, SecretPlace } from './secret-plan';

/** A store of External Secrets that an object names. */
export interface NamedStore {
  readonly kind: string;
  readonly name: string;
  readonly at: Omit<SecretPlace, 'secret'>;
}

/** Who makes Secrets at sites: operators of Kafka, and objects that bring Secrets or are some. */
export class SecretMakers {
  private readonly operators = new Set<string>();
  private readonly bringers = new Map<string, string>();
  private readonly pushes = new Map<string, PushedSecret[]>();
  private readonly named: NamedStore[] = [];
  private readonly described = new Set<string>();

  constructor(sites: readonly PlacedSite[], topology: Topology) {
    for (const cluster of topology.all('kafkaCluster')) this.addOperators(cluster, topology.caSecretOf(cluster));
    for (const user of topology.all('user')) {
      const type = user.record.authentication?.type;
      if (type !== undefined && type !== 'tls-external') this.addOperators(user, topology.userSecretOf(user));
    }
    for (const { facts, side } of sites) {
      for (const { manifest } of [...side.objects.values()].flat()) {
        const { namespace = facts.namespace } = manifest.metadata;
        this.addObject(manifest, { kubernetesCluster: facts.kubernetesCluster, namespace });
      }
    }
  }

  /** Whether the operators of Kafka make a Secret. */
  isMadeByOperator(place: SecretPlace): boolean {
    return this.operators.has(keyOf(place));
  }

  /** The kind of the object that has a Secret at its place. */
  bringerOf({ from, ...place }: PlannedSecret): string | undefined {
    const here = this.bringers.get(keyOf(place));
    if (here !== undefined || !from) return here;
    const isPushed = this.pushesOf(from).some(({ remoteKeys }) => remoteKeys.includes(place.secret));
    return isPushed ? 'PushSecret' : undefined;
  }

  /** Whether a Secret is put into some store where it is made. */
  isPushed(place: SecretPlace): boolean {
    return this.pushesOf(place).length > 0;
  }

  /** The stores that objects name and nobody describes. */
  get missingStores(): readonly NamedStore[] {
    return this.named.filter((store) => !this.described.has(storeKey(store)));
  }

  private pushesOf(place: SecretPlace): readonly PushedSecret[] {
    return this.pushes.get(keyOf(place)) ?? [];
  }

  private addOperators({ record, site }: Placed<ResourceRecord>, secret: string): void {
    const { namespace = site.namespace } = record;
    this.operators.add(keyOf({ kubernetesCluster: site.kubernetesCluster, namespace, secret }));
  }

  private addObject(manifest: Manifest, at: Omit<SecretPlace, 'secret'>): void {
    const { kind, metadata, spec } = manifest;
    const made = secretOf(manifest);
    if (made !== undefined)
      this.bringers.set(keyOf({ ...at, secret: made }), isReflection(manifest) ? 'Reflector' : kind);
    if (STORES.has(kind)) this.described.add(storeKey({ kind, name: metadata.name, at }));
    const pushed = pushedBy(manifest);
    if (pushed) {
      const key = keyOf({ ...at, secret: pushed.secret });
      this.pushes.set(key, [...(this.pushes.get(key) ?? []), pushed]);
    }
    if (!pushed && kind !== 'ExternalSecret') return;
    const { secretStoreRef, secretStoreRefs } = map(spec);
    for (const reference of [
      secretStoreRef,
      ...(Array.isArray(secretStoreRefs) ? (secretStoreRefs as unknown[]) : []),
    ]) {
      const { name, kind: storeKind } = map(reference);
      const named = text(name);
      if (named !== undefined) this.named.push({ kind: text(storeKind) ?? 'SecretStore', name: named, at });
    }
  }
}

const STORES: ReadonlySet<string> = new Set(['SecretStore', 'ClusterSecretStore']);

/** The Secret that an object is, or that comes to be because of it. */
function secretOf(manifest: Manifest): string | undefined {
  const { kind, metadata, spec } = manifest;
  if (kind === 'Secret' || kind === 'SealedSecret') return metadata.name;
  if (kind === 'Certificate') return text(map(spec)['secretName']);
  return madeByExternalSecret(manifest);
}

function keyOf({ kubernetesCluster, namespace, secret }: SecretPlace): string {
  return JSON.stringify([kubernetesCluster, namespace, secret]);
}

function storeKey({ kind, name, at: { kubernetesCluster, namespace } }: NamedStore): string {
  return JSON.stringify([kind, name, kubernetesCluster, kind === 'ClusterSecretStore' ? '' : namespace]);
}
