import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lazy } from 'cdk8s';
import type { KafkaClusterProps } from '../../src';
import {
  CertificateAuthority,
  KafkaBridge,
  KafkaConnect,
  Logging,
  Metrics,
  Mirror,
  Size,
  StrimziRelease,
} from '../../src';
import { claim, findings, manifest, manifests, newCluster, newSite } from './harness';

const modern = () => newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
const specOf = (props: Partial<KafkaClusterProps>, release = StrimziRelease.V1_2) => {
  const site = newSite({ release });
  newCluster(site, 'europe', props);
  return {
    site,
    spec: manifest(site, 'Kafka', 'europe').spec as Record<string, Record<string, unknown>>,
    found: findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`),
  };
};
const rules = { lowercaseOutputName: true, rules: [{ pattern: 'kafka.server<type=(.+)>' }] };
const reference = (name: string, key = 'metrics.yml') => ({
  type: 'jmxPrometheusExporter',
  valueFrom: { configMapKeyRef: { name, key } },
});

describe('a program', () => {
  it('has rules of metrics in a ConfigMap that may be missing, where that is said', () => {
    const metricsOf = (optional?: boolean): unknown =>
      specOf({
        metrics: Metrics.jmx({ configMap: 'rules', key: 'any.yml', ...(optional !== undefined && { optional }) }),
      }).spec['kafka']?.['metricsConfig'];
    const said = (more: object): object => ({
      type: 'jmxPrometheusExporter',
      valueFrom: { configMapKeyRef: { name: 'rules', key: 'any.yml', ...more } },
    });
    expect(metricsOf()).toEqual(said({}));
    expect(metricsOf(false)).toEqual(said({ optional: false }));
    expect(metricsOf(true)).toEqual(said({ optional: true }));
  });

  it('has its heap in the words of Java, whatever unit it was given in', () => {
    const heaps = [Size.gibibytes(2), Size.mebibytes(1536), Size.kibibytes(1), '700m'].map(
      (maxHeap) => specOf({ jvm: { maxHeap } }).spec['kafka']?.['jvmOptions'],
    );
    expect(heaps).toEqual([{ '-Xmx': '2g' }, { '-Xmx': '1536m' }, { '-Xmx': '1024' }, { '-Xmx': '700m' }]);
  });

  it('has the same words for its machine, log and probes wherever it runs', () => {
    const site = modern();
    const program = {
      jvm: { initialHeap: '1g', options: { UseG1GC: true }, systemProperties: { a: 'b' }, gcLogging: true },
      logging: Logging.inline({ 'rootLogger.level': 'WARN' }),
      probes: { liveness: { periodSeconds: 20 }, readiness: { failureThreshold: 5 } },
      metrics: Metrics.jmx({ configMap: 'rules', key: 'any.yml' }),
    };
    const cluster = newCluster(site, 'europe', { ...program, cruiseControl: program });
    const target = newCluster(site, 'us');
    new KafkaConnect(site, 'connect', { cluster, ...program });
    new KafkaBridge(site, 'bridge', { cluster, ...program });
    new Mirror(site, 'mirror', { source: cluster, target, topics: [cluster.addTopic('orders')], ...program });
    const written = {
      jvmOptions: {
        '-Xms': '1g',
        '-XX': { UseG1GC: 'true' },
        gcLoggingEnabled: true,
        javaSystemProperties: [{ name: 'a', value: 'b' }],
      },
      logging: { type: 'inline', loggers: { 'rootLogger.level': 'WARN' } },
      livenessProbe: { periodSeconds: 20 },
      readinessProbe: { failureThreshold: 5 },
      metricsConfig: reference('rules', 'any.yml'),
    };
    expect(manifest(site, 'Kafka', 'europe').spec).toMatchObject({ kafka: written, cruiseControl: written });
    expect(manifest(site, 'KafkaConnect', 'connect').spec).toMatchObject(written);
    expect(manifest(site, 'KafkaBridge', 'bridge').spec).toMatchObject(written);
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject(written);
    expect(findings(site)).toEqual([]);
  });

  it('is told to have a heap that its container cannot hold', () => {
    const { found } = specOf({ jvm: { maxHeap: '4g' }, cruiseControl: {} });
    expect(found).toEqual([]);
    const site = modern();
    const cluster = newCluster(site);
    new KafkaConnect(site, 'connect', { cluster, jvm: { maxHeap: '4g' }, resources: { limits: { memory: '2Gi' } } });
    expect(findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`)).toEqual([
      'jvm-memory spec.jvmOptions.-Xmx',
    ]);
  });

  it('logs as a ConfigMap says', () => {
    const { spec } = specOf({ logging: Logging.external({ configMap: 'log', key: 'log4j2.properties' }) });
    expect(spec['kafka']?.['logging']).toEqual({
      type: 'external',
      valueFrom: { configMapKeyRef: { name: 'log', key: 'log4j2.properties' } },
    });
  });
});

