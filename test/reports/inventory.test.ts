import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StrimziRelease } from '../../src/dialects/releases';
import type { PlatformName } from '../../src/model/platform';
import { inventory } from '../../src/reports/inventory';
import type { Inventory, InventoryItem } from '../../src/reports/inventory-types';
import { edited, objectsIn, TOPOLOGY } from './topology';

function stockOf(text: string, release: StrimziRelease, platform: PlatformName = 'kubernetes'): Inventory {
  return inventory([{ release, platform, manifests: objectsIn(text) }]);
}

function names(found: Inventory, kind: InventoryItem['kind'], of?: string): readonly string[] {
  return found.items
    .filter((item) => item.kind === kind && (of === undefined || item.of.kind === of))
    .map(({ name }) => name);
}

describe('the workshop', () => {
  const text = readFileSync(join(__dirname, '../../dist/workshop/amq-streams.k8s.yaml'), 'utf8');
  const found = stockOf(text, StrimziRelease.AMQ_STREAMS_1_5, 'openshift');
  const clusters = ['europe-cluster', 'us-cluster'];
  const three = (set: string): readonly string[] => [0, 1, 2].map((id) => `${set}-${id}`);

  test('has the 14 pods of its two clusters', () => {
    const pods = names(found, 'Pod', 'Kafka');
    expect(pods).toHaveLength(14);
    expect([...pods].sort()).toEqual(
      clusters
        .flatMap((each) => [`${each}-entity-operator-*`, ...three(`${each}-kafka`), ...three(`${each}-zookeeper`)])
        .sort(),
    );
  });

  test('has the 12 claims of its two clusters, with their sizes', () => {
    const claims = found.items.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(claims).toHaveLength(12);
    expect(Object.fromEntries(claims.map(({ name, size }) => [name, size]))).toEqual(
      Object.fromEntries(
        clusters.flatMap((each) => [
          ...three(`data-${each}-kafka`).map((name) => [name, '20Gi']),
          ...three(`data-${each}-zookeeper`).map((name) => [name, '10Gi']),
        ]),
      ),
    );
  });

  test('has the topic and the users that its readers see', () => {
    expect(found.topics).toEqual([
      {
        site: '',
        namespace: 'amq-streams',
        name: 'my-topic',
        topic: 'my-topic',
        cluster: 'europe-cluster',
        partitions: 12,
        replicas: 3,
      },
    ]);
    expect(found.users.map(({ name, authentication, authorization }) => [name, authentication, authorization])).toEqual(
      [
        ['my-europe-user', 'tls', 'simple'],
        ['my-us-user', 'tls', 'simple'],
      ],
    );
  });

  test('has one pod for the mirror and for each application, and a route to Jaeger', () => {
    expect(names(found, 'Pod', 'KafkaMirrorMaker')).toEqual(['my-mirror-maker-mirror-maker-*']);
    expect(names(found, 'Pod', 'Deployment')).toEqual(['hello-world-consumer-*', 'hello-world-producer-*']);
    expect(names(found, 'Pod', 'Jaeger')).toEqual(['my-jaeger-*', 'my-jaeger-agent-daemonset-*']);
    expect(names(found, 'Route')).toEqual(['my-jaeger']);
  });
});

const OLD = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a, namespace: n}
spec:
  kafka:
    replicas: 2
    listeners:
      - {name: external, port: 9094, type: route, tls: true, configuration: {bootstrap: {host: b.example.com}, brokers: [{broker: 1, host: b1.example.com}]}}
      - {name: lb, port: 9095, type: loadbalancer, tls: true, configuration: {createBootstrapService: false}}
    storage: {type: jbod, volumes: [{id: 0, type: persistent-claim, size: 1Gi, class: fast}, {id: 3, type: ephemeral}]}
  zookeeper: {replicas: 1, storage: {type: ephemeral}}
  entityOperator: {userOperator: {}}
  cruiseControl: {}
  kafkaExporter: {}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaConnect
