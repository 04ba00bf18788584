import { parse } from 'yaml';
import type { Manifest } from '../../src';
import { diff } from '../../src/reports/diff';

const KAFKA = 'apiVersion: kafka.strimzi.io/v1';

function object(kind: string, spec: string, annotations = '{team: pipes}'): Manifest {
  return parse(
    `${KAFKA}\nkind: ${kind}\nmetadata: {name: it, labels: {strimzi.io/cluster: of}, annotations: ${annotations}}\nspec: ${spec}`,
  ) as Manifest;
}

function told(before: Manifest, after: Manifest): string[] {
  const { changes } = diff([before], [after]);
  return changes.flatMap(({ effects }) => effects.map((effect) => `${effect.class} ${effect.field ?? ''}`));
}

const NAMES = 'groupId: g, configStorageTopic: c, offsetStorageTopic: o, statusStorageTopic: s';
const connect = (more: string, annotations?: string): Manifest =>
  object('KafkaConnect', `{replicas: 1, bootstrapServers: "a:9092", ${NAMES}${more}}`, annotations);

test.each([
  ['another group', connect(''), { groupId: 'h' }, 'manual-step spec.groupId'],
  ['another worker', connect(''), { replicas: 2 }, 'restarts-pods spec.replicas'],
  ['another cluster', connect(''), { bootstrapServers: 'b:9092' }, 'manual-step spec.bootstrapServers'],
  ['another setting', connect(', config: {a: 1}'), { config: { a: 2 } }, 'restarts-pods spec.config.a'],
  [
    'a level of logging',
    connect(', logging: {type: inline}'),
    { logging: { type: 'external' } },
    'safe spec.logging.type',
  ],
] as const)('%s of a KafkaConnect', (_, before, spec, expected) => {
  const after = { ...before, spec: { ...(before['spec'] as object), ...(spec as object) } };
  expect(told(before, after)).toContain(expected);
});

test('the same addresses in another order are of the same cluster', () => {
  const at = (bootstrapServers: string): Manifest =>
    object('KafkaConnect', `{replicas: 1, bootstrapServers: "${bootstrapServers}", ${NAMES}}`);
  expect(told(at('a:9092,b:9092'), at('b:9092,a:9092'))).toEqual(['restarts-pods spec.bootstrapServers']);
  expect(told(at('b:9092,a:9092'), at('a:9092,b:9092'))).toEqual(['restarts-pods spec.bootstrapServers']);
  expect(told(at('a:9092,b:9092'), at('a:9092,c:9092'))).toEqual(['manual-step spec.bootstrapServers']);
});

test('workers of a KafkaConnect restart for what they trust and who they are, each told by itself', () => {
  const trusting = (secret: string, user: string): Manifest =>
    connect(
      `, tls: {trustedCertificates: [{secretName: ${secret}, certificate: c}]}, authentication: {type: tls, certificateAndKey: {secretName: ${user}, certificate: c, key: k}}`,
    );
  expect(told(trusting('a', 'u'), trusting('b', 'u'))).toEqual(['restarts-pods spec.tls']);
  expect(told(trusting('a', 'u'), trusting('a', 'v'))).toEqual(['restarts-pods spec.authentication']);
  expect(told(trusting('a', 'u'), trusting('b', 'v'))).toEqual([
    'restarts-pods spec.tls',
    'restarts-pods spec.authentication',
  ]);
});

test('a KafkaConnect that takes connectors from objects deletes the others', () => {
  const after = connect('', '{team: pipes, strimzi.io/use-connector-resources: "true"}');
  expect(told(connect(''), after)).toEqual(['manual-step metadata.annotations["strimzi.io/use-connector-resources"]']);
});

test.each([
  ['{class: A}', '{class: B}', 'manual-step spec.class'],
  ['{class: A, tasksMax: 1}', '{class: A, tasksMax: 2}', 'safe spec.tasksMax'],
  ['{class: A, state: running}', '{class: A, state: stopped}', 'safe spec.state'],
  [
    '{class: A, config: {x: 1}}',
    '{class: A, config: {x: 1, consumer.override.group.id: g}}',
    'manual-step spec.config["consumer.override.group.id"]',
  ],
])('a KafkaConnector %s that becomes %s', (before, after, expected) => {
  expect(told(object('KafkaConnector', before), object('KafkaConnector', after))).toEqual([expected]);
});

