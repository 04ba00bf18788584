import type { Manifest } from '../../dialects/common/codec';
import { upgradeFacts } from '../../dialects/releases/upgrades';
import { compareMinors } from '../../model/minors';
import type { Release } from '../../model/release';
import { draft, type Draft, type Hop, type MigrationRefusal, type Preparation } from '../stage';
import { edited, kubectl, nameOf, ofKind, textIn, valueIn, withValue, type Item, type Tree } from '../tree';

const FORMAT = 'log.message.format.version';
const PROTOCOL = 'inter.broker.protocol.version';
const VERSION = ['spec', 'kafka', 'version'];
const METADATA = ['spec', 'kafka', 'metadataVersion'];
const CONFIG = ['spec', 'kafka', 'config'];
const SOURCE =
  'https://strimzi.io/docs/operators/latest/deploying#con-upgrade-paths-str; kafka-versions.yaml of both releases';

/** A version of Kafka that both operators run, before the operator is upgraded. */
export const kafkaVersion: Preparation = {
  refusals: (tree, hop) =>
    unfit(tree, hop).map(({ manifest }): MigrationRefusal => ({
      stage: 'kafka-version',
      object: nameOf(manifest),
      message: messageOf(manifest, hop),
      source: SOURCE,
    })),
  next: (tree, hop) => {
    const [settling] = settled(tree, hop);
    if (settling) return [settling];
    const changing = unfit(tree, hop);
    const version = commonVersion(hop);
    if (changing.length === 0 || version === undefined) return [];
    const brokers = changing.filter(({ manifest }) => manifest.kind === 'Kafka');
    // Workers and mirrors follow when the brokers are there.
    const now = brokers.length > 0 ? brokers : changing;
    return [
      draft({
        id: 'kafka-version',
        title: `Kafka ${version}`,
        why: [...new Set(now.map(({ manifest }) => messageOf(manifest, hop)))].join(' '),
        tree: edited(tree, (item) => (now.includes(item) ? withVersion(item.manifest, version, hop) : item.manifest)),
        checks: now.map(({ manifest }) => ({
          text: `${nameOf(manifest)} is ready, and all of its pods run Kafka ${version}.`,
          command: kubectl('get', manifest, "-o jsonpath='{.status.kafkaVersion}'"),
        })),
        source: SOURCE,
      }),
    ];
  },
};

/** An object that goes along with the operator, where no version of Kafka is run by both: the oldest that the later one runs. */
export function raisedAlong(manifest: Manifest, hop: Hop): Manifest {
  const isUnfit = unfit([{ origin: 0, manifest }], hop).length > 0;
  const [oldest] = hop.to.facts.kafka.versions;
  return isUnfit && oldest !== undefined ? withVersion(manifest, oldest, hop) : manifest;
}

/** The version of Kafka that a cluster runs: the one that it names, or the operator's default. */
export function runningVersion(manifest: Manifest, { kafka }: Release): string {
  return textIn(manifest, ...versionPath(manifest)) ?? kafka.default;
}

/** Whether no setting holds a cluster at an earlier Kafka than the one that it runs. */
export function isSettled(manifest: Manifest, facts: Release): boolean {
  return settings(manifest, runningVersion(manifest, facts)).length === 0;
}

const VERSIONED = ['Kafka', 'KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker', 'KafkaMirrorMaker2'];

function versionPath({ kind }: Manifest): readonly string[] {
  return kind === 'Kafka' ? VERSION : ['spec', 'version'];
}

/** What names a version that the later release does not run, or must name one lest the operator is stuck. */
function unfit(tree: Tree, { from, to }: Hop): readonly Item[] {
  const { versions, default: usual } = to.facts.kafka;
  return ofKind(tree, ...VERSIONED).filter(({ manifest }) => {
    const given = textIn(manifest, ...versionPath(manifest));
    if (given !== undefined) return !versions.includes(given);
    if (manifest.kind !== 'Kafka') return false;
    const now = from.facts.kafka.default;
    const isRaised = compareMinors(now, usual) !== 0;
    const isStuck =
      isRaised && upgradeFacts(to).asksMessageFormat && valueIn(manifest, ...CONFIG, FORMAT) === undefined;
    return isStuck || !versions.includes(now);
  });
}

function messageOf(manifest: Manifest, { from, to }: Hop): string {
  const now = runningVersion(manifest, from.facts);
  const { versions } = to.facts.kafka;
  if (versions.includes(now))
    return `${to.name} raises Kafka ${now} by itself, and refuses to where ${FORMAT} is not set.`;
  return `${to.name} does not run Kafka ${now}; it runs ${versions.join(', ')}.`;
}

/** The newest version that both operators run. */
function commonVersion({ from, to }: Hop): string | undefined {
  return from.facts.kafka.versions.filter((version) => to.facts.kafka.versions.includes(version)).at(-1);
}

function withVersion(manifest: Manifest, version: string, { from }: Hop): Manifest {
  const raised = withValue(manifest, versionPath(manifest), version);
  const now = runningVersion(manifest, from.facts);
  const isAsked =
    manifest.kind === 'Kafka' && upgradeFacts(from).asksMessageFormat && compareMinors(now, version) !== 0;
  return isAsked && valueIn(manifest, ...CONFIG, FORMAT) === undefined
    ? withValue(raised, [...CONFIG, FORMAT], minorOf(now))
    : raised;
}

/** Protocol, format and metadata of the Kafka that runs: what is set to an earlier one is raised once all brokers run it. */
function settled(tree: Tree, { from }: Hop): readonly Draft[] {
  const behind = ofKind(tree, 'Kafka').filter(({ manifest }) => !isSettled(manifest, from.facts));
  if (behind.length === 0) return [];
  return [
    draft({
      id: 'kafka-settled',
      title: 'Protocol, format and metadata of the Kafka that runs',
      why: 'Brokers are held at what an earlier Kafka understands; the way back ends here, and the way on begins.',
      tree: edited(tree, (item) => (behind.includes(item) ? withSettings(item.manifest, from.facts) : item.manifest)),
      checks: behind.map(({ manifest }) => ({ text: `${nameOf(manifest)} is ready again after its pods restarted.` })),
      source: 'https://strimzi.io/docs/operators/0.45.0/deploying#proc-upgrade-kafka-zookeeper-str',
    }),
  ];
}

function withSettings(manifest: Manifest, facts: Release): Manifest {
  const version = runningVersion(manifest, facts);
  return settings(manifest, version).reduce((each, path) => withValue(each, path, minorOf(version)), manifest);
}

/** The settings that are of another minor than the version. */
function settings(manifest: Manifest, version: string): readonly (readonly string[])[] {
  const paths = [METADATA, [...CONFIG, PROTOCOL], [...CONFIG, FORMAT]];
  return paths.filter((path) => {
    const given = valueIn(manifest, ...path);
    // YAML reads 2.8 as a number.
    const isGiven = typeof given === 'string' || typeof given === 'number';
    return isGiven && compareMinors(minorOf(String(given)), minorOf(version)) < 0;
  });
}

function minorOf(version: string): string {
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}
