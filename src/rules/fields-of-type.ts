import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { isSecretName } from '../model/secret-names';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { CLIENT_AUTHENTICATION, NODE_STORAGE, PROGRAMS, type PlacesOfKinds } from './places-of-kinds';
import { kindRule, type Breach } from './rule';

/** What an object may have beside its type, or what of all that the schema has there is of others. */
type Fields = { readonly only: readonly string[] } | { readonly but: readonly string[] };

/** Objects whose type says which fields they have; their schema has those of all types. */
interface Typed {
  readonly places: PlacesOfKinds;
  readonly types: Readonly<Record<string, Fields>>;
}

const CREDENTIALS: Fields = { only: ['username', 'passwordSecret'] };
const DOWNLOAD: Fields = { only: ['url', 'sha512sum', 'insecure'] };
const OF_OPA = ['url', 'allowOnError', 'initialCacheCapacity', 'maximumCacheSize', 'expireAfterMs'];
const OF_CUSTOM = ['authorizerClass', 'supportsAdminApi'];
const OF_LISTENER_CUSTOM = ['listenerConfig', 'sasl', 'secrets'];

/**
 * The fields of each type, those of all releases together.
 * @see https://github.com/strimzi/strimzi-kafka-operator/tree/1.2.0/api/src/main/java/io/strimzi/api/kafka/model
 */
const TYPED: readonly Typed[] = [
  {
    places: [...NODE_STORAGE, ...NODE_STORAGE.map(([kinds, at]) => [kinds, `${at}.volumes.*`] as const)],
    types: {
      ephemeral: { only: ['id', 'kraftMetadata', 'sizeLimit'] },
      'persistent-claim': { but: ['sizeLimit', 'volumes'] },
      jbod: { only: ['volumes'] },
    },
  },
  {
    places: [[['Kafka'], 'spec.kafka.listeners.*.authentication']],
    types: {
      tls: { only: [] },
      'scram-sha-512': { only: [] },
      custom: { only: OF_LISTENER_CUSTOM },
      oauth: { but: OF_LISTENER_CUSTOM },
    },
  },
  {
    places: CLIENT_AUTHENTICATION,
    types: {
      tls: { only: ['certificateAndKey'] },
      'scram-sha-256': CREDENTIALS,
      'scram-sha-512': CREDENTIALS,
      plain: CREDENTIALS,
      custom: { only: ['sasl', 'config'] },
      oauth: { but: ['certificateAndKey', 'sasl', 'config'] },
    },
  },
  {
    places: [[['KafkaUser'], 'spec.authentication']],
    types: {
      tls: { only: ['validityDays', 'renewalDays'] },
      'tls-external': { only: [] },
      'scram-sha-512': { only: ['password'] },
    },
  },
  {
    places: [[['KafkaUser'], 'spec.authorization.acls.*.resource']],
    types: { cluster: { but: ['patternType'] } },
  },
  {
    places: [[['Kafka'], 'spec.kafka.authorization']],
    types: {
      simple: { only: ['superUsers'] },
      opa: { only: [...OF_OPA, 'superUsers', 'enableMetrics', 'tlsTrustedCertificates'] },
      custom: { only: [...OF_CUSTOM, 'superUsers'] },
      keycloak: { but: [...OF_OPA, ...OF_CUSTOM] },
    },
  },
  {
    places: PROGRAMS.map(([kinds, at]) => [kinds, `${at}.logging`] as const),
    types: { inline: { only: ['loggers'] }, external: { but: ['loggers'] } },
  },
  {
    places: [[['Kafka'], 'spec.kafka.quotas']],
    types: {
      kafka: { only: ['producerByteRate', 'consumerByteRate', 'requestPercentage', 'controllerMutationRate'] },
      strimzi: { but: ['requestPercentage', 'controllerMutationRate'] },
    },
  },
  {
    places: [[['KafkaConnect'], 'spec.build.plugins.*.artifacts.*']],
    types: {
      jar: DOWNLOAD,
      zip: DOWNLOAD,
      tgz: DOWNLOAD,
      maven: { but: ['url', 'sha512sum', 'fileName'] },
      other: { only: ['url', 'sha512sum', 'insecure', 'fileName'] },
    },
  },
  {
    places: [[['KafkaConnect'], 'spec.build.output']],
    types: { imagestream: { only: ['image'] } },
  },
];

/** Where each kind has such objects. */
const BY_KIND = new Map<string, (readonly [at: string, types: Typed['types']])[]>();
for (const { places, types } of TYPED) {
  for (const [kinds, at] of places) {
    for (const kind of kinds) BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), [at, types]]);
  }
}

/** What has a type has its fields. */
export const fieldsOfType = kindRule({
  id: 'fields-of-type',
  summary: 'What has a type has the fields of that type, and none of another.',
  remedy: 'Leave the field out, or take the type that it is of.',
  effect: 'ignored',
  source:
    'The schema has the fields of all types together; the operator passes over those of others, and complains in the status of the object (Strimzi 0.20.0 to 1.2.0, ValidationVisitor), at 0.18.0 in its log.',
  catalog: ['G-003', 'G-004'],
  kinds: strimziKinds(...BY_KIND.keys()),
  check({ manifest }, report) {
    for (const [at, types] of BY_KIND.get(manifest.kind) ?? []) {
      for (const place of placesOf(manifest, at)) {
        for (const breach of breachesOf(types, map(place.value))) {
          report({ ...breach, field: [...place.field, ...breach.field] });
        }
      }
    }
  },
});

function breachesOf(
  types: Typed['types'],
  { type, ...others }: Readonly<Record<string, unknown>>,
): (Breach & { readonly field: FieldPath })[] {
  const fields = typeof type === 'string' && Object.hasOwn(types, type) ? types[type] : undefined;
  if (!fields) return [];
  return Object.entries(others)
    .filter(([name, given]) => given !== null && isOfAnother(fields, name))
    .map(([name, given]) => ({
      field: [name],
      ...(typeof given !== 'object' && !isSecretName(name) && { given }),
      allowed: allowedBy(fields),
      message: `${String(type)} has no ${name}: the operator passes over it.`,
    }));
}

function isOfAnother(fields: Fields, name: string): boolean {
  return 'only' in fields ? !fields.only.includes(name) : fields.but.includes(name);
}

function allowedBy(fields: Fields): string {
  if ('but' in fields) return `no field of another type, such as ${fields.but.join(', ')}`;
  return fields.only.length === 0 ? 'type alone' : fields.only.join(', ');
}