describe('resources of nodes', () => {
  const of = (memory: string) => ({ requests: { memory }, limits: { memory } });

  it('are those of the brokers and of the controllers, each in its pool', () => {
    const site = modern();
    const controllers = { storage: claim('1Gi'), resources: of('1Gi') };
    const cluster = newCluster(site, 'europe', { controllers, resources: of('4Gi') });
    cluster.addNodePool('small', { replicas: 1, storage: claim('1Gi'), resources: of('2Gi'), jvm: { maxHeap: '1g' } });
    cluster.addNodePool('any', { replicas: 1, storage: claim('1Gi') });
    expect(manifest(site, 'KafkaNodePool', 'europe-brokers').spec).toHaveProperty('resources', of('4Gi'));
    expect(manifest(site, 'KafkaNodePool', 'europe-controllers').spec).toHaveProperty('resources', of('1Gi'));
    expect(manifest(site, 'KafkaNodePool', 'small').spec).toMatchObject({
      resources: of('2Gi'),
      jvmOptions: { '-Xmx': '1g' },
    });
    expect(Object.keys(manifest(site, 'KafkaNodePool', 'any').spec ?? {})).toEqual(['replicas', 'roles', 'storage']);
    expect(findings(site)).toEqual([]);
  });

  it('are those of the brokers and of ZooKeeper, each in its part', () => {
    const site = newSite();
    const zookeeper = { storage: claim('1Gi'), resources: of('1Gi') };
    newCluster(site, 'europe', { zookeeper, resources: of('4Gi') });
    expect(manifest(site, 'Kafka', 'europe').spec).toMatchObject({
      kafka: { resources: of('4Gi') },
      zookeeper: { resources: of('1Gi') },
    });
    expect(findings(site)).toEqual([]);
  });
});

test('options of Java may be known at last', () => {
  const late = (value: unknown) => Lazy.any({ produce: () => value }) as number;
  const { spec, found } = specOf({ jvm: { options: { MaxGCPauseMillis: late(20), UseG1GC: true } } });
  expect(found).toEqual([]);
  expect(spec['kafka']?.['jvmOptions']).toEqual({ '-XX': { MaxGCPauseMillis: '20', UseG1GC: 'true' } });
});

describe('rules of metrics', () => {
  it.each([
    ['object', StrimziRelease.V0_18],
    ['ConfigMap', StrimziRelease.V1_2],
  ])('may have values that are known at last, in an %s', (_, release) => {
    const late = Lazy.any({ produce: () => 'known' }) as string;
    const { site } = specOf({ metrics: Metrics.jmx({ rules: { rules: [{ pattern: late }] } }) }, release);
    const written = JSON.stringify(manifests(site));
    expect(written).toContain('known');
    expect(written).not.toContain('produce');
  });

  it('stand in a ConfigMap beside each object that takes them', () => {
    const metrics = Metrics.jmx({ rules });
    const { site, spec, found } = specOf({ metrics, cruiseControl: { metrics } });
    expect(spec['kafka']?.['metricsConfig']).toEqual(reference('europe-kafka-metrics'));
    expect(spec['cruiseControl']?.['metricsConfig']).toEqual(reference('europe-cruise-control-metrics'));
    const maps = manifests(site).filter(({ kind }) => kind === 'ConfigMap') as unknown as {
      metadata: { name: string };
      data: Record<string, string>;
    }[];
    expect(maps.map((map) => map.metadata.name)).toEqual(['europe-kafka-metrics', 'europe-cruise-control-metrics']);
    expect(maps.map((map) => JSON.parse(map.data['metrics.yml'] ?? '') as unknown)).toEqual([rules, rules]);
    expect(found).toEqual([]);
  });

  it('are those of a file, as they are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
    const file = join(folder, 'rules.yml');
    writeFileSync(file, 'rules: [] # none\n');
    const { site } = specOf({ metrics: Metrics.jmx({ file }) });
    rmSync(folder, { recursive: true });
    expect(manifest(site, 'ConfigMap', 'europe-kafka-metrics')).toMatchObject({
      data: { 'metrics.yml': 'rules: [] # none\n' },
    });
  });

  it('are told where their file cannot be read', () => {
    const site = modern();
    newCluster(site, 'europe', { metrics: Metrics.jmx({ file: '/no/such/rules.yml' }) });
    expect(findings(site)).toMatchObject([{ rule: 'prop-value', given: '/no/such/rules.yml' }]);
  });

  it.each([
    ['a: [\n', /rules\.yml:2:1: /],
    ['- pattern: x\n', /rules\.yml:1:1: It is a list\./],
    ['all of them\n', /rules\.yml:1:1: It is a single value\./],
    ['a: 1\n---\nb: 2\n', /rules\.yml:3:1: Another document begins here\./],
  ])('are told where their file is no mapping of YAML: %j', (text, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
    const file = join(folder, 'rules.yml');
    writeFileSync(file, text);
    const site = modern();
    newCluster(site, 'europe', { metrics: Metrics.jmx({ file }) });
    rmSync(folder, { recursive: true });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-value', given: file, message: expect.stringMatching(message) as string },
    ]);
  });

  it('stand in the object of a release that has no other place for them', () => {
    const zookeeper = { storage: claim('1Gi'), metrics: Metrics.jmx({ rules }) };
    const { spec, site } = specOf({ metrics: Metrics.jmx({ rules }), zookeeper }, StrimziRelease.V0_18);
    expect(spec).toMatchObject({ kafka: { metrics: rules }, zookeeper: { metrics: rules } });
    expect(manifests(site).filter(({ kind }) => kind === 'ConfigMap')).toEqual([]);
  });

  it('may be told by the reporter of a release that has it, and of no other', () => {
    const metrics = Metrics.strimziReporter({ allowList: ['kafka_server.*'] });
    const { spec, found } = specOf({ metrics });
    expect(spec['kafka']?.['metricsConfig']).toEqual({
      type: 'strimziMetricsReporter',
      values: { allowList: ['kafka_server.*'] },
    });
    expect(found).toEqual([]);
    expect(specOf({ metrics }, StrimziRelease.V0_45).found.join()).toMatch(/spec\.kafka\.metricsConfig/);
  });
});

