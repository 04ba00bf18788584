import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';

/** What a call said, and how it ended. */
export interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call finds around it. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether a person reads the streams. */
  readonly isTTY?: boolean;
  /** How much time goes by between two looks at the clock, in milliseconds. */
  readonly pace?: number;
}

/** A folder with files in it, for the tests of one file; removed after them. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'cdk8s-strimzi-cli-'));

  constructor() {
    afterAll(() => {
      rmSync(this.path, { recursive: true, force: true });
    });
  }

  /** A new folder below, with files by their paths. */
  with(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = mkdtempSync(join(this.path, 'case-'));
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return folder;
  }
}

/** Calls the command line in a folder. */
export async function call(cwd: string, argv: readonly string[], surroundings: Surroundings = {}): Promise<Call> {
  const { stdin = '', env = {}, isTTY = false, pace = 0 } = surroundings;
  const out: string[] = [];
  const err: string[] = [];
  let time = 0;
  const io: Io = {
    cwd,
    env,
    stdout: { write: (text: string) => out.push(text), isTTY },
    stderr: { write: (text: string) => err.push(text), isTTY },
    stdin: () => Promise.resolve(Buffer.from(stdin)),
    now: () => (time += pace),
    shell: (command, variables, stream) => {
      const ran = spawnSync(command, { shell: true, cwd, env: { ...process.env, ...variables }, encoding: 'utf8' });
      stream.write(ran.stdout);
      err.push(ran.stderr);
      return Promise.resolve(ran.status);
    },
    // Nobody waits in a test: what goes on until it is ended, ends.
    onInterrupt: (act) => act(),
    sleep: (duration) => {
      time += duration;
      return Promise.resolve();
    },
  };
  const code = await main(argv, io);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** A Kafka cluster of as many brokers, in the API of Strimzi 1.2. */
export function kafka(name: string, brokers: number): string {
  return `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: ${name}
spec:
  kafka:
    listeners:
      - {name: tls, port: 9093, type: internal, tls: true}
    config:
      default.replication.factor: 1
      min.insync.replicas: 1
  entityOperator:
    topicOperator: {}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: ${name}-nodes
  labels:
    strimzi.io/cluster: ${name}
spec:
  replicas: ${brokers}
  roles:
    - controller
    - broker
  storage:
    type: persistent-claim
    size: 20Gi
`;
}

/** A topic of a cluster, in the API of Strimzi 1.2. */
export function topic(name: string, cluster: string, replicas: number | string): string {
  return `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: ${name}
  labels:
    strimzi.io/cluster: ${cluster}
spec:
  partitions: 12
  replicas: ${replicas}
`;
}
