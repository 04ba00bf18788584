import { clientRights } from '../../src/rules/client-rights';
import type { Acl } from '../../src/model/acl';
import type { ClientRecord, ClientRole } from '../../src/model/client';
import { endpoint, kraft } from './mirrors';
import { tell, tellOfYaml } from './harness';

const kafkaCluster = [kraft('europe', { entityOperator: { topicOperator: {}, userOperator: {} } })];
const topic = (name: string, ...operations: Acl['operations'][number][]): Acl => ({
  resource: { type: 'topic', name },
  operations,
});
const group = (name: string): Acl => ({ resource: { type: 'group', name }, operations: ['Read'] });

function client(role: ClientRole, changes: Partial<ClientRecord> = {}): ClientRecord {
  return {
    name: 'shop',
    role,
    contract: 'generic',
    image: 'shop:1',
    replicas: 1,
    endpoint: endpoint('europe', 'shop'),
    restricted: true,
    ...changes,
  };
}

function told(role: ClientRole, acls: readonly Acl[], changes: Partial<ClientRecord> = {}) {
  const user = [{ name: 'shop', cluster: 'europe', authentication: { type: 'tls' as const }, acls }];
  return tell(clientRights, { kafkaCluster, user, client: [client(role, changes)] });
}

const program: ClientRole = { type: 'program', producesTo: ['a', 'b'], consumesFrom: ['c'], group: 'g' };

describe('client-rights', () => {
  it.each<[ClientRole, readonly Acl[]]>([
    [{ type: 'producer', topic: 'a' }, [topic('a', 'Write')]],
    [{ type: 'consumer', topic: 'a', group: 'g' }, [topic('*', 'All'), group('g')]],
    [program, [topic('a', 'Write'), topic('b', 'Write'), topic('c', 'Read'), group('g')]],
    [{ type: 'other' }, []],
  ])('takes %j with the rights that it takes', (role, acls) => {
    expect(told(role, acls)).toEqual([]);
  });

  it('tells all that an application lacks in one finding', () => {
    expect(told(program, [topic('a', 'Write'), topic('c', 'Describe')])).toMatchObject([
      {
        path: 'shop',
        effect: 'fails',
        severity: 'error',
        given: 'Write on topic b, Read on topic c, Read on group g',
        allowed: 'Write on topic a, Describe on topic c',
        message: 'User "shop" may not do all that the application does.',
      },
    ]);
  });

  it('lets rights count that hold for some hosts, for nobody knows where an application runs', () => {
    expect(told({ type: 'producer', topic: 'a' }, [{ ...topic('a', 'Write'), host: '10.0.0.1' }])).toEqual([]);
  });

  it('is silent about users and clusters that it does not see, and clusters without ACLs', () => {
    const role: ClientRole = { type: 'producer', topic: 'a' };
    const nothing = [{ name: 'shop', cluster: 'europe', authentication: { type: 'tls' as const }, acls: [] }];
    const open = kraft('europe');
    const { authorization: _, ...withoutAcls } = open;
    expect(tell(clientRights, { kafkaCluster, client: [client(role)] })).toEqual([]);
    expect(tell(clientRights, { user: nothing, client: [client(role)] })).toEqual([]);
    expect(tell(clientRights, { kafkaCluster: [withoutAcls], user: nothing, client: [client(role)] })).toEqual([]);
    expect(told(role, [], { endpoint: endpoint('us', 'shop') })).toEqual([]);
    expect(told(role, [], { endpoint: endpoint('europe') })).toEqual([]);
  });

  it('knows a user by a Secret with the prefix of the cluster', () => {
    const userOperator = { secretPrefix: 'kafka-' };
    const prefixed = [kraft('europe', { entityOperator: { userOperator } })];
    const user = [{ name: 'shop', cluster: 'europe', authentication: { type: 'tls' as const }, acls: [] }];
    const by = (secret: string) =>
      tell(clientRights, {
        kafkaCluster: prefixed,
        user,
        client: [client({ type: 'producer', topic: 'a' }, { endpoint: endpoint('europe', secret) })],
      });
    expect(by('kafka-shop')).toMatchObject([{ given: 'Write on topic a' }]);
    expect(by('shop')).toEqual([]);
  });

  it('knows a workload of anybody by its annotation, whatever its kind', () => {
    const yaml = (operations: string): string => `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: europe, namespace: shop }
spec:
  kafka:
    listeners: [{ name: tls, port: 9093, type: internal, tls: true, authentication: { type: tls } }]
    authorization: { type: simple }
  entityOperator: { userOperator: {} }
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: { name: nightly, namespace: shop, labels: { strimzi.io/cluster: europe } }
spec:
  authentication: { type: tls }
  authorization: { type: simple, acls: [{ resource: { type: topic, name: orders }, operations: [${operations}] }] }
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly
  namespace: shop
  annotations:
    cdk8s-strimzi/client: '{"contract":"librdkafka","role":"producer","topic":"orders"}'
spec:
  schedule: '@daily'
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: job
              image: nightly:1
              env:
                - { name: KAFKA_BOOTSTRAP_SERVERS, value: 'europe-kafka-bootstrap:9093' }
                - { name: KAFKA_SSL_CERTIFICATE_PEM, valueFrom: { secretKeyRef: { name: nightly, key: user.crt } } }
                - { name: KAFKA_SSL_KEY_PEM, valueFrom: { secretKeyRef: { name: nightly, key: user.key } } }
`;
    expect(tellOfYaml('client-rights', yaml('Write'), { namespace: 'shop' })).toEqual([]);
    expect(tellOfYaml('client-rights', yaml('Read'), { namespace: 'shop' })).toMatchObject([
      { given: 'Write on topic orders' },
    ]);
  });
});