metadata: {name: c}
spec: {replicas: 2, bootstrapServers: a}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaBridge
metadata: {name: b}
spec: {bootstrapServers: a}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker2
metadata: {name: m}
spec: {replicas: 2, connectCluster: t, clusters: [{alias: t, bootstrapServers: a}], mirrors: []}
`;

test.each([
  ['0.29', ['a-kafka-config'], ['c-connect-*'], ['m-mirrormaker2-*']],
  ['0.30', ['a-kafka-0', 'a-kafka-1'], ['c-connect-*'], ['m-mirrormaker2-*']],
  ['0.36', ['a-kafka-0', 'a-kafka-1'], ['c-connect-*'], ['m-mirrormaker2-*']],
  ['0.37', ['a-kafka-0', 'a-kafka-1'], ['c-connect-0', 'c-connect-1'], ['m-mirrormaker2-0', 'm-mirrormaker2-1']],
])('Strimzi %s holds pods in its own way', (release, configMaps, connect, mirror) => {
  const found = stockOf(OLD, StrimziRelease.of(release));
  expect(names(found, 'ConfigMap', 'Kafka').filter((name) => name.startsWith('a-kafka'))).toEqual(configMaps);
  expect(names(found, 'Pod', 'KafkaConnect')).toEqual(connect);
  expect(names(found, 'Pod', 'KafkaMirrorMaker2')).toEqual(mirror);
});

test.each([
  ['0.27', ['a-entity-operator-certs', 'a-kafka-brokers', 'a-zookeeper-nodes']],
  ['0.28', ['a-entity-user-operator-certs', 'a-kafka-brokers', 'a-zookeeper-nodes']],
  ['0.45', ['a-entity-user-operator-certs', 'a-kafka-brokers', 'a-zookeeper-nodes']],
])('Strimzi %s keeps certificates in its own way', (release, secrets) => {
  const common = /-ca(-cert)?$|cluster-operator-certs|cruise-control|exporter/;
  const found = stockOf(OLD, StrimziRelease.of(release));
  expect(
    names(found, 'Secret', 'Kafka')
      .filter((name) => !common.test(name))
      .sort(),
  ).toEqual(secrets);
});

test.each([
  ['0.46', false],
  ['0.49', false],
  ['0.50', true],
])('each node has a Secret with Strimzi %s, and a bundle of what it trusts: %s', (release, hasBundle) => {
  const secrets = names(stockOf(TOPOLOGY, StrimziRelease.of(release)), 'Secret', 'Kafka');
  expect(secrets).toContain('europe-brokers-4');
  expect(secrets).not.toContain('europe-kafka-brokers');
  expect(secrets.includes('europe-trustbundle')).toBe(hasBundle);
});

test('listeners outside have Services, and Routes with their hosts; the one of old has shorter names', () => {
  const found = stockOf(OLD, StrimziRelease.V0_45);
  expect(names(found, 'Service', 'Kafka').filter((name) => name.startsWith('a-kafka'))).toEqual([
    'a-kafka-bootstrap',
    'a-kafka-brokers',
    'a-kafka-external-bootstrap',
    'a-kafka-0',
    'a-kafka-1',
    'a-kafka-lb-0',
    'a-kafka-lb-1',
  ]);
  expect(found.items.filter(({ kind }) => kind === 'Route').map(({ name, host }) => [name, host])).toEqual([
    ['a-kafka-bootstrap', 'b.example.com'],
    ['a-kafka-0', undefined],
    ['a-kafka-1', 'b1.example.com'],
  ]);
});

test('volumes of a JBOD have a claim each, with its class; those that go with their pods have none', () => {
  const claims = stockOf(OLD, StrimziRelease.V0_45).items.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  expect(claims.map(({ name, size, storageClass }) => [name, size, storageClass])).toEqual([
    ['data-0-a-kafka-0', '1Gi', 'fast'],
    ['data-0-a-kafka-1', '1Gi', 'fast'],
  ]);
});

test('what runs beside a cluster is there', () => {
  const found = stockOf(OLD, StrimziRelease.V0_45);
  expect(names(found, 'Pod', 'Kafka')).toEqual(
    expect.arrayContaining(['a-entity-operator-*', 'a-cruise-control-*', 'a-kafka-exporter-*']),
  );
  expect(names(found, 'Pod', 'KafkaBridge')).toEqual(['b-bridge-*']);
  expect(names(found, 'ConfigMap', 'Kafka')).not.toContain('a-entity-topic-operator-config');
});

describe('nodes of pools', () => {
  test('are numbered pool by pool, by name', () => {
    expect(names(stockOf(TOPOLOGY, StrimziRelease.V1_2), 'Pod', 'Kafka').slice(0, 8)).toEqual([
      ...[0, 1, 2, 3, 4].map((id) => `europe-brokers-${id}`),
      ...[5, 6, 7].map((id) => `europe-controllers-${id}`),
    ]);
  });

  test('take the numbers that they are told to, and then those that are free', () => {
    const said = edited(
      TOPOLOGY,
      '  name: brokers\n',
      '  name: brokers\n  annotations: {strimzi.io/next-node-ids: "[7, 12-10]"}\n',
    );
    expect(names(stockOf(said, StrimziRelease.V1_2), 'Pod', 'Kafka').slice(0, 8)).toEqual([
      ...[7, 12, 11, 10, 0].map((id) => `europe-brokers-${id}`),
      ...[1, 2, 3].map((id) => `europe-controllers-${id}`),
    ]);
  });

  test('have no number that can be told where the cluster is not seen', () => {
    const pool = TOPOLOGY.split('---\n').find((each) => each.includes('name: controllers')) ?? '';
    const { items } = stockOf(pool, StrimziRelease.V1_2);
    expect(items.map(({ name, count }) => [name, count])).toEqual([['europe-controllers-*', 3]]);
  });
});

test('what names no namespace is in that of the site', () => {
  const manifests = objectsIn(OLD);
  const { items } = inventory([
    { name: 'one', release: StrimziRelease.V0_45, namespace: 'kafka', manifests },
    { name: 'two', release: StrimziRelease.V0_45, manifests },
  ]);
  const places = new Set(items.map(({ site, namespace }) => `${site}/${namespace ?? ''}`));
  expect(places).toEqual(new Set(['one/n', 'one/kafka', 'two/n', 'two/']));
});

test('users without credentials of the operator have no Secret', () => {
  const external = edited(
    TOPOLOGY,
    '  authentication:\n    type: tls\n  auth',
    '  authentication:\n    type: tls-external\n  auth',
  );
  expect(names(stockOf(TOPOLOGY, StrimziRelease.V1_2), 'Secret', 'KafkaUser')).toEqual(['checkout']);
  expect(names(stockOf(external, StrimziRelease.V1_2), 'Secret', 'KafkaUser')).toEqual([]);
});

const POOLS = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: k, namespace: n}
spec: {kafka: {version: 4.3.1, listeners: []}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: a, namespace: n, labels: {strimzi.io/cluster: k}, annotations: {strimzi.io/remove-node-ids: "[1]"}}
spec: {replicas: 2, roles: [broker], storage: {type: ephemeral}}
status: {nodeIds: [0, 1, 4, 7]}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: b, namespace: n, labels: {strimzi.io/cluster: k}}
spec: {replicas: 3, roles: [controller], storage: {type: ephemeral}}
status: {nodeIds: [20]}
`;