describe('beside a cluster', () => {
  it('an exporter looks at what it is told to', () => {
    const { spec, found } = specOf({
      kafkaExporter: { topicRegex: 'orders.*', showAllOffsets: false, probes: { liveness: { timeoutSeconds: 9 } } },
    });
    expect(spec['kafkaExporter']).toEqual({
      topicRegex: 'orders.*',
      showAllOffsets: false,
      livenessProbe: { timeoutSeconds: 9 },
    });
    expect(found).toEqual([]);
  });

  it('Cruise Control has goals by their names, capacities and automatic rebalances', () => {
    const { spec, found } = specOf({
      cruiseControl: {
        goals: ['RackAwareGoal', 'org.example.OwnGoal'],
        capacity: { inboundNetwork: '50MB/s', overrides: [{ brokers: [0], cpu: '4' }] },
        autoRebalance: [{ mode: 'add-brokers' }, { mode: 'remove-brokers', template: 'mine' }],
        config: { 'num.proposal.precompute.threads': 1 },
      },
    });
    expect(spec['cruiseControl']).toEqual({
      config: {
        goals: 'com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal,org.example.OwnGoal',
        'default.goals': 'com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal,org.example.OwnGoal',
        'hard.goals': 'com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal',
        'num.proposal.precompute.threads': 1,
      },
      brokerCapacity: { inboundNetwork: '50MB/s', overrides: [{ brokers: [0], cpu: '4' }] },
      autoRebalance: [{ mode: 'add-brokers' }, { mode: 'remove-brokers', template: { name: 'mine' } }],
    });
    expect(found).toEqual([]);
  });

  it('what an older release cannot say of them is told', () => {
    const { found } = specOf(
      { cruiseControl: { autoRebalance: [{ mode: 'add-brokers' }] }, kafkaExporter: { topicExcludeRegex: 'a' } },
      StrimziRelease.V0_22,
    );
    expect(found.join()).toMatch(/spec\.cruiseControl\.autoRebalance/);
    expect(found.join()).toMatch(/spec\.kafkaExporter\.topicExcludeRegex/);
  });
});

it('a pool has a Java virtual machine of its own', () => {
  const site = modern();
  const cluster = newCluster(site, 'europe', { jvm: { maxHeap: '2g' } });
  cluster.addNodePool('big', { replicas: 1, storage: claim('1Gi'), jvm: { maxHeap: '8g' } });
  expect(manifest(site, 'KafkaNodePool', 'big').spec?.['jvmOptions']).toEqual({ '-Xmx': '8g' });
  expect(manifest(site, 'KafkaNodePool', 'europe-dual-role').spec?.['jvmOptions']).toBeUndefined();
});

