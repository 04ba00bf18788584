import { objectRule } from './rule';

const TYPE = 'User:';

/** Super users are named as Kafka names users, without the type of principal. */
export const superUsers = objectRule({
  id: 'super-users',
  summary: 'Super users are names without the type of principal: the operator writes User: before each.',
  remedy: 'Leave User: out of the name.',
  effect: 'ignored',
  source:
    'With User: twice Kafka takes the second for a part of the name, which nobody has (Strimzi 0.18.0 to 1.2.0, KafkaBrokerConfigurationBuilder; SecurityUtils.parseKafkaPrincipal, Kafka 2.4 to 4.3).',
  nouns: ['kafkaCluster'],
  check({ record: { authorization } }, report) {
    authorization?.superUsers?.forEach((given, index) => {
      if (!given.startsWith(TYPE)) return;
      const name = given.slice(TYPE.length);
      report({
        field: ['spec', 'kafka', 'authorization', 'superUsers', index],
        given,
        allowed: name,
        message: `"${name}" is no super user: brokers have it as ${TYPE}${given}.`,
        remedy: `Write ${name}.`,
      });
    });
  },
});
