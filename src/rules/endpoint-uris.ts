import { map, text } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { CLIENT_AUTHENTICATION, type PlacesOfKinds } from './places-of-kinds';
import { kindRule, type JudgedKind } from './rule';

const OF_LISTENERS = ['jwksEndpointUri', 'introspectionEndpointUri', 'userInfoEndpointUri'];

/** Where endpoints stand that programs ask. */
const ENDPOINTS: PlacesOfKinds = [
  ...OF_LISTENERS.map((name) => [['Kafka'], `spec.kafka.listeners.*.authentication.${name}`] as const),
  [['Kafka'], 'spec.kafka.authorization.tokenEndpointUri'],
  [['Kafka'], 'spec.kafka.authorization.url'],
  ...CLIENT_AUTHENTICATION.map(([kinds, at]) => [kinds, `${at}.tokenEndpointUri`] as const),
];

/** Containers of programs that send traces. */
const TRACED: PlacesOfKinds = [
  [['KafkaConnect', 'KafkaMirrorMaker2'], 'spec.template.connectContainer.env.*'],
  [['KafkaBridge'], 'spec.template.bridgeContainer.env.*'],
  [['KafkaMirrorMaker'], 'spec.template.mirrorMakerContainer.env.*'],
];
const TRACES_GO_TO = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];

/** Endpoints are addresses that a program can ask. */
export const endpointUris = kindRule({
  id: 'endpoint-uris',
  summary:
    'Endpoints of OAuth, of Open Policy Agent and of collectors of traces are URIs that begin with http:// or https://.',
  remedy: 'Give the whole address, such as https://id.example.com/token.',
  effect: 'fails',
  source:
    'The operator hands them on as they are (Strimzi 0.18.0 to 1.2.0); brokers and programs do not start with others.',
  kinds: strimziKinds(
    'Kafka',
    'KafkaConnect',
    'KafkaConnectS2I',
    'KafkaMirrorMaker',
    'KafkaMirrorMaker2',
    'KafkaBridge',
  ),
  check({ manifest }, report) {
    for (const { field, value: given } of [...endpointsOf(manifest), ...tracesOf(manifest)]) {
      if (typeof given !== 'string' || given === '' || isAskable(given)) continue;
      report({
        field,
        given,
        allowed: 'a URI that begins with http:// or https://',
        message: 'This is no address that a program can ask.',
      });
    }
  },
});

function endpointsOf(manifest: JudgedKind['manifest']): readonly Place[] {
  return ENDPOINTS.filter(([kinds]) => kinds.includes(manifest.kind)).flatMap(([, at]) => placesOf(manifest, at));
}

function tracesOf(manifest: JudgedKind['manifest']): readonly Place[] {
  return TRACED.filter(([kinds]) => kinds.includes(manifest.kind))
    .flatMap(([, at]) => placesOf(manifest, at))
    .filter(({ value }) => TRACES_GO_TO.includes(text(map(value)['name']) ?? ''))
    .map(({ field, value }) => ({ field: [...field, 'value'], value: map(value)['value'] }));
}

/** What has variables in it somebody else completes. */
function isAskable(uri: string): boolean {
  if (uri.includes('$')) return true;
  try {
    return ['http:', 'https:'].includes(new URL(uri).protocol);
  } catch {
    return false;
  }
}
