import { isHost } from '../text/references';
import { listenerFields } from './listener-fields';
import { placesOf, type Place } from './places';
import { objectRule } from './rule';

/** Where hosts stand in the settings of a listener. */
const HOSTS = ['bootstrap.host', 'bootstrap.alternativeNames.*', 'brokers.*.host', 'brokers.*.advertisedHost'];
const TEMPLATES = ['hostTemplate', 'advertisedHostTemplate'];

/** Hosts of listeners are hosts. */
export const listenerAddresses = objectRule({
  id: 'listener-addresses',
  summary: 'Hosts of a listener are names or addresses alone: no scheme, no port and no path.',
  remedy: 'Write the host alone, such as kafka.example.com.',
  effect: 'fails',
  source:
    'The operator puts them into a certificate and into routes, ingresses and the addresses that clients are told; later ones refuse others (Strimzi 0.18.0, 0.45.2, 1.2.0, Subject).',
  catalog: ['K-095', 'K-096'],
  nouns: ['kafkaCluster'],
  check(object, report) {
    for (const { field: at, listener } of listenerFields(object)) {
      for (const { field, value: given } of hostsOf(listener.configuration)) {
        if (typeof given !== 'string' || isHostOrPattern(given)) continue;
        report({
          field: [...at, 'configuration', ...field],
          given,
          allowed: 'a host name or an address',
          message: `"${given}" of listener "${listener.name}" is no host.`,
        });
      }
    }
  },
});

/** Which placeholders there are is told by others. */
function hostsOf(configuration: unknown): Place[] {
  const templates = TEMPLATES.flatMap((path) => placesOf(configuration, path)).map((place) => ({
    field: place.field,
    value: typeof place.value === 'string' ? place.value.replace(/\{[^{}]*\}/g, '0') : place.value,
  }));
  return [...HOSTS.flatMap((path) => placesOf(configuration, path)), ...templates];
}

/** A certificate may be for all names below another. What a tool fills in later nobody can tell. */
function isHostOrPattern(text: string): boolean {
  return text === '' || text.includes('${') || isHost(text.replace(/^\*\./, '').replace(/_/g, '-'));
}
