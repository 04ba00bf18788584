import fc from 'fast-check';
import type { Credentials, Endpoint, LoginRecord } from '../../src/model/endpoint';
import type { EnvVar } from '../../src/model/env';
import type { Generation } from './strimzi-workloads';

const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const key = fc.stringMatching(/^[a-z][-._a-z0-9]{0,8}$/);

/** How a mirror reaches a cluster, in words that the generation has. */
export function endpoint(generation: Generation): fc.Arbitrary<Endpoint> {
  const isEarly = generation === 'v1beta1';
  const certificate = isEarly ? key : fc.oneof(key, fc.constantFrom('*.crt', 'ca[0-9].pem'));
  const passwordTypes: ('scram-sha-512' | 'plain' | 'scram-sha-256')[] = ['scram-sha-512', 'plain'];
  if (!isEarly) passwordTypes.push('scram-sha-256');
  const credentials: fc.Arbitrary<Credentials> = fc.oneof(
    fc.record({ type: fc.constant('tls' as const), secret: name, certificate: key, key }),
    fc.record({
      type: fc.constantFrom(...passwordTypes),
      username: name,
      password: fc.record({ secret: name, key }),
    }),
  );
  const place = {
    bootstrapServers: name.map((host) => `${host}-kafka-bootstrap:9093`),
    trust: fc.array(fc.record({ secret: name, certificate }), { maxLength: 2 }),
  };
  return fc.oneof(
    fc.record({ ...place, credentials }, { requiredKeys: ['bootstrapServers'] }),
    fc.record({ ...place, login: login(generation) }, { requiredKeys: ['bootstrapServers'] }),
  );
}

function login(generation: Generation): fc.Arbitrary<LoginRecord> {
  if (generation === 'v1') {
    const config = fc.record({ 'sasl.mechanism': fc.constant('PLAIN') });
    return fc.record({ type: fc.constant('custom' as const), sasl: fc.boolean(), config });
  }
  const secret = fc.record({ secretName: name, key });
  return fc.record({
    type: fc.constant('oauth' as const),
    tokenEndpointUri: name,
    clientId: name,
    clientSecret: secret,
  });
}

/** Variables of a container that the operator makes. */
export function env(generation: Generation): fc.Arbitrary<EnvVar[]> {
  const variable = fc.stringMatching(/^[A-Z]{1,8}$/);
  const value: fc.Arbitrary<EnvVar> = fc.record({ name: variable, value: fc.string({ maxLength: 8 }) });
  const secret: fc.Arbitrary<EnvVar> = fc.record({ name: variable, secret: fc.record({ secret: name, key }) });
  return fc.array(generation === 'v1beta1' ? value : fc.oneof(value, secret), { maxLength: 3 });
}
