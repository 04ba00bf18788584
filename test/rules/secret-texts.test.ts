import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (...objects: readonly string[]) => tellOfYaml('secret-texts', objects.join('\n---\n'));
const object = (kind: string, spec: string, metadata = '') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: k, namespace: n${metadata}}, spec: ${spec}}`;
const secret = (data: string, name = 's') =>
  `{apiVersion: v1, kind: Secret, metadata: {name: ${name}, namespace: n}, ${data}}`;
const coded = (text: string) => `data: {key: ${JSON.stringify(Buffer.from(text).toString('base64'))}}`;
const PEM = '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n';

describe('users of Cruise Control', () => {
  const kafka = object(
    'Kafka',
    '{kafka: {listeners: []}, cruiseControl: {apiUsers: {type: hashLoginService, valueFrom: {secretKeyRef: {name: s, key: key}}}}}',
  );

  it.each([
    ['no users', 'shop secret USER\n', 'Line 1 is no user.'],
    ['a password with other characters', 'shop: a-b, USER\n', 'Line 1 is no user.'],
    ['an empty line', 'shop: secret, USER\n\nother: secret, USER\n', 'Line 2 is no user.'],
    ['a user twice', 'shop: a, USER\nshop: b, VIEWER\n', 'Line 2 has shop again.'],
    ['a role that there is not', 'shop: a, BOSS\n', 'Line 1 gives shop the role BOSS.'],
    ['the role of operators', 'shop: a, ADMIN\n', 'Line 1 gives shop the role ADMIN.'],
    ['a user of the operators', 'healthcheck: a, USER\n', 'Line 1 is of healthcheck, a user of the operators.'],
  ])('are not %s', (_, text, message) => {
    expect(told(kafka, secret(coded(text)))).toMatchObject([
      { effect: 'refused', path: 'Secret/n/s', field: 'data.key', message },
    ]);
    expect(JSON.stringify(told(kafka, secret(coded(text))))).not.toContain('secret USER');
  });

  it('are taken as they are to be, and where somebody else fills them in', () => {
    expect(told(kafka, secret(coded('shop: secret, USER\nother : a1 ,VIEWER \n')))).toEqual([]);
    expect(told(kafka, secret('stringData: {key: "${USERS}"}'))).toEqual([]);
    expect(told(kafka, secret('data: {}'))).toEqual([]);
    expect(told(kafka)).toEqual([]);
  });
});

describe('certificates', () => {
  const trust = 'tls: {trustedCertificates: [{secretName: s, certificate: key}]}';

  it.each([
    ['KafkaConnect', `{${trust}}`],
    ['KafkaBridge', `{${trust}}`],
    ['KafkaMirrorMaker2', `{target: {${trust}}}`],
    ['KafkaMirrorMaker2', `{mirrors: [{source: {${trust}}}]}`],
  ])('that a %s with %s trusts are in PEM', (kind, spec) => {
    expect(told(object(kind, spec), secret(`stringData: {key: "${PEM}"}`))).toEqual([]);
    expect(told(object(kind, spec), secret('stringData: {key: garbage}'))).toMatchObject([
      { effect: 'fails', path: 'Secret/n/s', field: 'stringData.key', allowed: 'one or more certificates in PEM' },
    ]);
  });

  it("of a team's own CA are there", () => {
    const kafka = (own: boolean) =>
      object('Kafka', `{kafka: {listeners: []}, clientsCa: {generateCertificateAuthority: ${own}}}`);
    const empty = secret('data: {ca.crt: ""}', 'k-clients-ca-cert');
    expect(told(kafka(false), empty)).toMatchObject([{ path: 'Secret/n/k-clients-ca-cert', field: 'data["ca.crt"]' }]);
    expect(told(kafka(true), empty)).toEqual([]);
  });

  it('are told once, whoever reads them', () => {
    expect(
      told(object('KafkaConnect', `{${trust}}`), object('KafkaBridge', `{${trust}}`), secret(coded('x'))),
    ).toHaveLength(1);
  });
});

it('the password of a user is there', () => {
  const user = object(
    'KafkaUser',
    '{authentication: {type: scram-sha-512, password: {valueFrom: {secretKeyRef: {name: s, key: key}}}}}',
    ', labels: {strimzi.io/cluster: x}',
  );
  expect(told(user, secret('data: {key: ""}'))).toMatchObject([{ effect: 'refused', field: 'data.key' }]);
  expect(told(user, secret(coded('x')))).toEqual([]);
});

describe('offsets of a connector', () => {
  const connector = (annotation: string) =>
    object(
      'KafkaConnector',
      '{class: a.B, alterOffsets: {fromConfigMap: {name: m}}}',
      `, labels: {strimzi.io/cluster: c}, annotations: {strimzi.io/connector-offsets: ${annotation}}`,
    );
  const map = (text: string) =>
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: m, namespace: n}, data: {offsets.json: '${text}'}}`;

  it('are JSON, where they are to be altered', () => {
    expect(told(connector('alter'), map('{'))).toMatchObject([{ effect: 'warned', path: 'ConfigMap/n/m' }]);
    expect(told(connector('alter'), map('{}'))).toEqual([]);
    expect(told(connector('list'), map('{'))).toEqual([]);
  });

  it('are under the key that the operator looks for', () => {
    const other = '{apiVersion: v1, kind: ConfigMap, metadata: {name: m, namespace: n}, data: {offset.json: "{}"}}';
    expect(told(connector('alter'), other)).toMatchObject([
      { effect: 'warned', field: 'data', allowed: 'offsets.json' },
    ]);
    const mirror = object(
      'KafkaMirrorMaker2',
      '{mirrors: [{source: {alias: a}, sourceConnector: {alterOffsets: {fromConfigMap: {name: m}}}}]}',
      ', annotations: {strimzi.io/connector-offsets: alter, strimzi.io/mirrormaker-connector: "a->b.MirrorSourceConnector"}',
    );
    expect(told(mirror, other)).toMatchObject([{ allowed: 'a--b.MirrorSourceConnector.json' }]);
    expect(told(mirror, other.replace('offset.json', 'a--b.MirrorSourceConnector.json'))).toEqual([]);
  });
});

it('texts are read at all releases', () => {
  const connect =
    '{apiVersion: kafka.strimzi.io/v1beta1, kind: KafkaConnect, metadata: {name: c, namespace: n}, spec: {tls: {trustedCertificates: [{secretName: s, certificate: key}]}}}';
  const objects = [connect, secret(coded('x'))].join('\n---\n');
  expect(tellOfYaml('secret-texts', objects, { release: StrimziRelease.V0_18 })).toHaveLength(1);
});
