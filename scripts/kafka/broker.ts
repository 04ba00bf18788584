import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterAddresses } from '../../src/dialects/operator-names';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { Authority, tlsSettings } from './certificates';
import { startJava, stopJava, type JavaProcess, type JavaProgram } from './java';
import { denialsIn, principalOf, type Denial } from './rules';
import type { Settings } from './settings';

/** What all brokers of a run share. */
export interface Ground {
  /** The folder with the JARs. */
  readonly jars: string;
  /** Where everything is written, Secrets too. */
  readonly folder: string;
  /** Where a ZooKeeper listens; absent: brokers keep their metadata themselves. */
  readonly zookeeper?: string | undefined;
}

/** The users of the test's own, whom the authorizer asks nothing. */
const BROKER = 'broker';
const ADMIN = 'admin';
const AUTHORIZERS = {
  kraft: 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  zookeeper: 'kafka.security.authorizer.AclAuthorizer',
} as const;

/** A Kafka cluster of one broker: TLS with client certificates, and what no rule allows is denied. */
export class Broker {
  readonly authority: Authority;
  private process: JavaProcess | undefined;
  private port = 0;
  private seen = 0;

  constructor(
    private readonly record: KafkaClusterRecord,
    private readonly ground: Ground,
  ) {
    this.authority = new Authority(ground.folder, record.name);
    for (const user of [BROKER, ADMIN]) this.authority.issue(this.secretOf(user), user);
  }

  get name(): string {
    return this.record.name;
  }

  /** Whether an address of the manifests is this cluster's. */
  isReachedAt(address: string): boolean {
    return clusterAddresses(this.record).services.includes(address.split(':')[0] ?? '');
  }

  /** Where clients find it here. */
  get address(): string {
    return `localhost:${this.port}`;
  }

  /** The settings of a client that may do everything. */
  get admin(): Settings {
    return { ...this.tls(ADMIN), 'bootstrap.servers': this.address, 'security.protocol': 'SSL' };
  }

  async start(): Promise<void> {
    const { jars } = this.ground;
    this.port = await freePort();
    const file = join(this.folder(), 'server.properties');
    writeFileSync(file, propertiesText(await this.settings()));
    if (!this.ground.zookeeper) {
      const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', 'MkU3OEVBNTcwNTJENDM2Qg', '--config', file];
      await ended(startServer({ jars, run: format, log: `${this.log}-format`, memory: 128 }));
    }
    this.process = startServer({ jars, run: ['kafka.Kafka', file], log: this.log, memory: 320 });
    await listens(this.port, this.process);
  }

  async stop(): Promise<void> {
    if (this.process) await stopJava(this.process);
  }

  /** What it has denied since it was last asked. */
  denials(): Denial[] {
    const text = readFileSync(this.log, 'utf8');
    const news = text.slice(this.seen);
    this.seen = text.length;
    return denialsIn(news);
  }

  private async settings(): Promise<Settings> {
    const { zookeeper, folder } = this.ground;
    const mode = zookeeper ? 'zookeeper' : 'kraft';
    const config = Object.fromEntries(
      Object.entries(this.record.config ?? {}).map(([name, value]) => [name, String(value)]),
    );
    return {
      ...config,
      ...this.tls(BROKER),
      ...(zookeeper ? zookeeperSettings(zookeeper, this.name, this.port) : kraftSettings(this.port, await freePort())),
      'log.dirs': join(folder, `${this.name}-data`),
      'inter.broker.listener.name': 'TLS',
      'ssl.client.auth': 'required',
      'authorizer.class.name': AUTHORIZERS[mode],
      'super.users': [BROKER, ADMIN].map(principalOf).join(';'),
      // For time and memory alone.
      'offsets.topic.num.partitions': '3',
      'transaction.state.log.num.partitions': '3',
      'group.initial.rebalance.delay.ms': '0',
      'log.cleaner.dedupe.buffer.size': '8000000',
    };
  }

  private get log(): string {
    return join(this.folder(), 'log');
  }

  private tls(user: string): Settings {
    return tlsSettings(this.ground.folder, `${this.name}-cluster-ca-cert`, this.secretOf(user));
  }

  private secretOf(user: string): string {
    return `${this.name}-${user}`;
  }

  private folder(): string {
    const folder = join(this.ground.folder, `${this.name}-broker`);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

/** Starts a ZooKeeper. @returns where it listens */
export async function startZooKeeper(jars: string, folder: string): Promise<string> {
  const port = await freePort();
  const run = ['org.apache.zookeeper.server.ZooKeeperServerMain', String(port), join(folder, 'zookeeper')];
  await listens(port, startServer({ jars, run, log: join(folder, 'zookeeper.log'), memory: 128 }));
  return `localhost:${port}`;
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a Java process that nobody asks anything; what it prints must not fill its pipe. */
function startServer(program: JavaProgram): JavaProcess {
  const child = startJava(program);
  child.stdout.resume();
  return child;
}

function kraftSettings(port: number, controllerPort: number): Settings {
  return {
    'process.roles': 'broker,controller',
    'node.id': '0',
    'controller.quorum.voters': `0@localhost:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `TLS://localhost:${port},CONTROLLER://localhost:${controllerPort}`,
    'listener.security.protocol.map': 'TLS:SSL,CONTROLLER:SSL',
  };
}

function zookeeperSettings(zookeeper: string, name: string, port: number): Settings {
  return {
    'broker.id': '0',
    'zookeeper.connect': `${zookeeper}/${name}`,
    listeners: `TLS://localhost:${port}`,
    'listener.security.protocol.map': 'TLS:SSL',
  };
}

function propertiesText(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

async function ended(child: JavaProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('the storage of a broker could not be formatted');
}

async function listens(port: number, child: JavaProcess): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return;
    await sleep(200);
  }
  throw new Error(`nothing listens on port ${port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
