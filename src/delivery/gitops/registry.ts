import { CLUSTER_LABEL } from '../../dialects/common/cluster-label';
import { serviceAddress } from '../../model/address';
import { topicNameOf } from '../../model/topic';
import { secretPrefixOf, userSecret } from '../../model/user-secret';
import { providedBy } from './provided';
import { referencesOf, type Reference } from './references';
import type { Cargo, Unit } from './unit';

/** What the objects of a unit are found by, each under its number. */
export class Registry {
  private readonly objects = new Map<string, number[]>();
  /** What stands before the names of users in those of their Secrets, by the number of the cluster. */
  private readonly prefixes = new Map<number, string>();
  private readonly topics = new Map<number, Map<string, number>>();

  constructor(private readonly unit: Pick<Unit, 'namespace'>) {}

  /** Takes up an object. */
  add(cargo: Cargo, number: number): void {
    const { kind, metadata } = cargo.manifest;
    const namespace = this.namespaceOf(cargo);
    this.put(keyOf(kind, namespace, metadata.name), number);
    if (metadata.namespace === undefined) this.put(keyOf(kind, '', metadata.name), number);
    if (kind === 'Service') this.put(addressOf(metadata.name, namespace), number);
    if (cargo.says?.noun === 'kafkaCluster') this.prefixes.set(number, secretPrefixOf(cargo.says.record));
    for (const { kind: made, name } of providedBy(cargo)) {
      this.put(made === 'Host' ? keyOf(made, '', name) : keyOf(made, namespace, name), number);
      if (made === 'Service') this.put(addressOf(name, namespace), number);
    }
  }

  /** Takes up a topic, or the Secret of a user, once all clusters are known. */
  addMember(cargo: Cargo, number: number): void {
    if (cargo.says?.noun === 'user') this.addUserSecrets(cargo, cargo.says.record.name, number);
    if (cargo.says?.noun !== 'topic') return;
    for (const cluster of this.labelled(cargo, 'Kafka')) {
      const known = this.topics.get(cluster) ?? new Map<string, number>();
      this.topics.set(cluster, known.set(topicNameOf(cargo.says.record), number));
    }
  }

  /** Objects of a kind that the label of another ties it to. */
  labelled(cargo: Cargo, kind: string): readonly number[] {
    const name = cargo.manifest.metadata.labels?.[CLUSTER_LABEL];
    return name === undefined ? [] : this.find({ kind, name }, cargo);
  }

  /** Objects that an object names, or that make what it names. */
  named(cargo: Cargo): Set<number> {
    return new Set(referencesOf(cargo.manifest).flatMap((reference) => this.find(reference, cargo)));
  }

  /** The object of a kind that is in no namespace. */
  clusterScoped(kind: string, name: string): readonly number[] {
    return this.objects.get(keyOf(kind, '', name)) ?? [];
  }

  /** What is behind the addresses of a `host:port` list. */
  behind(bootstrapServers: string, cargo: Cargo): readonly number[] {
    const hosts = bootstrapServers.split(',').map((server) => server.trim().replace(/:\d+$/, '').toLowerCase());
    return hosts.flatMap((name) => this.find({ kind: 'Host', name }, cargo));
  }

  /** The topics of a cluster, by their names in Kafka. */
  topicsOf(cluster: number): ReadonlyMap<string, number> {
    return this.topics.get(cluster) ?? new Map<string, number>();
  }

  /** The namespace that an object is in, as far as its manifest and its unit tell. */
  namespaceOf({ manifest: { metadata } }: Cargo): string {
    return metadata.namespace ?? this.unit.namespace ?? '';
  }

  private addUserSecrets(cargo: Cargo, userName: string, number: number): void {
    const prefixes = new Set(this.labelled(cargo, 'Kafka').map((cluster) => this.prefixes.get(cluster)));
    for (const prefix of prefixes.size > 0 ? prefixes : [undefined])
      this.put(keyOf('Secret', this.namespaceOf(cargo), userSecret(userName, prefix)), number);
  }

  private find({ kind, name, namespace = '' }: Reference, cargo: Cargo): readonly number[] {
    const own = this.namespaceOf(cargo);
    if (kind === 'Host') return this.objects.get(addressOf(name, own)) ?? this.clusterScoped(kind, name);
    const inNamespace = this.objects.get(keyOf(kind, namespace === '' ? own : namespace, name));
    return inNamespace ?? this.clusterScoped(kind, name);
  }

  private put(key: string, number: number): void {
    const known = this.objects.get(key);
    if (!known) this.objects.set(key, [number]);
    else if (known.at(-1) !== number) known.push(number);
  }
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}\0${namespace}\0${name}`;
}

/** The one form of a Service's name; empty: a host is none. */
function addressOf(host: string, namespace: string): string {
  return serviceAddress(host, namespace, '') ?? '';
}
