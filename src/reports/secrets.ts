import type { Described } from '../dialects/read';
import type { CredentialsAs } from '../model/client';
import type { Endpoint } from '../model/endpoint';
import { map } from '../model/guarded';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import type { ResourceRecord } from '../model/resource';
import type { Records } from '../model/nouns';
import type { ClusterEnd, Placed, Topology } from '../model/topology';
import { neededSecrets, type NeededSecret } from '../wiring/foreign-secrets';
import {
  owned,
  secretsOfBridge,
  secretsOfBrokers,
  secretsOfContainer,
  secretsOfLogin,
  type OwnSecret,
} from '../wiring/referred-secrets';
import type { SiteIdentity } from '../wiring/identity';
import { nameFrom } from '../wiring/mirror-names';
import { entriesOf, topologyOf, type Entry, type PlacedSite } from './placed-site';
import type { PlannedSecret, SecretPlace, SecretPlan, SecretReader } from './secret-plan';
import { secretSteps } from './secret-steps';
import { SecretMakers } from './secret-makers';

/** The Secrets that programs need where no operator makes them: where they come from, who brings them, and what is left to people. */
export function secretPlan(sites: readonly PlacedSite[]): SecretPlan {
  const entries = sites.flatMap(entriesOf);
  const topology = topologyOf(entries);
  const makers = new SecretMakers(sites, topology);
  const needs = new Needs(topology, makers);
  for (const entry of entries) {
    const { record } = entry.placed;
    for (const endpoint of endpointsOf(entry)) needs.add(entry, record, endpoint);
    if (entry.described.noun === 'kafkaCluster') needs.addOwn(entry, secretsOfBrokers(entry.described.record));
    needs.addOwn(entry, readBy(entry));
    if (entry.described.noun === 'bridge') needs.addOwn(entry, secretsOfBridge(entry.described.record));
  }
  const secrets = needs.planned();
  return { secrets, steps: secretSteps(secrets, makers) };
}

/** Where a program connects to. */
function endpointsOf({ described }: Entry): readonly Endpoint[] {
  const { noun, record } = described;
  switch (noun) {
    case 'mirrorMaker':
      return [record.source, record.target];
    case 'mirrorMaker2':
      return [...record.mirrors.map(({ source }) => source), record.target];
    case 'client':
    case 'connect':
    case 'bridge':
      return [record.endpoint];
    default:
      return [];
  }
}

/** What containers read that operators run, besides what logs them in. */
function readBy({ described, of }: Entry): readonly OwnSecret[] {
  const { noun, record } = described;
  switch (noun) {
    case 'nodePool':
      return owned(secretsOfContainer(record), `whoever tells Kafka ${record.cluster} what its nodes read`);
    case 'connect':
    case 'bridge':
    case 'mirrorMaker2':
      return owned(secretsOfContainer(record), `whoever tells ${of.kind} ${record.name} what it reads`);
    default:
      return [];
  }
}