describe('options of pods', () => {
  const pods = {
    labels: { team: 'a' },
    tolerations: [{ key: 'kafka', operator: 'Exists', effect: 'NoSchedule' }],
    topologySpread: [{ topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }],
    antiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname' }] },
    priorityClass: 'high',
    securityContext: { runAsNonRoot: true, fsGroup: 0 },
    imagePullSecrets: ['registry'],
    terminationGraceSeconds: 120,
    maxUnavailable: 0,
  };
  const pod = {
    metadata: { labels: { team: 'a' } },
    affinity: { podAntiAffinity: pods.antiAffinity },
    tolerations: pods.tolerations,
    topologySpreadConstraints: pods.topologySpread,
    priorityClassName: 'high',
    securityContext: { runAsNonRoot: true, fsGroup: 0 },
    imagePullSecrets: [{ name: 'registry' }],
    terminationGracePeriodSeconds: 120,
  };
  const template = { pod, podDisruptionBudget: { maxUnavailable: 0 } };

  it('are the same words wherever the pods are', () => {
    const site = modern();
    const cluster = newCluster(site, 'europe', { cruiseControl: { pods }, kafkaExporter: { pods } });
    const target = newCluster(site, 'us');
    new KafkaConnect(site, 'connect', { cluster, pods });
    new KafkaBridge(site, 'bridge', { cluster, pods });
    new Mirror(site, 'mirror', { source: cluster, target, topics: [cluster.addTopic('orders')], pods });
    expect(manifest(site, 'Kafka', 'europe').spec).toMatchObject({
      cruiseControl: { template },
      kafkaExporter: { template },
    });
    for (const [kind, name] of [
      ['KafkaConnect', 'connect'],
      ['KafkaBridge', 'bridge'],
      ['KafkaMirrorMaker2', 'mirror'],
    ] as const)
      expect(manifest(site, kind, name).spec).toMatchObject({ template });
    expect(findings(site)).toEqual([]);
  });

  it('of a cluster are those of its pools, which may have some of their own', () => {
    const site = modern();
    const cluster = newCluster(site, 'europe', { pods });
    cluster.addNodePool('big', {
      replicas: 1,
      storage: claim('1Gi'),
      pods: { labels: { big: 'yes' }, scheduler: 'b' },
    });
    const own = { labels: { team: 'b' }, annotations: { note: 'x' } };
    cluster.addNodePool('other', { replicas: 1, storage: claim('1Gi'), pods: own });
    expect(manifest(site, 'KafkaNodePool', 'other').spec).toHaveProperty('template.pod.metadata', own);
    expect(manifest(site, 'KafkaNodePool', 'europe-dual-role').spec?.['template']).toEqual({ pod });
    expect(manifest(site, 'KafkaNodePool', 'big').spec?.['template']).toEqual({
      pod: { ...pod, metadata: { labels: { big: 'yes', team: 'a' } }, schedulerName: 'b' },
    });
    expect(manifest(site, 'Kafka', 'europe').spec?.['kafka']).toMatchObject({
      template: { podDisruptionBudget: { maxUnavailable: 0 } },
    });
    expect(findings(site)).toEqual([]);
  });

  it('of a cluster without pools stand in the cluster, for ZooKeeper too', () => {
    const { spec } = specOf({ pods: { priorityClass: 'high', maxUnavailable: 2 } }, StrimziRelease.V0_18);
    expect(spec).toMatchObject({
      kafka: { template: { pod: { priorityClassName: 'high' }, podDisruptionBudget: { maxUnavailable: 2 } } },
      zookeeper: { template: { pod: { priorityClassName: 'high' } } },
    });
  });

  it('that say nothing write nothing', () => {
    const site = modern();
    const cluster = newCluster(site, 'europe', { pods: {} });
    new KafkaConnect(site, 'connect', { cluster, pods: {} });
    expect(JSON.stringify(manifests(site))).not.toMatch(/template/);
    expect(findings(site)).toEqual([]);
  });
});

it('a cluster has CAs of its own or with another validity, and renews them in maintenance windows', () => {
  const { spec, found } = specOf({
    clusterCa: CertificateAuthority.own({ renewalDays: 20 }),
    clientsCa: CertificateAuthority.generated({ validityDays: 730, onExpiry: 'replace-key' }),
    maintenanceTimeWindows: ['* * 0-1 ? * SUN *'],
  });
  expect(spec).toMatchObject({
    clusterCa: { generateCertificateAuthority: false, renewalDays: 20 },
    clientsCa: { validityDays: 730, certificateExpirationPolicy: 'replace-key' },
    maintenanceTimeWindows: ['* * 0-1 ? * SUN *'],
  });
  expect(found).toEqual([]);
  expect(specOf({ clientsCa: CertificateAuthority.generated({ validityDays: 10 }) }).found.join()).toMatch(
    /certificate-days spec\.clientsCa/,
  );
});
