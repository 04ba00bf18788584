import fc from 'fast-check';
import type { JsonObject } from '../../src/model/json';
import type { ListenerRecord, ListenerAuthentication, ListenerType } from '../../src/model/listener';
import type { Generation } from './strimzi-workloads';

const host = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(\.[a-z][a-z0-9]{0,5}){1,3}$/);
const secret = fc.stringMatching(/^[a-z]{1,8}$/);
const marks = fc.dictionary(secret, secret, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const nodePort = fc.integer({ min: 30000, max: 32767 });
const advertised = { advertisedHost: host, advertisedPort: fc.integer({ min: 1, max: 65535 }) };
const brokerCertChainAndKey = fc.record({
  secretName: secret,
  certificate: fc.constant('tls.crt'),
  key: fc.constant('tls.key'),
});
const hostTemplate = fc.constant('broker-{nodeId}.example.com');
const maxConnections = fc.nat({ max: 1000 });

const FACES: Readonly<Record<Generation, readonly ListenerType[]>> = {
  v1beta1: ['route', 'loadbalancer', 'nodeport', 'ingress'],
  v1beta2: ['internal', 'cluster-ip', 'route', 'loadbalancer', 'nodeport', 'ingress'],
  v1: ['internal', 'cluster-ip', 'route', 'loadbalancer', 'nodeport', 'ingress', 'tlsroute'],
};
const ALWAYS_TLS: readonly ListenerType[] = ['route', 'ingress', 'tlsroute'];

/** Listeners of every type and authentication that the generation has. */
export function listeners(generation: Generation): fc.Arbitrary<readonly ListenerRecord[]> {
  return generation === 'v1beta1' ? placed() : listed(generation);
}

function placed(): fc.Arbitrary<readonly ListenerRecord[]> {
  const plain = listener('v1beta1', 'internal', false).map((one) => ({ ...one, name: 'plain', port: 9092 }));
  const tls = listener('v1beta1', 'internal', true).map((one) => ({ ...one, name: 'tls', port: 9093 }));
  const external = anyListener('v1beta1').map((one) => ({ ...one, name: 'external', port: 9094 }));
  return fc
    .tuple(fc.option(plain), fc.option(tls), fc.option(external))
    .map((listeners) => listeners.filter((listener) => listener !== null));
}

function listed(generation: Generation): fc.Arbitrary<readonly ListenerRecord[]> {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,11}$/), { minLength: 1, maxLength: 4 });
  return names.chain((all) =>
    fc.tuple(...all.map((name, index) => anyListener(generation).map((one) => ({ ...one, name, port: 9092 + index })))),
  );
}

function anyListener(generation: Generation): fc.Arbitrary<ListenerRecord> {
  return fc
    .tuple(fc.constantFrom(...FACES[generation]), fc.boolean())
    .chain(([type, tls]) => listener(generation, type, tls || ALWAYS_TLS.includes(type)));
}

function listener(generation: Generation, type: ListenerType, tls: boolean): fc.Arbitrary<ListenerRecord> {
  const configuration = settings(generation, type, tls);
  return fc.record(
    {
      name: fc.constant('one'),
      port: fc.constant(9092),
      type: fc.constant(type),
      tls: fc.constant(tls),
      authentication: authentications(generation, tls),
      ...(configuration && { configuration }),
      networkPolicyPeers: fc.array(
        fc.record({ podSelector: fc.record({ matchLabels: marks }) }) as fc.Arbitrary<JsonObject>,
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ['name', 'port', 'type', 'tls'] },
  );
}

function authentications(generation: Generation, tls: boolean): fc.Arbitrary<ListenerAuthentication> {
  const known: fc.Arbitrary<ListenerAuthentication>[] = [fc.constant({ type: 'scram-sha-512' as const })];
  if (tls) known.push(fc.constant({ type: 'tls' as const }));
  if (generation !== 'v1') {
    known.push(
      fc.record({
        type: fc.constant('oauth' as const),
        validIssuerUri: host.map((at) => `https://${at}`),
        jwksEndpointUri: host.map((at) => `https://${at}/jwks`),
        clientSecret: fc.record({ secretName: secret, key: secret }),
      }),
    );
  }
  if (generation !== 'v1beta1') {
    const listenerConfig = fc.record({ 'sasl.enabled.mechanisms': fc.constant('PLAIN') });
    known.push(fc.record({ type: fc.constant('custom' as const), sasl: fc.boolean(), listenerConfig }));
  }
  return fc.oneof(...known);
}

/**
 * Settings by type; none for a type without any. Hosts of routes, addresses of load balancers and the kind of a node's
 * address are left out of the first generation: its operator takes them, but its schema does not know them.
 */
function settings(generation: Generation, type: ListenerType, tls: boolean): fc.Arbitrary<JsonObject> | undefined {
  const isEarly = generation === 'v1beta1';
  const forTls = tls ? { brokerCertChainAndKey } : {};
  const forLists = isEarly ? {} : { maxConnections };
  const names = fc.array(host, { minLength: 1, maxLength: isEarly ? 1 : 3 });
  switch (type) {
    case 'internal':
      return isEarly && !tls ? undefined : filled({ ...forTls, ...forLists });
    case 'cluster-ip':
      return filled({ ...forTls, ...forLists, useServiceDnsDomain: fc.boolean() });
    case 'route':
      return filled({
        ...forTls,
        ...forLists,
        bootstrap: filled({ alternativeNames: names, ...(isEarly ? {} : { host, labels: marks }) }),
        brokers: brokers(advertised, isEarly ? {} : { host }),
        ...(isEarly ? {} : { hostTemplate }),
      });
    case 'loadbalancer':
      return filled({
        ...forTls,
        ...forLists,
        bootstrap: filled({ alternativeNames: names, annotations: marks }),
        brokers: brokers({ ...advertised, annotations: marks }),
        ...(isEarly ? {} : { externalTrafficPolicy: fc.constantFrom('Local', 'Cluster') }),
      });
    case 'nodeport':
      return filled({
        ...forTls,
        ...forLists,
        bootstrap: filled({ alternativeNames: names, annotations: marks, nodePort }),
        brokers: brokers({ ...advertised, nodePort }),
        ...(isEarly ? {} : { preferredNodePortAddressType: fc.constantFrom('InternalIP', 'Hostname') }),
      });
    case 'ingress':
      return filled(
        { ...forTls, class: secret },
        { bootstrap: filled({ annotations: marks }, { host }), brokers: brokers(advertised, { host }) },
      );
    case 'tlsroute':
      return filled(
        { ...forTls, perBrokerLabelsTemplate: marks, advertisedPortTemplate: fc.constant('900{nodeId}') },
        {
          parentRefs: fc.array(filled({ namespace: secret }, { name: secret }), { minLength: 1, maxLength: 2 }),
          bootstrap: filled({}, { host }),
          hostTemplate,
        },
      );
  }
}

type Fields = Readonly<Record<string, fc.Arbitrary<unknown> | undefined>>;

/** Objects with some field: none is left out as a whole. */
function filled(optional: Fields, required: Fields = {}): fc.Arbitrary<JsonObject> {
  const fields = { ...optional, ...required } as Record<string, fc.Arbitrary<unknown>>;
  return fc
    .record(fields, { requiredKeys: Object.keys(required) })
    .filter((object) => Object.keys(object).length > 0) as fc.Arbitrary<JsonObject>;
}

function brokers(optional: Fields, required: Fields = {}): fc.Arbitrary<JsonObject[]> {
  return fc.array(filled(optional, { broker: fc.nat({ max: 9 }), ...required }), { minLength: 1, maxLength: 3 });
}