test('offsets that are altered are other ones', () => {
  const before = object('KafkaConnector', '{class: A}');
  const asked = (what: string): Manifest =>
    object('KafkaConnector', '{class: A}', `{team: pipes, strimzi.io/connector-offsets: ${what}}`);
  expect(told(before, asked('list'))).toEqual([expect.stringMatching(/^no-effect/)]);
  expect(told(before, asked('reset'))).toEqual([expect.stringMatching(/^manual-step/)]);
});

test('labels and annotations of what operators make are about these objects, but for those of a StatefulSet', () => {
  const made = (name: string, metadata: string): Manifest =>
    parse(
      `apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata: {name: it}\nspec: {kafka: {replicas: 3, storage: {type: persistent-claim, size: 1Gi}, listeners: [], template: {${name}: {metadata: ${metadata}}}}}`,
    ) as Manifest;
  const between = (name: string): string[] =>
    told(
      made(name, '{labels: {a: b}, annotations: {a: b}}'),
      made(name, '{labels: {a: c}, annotations: {a: b, c: d}}'),
    );
  const at = 'spec.kafka.template';
  expect(between('perPodRoute')).toEqual([
    `safe ${at}.perPodRoute.metadata.labels`,
    `safe ${at}.perPodRoute.metadata.annotations`,
  ]);
  expect(between('statefulset')).toEqual([
    `restarts-pods ${at}.statefulset.metadata.labels`,
    `safe ${at}.statefulset.metadata.annotations`,
  ]);
  const service = (label: string): Manifest => connect(`, template: {apiService: {metadata: {labels: {a: ${label}}}}}`);
  expect(told(service('b'), service('c'))).toEqual(['safe spec.template.apiService.metadata.labels']);
});

const mirror = (connector: string, annotations?: string): Manifest =>
  object(
    'KafkaMirrorMaker2',
    `{replicas: 1, target: {alias: b, bootstrapServers: "b:9092", ${NAMES}}, mirrors: [{source: {alias: a, bootstrapServers: "a:9092"}, sourceConnector: ${connector}}]}`,
    annotations,
  );

test.each([
  ['{}', '{tasksMax: 2}', 'restarts-mirror', 'tasksMax'],
  ['{}', '{version: 4.1.0}', 'restarts-mirror', 'version'],
  ['{autoRestart: {enabled: true}}', '{autoRestart: {enabled: true, maxRestarts: 3}}', 'no-effect', 'autoRestart'],
  ['{}', '{listOffsets: {toConfigMap: {name: a}}}', 'no-effect', 'listOffsets'],
  ['{}', '{alterOffsets: {fromConfigMap: {name: a}}}', 'no-effect', 'alterOffsets'],
])('a connector %s of a mirror that becomes %s', (before, after, effect, field) => {
  expect(told(mirror(before), mirror(after))).toEqual([`${effect} spec.mirrors[0].sourceConnector.${field}`]);
  expect(told(mirror(after), mirror(after))).toEqual([]);
});

test('offsets of a connector of a mirror that are altered are other ones, and so are those of another connector', () => {
  const asked = (what: string, which: string): Manifest =>
    mirror(
      '{}',
      `{team: pipes, strimzi.io/connector-offsets: ${what}, strimzi.io/mirrormaker-connector: "a->b.Mirror${which}Connector"}`,
    );
  expect(told(mirror('{}'), asked('list', 'Source'))).toEqual([expect.stringMatching(/^no-effect/)]);
  expect(told(mirror('{}'), asked('alter', 'Source'))).toEqual([expect.stringMatching(/^manual-step/)]);
  const { changes } = diff([asked('reset', 'Source')], [asked('reset', 'Checkpoint')]);
  expect(changes[0]?.effects).toMatchObject([
    {
      class: 'manual-step',
      before: 'reset of a->b.MirrorSourceConnector',
      after: 'reset of a->b.MirrorCheckpointConnector',
    },
  ]);
});

test('bridges restart, and rebalances propose anew', () => {
  const bridge = (port: number): Manifest =>
    object('KafkaBridge', `{replicas: 1, bootstrapServers: "a:9092", http: {port: ${port}}}`);
  expect(told(bridge(8080), bridge(8081))).toEqual(['manual-step spec.http.port', 'restarts-pods spec.http']);
  const rebalance = (mode: string): Manifest => object('KafkaRebalance', `{mode: ${mode}, brokers: [1]}`);
  expect(told(rebalance('add-brokers'), rebalance('remove-brokers'))).toEqual(['safe spec.mode']);
});
