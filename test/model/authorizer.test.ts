import fc from 'fast-check';
import type { AuthorizationRecord } from '../../src/model/authorization';
import type { Acl, AclResource, Operation } from '../../src/model/acl';
import { Authorizer, principalOf, type AccessQuestion } from '../../src/model/authorizer';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { Placed, Topology, type SiteFacts } from '../../src/model/topology';
import type { UserRecord } from '../../src/model/user';

const SITE = { kubernetesCluster: 'blue', namespace: 'kafka' } as unknown as SiteFacts;
const NO_ADDRESSES = () => ({ services: [], hosts: [], caSecret: '' });
const place = <R>(record: R): Placed<R> => new Placed(record, SITE, { path: '' });

const CLUSTER: KafkaClusterRecord = {
  name: 'europe',
  mode: 'kraft',
  nodePools: true,
  listeners: [],
  authorization: { type: 'simple' },
  entityOperator: { topicOperator: {}, userOperator: {} },
};
const USER: UserRecord = { name: 'shop', cluster: 'europe', authentication: { type: 'tls' } };

interface World {
  readonly cluster?: Partial<KafkaClusterRecord> | null;
  readonly user?: Partial<UserRecord>;
  readonly others?: readonly UserRecord[];
}

function ask({ cluster = {}, user = {}, others = [] }: World, question: AccessQuestion): string {
  const topology = new Topology(NO_ADDRESSES);
  if (cluster) topology.add('kafkaCluster', place({ ...CLUSTER, ...cluster }));
  const asked = place({ ...USER, ...user });
  for (const each of [asked, ...others.map(place)]) topology.add('user', each);
  const { verdict, because } = new Authorizer(topology).can(asked, question);
  expect(because).not.toBe('');
  return verdict;
}

const orders: AclResource = { type: 'topic', name: 'orders' };
const read = { operation: 'Read', resource: orders } as const;
const rule = (resource: AclResource, ...operations: Operation[]): Acl => ({ resource, operations });

describe('a user', () => {
  it.each([
    ['may what a rule allows', { acls: [rule(orders, 'Read')] }, 'allowed'],
    ['may not what no rule allows', { acls: [] }, 'denied'],
    ['may nothing without authorization of its own: the user operator takes away what is there', {}, 'denied'],
    [
      'may not what a rule denies, whatever others allow',
      { acls: [rule(orders, 'All'), { ...rule({ type: 'topic', name: '*' }, 'Read'), type: 'deny' as const }] },
      'denied',
    ],
    ['is not understood with rules that are not', { rest: restOf('spec', 'authorization') }, 'unknown'],
  ])('%s', (_, user: Partial<UserRecord>, verdict) => {
    expect(ask({ user }, read)).toBe(verdict);
  });

  it('comes from an address', () => {
    const user = { acls: [{ ...rule(orders, 'Read'), host: '10.0.0.1' }] };
    expect(ask({ user }, { ...read, host: '10.0.0.1' })).toBe('allowed');
    expect(ask({ user }, { ...read, host: '10.0.0.2' })).toBe('denied');
    expect(ask({ user }, read)).toBe('denied');
  });

  it('may something with all names only where none is denied', () => {
    const all = { type: 'topic', name: 'or', patternType: 'prefix' } as const;
    const deny: Acl = { ...rule(orders, 'Read'), type: 'deny' };
    expect(ask({ user: { acls: [rule(all, 'Read')] } }, { operation: 'Read', resource: all })).toBe('allowed');
    expect(ask({ user: { acls: [rule(all, 'Read'), deny] } }, { operation: 'Read', resource: all })).toBe('denied');
    expect(ask({ user: { acls: [rule(orders, 'Read')] } }, { operation: 'Read', resource: all })).toBe('denied');
  });

  it('is known to brokers by its certificate, or by the name that it logs in with', () => {
    const as = (type: 'tls' | 'tls-external' | 'scram-sha-512') => principalOf({ ...USER, authentication: { type } });
    expect([as('tls'), as('tls-external'), as('scram-sha-512')]).toEqual(['CN=shop', 'CN=shop', 'shop']);
    expect(principalOf({ name: 'shop', cluster: 'europe' })).toBe('shop');
  });
});

