import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientRecord } from '../../src/model/client';
import type { Endpoint } from '../../src/model/endpoint';
import { arrivalsOf, RECORDS, RETENTION, RETENTION_MS, type Arrivals } from './arrivals';
import type { Broker } from './broker';
import { tlsSettings } from './certificates';
import type { Described } from './described';
import { Refused, type Harness } from './harness';
import { rulesOf, type Denial, type Rule } from './rules';
import { connectorSettings, workerSettings, type Settings } from './settings';
import { HEARTBEATS, type Pair } from './topology';
import { Worker } from './worker';

/** What is seen without a rule, or with all of them. */
export interface Outcome {
  /** What did not come about, in words. */
  readonly missing: readonly string[];
  /** What brokers denied. */
  readonly denials: readonly Denial[];
  /** What else was told: failed connectors, the end of a worker. */
  readonly told: readonly string[];
  readonly seconds: number;
}

const RUNNING = 'running connectors';

/** How long is waited, in milliseconds. */
export interface Limits {
  /** After that nothing more is awaited. */
  readonly patience: number;
  /** Nor after that long without news, where something was denied. */
  readonly silence: number;
}

/** A rule, whose user at which cluster has it. */
export interface Owned {
  readonly cluster: string;
  readonly user: string;
  readonly rule: Rule;
}

/** Clusters that run, and what manifests say of them, their users and their mirror. */
export class Proof {
  private readonly worker: Worker;
  /** The rules of all users of the manifests. */
  readonly rules: readonly Owned[];

  constructor(
    private readonly described: Described,
    private readonly brokers: readonly Broker[],
    private readonly harness: Harness,
    private readonly folder: string,
    private readonly pair: Pair,
  ) {
    this.worker = new Worker(harness);
    for (const { name, cluster } of described.users) this.brokerOf(cluster).authority.issue(name);
    this.rules = described.users.flatMap((user) =>
      rulesOf(user).map((rule) => ({ cluster: user.cluster, user: user.name, rule })),
    );
  }

  /** How many things a mirror and the clients have to bring about. */
  get expected(): number {
    return 1 + this.arrivals().size + this.described.clients.length;
  }

  /** Whether a rule is that of a client application, and not of the mirror. */
  isOfClient({ user }: Owned): boolean {
    return this.described.clients.some(
      ({ endpoint: { credentials } }) => credentials?.type === 'tls' && credentials.secret === user,
    );
  }

  /**
   * Mirrors from nothing, then with what is there already, and tells what came of it. The worker starts again where
   * nothing has shown until then: it looks at its topics as it does after each restart.
   * @param without - a rule that does not hold
   */
  async mirror(limits: Limits, without?: Owned): Promise<Outcome> {
    await this.clear();
    await this.allow(without);
    this.denials();
    const begun = Date.now();
    await this.fillSource();
    const first = await this.watch(limits, this.arrivals());
    const seconds = (Date.now() - begun) / 1000;
    if (first.missing.length + first.denials.length > 0) return { ...first, seconds };
    await this.harness.rest();
    const again = await this.watch(limits, new Map());
    return { ...again, missing: again.missing.map((what) => `${what} after a restart`), seconds };
  }