test('nodes that a status tells of keep their numbers, too many go as they would, and new ones take what is free', () => {
  const pods = names(stockOf(POOLS, StrimziRelease.V1_2), 'Pod').filter((name) => /^k-[ab]-/.test(name));
  expect(pods).toEqual(['k-a-0', 'k-a-4', 'k-b-20', 'k-b-2', 'k-b-3']);
});

test('Services of a collector with a long name are cut one out of the other, as its operator does', () => {
  const name = 'a'.repeat(60);
  const collector = `apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: {name: ${name}, namespace: n}
spec: {image: jaegertracing/jaeger:2.19.0, config: {receivers: {otlp: {protocols: {grpc: {}}}}, exporters: {jaeger_storage_exporter: {trace_storage: s}}, extensions: {jaeger_storage: {backends: {s: {memory: {}}}}, jaeger_query: {storage: {traces: s}}}, service: {extensions: [jaeger_storage, jaeger_query], pipelines: {traces: {receivers: [otlp], exporters: [jaeger_storage_exporter]}}}}}
`;
  const services = names(stockOf(collector, StrimziRelease.V1_2), 'Service');
  expect(services).toContain(`${'a'.repeat(53)}-collector`);
  expect(services).toContain(`${'a'.repeat(53)}--headless`);
});

