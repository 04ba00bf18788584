/**
 * `npm run test:kafka [-- [--kafka 4.3,3.9] [--no-removals] [--only TEXT] [--write-table]]`: what is synthesized, on real Kafka.
 *
 * Two clusters of one broker each, with TLS, client certificates and Kafka's own authorizer, get exactly the ACLs of the
 * KafkaUsers that a program makes; a Connect worker gets the settings of its KafkaMirrorMaker2. Records, configurations and
 * groups' offsets must arrive and nothing be denied; and without any one of the rules something must fail, or be denied at
 * least. All of that comes from Apache Kafka's artifacts, by Maven, and runs in Java processes of this machine; they are kept
 * in temp/kafka/. Ends with 1 where something is not as it should be. Without Java it says so, and ends with 0.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jarsOf, lacking } from './kafka/artifacts';
import { stopAll } from './kafka/java';
import { faultsIn, merged, type VersionResult } from './kafka/results';
import { runVersion } from './kafka/run';
import { withTables } from './kafka/tables';
import type { Version } from './kafka/topology';
import { byNumbers, minors } from './kafka/versions';
import { ROOT } from './project';

const RESULTS = join(ROOT, 'temp', 'kafka', 'results');
const PAGE = join(ROOT, 'docs', 'proof.md');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kafka: { type: 'string' },
      'no-removals': { type: 'boolean', default: false },
      only: { type: 'string' },
      'write-table': { type: 'boolean', default: false },
    },
  });
  const lack = lacking();
  if (lack !== undefined) {
    console.log(`nothing was tried: ${lack}; this takes a JDK from 17 on, Maven and OpenSSL`);
    return 0;
  }
  let faults = 0;
  for (const name of namesOf(values.kafka)) {
    const found = available(name);
    if (!found) {
      console.log(`Kafka ${name}: left out, the Maven repository lacks a part of each patch`);
      continue;
    }
    const { version, jars } = found;
    console.log(`Kafka ${version.kafka}, as ${version.release.name} runs it`);
    const folder = join(ROOT, 'temp', 'kafka', 'run', `${version.kafka}-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    const wrong: string[] = [];
    await runVersion(version, jars, folder, {
      removals: !values['no-removals'],
      only: values.only === undefined ? undefined : new RegExp(values.only),
      say: (line) => console.log(`  ${line}`),
      keep: (part) => {
        wrong.push(...faultsIn(part));
        keep(name, part);
      },
    });
    for (const fault of wrong) console.log(`  WRONG ${fault}`);
    if (wrong.length === 0) rmSync(folder, { recursive: true });
    else console.log(`  logs and manifests: ${folder}`);
    faults += wrong.length;
  }
  if (values['write-table']) writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), kept()));
  console.log(faults === 0 ? 'all is as it should be' : `${faults} faults`);
  return faults === 0 ? 0 : 1;
}

/** The minors that are asked for, or the newest that is there. */
function namesOf(asked: string | undefined): readonly string[] {
  const all = minors().map(({ name }) => name);
  if (asked === 'all') return all;
  if (asked !== undefined) return asked.split(',');
  return all.filter((name) => available(name)).slice(0, 1);
}

/** The newest patch of a minor that the Maven repository has whole. */
function available(name: string): { readonly version: Version; readonly jars: string } | undefined {
  const minor = minors().find((each) => each.name === name);
  if (!minor)
    throw new Error(
      `no release runs Kafka ${name}; there are ${minors()
        .map((each) => each.name)
        .join(', ')}`,
    );
  for (const version of minor.patches) {
    const jars = jarsOf(version.kafka);
    if (jars !== undefined) return { version, jars };
  }
  return undefined;
}

/** Keeps what was seen for the table, beside what else was seen of the version. */
function keep(name: string, part: VersionResult): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.json`);
  const former = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VersionResult) : undefined;
  writeFileSync(file, JSON.stringify(former ? merged(former, part) : part, undefined, 2));
}

/** The last results of all versions, the newest version first. */
function kept(): VersionResult[] {
  return readdirSync(RESULTS)
    .map((file) => JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as VersionResult)
    .sort((one, other) => byNumbers(one.kafka, other.kafka));
}

// However this process ends, it leaves no broker behind.
process.on('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
void main().then((code) => process.exit(code));