  /** Starts the worker and looks at the target, until all has arrived, for which the source changes, or nothing more will. */
  private async watch({ patience, silence }: Limits, arrivals: Arrivals): Promise<Omit<Outcome, 'seconds'>> {
    const until = Date.now() + patience;
    const { mirror } = this.described;
    const connectors = connectorSettings(mirror, this.reach);
    const missing = new Set([RUNNING, ...arrivals.keys()]);
    const told = new Set<string>();
    const denials: Denial[] = [];
    let isChanged = arrivals.size === 0;
    try {
      // All of it has taken half of the patience: a worker that takes no connectors by then takes none.
      const isUp = await this.worker.start(workerSettings(mirror, this.reach), connectors, until - patience / 2);
      let news = Date.now();
      while (isUp && missing.size > 0 && Date.now() < until) {
        await sleep(400);
        denials.push(...this.denials());
        const exit = await this.harness.exit();
        if (exit !== null) {
          told.add(`the worker ends with ${exit}`);
          break;
        }
        const before = missing.size;
        const { runs, failures } = await this.worker.health(connectors.keys());
        if (runs) missing.delete(RUNNING);
        for (const failure of failures) told.add(failure);
        const target = await this.harness.look(this.target);
        for (const [name, has] of arrivals) if (has(target)) missing.delete(name);
        if (missing.size < before) news = Date.now();
        const since = Date.now() - news;
        // Of a mirror that does nothing at all, no change is to be expected.
        const isDone = isChanged || missing.size > arrivals.size;
        if (isDone && denials.length > 0 && since > silence) break;
        if (!isChanged && (![...missing].some(isOfTheBeginning) || since > silence)) {
          isChanged = true;
          await this.changeSource();
          news = Date.now();
        }
      }
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      told.add(failure.message);
    }
    denials.push(...this.denials());
    return { missing: [...missing], denials: distinct(denials), told: [...told] };
  }

  /** Has client applications do what they are for: all of them, or the one that lacks a rule. */
  async use(without?: Owned): Promise<Outcome> {
    const begun = Date.now();
    // What a mirror with all of its rules has been denied meanwhile is not forgotten.
    if (without) this.denials();
    await this.allow(without);
    const missing: string[] = [];
    const told: string[] = [];
    await this.fillUnwritten();
    for (const client of this.inOrderOfUse()) {
      const { name, role } = client;
      if (without && without.user !== name && role.type !== 'producer') continue;
      try {
        const count = await this.run(client);
        told.push(`${name} ${role.type === 'producer' ? 'writes' : 'reads'} ${count}`);
        if (count < RECORDS) missing.push(`${RECORDS - count} records for ${name}`);
      } catch (failure) {
        if (!(failure instanceof Refused)) throw failure;
        missing.push(`records ${role.type === 'producer' ? 'of' : 'for'} ${name}`);
        told.push(failure.message.split(':')[0] ?? '');
      }
    }
    return { missing, denials: this.denials(), told, seconds: (Date.now() - begun) / 1000 };
  }

  /** Producers, then consumers at the target: once those at the source have read on, nothing is left to them. */
  private inOrderOfUse(): ClientRecord[] {
    const source = this.described.mirror.mirrors[0]?.source.bootstrapServers;
    const rank = ({ role, endpoint }: ClientRecord): number =>
      role.type === 'producer' ? 0 : endpoint.bootstrapServers === source ? 2 : 1;
    return [...this.described.clients].sort((one, other) => rank(one) - rank(other));
  }

  private async run({ role, endpoint }: ClientRecord, count = RECORDS): Promise<number> {
    const config = {
      ...this.reach(endpoint),
      'max.block.ms': '5000',
      'delivery.timeout.ms': '6000',
      'request.timeout.ms': '5000',
    };
    switch (role.type) {
      case 'producer':
        return (await this.harness.tell({ do: 'produce', config, topic: role.topic, count })) as number;
      case 'consumer':
        return (await this.harness.tell({
          do: 'consume',
          config: { ...config, 'group.id': role.group, 'auto.offset.reset': 'earliest', 'enable.auto.commit': 'false' },
          topic: role.topic,
          count,
        })) as number;
      default:
        throw new Error(`nobody runs a client of type ${role.type}`);
    }
  }

  private async clear(): Promise<void> {
    await this.harness.rest();
    for (const { name } of this.brokers) await this.harness.tell({ do: 'clear', cluster: name });
  }

  /** Lets the rules of the manifests hold, all but one. */
  private async allow(without?: Owned): Promise<void> {
    for (const { name } of this.brokers) {
      const acls = this.rules.filter((owned) => owned.cluster === name && owned !== without).map(({ rule }) => rule);
      await this.harness.tell({ do: 'rule', cluster: name, acls });
    }
  }

