import { compareMinors } from '../model/minors';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Config } from '../model/resource';
import { objectRule, type Breach } from './rule';

const OLDEST = '3.3';
/** The oldest Kafka whose metadata can go from ZooKeeper to KRaft. */
const OLDEST_TO_MIGRATE = '3.7';
const FORM = /^(\d+\.\d+)(-IV\d+)?(\.[\w.-]*)?$/;
/** Settings of brokers with ZooKeeper that name a version of Kafka. */
const OF_BROKERS = ['log.message.format.version', 'inter.broker.protocol.version'];

/** Versions of what brokers say to each other, and keep, are those of the Kafka version. */
export const versionSettings = objectRule({
  id: 'version-settings',
  summary: 'The versions of metadata, messages and the protocol between brokers are the one of Kafka itself.',
  remedy: 'Name the version of Kafka once all brokers run it, or leave it out.',
  effect: 'warned',
  source:
    'The operator complains in the status of the Kafka (Strimzi 0.18.0 to 1.2.0, KafkaSpecChecker), and refuses metadata of before 3.3 (0.40.0 to 1.2.0, KRaftUtils).',
  catalog: ['K-061', 'K-028', 'K-031', 'K-032', 'K-033', 'K-037', 'K-038'],
  nouns: ['kafkaCluster'],
  check({ record, site: { release } }, report) {
    const { mode, metadataVersion, version = release.kafka.default } = record;
    if (!release.kafka.versions.includes(version)) return; // and that is told
    if (record.annotations?.['strimzi.io/kraft'] === 'migration')
      for (const breach of migrationBreaches(record, version)) report(breach);
    if (mode === 'kraft') {
      const breach = metadataVersion === undefined ? undefined : metadataBreach(metadataVersion, version);
      if (breach) report({ field: ['spec', 'kafka', 'metadataVersion'], given: metadataVersion, ...breach });
    } else if (record.version !== undefined) {
      for (const breach of brokerBreaches(record.config ?? {}, version)) report(breach);
    }
  },
});

/** What keeps the operator from taking the metadata to KRaft; that versions of brokers are not Kafka's own is told besides. */
function migrationBreaches({ metadataVersion, config = {} }: KafkaClusterRecord, version: string): Breach[] {
  if (compareMinors(version, OLDEST_TO_MIGRATE) < 0) {
    const message = `The metadata of Kafka ${version} cannot go from ZooKeeper to KRaft.`;
    return [
      {
        field: ['spec', 'kafka', 'version'],
        given: version,
        effect: 'refused',
        allowed: `Kafka ${OLDEST_TO_MIGRATE} or later`,
        message,
        remedy: 'Upgrade Kafka before the migration.',
      },
    ];
  }
  const metadata = metadataVersion === undefined ? undefined : minorIn(metadataVersion);
  if (metadata === undefined) return [];
  return OF_BROKERS.flatMap((setting): Breach[] => {
    const given = minorIn(String(config[setting] ?? ''));
    if (given === undefined || compareMinors(given, metadata) === 0) return [];
    return [
      {
        field: ['spec', 'kafka', 'metadataVersion'],
        given: metadataVersion,
        effect: 'refused',
        allowed: given,
        message: `The metadata goes to KRaft only where its version is that of ${setting}.`,
        remedy: 'Give all of them the version of Kafka.',
      },
    ];
  }).slice(0, 1);
}

function minorIn(text: string): string | undefined {
  return FORM.exec(text)?.[1];
}

function brokerBreaches(config: Config, version: string): Breach[] {
  return OF_BROKERS.flatMap((setting): Breach[] => {
    const given = config[setting];
    const [, minor] = FORM.exec(String(given ?? '')) ?? [];
    if (minor === undefined || compareMinors(minor, version) === 0) return [];
    return [
      {
        field: ['spec', 'kafka', 'config', setting],
        given,
        allowed: minorOf(version),
        message: `Brokers run Kafka ${version}: an upgrade is not done, or was not meant.`,
      },
    ];
  });
}

function metadataBreach(given: string, version: string): Breach | undefined {
  const [, minor] = FORM.exec(given) ?? [];
  const allowed = `${OLDEST} to ${minorOf(version)}, such as ${minorOf(version)}`;
  if (minor === undefined)
    return {
      effect: 'refused',
      allowed,
      message: `"${given}" is no version of metadata.`,
      remedy: 'Give such a version.',
    };
  if (compareMinors(minor, OLDEST) < 0)
    return { effect: 'refused', allowed, message: 'The operator takes no metadata as old as that.' };
  const order = compareMinors(minor, version);
  if (order === 0) return undefined;
  if (order > 0)
    return {
      effect: 'ignored',
      allowed,
      message: `Kafka ${version} does not know metadata that is newer than itself.`,
    };
  return { allowed, message: `The metadata is older than Kafka ${version}: an upgrade is not done.` };
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
