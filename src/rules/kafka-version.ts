import { objectRule } from './rule';

/** The operator runs the Kafka version. */
export const kafkaVersion = objectRule({
  id: 'kafka-version',
  summary: 'The operator of the site runs the Kafka version.',
  remedy: 'Take one of the versions, leave the version out, or name another release at the site.',
  effect: 'refused',
  source: 'The operator refuses others with UnsupportedKafkaVersion (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['G-048', 'M2-073', 'G-046', 'M2-001'],
  nouns: ['kafkaCluster', 'mirrorMaker', 'mirrorMaker2', 'connect'],
  check({ noun, record: { version }, site: { release } }, report) {
    const { versions } = release.kafka;
    if (version === undefined || versions.includes(version)) return;
    report({
      field: noun === 'kafkaCluster' ? ['spec', 'kafka', 'version'] : ['spec', 'version'],
      given: version,
      allowed: versions.join(', '),
      message: `${release.name} does not run Kafka ${version}.`,
    });
  },
});
