import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { renamesClients } from './principal-names';
import { objectRule, type Breach } from './rule';

const TYPE = 'User:';

/** Super users are named as Kafka names users, without the type of principal. */
export const superUsers = objectRule({
  id: 'super-users',
  summary:
    'Super users are names that clients can have, without the type of principal: the operator writes User: before each.',
  remedy: 'Leave User: out of the name.',
  effect: 'ignored',
  source:
    'With User: twice Kafka takes the second for a part of the name, which nobody has (Strimzi 0.18.0 to 1.2.0, KafkaBrokerConfigurationBuilder; SecurityUtils.parseKafkaPrincipal, Kafka 2.4 to 4.3).',
  catalog: ['K-069'],
  nouns: ['kafkaCluster'],
  check({ record }, report) {
    record.authorization?.superUsers?.forEach((given, index) => {
      const breach = given.startsWith(TYPE) ? typedBreach(given) : formBreach(given, record);
      if (breach) report({ field: ['spec', 'kafka', 'authorization', 'superUsers', index], given, ...breach });
    });
  },
});

function typedBreach(given: string): Breach {
  const name = given.slice(TYPE.length);
  const message = `"${name}" is no super user: brokers have it as ${TYPE}${given}.`;
  return { allowed: name, message, remedy: `Write ${name}.` };
}

/** A name that no client can have: those of certificates are distinguished names, those of passwords are not. */
function formBreach(given: string, { listeners, config }: KafkaClusterRecord): Breach | undefined {
  const types = new Set(listeners.flatMap(({ authentication }) => authentication?.type ?? []));
  const isOther = [...types].some((type) => !FORMS.has(type)) || renamesClients(config);
  if (types.size === 0 || isOther) return undefined;
  const isOfCertificate = given.includes('=');
  if ([...types].some((type) => FORMS.get(type) === isOfCertificate)) return undefined;
  const [who, allowed] = isOfCertificate
    ? ['by passwords', 'names of users, such as admin']
    : ['by certificates', `distinguished names, such as CN=${given}`];
  const remedy = isOfCertificate ? 'Write the name of the user.' : `Write CN=${given}.`;
  return { effect: 'unlooked', allowed, message: `Listeners know clients ${who}: nobody is called ${given}.`, remedy };
}

/** Whether names of clients are distinguished names, by the authentication of a listener. */
const FORMS: ReadonlyMap<string, boolean> = new Map([
  ['tls', true],
  ['scram-sha-512', false],
]);
