import { testClients } from '../../../src/dialects/clients/test-clients';
import {
  contractEnvironment,
  securityProtocolOf,
  writeEnvironment,
} from '../../../src/dialects/clients/write-environment';
import type { ClientRole } from '../../../src/model/client';
import type { Credentials } from '../../../src/model/endpoint';

const certificate: Credentials = { type: 'tls', secret: 's', certificate: 'c', key: 'k' };
const password: Credentials = { type: 'plain', username: 'u', password: { secret: 's', key: 'k' } };
const trust = [{ secret: 'ca', certificate: 'ca.crt' }];

it.each([
  ['PLAINTEXT', {}],
  ['SASL_PLAINTEXT', { credentials: password }],
  ['SSL', { trust }],
  ['SSL', { trust, credentials: certificate }],
  ['SASL_SSL', { trust, credentials: password }],
])('Kafka calls it %s where an endpoint asks for %j', (protocol, asked) => {
  expect(securityProtocolOf({ bootstrapServers: 'europe:9092', ...asked })).toBe(protocol);
});

it.each<[ClientRole, string]>([
  [{ type: 'producer', topic: 'orders' }, 'KafkaProducer'],
  [{ type: 'consumer', topic: 'orders', group: 'billing' }, 'KafkaConsumer'],
  [{ type: 'streams', source: 'orders', target: 'bills', applicationId: 'billing' }, 'KafkaStreams'],
])('the one image of the test clients is told of %j by CLIENT_TYPE %s', (role, program) => {
  const client = {
    name: 'shop',
    role,
    contract: 'test-clients',
    image: 'test-clients:1',
    replicas: 1,
    endpoint: { bootstrapServers: 'europe:9092' },
    restricted: true,
  } as const;
  expect(contractEnvironment(client, testClients)).toContainEqual({ name: 'CLIENT_TYPE', value: program });
});

it("the team's own variables come last, and take the place of the usual ones", () => {
  const client = {
    name: 'shop',
    role: { type: 'producer', topic: 'orders' },
    contract: 'test-clients',
    image: 'test-clients:1',
    replicas: 1,
    endpoint: { bootstrapServers: 'europe:9092' },
    env: [{ name: 'A', value: '1' }],
    restricted: true,
  } as const;
  const names = writeEnvironment(client, testClients).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  expect(names.at(-1)).toBe('A');
});