describe('a cluster', () => {
  const custom = { type: 'custom', authorizerClass: 'com.example.Own' } as const;
  const keycloak = { type: 'keycloak', clientId: 'kafka', tokenEndpointUri: 'https://sso' } as const;
  const simple = (...superUsers: string[]): AuthorizationRecord => ({ type: 'simple', superUsers });

  it.each([
    ['asks nobody without authorization', { authorization: undefined }, 'allowed'],
    ['lets super users do everything', { authorization: simple('CN=shop') }, 'allowed'],
    ['knows super users by their whole names', { authorization: simple('shop', 'CN=shop,O=x') }, 'denied'],
    ['may have an authorizer that nobody knows', { authorization: custom }, 'unknown'],
    ['may ask an agent', { authorization: { type: 'opa', url: 'http://opa' } as const }, 'unknown'],
    ['may ask Keycloak', { authorization: { ...keycloak, delegateToKafkaAcls: true } }, 'unknown'],
    [
      'lets super users do everything whatever Keycloak says',
      { authorization: { ...keycloak, superUsers: ['CN=shop'] } },
      'allowed',
    ],
    [
      'lets super users do everything whatever its authorizer',
      { authorization: { ...custom, superUsers: ['CN=shop'] } },
      'allowed',
    ],
    [
      'may ask something that is not understood',
      { authorization: undefined, rest: restOf('spec', 'kafka', 'authorization') },
      'unknown',
    ],
    ['has only the rules that a user operator brings', { entityOperator: { topicOperator: {} } }, 'unknown'],
    ['has to be seen', null, 'unknown'],
  ])('%s', (_, cluster: Partial<KafkaClusterRecord> | null, verdict) => {
    expect(ask({ cluster }, read)).toBe(verdict);
  });

  it('can be told to allow what no rule of anybody is about', () => {
    const cluster = { config: { 'allow.everyone.if.no.acl.found': true } };
    const others: UserRecord[] = [{ ...USER, name: 'other', acls: [rule(orders, 'Write')] }];
    expect(ask({ cluster }, read)).toBe('allowed');
    expect(ask({ cluster, others }, read)).toBe('denied');
    expect(ask({ cluster, others }, { ...read, resource: { type: 'topic', name: 'bills' } })).toBe('allowed');
    expect(ask({ cluster: { config: { 'allow.everyone.if.no.acl.found': 'false' } } }, read)).toBe('denied');
  });
});

describe('the answer', () => {
  const name = fc.constantFrom('', 'a', 'ab', 'abc', 'b', '*');
  const operation = fc.constantFrom<Operation>(
    'Read',
    'Write',
    'Create',
    'Alter',
    'Describe',
    'AlterConfigs',
    'DescribeConfigs',
    'All',
  );
  const host = fc.constantFrom('*', '10.0.0.1', '10.0.0.2');
  const resource: fc.Arbitrary<AclResource> = fc.oneof(
    fc.record({
      type: fc.constantFrom('topic' as const, 'group' as const),
      name,
      patternType: fc.constantFrom('literal' as const, 'prefix' as const),
    }),
    fc.constant({ type: 'cluster' as const }),
  );
  const acl: fc.Arbitrary<Acl> = fc.record(
    {
      type: fc.constantFrom('allow' as const, 'deny' as const),
      resource,
      operations: fc.array(operation, { minLength: 1, maxLength: 2 }),
      host,
    },
    { requiredKeys: ['resource', 'operations'] },
  );
  const question = fc.record({
    operation: operation.filter((each) => each !== 'All'),
    resource: fc.oneof(
      fc.record({
        type: fc.constantFrom('topic' as const, 'group' as const),
        name: fc.constantFrom('a', 'ab', 'abc', 'b'),
      }),
      fc.constant({ type: 'cluster' as const }),
    ),
    host,
  });

  it('is that of an authorizer that looks at each rule', () => {
    fc.assert(
      fc.property(fc.array(acl, { maxLength: 6 }), question, (acls, asked) => {
        expect(ask({ user: { acls } }, asked)).toBe(naive(acls, asked));
      }),
      { numRuns: 2000 },
    );
  });
});

/** What Kafka's documentation says, rule by rule. */
function naive(acls: readonly Acl[], { operation, resource, host }: Required<AccessQuestion>): 'allowed' | 'denied' {
  const about = acls.filter((each) => isAbout(each.resource, resource) && ['*', host].includes(each.host ?? '*'));
  const denies = ({ type, operations }: Acl) =>
    type === 'deny' && operations.some((each) => each === 'All' || each === operation);
  if (about.some(denies)) return 'denied';
  const enough: Partial<Record<Operation, readonly Operation[]>> = {
    Describe: ['Describe', 'Read', 'Write', 'Delete', 'Alter', 'All'],
    DescribeConfigs: ['DescribeConfigs', 'AlterConfigs', 'All'],
  };
  const allows = ({ type, operations }: Acl) =>
    type !== 'deny' && operations.some((each) => (enough[operation] ?? [operation, 'All']).includes(each));
  return about.some(allows) ? 'allowed' : 'denied';
}

function isAbout(ruled: AclResource, asked: AclResource): boolean {
  if (ruled.type === 'cluster' || asked.type === 'cluster') return ruled.type === asked.type;
  if (ruled.type !== asked.type) return false;
  if (ruled.patternType === 'prefix') return asked.name.startsWith(ruled.name);
  return ruled.name === '*' || ruled.name === asked.name;
}

function restOf(...at: string[]) {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Any',
    parts: [{ at, is: { type: 'opa' } }],
  } as unknown as NonNullable<UserRecord['rest']>;
}
