import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../project';
import { NAME } from './name';
import { check } from './told';

const SOUND = `
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata: { name: orders, labels: { strimzi.io/cluster: europe } }
spec: { partitions: 12, replicas: 3 }
`;
const USER = `
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaUser
metadata: { name: reader, labels: { strimzi.io/cluster: europe } }
spec:
  authentication: { type: tls }
  authorization:
    type: simple
    acls: [{ resource: { type: topic, name: orders }, operations: [Read] }]
---
apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: { name: europe }
spec: { kafka: { replicas: 3, authorization: { type: simple } }, entityOperator: { userOperator: {} } }
`;
const FAULTY = SOUND.replace('partitions', 'partition');
/** A run tells at its end which files of packages it has loaded. */
const TELL_LOADED = `process.on('exit', () => process.stderr.write(JSON.stringify(Object.keys(require.cache))))`;

interface Call {
  readonly claim: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** The exit code. */
  readonly ends: number;
  /** What it says, on either stream. */
  readonly says: RegExp;
}

const CALLS: readonly Call[] = [
  { claim: 'tells its version', args: ['--version'], ends: 0, says: /^\d+\.\d+\.\d+\n$/ },
  { claim: 'takes a sound file', args: ['check', 'sound.yaml', '--release', '0.45.2'], ends: 0, says: /^0 errors, / },
  {
    claim: 'tells what is wrong with a file, and where',
    args: ['check', 'faulty.yaml', '--release', '0.45.2'],
    ends: 1,
    says: /^error schema-accepts at faulty\.yaml:5:20: /,
  },
  { claim: 'asks for a release', args: ['check', '.'], ends: 2, says: /name it, as in --release 1\.2/ },
  {
    claim: 'converts standard input',
    args: ['convert', '-', '--to', '1.2'],
    input: SOUND,
    ends: 0,
    says: /^apiVersion: kafka\.strimzi\.io\/v1$/m,
  },
  { claim: 'compares', args: ['diff', 'sound.yaml', 'user.yaml'], ends: 9, says: /destroys data at worst/ },
  ...(
    [
      ['access', 'user.yaml', /^ {2}topic orders +R$/m],
      ['inventory', 'sound.yaml', /^Topics \(1\)$/m],
      ['replication', 'sound.yaml', /nothing to tell/],
      ['secrets', 'sound.yaml', /nothing to tell/],
    ] as const
  ).map(([report, file, says]) => ({
    claim: `reports ${report}`,
    args: ['report', report, file, '--release', '0.45.2'],
    ends: 0,
    says,
  })),
  {
    claim: 'plans a migration',
    args: ['migrate', 'sound.yaml', '--release', '0.45.2', '--to', '0.47'],
    ends: 0,
    says: /^Strimzi 0\.45\.2 to Strimzi 0\.47\.0: 2 stages$/m,
  },
  {
    claim: 'prints a clean-up',
    args: ['teardown', 'sound.yaml'],
    ends: 0,
    says: /kafkatopic\.kafka\.strimzi\.io\/orders/,
  },
  { claim: 'explains a rule', args: ['explain', 'topic-replicas'], ends: 0, says: /^topic-replicas: / },
];

/** Runs the command line that a folder has installed. */
export function checkCommandLine(folder: string): void {
  const cwd = join(folder, 'manifests');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'sound.yaml'), SOUND);
  writeFileSync(join(cwd, 'user.yaml'), USER);
  writeFileSync(join(cwd, 'faulty.yaml'), FAULTY);
  for (const { claim, args, input = '', ends, says } of CALLS) {
    const { status, stdout, stderr } = run('npx', ['--no', NAME, ...args], { cwd, input });
    const text = stdout + stderr;
    check(`the command line ${claim}`, status === ends && says.test(text), `it ends with ${String(status)}\n${text}`);
  }
  checkLoadedBy(cwd, ['check', 'sound.yaml', '--release', '0.45.2']);
  checkLoadedBy(cwd, ['convert', 'sound.yaml', '--to', '1.2']);
}

/** A call is to start fast, so it loads none of the peers. */
function checkLoadedBy(cwd: string, args: readonly string[]): void {
  const tell = join(cwd, 'tell-loaded.js');
  writeFileSync(tell, TELL_LOADED);
  const { stderr } = run('node', ['--require', tell, join('..', 'node_modules', '.bin', NAME), ...args], { cwd });
  const packages = new Set(stderr.match(/(?<=\/node_modules\/)(@[^/]+\/)?[^/"]+/g));
  const claim = `the command line loads this package alone to ${args[0] ?? ''}`;
  check(claim, [...packages].join() === NAME, stderr);
}
