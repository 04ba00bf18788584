import { map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { kindRule, type JudgedKind } from './rule';

type Fields = Readonly<Record<string, unknown>>;

/** Fields that are enough to get a token: all of a row, and one of its last part. */
const WAYS: readonly (readonly string[])[] = [
  ['accessToken'],
  ['accessTokenLocation'],
  ...['refreshToken', 'clientSecret', 'clientAssertion', 'clientAssertionLocation'].map((proof) => [
    'tokenEndpointUri',
    'clientId',
    proof,
  ]),
  ['tokenEndpointUri', 'clientId', 'username', 'passwordSecret'],
];

/** The least number of each. */
const LEAST: Readonly<Record<string, number>> = {
  connectTimeoutSeconds: 1,
  readTimeoutSeconds: 1,
  httpRetries: 0,
  httpRetryPauseMs: 0,
};

/** A program that logs in with OAuth gets a token. */
export const clientOauth = kindRule({
  id: 'client-oauth',
  summary: 'A program that logs in with OAuth has a token, or all that it needs to get one.',
  remedy: 'Give accessToken, or tokenEndpointUri and clientId with clientSecret or another proof.',
  effect: 'refused',
  source:
    'The operator refuses others with InvalidResource; of a MirrorMaker 2 it looks at the cluster that Connect runs at (Strimzi 0.18.0 to 0.51.0, AuthenticationUtils).',
  releases: { until: '0.51' },
  catalog: ['M1-009', 'M2-020', 'M2-075', 'M1-008', 'M1-010'],
  kinds: strimziKinds('KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'),
  check({ manifest }, report) {
    for (const { field, value } of authenticationsOf(manifest)) {
      const fields = map(value);
      if (fields['type'] !== 'oauth') continue;
      if (!WAYS.some((way) => way.every((name) => isThere(fields, name)))) {
        report({
          field,
          allowed: 'accessToken, or tokenEndpointUri and clientId with a proof',
          message: `The program gets no token: ${lackText(fields)}.`,
        });
      }
      for (const [name, least] of Object.entries(LEAST)) {
        const given = fields[name];
        if (typeof given !== 'number' || given >= least) continue;
        report({
          field: [...field, name],
          given,
          allowed: `a whole number from ${least}`,
          message: `${name} is too small.`,
          remedy: 'Give a greater number, or leave it out.',
        });
      }
    }
  },
});

function lackText(fields: Fields): string {
  const lacking = ['tokenEndpointUri', 'clientId'].filter((name) => !isThere(fields, name));
  return lacking.length > 0
    ? `it has no accessToken, and no ${lacking.join(' and no ')} to ask for one`
    : 'it has no accessToken, and no clientSecret, refreshToken or password to ask for one';
}

function isThere(fields: Fields, name: string): boolean {
  return fields[name] !== undefined && fields[name] !== null;
}

/** What the operator looks at. */
function authenticationsOf(manifest: JudgedKind['manifest']): readonly Place[] {
  const paths = ['spec.authentication', 'spec.consumer.authentication', 'spec.producer.authentication'];
  const { connectCluster } = map(manifest['spec']);
  const workers = placesOf(manifest, 'spec.clusters.*').filter(({ value }) => map(value)['alias'] === connectCluster);
  return [
    ...paths.flatMap((path) => placesOf(manifest, path)),
    ...workers.flatMap(({ field, value }) => placesOf(value, 'authentication', field)),
  ];
}
