import { tellOfYaml } from './harness';

interface Given {
  readonly kafka?: string;
  readonly user?: string;
  readonly rest?: string;
}

const LISTENERS = [
  '{name: plain, port: 9092, type: internal, tls: false}',
  '{name: tls, port: 9093, type: internal, tls: true, authentication: {type: tls}}',
  '{name: pass, port: 9094, type: route, tls: true, authentication: {type: scram-sha-512}}',
  '{name: own, port: 9095, type: route, tls: true, authentication: {type: tls}, configuration: {brokerCertChainAndKey: {secretName: s, certificate: c, key: k}}}',
  '{name: token, port: 9096, type: internal, tls: true, authentication: {type: custom, sasl: true}}',
];
const kafka = (listeners = LISTENERS, name = 'europe') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: ${name}, namespace: n}, spec: {kafka: {listeners: [${listeners.join(', ')}]}}}`;
const user = (name: string, authentication: string, cluster = 'europe') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaUser, metadata: {name: ${name}, namespace: n, labels: {strimzi.io/cluster: ${cluster}}}, spec: {${authentication}}}`;
const access = ({ kafka: of = 'name: europe', user: named, rest = '' }: Given = {}) =>
  `{apiVersion: access.strimzi.io/v1alpha1, kind: KafkaAccess, metadata: {name: binding, namespace: n}, spec: {kafka: {${of}}${
    named === undefined ? '' : `, user: {apiGroup: kafka.strimzi.io, kind: KafkaUser, name: ${named}}`
  }${rest}}}`;
const USERS = [
  user('cert', 'authentication: {type: tls}'),
  user('pass', 'authentication: {type: scram-sha-512}'),
  user('elsewhere', 'authentication: {type: tls-external}'),
  user('nobody', ''),
  user('stranger', 'authentication: {type: tls}', 'us'),
];
const told = (given: Given, ...others: readonly string[]) =>
  tellOfYaml('access-binding', [kafka(), ...USERS, ...others, access(given)].join('\n---\n'));

describe('access-binding', () => {
  it.each<[string, Given]>([
    ['a listener that the user can log in at', { kafka: 'name: europe, listener: pass', user: 'pass' }],
    ['a user for whom the operator finds a listener', { user: 'cert' }],
    ['a listener that asks nobody, without a user', { kafka: 'name: europe, listener: plain' }],
    [
      'a user without authentication at a listener that is named',
      { kafka: 'name: europe, listener: tls', user: 'nobody' },
    ],
    ['a cluster in a namespace of which nothing is seen', { kafka: 'name: europe, namespace: far' }],
    [
      'a cluster whose listener names a certificate of the operator',
      { kafka: 'name: europe, listener: tls', user: 'cert' },
    ],
  ])('takes %s', (_, given) => {
    expect(told(given)).toEqual([]);
  });

  it('takes what is not seen for described elsewhere', () => {
    expect(tellOfYaml('access-binding', access({ user: 'cert' }))).toEqual([]);
  });

  it.each<[string, Given, object]>([
    [
      'a cluster that is not there',
      { kafka: 'name: europa' },
      { field: 'spec.kafka.name', given: 'europa', remedy: 'Write europe.' },
    ],
    [
      'a listener that is not there',
      { kafka: 'name: europe, listener: tsl' },
      { field: 'spec.kafka.listener', given: 'tsl' },
    ],
    ['a user that is not there', { user: 'certs' }, { field: 'spec.user.name', given: 'certs', remedy: 'Write cert.' }],
    [
      'a user where nobody is asked',
      { kafka: 'name: europe, listener: plain', user: 'cert' },
      { field: 'spec.kafka.listener', severity: 'error' },
    ],
    [
      'a user of another way to log in',
      { kafka: 'name: europe, listener: pass', user: 'cert' },
      { field: 'spec.kafka.listener', allowed: 'a listener with authentication: tls' },
    ],
    [
      'a user by whom no listener is found',
      { user: 'nobody' },
      { field: 'spec.kafka.listener', remedy: 'Name the listener.' },
    ],
    [
      'a user whose certificate comes from elsewhere',
      { user: 'elsewhere' },
      { field: 'spec.user.name', severity: 'error' },
    ],
    ['a user of another cluster', { user: 'stranger' }, { field: 'spec.user.name', effect: 'fails' }],
    [
      'a listener with tokens, of which the Secret says nothing',
      { kafka: 'name: europe, listener: token' },
      { field: 'spec.kafka.listener', effect: 'fails' },
    ],
    [
      'a certificate that the Secret has no CA of',
      { kafka: 'name: europe, listener: own', user: 'cert' },
      { field: 'spec.kafka.listener', effect: 'fails' },
    ],
    [
      'a Secret without credentials',
      { kafka: 'name: europe, listener: tls' },
      { field: 'spec.user', severity: 'warning' },
    ],
  ])('tells of %s', (_, given, finding) => {
    expect(told(given)).toMatchObject([{ rule: 'access-binding', ...finding }]);
  });

  it('tells of a user that no listener is for', () => {
    const only = kafka([LISTENERS[0] as string, LISTENERS[2] as string]);
    expect(tellOfYaml('access-binding', [only, ...USERS, access({ user: 'cert' })].join('\n---\n'))).toMatchObject([
      { field: 'spec.user.name', given: 'cert', allowed: expect.stringContaining('pass (scram-sha-512)') as string },
    ]);
  });

  it('takes the first internal listener by name', () => {
    const listeners = [
      '{name: zeta, port: 9092, type: internal, tls: true, authentication: {type: tls}}',
      '{name: alpha, port: 9093, type: route, tls: true, authentication: {type: tls}, configuration: {brokerCertChainAndKey: {secretName: s, certificate: c, key: k}}}',
    ];
    const text = [kafka(listeners), ...USERS, access({ user: 'cert' })].join('\n---\n');
    expect(tellOfYaml('access-binding', text)).toEqual([]);
    expect(
      tellOfYaml(
        'access-binding',
        text.replace('name: zeta, port: 9092, type: internal', 'name: zeta, port: 9092, type: route'),
      ),
    ).toHaveLength(1);
  });

  it('tells of users that are no KafkaUsers', () => {
    const wrong = access({ user: 'cert' }).replace('kind: KafkaUser, name: cert', 'kind: User, name: cert');
    expect(tellOfYaml('access-binding', [kafka(), ...USERS, wrong].join('\n---\n'))).toMatchObject([
      { field: 'spec.user.kind', given: 'User', allowed: 'KafkaUser' },
    ]);
  });
});
