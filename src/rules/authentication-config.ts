import { map } from '../model/guarded';
import { isSlip } from '../text/nearest';
import { strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { kindRule, type Breach } from './rule';

/** Where programs say how they log in. */
const CLIENTS = [
  'spec.authentication',
  'spec.target.authentication',
  'spec.mirrors.*.source.authentication',
  'spec.clusters.*.authentication',
];
/** Beginnings of the settings that programs have of their own. */
const OF_CLIENTS: readonly string[] = ['sasl.', 'ssl.keystore.'];

/** Settings of custom authentication are those that the operator leaves to it. */
export const authenticationConfig = kindRule({
  id: 'authentication-config',
  summary:
    'Settings of custom authentication are of SASL or of a key store, in the words of brokers and clients: the others have places of their own.',
  remedy: 'Leave it out, or give it in the field that the operator has for it.',
  effect: 'ignored',
  source:
    'The operator drops others, and says so in its log alone (Strimzi 0.28.0 to 1.2.0, FORBIDDEN_PREFIXES and ALLOWED_PREFIXES of the API classes).',
  releases: { since: '0.28' },
  catalog: ['G-021', 'L-051', 'L-052'],
  kinds: strimziKinds('Kafka', 'KafkaConnect', 'KafkaMirrorMaker2', 'KafkaBridge'),
  check({ manifest, site }, report) {
    const [forbidden, instead] = site.release.takes.listenerTls
      ? ['ssl.keystore.', 'Give brokerCertChainAndKey.']
      : ['ssl.', 'Give brokerCertChainAndKey, or settings of TLS in config.'];
    for (const { field, value } of settingsAt(manifest, 'spec.kafka.listeners.*.authentication', 'listenerConfig')) {
      const name = String(field.at(-1));
      if (name.toLowerCase().startsWith(forbidden)) {
        report({ field, given: value, message: `The operator sets ${name} itself.`, remedy: instead });
      } else {
        const breach = ofListenerBreach(name, value);
        if (breach) report({ field, given: value, ...breach });
      }
    }
    for (const { field, value } of CLIENTS.flatMap((path) => settingsAt(manifest, path, 'config'))) {
      const name = String(field.at(-1));
      if (OF_CLIENTS.some((beginning) => name.toLowerCase().startsWith(beginning))) continue;
      report({
        field,
        given: value,
        allowed: OF_CLIENTS.map((beginning) => `${beginning}*`).join(', '),
        message: `The operator drops ${name}, which says nothing of authentication.`,
        remedy: "Give it in the program's config.",
      });
    }
  },
});

/** Settings of brokers for SASL, which a listener has for each mechanism. */
const OF_SASL = [
  ...['sasl.enabled.mechanisms', 'sasl.jaas.config', 'sasl.server.callback.handler.class'],
  ...['sasl.login.class', 'sasl.login.callback.handler.class', 'sasl.kerberos.service.name'],
  ...['principal.builder.class', 'connections.max.reauth.ms', 'sasl.oauthbearer.jwks.endpoint.url'],
];

/** The operator puts the name of the listener before each setting; classes of its own may read any. */
function ofListenerBreach(name: string, given: unknown): Breach | undefined {
  const [, whole, own = ''] = /^(listener\.name\.[^.]+\.)(.*)$/i.exec(name) ?? [];
  if (whole !== undefined) {
    return {
      allowed: own,
      message: 'The operator puts the name of the listener before each setting: nobody reads one that has it twice.',
      remedy: `Write ${own}.`,
    };
  }
  const [, mechanism = '', setting = name] =
    /^((?:[a-z0-9]+-)*[a-z0-9]+\.)?((?:sasl|principal|connections)\..*)$/i.exec(name) ?? [];
  const meant = OF_SASL.find((each) => each !== setting && isSlip(setting, each));
  if (meant !== undefined && !OF_SASL.includes(setting)) {
    const wanted = `${mechanism}${meant}`;
    return { allowed: wanted, message: `Brokers know no ${name}.`, remedy: `Write ${wanted}.` };
  }
  const mechanisms = setting === 'sasl.jaas.config' && mechanism === '';
  return mechanisms && typeof given === 'string'
    ? {
        allowed: `a mechanism before it, such as oauthbearer.${name}`,
        message: `Brokers read ${name} of a listener for each mechanism by itself.`,
        remedy: `Write the mechanism before it, such as oauthbearer.${name}.`,
      }
    : undefined;
}

/** The settings of what authenticates in a way of its own. */
function settingsAt(manifest: unknown, path: string, settings: string): readonly Place[] {
  return placesOf(manifest, path)
    .filter((place) => map(place.value)['type'] === 'custom')
    .flatMap(({ field, value }) => placesOf(value, `${settings}.*`, field));
}
