import { map } from '../model/guarded';
import type { ListenerRecord } from '../model/listener';
import { listenerFields } from './listener-fields';
import { placesOf, type Place } from './places';
import { topologyRule, type Breach } from './rule';

/** Templates of a listener, in which each broker is put in place of names in braces. */
const HOST = 'hostTemplate';
const ADVERTISED = 'advertisedHostTemplate';
const PORT = 'advertisedPortTemplate';
const TEXTS = [HOST, ADVERTISED, 'perBrokerLabelsTemplate.*', 'perBrokerAnnotationsTemplate.*'];
const KNOWN: readonly string[] = ['{nodeId}', '{nodePodName}'];

/** Templates of listeners say something of each broker. */
export const listenerTemplates = topologyRule({
  id: 'listener-templates',
  summary: 'Templates of a listener have {nodeId} or {nodePodName} for the broker, and ports are sums.',
  remedy: 'Write {nodeId} or {nodePodName} where brokers differ.',
  effect: 'fails',
  source:
    'Other names in braces stay as they are, and a port that is no sum is refused (Strimzi 0.44.0 to 1.2.0, renderTemplate; 1.0.0 to 1.2.0, renderPortTemplate of ListenersUtils).',
  catalog: ['L-049', 'L-050'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const isLone = topology.brokersOf(cluster) === 1;
      for (const { field: at, listener } of listenerFields(cluster)) {
        for (const { field, ...breach } of breachesOf(listener, isLone))
          report(cluster, { ...breach, field: [...at, 'configuration', ...field] });
      }
    }
  },
});

type Template = Place & { readonly value: string };

function templatesOf(configuration: unknown): readonly Template[] {
  return [...TEXTS, PORT]
    .flatMap((path): readonly Place[] => placesOf(configuration, path))
    .filter((place): place is Template => typeof place.value === 'string' && !place.value.includes('${'));
}

function breachesOf(listener: ListenerRecord, isLone: boolean): readonly (Breach & Pick<Place, 'field'>)[] {
  const apart = [HOST, ...(hasOtherAddresses(listener) ? [] : [ADVERTISED])];
  return templatesOf(listener.configuration).flatMap(({ field, value: given }) => {
    const tellsApart = !isLone && apart.includes(String(field[0]));
    const breach = field[0] === PORT ? portBreach(given) : textBreach(given, tellsApart);
    const isHost = [HOST, ADVERTISED].includes(String(field[0]));
    // No host has braces in its name; labels and annotations may.
    if (breach?.effect === 'unlooked' && isHost) return [{ ...breach, effect: 'fails' as const, field, given }];
    return breach ? [{ ...breach, field, given }] : [];
  });
}

/** Whether brokers of one host may have ports of their own, or some of them another host. */
function hasOtherAddresses({ type, configuration }: ListenerRecord): boolean {
  const port = map(configuration)[PORT];
  if (type === 'nodeport' || (typeof port === 'string' && /\{nodeId\}|\$\{/.test(port))) return true;
  return ['advertisedHost', 'advertisedPort'].some((name) => placesOf(configuration, `brokers.*.${name}`).length > 0);
}

function portBreach(template: string): Breach | undefined {
  return isSum(template) ? undefined : NO_SUM;
}

/** @param tellsApart - whether brokers are told apart by the text */
function textBreach(template: string, tellsApart: boolean): Breach | undefined {
  const unknown = [...template.matchAll(/\{[^{}]*\}/g)].map(([name]) => name).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].join(', ');
    return { effect: 'unlooked', allowed: KNOWN.join(', '), message: `${names} stays as it is: nobody knows it.` };
  }
  if (!tellsApart || KNOWN.some((name) => template.includes(name))) return undefined;
  return {
    allowed: `a text with ${KNOWN.join(' or ')}`,
    message: 'All brokers have one host, and clients cannot reach a certain one.',
  };
}

const NO_SUM: Breach = {
  effect: 'refused',
  allowed: 'a sum or product of numbers and {nodeId}',
  message: 'The port of a broker cannot be computed.',
  remedy: 'Write a sum such as 9100 + {nodeId}.',
};

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const TERMS = String.raw`\s*${NUMBER}(?:\s*[-+*]\s*${NUMBER})*\s*`;
const WHOLE = new RegExp(`^${TERMS}$`);
const BRACKETS = new RegExp(String.raw`\(${TERMS}\)`, 'g');

/** Whether a text is a sum, difference or product of numbers: what stands in brackets is one of them. */
function isSum(template: string): boolean {
  let text = template.replaceAll('{nodeId}', '0');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(BRACKETS, '0');
  }
  return WHOLE.test(text);
}