test.each([
  ['amq-streams-1.5', []],
  ['0.45.2', ['j-trusted-ca', 'j-service-ca']],
])('Jaeger beside %s has the certificate bundles of its operator on OpenShift: %j', (release, bundles) => {
  const jaeger = 'apiVersion: jaegertracing.io/v1\nkind: Jaeger\nmetadata: {name: j, namespace: n}\nspec: {}\n';
  const maps = names(stockOf(jaeger, StrimziRelease.of(release), 'openshift'), 'ConfigMap');
  expect(maps.filter((name) => name.endsWith('-ca'))).toEqual(bundles);
});

const TRUSTING = `
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: c}
spec:
  replicas: 1
  bootstrapServers: a:9093
  groupId: c
  configStorageTopic: c-configs
  offsetStorageTopic: c-offsets
  statusStorageTopic: c-status
  tls: {trustedCertificates: [{secretName: a-cluster-ca-cert, certificate: ca.crt}]}
  build: {output: {type: docker, image: registry.example.com/c:1}, plugins: []}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaBridge
metadata: {name: b}
spec:
  replicas: 1
  bootstrapServers: a:9093
  tls: {trustedCertificates: [{secretName: a-cluster-ca-cert, certificate: ca.crt}]}
  http: {port: 8080}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaMirrorMaker2
metadata: {name: m}
spec:
  replicas: 1
  target:
    alias: t
    bootstrapServers: t:9092
    groupId: m
    configStorageTopic: m-configs
    offsetStorageTopic: m-offsets
    statusStorageTopic: m-status
  mirrors:
    - source:
        alias: a
        bootstrapServers: a:9093
        tls: {trustedCertificates: [{secretName: a-cluster-ca-cert, certificate: ca.crt}]}
`;

// As an operator of Strimzi 1.2.0 made them when it was tried.
test.each([
  ['0.46', []],
  ['0.47', ['c-connect-tls-trusted-certs']],
  ['1.0', ['c-connect-tls-trusted-certs']],
  ['1.1', ['c-connect-tls-trusted-certs', 'b-bridge-tls-trusted-certs', 'm-connect-tls-trusted-certs']],
])('Strimzi %s puts certificates that are trusted together for some', (release, secrets) => {
  expect(names(stockOf(TRUSTING, StrimziRelease.of(release)), 'Secret')).toEqual(secrets);
});

test('a build has its Dockerfile in a ConfigMap, but on OpenShift', () => {
  const configMaps = (platform: PlatformName): readonly string[] =>
    names(stockOf(TRUSTING, StrimziRelease.V1_2, platform), 'ConfigMap', 'KafkaConnect');
  expect(configMaps('kubernetes')).toEqual(['c-connect-config', 'c-connect-dockerfile']);
  expect(configMaps('openshift')).toEqual(['c-connect-config']);
});

test.each([
  ['0.40', false],
  ['0.41', true],
])('topic operator and Cruise Control share a Secret with Strimzi %s: %s', (release, isShared) => {
  const text = `
apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a}
spec:
  kafka: {replicas: 3, listeners: [{name: plain, port: 9092, type: internal, tls: false}], storage: {type: ephemeral}}
  zookeeper: {replicas: 3, storage: {type: ephemeral}}
  entityOperator: {topicOperator: {}}
  cruiseControl: {}
`;
  const secrets = names(stockOf(text, StrimziRelease.of(release)), 'Secret');
  expect(secrets.includes('a-entity-topic-operator-cc-api')).toBe(isShared);
});

test('a KafkaAccess has a Secret of its name, or of the one that it says', () => {
  const access = (name: string, more: string) => `
---
apiVersion: access.strimzi.io/v1alpha1
kind: KafkaAccess
metadata: {name: ${name}}
spec: {kafka: {name: a}${more}}`;
  const text = access('plain', '') + access('named', ', secretName: kafka') + access('empty', ', secretName: ""');
  expect(names(stockOf(text, StrimziRelease.V1_2), 'Secret')).toEqual(['plain', 'kafka', 'empty']);
});
