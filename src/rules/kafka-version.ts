import type { Rule } from './rule';

/** The operator runs the Kafka version. */
export const kafkaVersion: Rule = {
  id: 'kafka-version',
  summary: 'The operator of the site runs the Kafka version.',
  remedy: 'Take one of the versions, leave the version out, or name another release at the site.',
  source: 'The operator refuses others with UnsupportedKafkaVersion (Strimzi 0.18.0 to 1.2.0).',
  check: ({ records, release }, report) => {
    const { versions } = release.kafka;
    for (const { record, path } of [...records.kafkaCluster, ...records.mirrorMaker, ...records.mirrorMaker2]) {
      if (record.version === undefined || versions.includes(record.version)) continue;
      report({
        path,
        field: 'version',
        given: record.version,
        allowed: versions.join(', '),
        message: `${release.name} does not run Kafka ${record.version}.`,
      });
    }
  },
};
