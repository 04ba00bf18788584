import { Duration } from 'cdk8s';
import { KafkaCluster, Logging, Placement, StrimziRelease, type EntityOperatorProps } from '../../src';
import { findings, manifest, newCluster, newElsewhere, newSite } from './harness';

const { V0_18, V0_41, V0_45, V0_51, V1_2 } = StrimziRelease;

const written = (entityOperator: EntityOperatorProps, release = V1_2) => {
  const site = newSite({ release, namespace: 'shop', kubernetesCluster: 'here' });
  const cluster = newCluster(site, 'europe', { entityOperator });
  return {
    site,
    cluster,
    spec: () => manifest(site, 'Kafka', 'europe').spec?.['entityOperator'],
    found: () => findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`),
  };
};

describe('the operators of topics and users', () => {
  it('both run unless one is left out', () => {
    expect(written({}).spec()).toEqual({ topicOperator: {}, userOperator: {} });
    expect(written({ topicOperator: false }).spec()).toEqual({ userOperator: {} });
    expect(written({ userOperator: false }).spec()).toEqual({ topicOperator: {} });
  });

  it('are not there at all where neither runs', () => {
    const { spec, found } = written({ topicOperator: false, userOperator: false });
    expect(spec()).toBeUndefined();
    expect(found()).toEqual([]);
  });

  it('are missed by what they would make', () => {
    const { cluster, found } = written({ topicOperator: false });
    cluster.addTopic('orders');
    expect(found()).toEqual(['entity-operator-runs spec.entityOperator.topicOperator']);
  });

  it('have interval, resources, machine, log, probes and pods of their own', () => {
    const { spec, found } = written({
      topicOperator: {
        reconciliationInterval: Duration.minutes(1),
        resources: { limits: { memory: '1Gi' } },
        jvm: { maxHeap: '512m' },
        logging: Logging.inline({ 'rootLogger.level': 'DEBUG' }),
        probes: { liveness: { periodSeconds: 20 } },
      },
      userOperator: { logging: Logging.external({ configMap: 'log', key: 'users' }) },
      placement: Placement.zone('eu-1'),
      pods: { labels: { team: 'a' }, maxUnavailable: 0 },
    });
    expect(spec()).toMatchObject({
      topicOperator: {
        reconciliationIntervalMs: 60_000,
        resources: { limits: { memory: '1Gi' } },
        jvmOptions: { '-Xmx': '512m' },
        logging: { type: 'inline', loggers: { 'rootLogger.level': 'DEBUG' } },
        livenessProbe: { periodSeconds: 20 },
      },
      userOperator: { logging: { type: 'external', valueFrom: { configMapKeyRef: { name: 'log', key: 'users' } } } },
      template: {
        pod: { metadata: { labels: { team: 'a' } }, affinity: { nodeAffinity: {} } },
        podDisruptionBudget: { maxUnavailable: 0 },
      },
    });
    expect(found()).toEqual([]);
  });

  it('have their interval in seconds, and the key of their log4j, where a release has no other words', () => {
    const logging = Logging.external({ configMap: 'log', key: 'log4j2.properties' });
    const reconciliationInterval = Duration.seconds(90);
    const { spec, found } = written({ topicOperator: { reconciliationInterval, logging } }, V0_18);
    expect(spec()).toMatchObject({
      topicOperator: { reconciliationIntervalSeconds: 90, logging: { type: 'external', name: 'log' } },
    });
    expect(found()).toEqual([]);
  });

  it.each([
    [
      '0.18',
      V0_18,
      { topicOperator: { reconciliationInterval: Duration.millis(1500) } },
      'topicOperator.reconciliationInterval',
    ],
    ['0.45', V0_45, { pods: { maxUnavailable: 0 } }, 'template.podDisruptionBudget'],
  ] as const)('are told what Strimzi %s cannot say of them', (_, release, props, field) => {
    expect(written(props, release).found().join()).toContain(`spec.entityOperator.${field}`);
  });

  it('have an interval that a release of seconds takes whole', () => {
    const props = { userOperator: { reconciliationInterval: Duration.seconds(30) } };
    expect(written(props, V0_41).found()).toEqual([]);
  });
});

describe('an operator that watches another namespace', () => {
  const users = (release: StrimziRelease) => written({ userOperator: { watchedNamespace: 'apps' } }, release);

  it('sees the users there, and none beside the cluster', () => {
    const { site, cluster, found } = users(V0_51);
    const apps = newElsewhere(site, 'apps', { release: V0_51, namespace: 'apps', kubernetesCluster: 'here' });
    KafkaCluster.fromClusterName(apps, 'europe');
    expect(found()).toEqual([]);
    cluster.addUser('alice');
    expect(found()).toEqual(['entity-operator-runs spec.entityOperator.userOperator.watchedNamespace']);
  });

  it('is told where operators look at the namespace of the cluster alone', () => {
    expect(users(V1_2).found()).toEqual(['watched-namespace spec.entityOperator.userOperator.watchedNamespace']);
  });
});

it.each([
  ['topicOperator', true],
  ['topicOperator', { watchedNamespaces: 'shop' }],
  ['userOperator', { reconciliationInterval: 60 }],
])('%s of %j is refused', (operator, value) => {
  const { found } = written({ [operator]: value });
  expect(found()).toEqual([
    expect.stringMatching(new RegExp(`^prop-(type|unknown|value) entityOperator\\.${operator}`)),
  ]);
});