  /** Makes the topics of the source, lets its clients write and read, and fills what they do not. */
  private async fillSource(): Promise<void> {
    for (const { name, topicName = name, cluster, partitions = 1, config = {} } of this.described.topics) {
      if (cluster !== this.source) continue;
      const texts = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, String(value)]));
      await this.harness.tell({ do: 'create', cluster: this.source, topic: topicName, partitions, config: texts });
    }
    if (this.pair.mirror.heartbeats) {
      await this.harness.tell({ do: 'create', cluster: this.source, topic: HEARTBEATS, partitions: 1, config: {} });
      await this.fill(HEARTBEATS);
    }
    await this.fillUnwritten();
    for (const client of this.clientsAtSource()) await this.run(client);
  }

  /** Writes to the topics of the source that no application writes to. */
  private async fillUnwritten(): Promise<void> {
    const written = this.clientsAtSource().flatMap(({ role }) => (role.type === 'producer' ? role.topic : []));
    for (const { name, topicName: topic = name, cluster } of this.described.topics) {
      if (cluster === this.source && !written.includes(topic)) await this.fill(topic);
    }
  }

  private async fill(topic: string): Promise<void> {
    await this.harness.tell({ do: 'produce', config: this.brokerOf(this.source).admin, topic, count: RECORDS });
  }

  /** The applications at the source, producers first. */
  private clientsAtSource(): ClientRecord[] {
    const address = this.described.mirror.mirrors[0]?.source.bootstrapServers;
    return this.inOrderOfUse().filter(({ endpoint }) => endpoint.bootstrapServers === address);
  }

  /** Gives each topic of the source another configuration and a second partition. */
  private async changeSource(): Promise<void> {
    for (const { name, topicName: topic = name, cluster } of this.described.topics) {
      if (cluster !== this.source) continue;
      await this.harness.tell({ do: 'configure', cluster, topic, config: { [RETENTION_MS]: RETENTION.then } });
      await this.harness.tell({ do: 'partitions', cluster, topic, partitions: 2 });
    }
  }

  /** The settings of a client that an endpoint describes, with its Secrets as files. */
  private readonly reach = ({ bootstrapServers, trust, credentials }: Endpoint): Settings => {
    const ca = trust?.[0]?.secret;
    if (ca === undefined || credentials?.type !== 'tls') throw new Error(`${bootstrapServers} is not reached by TLS`);
    return {
      ...tlsSettings(this.folder, ca, credentials.secret),
      'bootstrap.servers': this.brokerAt(bootstrapServers).address,
      'security.protocol': 'SSL',
    };
  };

  private arrivals(): Arrivals {
    const { mirror, topics } = this.described;
    const own = topics.filter(({ cluster }) => cluster === this.source);
    const groups = this.clientsAtSource().flatMap(({ role }) => (role.type === 'consumer' ? role.group : []));
    return arrivalsOf(mirror, own, groups, this.pair);
  }

  private denials(): Denial[] {
    return this.brokers.flatMap((broker) => broker.denials());
  }

  private get source(): string {
    return this.brokerAt(this.described.mirror.mirrors[0]?.source.bootstrapServers ?? '').name;
  }

  private get target(): string {
    return this.brokerAt(this.described.mirror.target.bootstrapServers).name;
  }

  private brokerAt(address: string): Broker {
    const found = this.brokers.find((broker) => broker.isReachedAt(address));
    if (!found) throw new Error(`nobody listens at ${address}`);
    return found;
  }

  private brokerOf(cluster: string): Broker {
    const found = this.brokers.find(({ name }) => name === cluster);
    if (!found) throw new Error(`there is no cluster ${cluster}`);
    return found;
  }
}

/** Whether something arrives without a change of the source. */
function isOfTheBeginning(arrival: string): boolean {
  return /^(records|configuration) /.test(arrival);
}

function distinct(denials: readonly Denial[]): Denial[] {
  return [...new Map(denials.map((denial) => [JSON.stringify(denial), denial])).values()];
}
