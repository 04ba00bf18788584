import { join } from 'node:path';
import { FindingsError } from '../../src';
import { Broker, startZooKeeper } from './broker';
import { describedIn, type Described } from './described';
import { Harness } from './harness';
import { Proof, type Outcome, type Owned } from './proof';
import { removalOf, wholeOf, type VersionResult } from './results';
import { denialText, ruleText } from './rules';
import { PAIRS, topology, type Pair, type Version } from './topology';

/** What of a version is tried. */
export interface Wanted {
  /** Whether it is tried without each rule too. */
  readonly removals: boolean;
  /** Tries the pairs and rules alone in whose line this is. */
  readonly only?: RegExp | undefined;
  readonly say: (line: string) => void;
  /** Is given what has been seen, as soon as it is. */
  readonly keep: (part: VersionResult) => void;
}

/** Milliseconds that a mirror with all of its rules may take. */
const PATIENCE = 120_000;
/** Milliseconds after a denial in which something may still come, at least. */
const SILENCE = 6_000;

/**
 * Tries all ways to mirror on a version of Kafka.
 * @param folder - where manifests, Secrets, data and logs are written
 */
export async function runVersion(version: Version, jars: string, folder: string, wanted: Wanted): Promise<void> {
  const { kafka, release } = version;
  const pairs = Object.entries(PAIRS).flatMap(([name, pair]) => {
    const described = synthesized(join(folder, 'manifests', name), pair, version);
    return described ? [{ name, pair, described }] : [];
  });
  const clusters = pairs[0]?.described.clusters ?? [];
  const metadata = clusters[0]?.mode ?? 'kraft';
  const zookeeper = metadata === 'zookeeper' ? await startZooKeeper(jars, folder) : undefined;
  const brokers = clusters.map((record) => new Broker(record, { jars, folder, zookeeper }));
  await Promise.all(brokers.map((broker) => broker.start()));
  const harness = new Harness(jars, folder);
  for (const broker of brokers) await harness.open(broker.name, broker.admin);
  const tried = new Set<string>();
  const keep = (part: Partial<VersionResult>): void =>
    wanted.keep({ kafka, release: release.name, metadata, wholes: [], removals: [], ...part });
  for (const { name, pair, described } of pairs) {
    const proof = new Proof(described, brokers, harness, folder, pair);
    const isChosen = (owned: Owned): boolean => wanted.only?.test(`${name}: ${lineOf(owned)}`) ?? true;
    const rules = proof.rules.filter((owned) => isNew(owned, tried)).filter(isChosen);
    if (rules.length > 0) await tryPair(name, proof, { ...wanted, keep }, rules);
  }
  await harness.stop();
  for (const broker of brokers) await broker.stop();
}

interface PairWanted extends Pick<Wanted, 'removals' | 'say'> {
  readonly keep: (part: Partial<VersionResult>) => void;
}

/** Mirrors with all rules, and then without one of each. */
async function tryPair(name: string, proof: Proof, wanted: PairWanted, rules: readonly Owned[]): Promise<void> {
  const { say, keep } = wanted;
  const mirrored = await proof.mirror({ patience: PATIENCE, silence: PATIENCE });
  const used = await proof.use();
  say(`${name}: ${told(mirrored)}; ${told(used)}`);
  keep({ wholes: [wholeOf(name, proof.expected, mirrored, used)] });
  if (!wanted.removals) return;
  // What is missing without a denial may only be late, and is given twice the time that all took.
  const limits = { patience: 2_000 * mirrored.seconds, silence: Math.max(SILENCE, 400 * mirrored.seconds) };
  // Clients need what has been mirrored, so that they are first.
  for (const rule of [...rules].sort((one, other) => Number(proof.isOfClient(other)) - Number(proof.isOfClient(one)))) {
    const outcome = proof.isOfClient(rule) ? await proof.use(rule) : await proof.mirror(limits, rule);
    const removal = removalOf(name, rule, outcome);
    say(`${name}: without ${lineOf(rule)}: ${removal.verdict}; ${told(outcome)}`);
    keep({ removals: [removal] });
  }
}

/** Whether no other pair has tried what the rule is for. The alias before a name is no difference. */
function isNew({ user, rule }: Owned, tried: Set<string>): boolean {
  const key = JSON.stringify([user, rule.type, rule.operation, rule.pattern, rule.name.replace(/^europe\./, '')]);
  if (tried.has(key)) return false;
  tried.add(key);
  return true;
}

/** What is written of a way to mirror; absent: the release cannot say it. */
function synthesized(folder: string, pair: Pair, version: Version): Described | undefined {
  try {
    topology(folder, pair, version).synth();
  } catch (error) {
    const isBeyondRelease =
      error instanceof FindingsError &&
      error.findings.every(({ rule, severity }) => severity !== 'error' || rule === 'release-says-field');
    if (isBeyondRelease) return undefined;
    throw error;
  }
  return describedIn(folder);
}

function lineOf({ user, rule }: Owned): string {
  return `${ruleText(rule)} of ${user}`;
}

function told({ missing, denials, told: notes, seconds }: Outcome): string {
  const parts = [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : 'all is there',
    ...(denials.length > 0 ? [`denied: ${[...new Set(denials.map(denialText))].join(', ')}`] : []),
    ...notes,
  ];
  return `${parts.join('; ')} (${seconds.toFixed(1)} s)`;
}