/** How a program takes its credentials; absent: as PEM. */
function formOf({ noun, record }: Described): CredentialsAs | undefined {
  return noun === 'client' ? record.credentialsAs : undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Needs {
  private readonly found = new Map<string, Mutable<PlannedSecret>>();
  /** The users of a cluster by what their Secrets are called at a place. */
  private readonly users = new Map<string, ReadonlyMap<string, Placed<Records['user']>>>();

  constructor(
    private readonly topology: Topology,
    private readonly makers: SecretMakers,
  ) {}

  /** Takes up the Secrets that a program needs at a cluster. */
  add(entry: Entry, record: ResourceRecord, endpoint: Endpoint): void {
    const { placed, described } = entry;
    const here = placeOf(placed);
    const end = this.topology.endOf(endpoint.bootstrapServers, placed);
    const reader = readerOf(entry, record);
    for (const needed of neededSecrets(endpoint, formOf(described))) {
      const at = { ...secretPlace(here), secret: needed.secret };
      if (needed.secret === '' || this.makers.isMadeByOperator(at)) continue;
      this.note(at, needed, { reader, ...this.sourceOf(needed, endpoint, { end, here }) });
    }
    this.addOwn(entry, owned(secretsOfLogin(endpoint), 'whoever gives tokens'));
  }

  /** Takes up the Secrets that the team makes. */
  addOwn(entry: Entry, secrets: readonly OwnSecret[]): void {
    const at = secretPlace(placeOf(entry.placed));
    for (const { of, ...needed } of secrets) {
      if (this.makers.isMadeByOperator({ ...at, secret: needed.secret })) continue;
      this.note({ ...at, secret: needed.secret }, needed, { of, reader: readerOf(entry, entry.placed.record) });
    }
  }

  planned(): readonly PlannedSecret[] {
    return [...this.found.values()]
      .map((each) => {
        const by = this.makers.bringerOf(each);
        return { ...each, ...(by !== undefined && { by }) };
      })
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  private note(
    at: SecretPlace,
    { holds, keys }: NeededSecret,
    { reader, of, from }: Pick<PlannedSecret, 'of' | 'from'> & { readonly reader: SecretReader },
  ): void {
    const key = JSON.stringify([at, from ?? of]);
    const known = this.found.get(key);
    if (!known) {
      this.found.set(key, { ...at, holds, keys, of, ...(from && { from }), neededBy: [reader] });
      return;
    }
    known.keys = [...new Set([...known.keys, ...keys])];
    if (!known.neededBy.some(({ kind, name }) => kind === reader.kind && name === reader.name))
      known.neededBy = [...known.neededBy, reader];
  }

  private sourceOf(
    { secret, holds }: NeededSecret,
    { credentials, bootstrapServers }: Endpoint,
    { end, here }: { readonly end: ClusterEnd | undefined; readonly here: SiteIdentity },
  ): Pick<PlannedSecret, 'of' | 'from'> {
    const cluster = end?.cluster;
    if (!cluster) return { of: `whoever runs ${bootstrapServers}` };
    const { name } = cluster.record;
    const there = placeOf(cluster);
    if (holds === 'certificate') {
      const listener = ownCertified(cluster.record, bootstrapServers);
      if (listener) return { of: `whoever certifies listener ${listener.name} of Kafka ${name}` };
      const from = { ...secretPlace(there), secret: this.topology.caSecretOf(cluster), kind: 'Kafka' as const, name };
      return { of: `Kafka ${name}`, from };
    }
    const named = credentials && credentials.type !== 'tls' ? credentials.username : undefined;
    const user = named === undefined ? this.userBehind(secret, cluster, here) : this.topology.userOf(cluster, named);
    if (!user) return { of: `a user of Kafka ${name} that is not described` };
    const made = { secret: this.topology.userSecretOf(user), kind: 'KafkaUser' as const, name: user.record.name };
    return { of: `KafkaUser ${made.name}`, from: { ...secretPlace(there), ...made } };
  }

  private userBehind(
    secret: string,
    cluster: Placed<Records['kafkaCluster']>,
    here: SiteIdentity,
  ): Placed<Records['user']> | undefined {
    const key = JSON.stringify([this.topology.keyOf(cluster), here]);
    let users = this.users.get(key);
    if (!users) {
      const there = placeOf(cluster);
      const own = this.topology.membersOf('user', cluster);
      const called = (nameOf: (secret: string) => string) =>
        own.map((user) => [nameOf(this.topology.userSecretOf(user)), user] as const);
      users = new Map([...called((secret) => nameFrom(secret, there, here)), ...called((secret) => secret)]);
      this.users.set(key, users);
    }
    return users.get(secret);
  }
}

/** Operators restart their programs where a Secret is another one now, from some release on. */
function readerOf({ placed, of, described }: Entry, { name }: ResourceRecord): SecretReader {
  return { kind: of.kind, name, followsRenewal: described.noun !== 'client' && placed.site.release.followsSecrets };
}

/** The listener behind an address, where it shows a certificate of the team's own. */
function ownCertified({ listeners }: KafkaClusterRecord, servers: string): ListenerRecord | undefined {
  const all = servers.split(',').map((server) => server.trim());
  return listeners.find(({ port, configuration = {} }) => {
    const { host } = map(configuration['bootstrap']);
    const isBehind = all.some((server) => server.startsWith(`${String(host)}:`) || server.endsWith(`:${port}`));
    return isBehind && configuration['brokerCertChainAndKey'] !== undefined;
  });
}

function placeOf({ record, site }: Placed<ResourceRecord>): SiteIdentity {
  return { kubernetesCluster: site.kubernetesCluster, targetNamespace: record.namespace ?? site.namespace };
}

function secretPlace({ kubernetesCluster, targetNamespace }: SiteIdentity): Omit<SecretPlace, 'secret'> {
  return { kubernetesCluster, namespace: targetNamespace };
}

/** By place, certificates first: without them nobody gets so far as to prove who they are. */
function orderOf({ kubernetesCluster, namespace, holds, secret }: PlannedSecret): string {
  return [kubernetesCluster, namespace, holds === 'certificate' ? '0' : '1', secret].join('\0');
}
