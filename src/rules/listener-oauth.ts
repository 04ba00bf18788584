import { map } from '../model/guarded';
import { isNoFilter, isNoQuery } from '../text/json-path';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

type Fields = Readonly<Record<string, unknown>>;

/** What a listener with OAuth cannot be asked for: the field that is told, and why. */
interface Fault {
  readonly field: string;
  readonly isBroken: (fields: Fields) => boolean;
  readonly why: string;
  readonly allowed: string | ((fields: Fields) => string);
}

/** Seconds between two looks at the keys, and how long they are trusted, where nothing is said. */
const REFRESH = 300;
const EXPIRY = 360;
/** Seconds that keys are to be trusted beyond the next look at them. */
const APART = 60;

const FAULTS: readonly Fault[] = [
  {
    field: 'enableOauthBearer',
    isBroken: ({ enableOauthBearer, enablePlain = false }) => enableOauthBearer === false && enablePlain === false,
    why: 'Nobody can log in: the listener takes neither OAUTHBEARER nor PLAIN.',
    allowed: 'true, unless enablePlain is true',
  },
  {
    field: 'jwksEndpointUri',
    isBroken: (fields) => ENDPOINTS.every((endpoint) => lacks(fields, endpoint)),
    why: 'Nobody can tell whether a token is sound without jwksEndpointUri or introspectionEndpointUri.',
    allowed: 'the address of the keys, or introspectionEndpointUri in its place',
  },
  {
    field: 'validIssuerUri',
    isBroken: (fields) => lacks(fields, 'validIssuerUri') && fields['checkIssuer'] !== false,
    why: 'Issuers of tokens cannot be checked without the one that is valid.',
    allowed: 'the issuer, or checkIssuer: false beside it',
  },
  ...['connectTimeoutSeconds', 'readTimeoutSeconds'].map((field) => ({
    field,
    isBroken: (fields: Fields) => typeof fields[field] === 'number' && fields[field] <= 0,
    why: 'There is no time for an answer.',
    allowed: 'a whole number from 1',
  })),
  {
    field: 'checkAudience',
    isBroken: (fields) => fields['checkAudience'] === true && lacks(fields, 'clientId'),
    why: 'The audience of a token is checked against clientId, which is not there.',
    allowed: 'true with clientId beside it',
  },
  {
    field: 'introspectionEndpointUri',
    isBroken: (fields) =>
      !lacks(fields, 'introspectionEndpointUri') && (lacks(fields, 'clientId') || lacks(fields, 'clientSecret')),
    why: 'The endpoint is asked by the name of clientId, with clientSecret: both have to be there.',
    allowed: 'an address with clientId and clientSecret beside it',
  },
  ...['userInfoEndpointUri', 'validTokenType'].map((field) => ({
    field,
    isBroken: (fields: Fields) => !lacks(fields, field) && lacksOnly(fields, 'introspectionEndpointUri'),
    why: `${field} is for tokens that introspectionEndpointUri tells of, and that is not there.`,
    allowed: 'a value with introspectionEndpointUri beside it',
  })),
  ...['jwksRefreshSeconds', 'jwksExpirySeconds', 'jwksMinRefreshPauseSeconds'].map((field) => ({
    field,
    isBroken: (fields: Fields) => typeof fields[field] === 'number' && lacksOnly(fields, 'jwksEndpointUri'),
    why: `${field} is for the keys at jwksEndpointUri, which is not there.`,
    allowed: 'a number with jwksEndpointUri beside it',
  })),
  {
    field: 'jwksExpirySeconds',
    isBroken: (fields) => !lacks(fields, 'jwksEndpointUri') && !areApart(fields),
    why: `Keys run out before they are looked at again: jwksExpirySeconds (usually ${EXPIRY}) has to be ${APART} more than jwksRefreshSeconds (usually ${REFRESH}).`,
    allowed: ({ jwksRefreshSeconds }) => `at least ${secondsOf(jwksRefreshSeconds, REFRESH) + APART}`,
  },
  {
    field: 'accessTokenIsJwt',
    isBroken: (fields) => fields['accessTokenIsJwt'] === false && !lacks(fields, 'jwksEndpointUri'),
    why: 'Tokens that are no JWT cannot be checked with the keys at jwksEndpointUri.',
    allowed: 'true; false with introspectionEndpointUri in place of jwksEndpointUri',
  },
  {
    field: 'checkAccessTokenType',
    isBroken: (fields) =>
      fields['checkAccessTokenType'] === false &&
      (fields['accessTokenIsJwt'] === false || !lacks(fields, 'introspectionEndpointUri')),
    why: 'Only tokens that are a JWT, and are not asked for at introspectionEndpointUri, have a type to check.',
    allowed: 'true',
  },
  {
    field: 'customClaimCheck',
    isBroken: ({ customClaimCheck }) => typeof customClaimCheck === 'string' && isNoFilter(customClaimCheck),
    why: 'Tokens cannot be held to what is no filter of JsonPath.',
    allowed: "a filter, such as @.kafka == 'yes'",
  },
  {
    field: 'groupsClaim',
    isBroken: ({ groupsClaim }) => typeof groupsClaim === 'string' && isNoQuery(groupsClaim),
    why: 'Groups cannot be found by what is no query of JsonPath.',
    allowed: 'a query, such as $.groups',
  },
];

/** The settings of a listener with OAuth fit together. */
export const listenerOauth = kindRule({
  id: 'listener-oauth',
  summary: 'The settings of a listener with OAuth fit together, and are enough to check a token.',
  remedy: 'Give what is missing, or leave out what needs it.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.18.0 to 0.51.0, validateOauth).',
  catalog: [
    ...['L-065', 'L-066', 'L-067', 'L-068', 'L-069', 'L-070', 'L-071', 'L-072', 'L-073', 'L-074', 'L-078', 'L-079'],
    ...['L-080', 'L-081', 'L-082', 'L-083', 'L-090', 'L-091', 'L-092', 'L-093', 'L-094', 'L-095', 'L-096', 'L-097'],
    ...['L-098', 'L-099'],
  ],
  releases: { until: '0.51' },
  kinds: strimziKinds('Kafka'),
  check({ manifest }, report) {
    for (const { field: at, value } of placesOf(manifest, 'spec.kafka.listeners.*.authentication')) {
      const fields = map(value);
      if (fields['type'] !== 'oauth') continue;
      for (const { field, isBroken, why, allowed } of FAULTS) {
        if (!isBroken(fields)) continue;
        const given = fields[field];
        report({
          field: [...at, field],
          ...(given !== undefined && { given }),
          allowed: typeof allowed === 'string' ? allowed : allowed(fields),
          message: why,
        });
      }
    }
  },
});

const ENDPOINTS = ['jwksEndpointUri', 'introspectionEndpointUri'];

/** Whether one endpoint is missing and the other is there: that both are is told by itself. */
function lacksOnly(fields: Fields, endpoint: string): boolean {
  return lacks(fields, endpoint) && ENDPOINTS.some((other) => !lacks(fields, other));
}

function lacks(fields: Fields, field: string): boolean {
  return fields[field] === undefined || fields[field] === null;
}

/** What is no sound number the schema tells of. */
function areApart({ jwksRefreshSeconds: refresh, jwksExpirySeconds: expiry }: Fields): boolean {
  const [from, to] = [secondsOf(refresh, REFRESH), secondsOf(expiry, EXPIRY)];
  return to >= from + APART;
}

function secondsOf(given: unknown, usual: number): number {
  return typeof given === 'number' && given > 0 ? given : usual;
}
