import { readinessOf, type LiveObject } from '../../src/reports/readiness';

const STRIMZI = 'kafka.strimzi.io/v1';

function live(apiVersion: string, kind: string, status?: object, spec: object = {}): LiveObject {
  return { apiVersion, kind, metadata: { name: 'a', generation: 2 }, spec, ...(status && { status }) } as LiveObject;
}

function condition(type: string, status = 'True', reason?: string, message?: string) {
  return { type, status, ...(reason !== undefined && { reason }), ...(message !== undefined && { message }) };
}

const READY = condition('Ready');
const BROKEN = condition('NotReady', 'True', 'InvalidResourceException', 'No such thing.');

test.each<[string, LiveObject, ReturnType<typeof readinessOf>]>([
  [
    'a cluster that is ready',
    live(STRIMZI, 'Kafka', { conditions: [READY], observedGeneration: 2 }),
    { state: 'ready' },
  ],
  [
    'a cluster that is ready and warned of',
    live(STRIMZI, 'Kafka', { conditions: [condition('Warning', 'True', 'KafkaStorage', 'It is ephemeral.'), READY] }),
    { state: 'ready', warnings: ['KafkaStorage: It is ephemeral.'] },
  ],
  [
    'a cluster that is ready as it was before',
    live(STRIMZI, 'Kafka', { conditions: [READY], observedGeneration: 1 }),
    { state: 'waiting', why: 'Its operator has not seen the latest change yet.' },
  ],
  [
    'a cluster in the making',
    live(STRIMZI, 'Kafka', {
      conditions: [condition('NotReady', 'True', 'Creating', 'Kafka cluster is being deployed')],
    }),
    { state: 'waiting', why: 'Creating: Kafka cluster is being deployed' },
  ],
  [
    'a user that the operator refuses',
    live(STRIMZI, 'KafkaUser', { conditions: [BROKEN] }),
    { state: 'failed', why: 'InvalidResourceException: No such thing.' },
  ],
  [
    'a topic that its operator calls not ready',
    live(STRIMZI, 'KafkaTopic', { conditions: [condition('Ready', 'False', 'NotSupported')] }),
    { state: 'failed', why: 'NotSupported' },
  ],
  [
    'a topic that nobody looks after',
    live(STRIMZI, 'KafkaTopic'),
    { state: 'waiting', why: 'Its operator says nothing of it yet.' },
  ],
  [
    'a cluster whose reconciliation is paused',
    live(STRIMZI, 'Kafka', { conditions: [condition('ReconciliationPaused'), READY] }),
    { state: 'waiting', why: 'Its reconciliation is paused.' },
  ],
  [
    'a node pool with all nodes',
    live(STRIMZI, 'KafkaNodePool', { nodeIds: [0, 1] }, { replicas: 2 }),
    { state: 'ready' },
  ],
  [
    'a node pool that lacks a node',
    live(STRIMZI, 'KafkaNodePool', { nodeIds: [0] }, { replicas: 2 }),
    { state: 'waiting', why: '1 of 2 nodes are ready.' },
  ],
  [
    'a mirror whose connector has a task that failed',
    live(STRIMZI, 'KafkaMirrorMaker2', {
      conditions: [READY],
      connectors: [
        {
          name: 'a->b.MirrorSourceConnector',
          connector: { state: 'RUNNING' },
          tasks: [{ state: 'RUNNING' }, { state: 'FAILED', trace: 'TopicAuthorizationException: denied\n\tat x' }],
        },
      ],
    }),
    { state: 'failed', why: 'a->b.MirrorSourceConnector: TopicAuthorizationException: denied' },
  ],
  [
    'a connector that failed',
    live(STRIMZI, 'KafkaConnector', {
      conditions: [READY],
      connectorStatus: { name: 'sink', connector: { state: 'FAILED', trace: 'No class' }, tasks: [] },
    }),
    { state: 'failed', why: 'sink: No class' },
  ],
  [
    'a rebalance with a proposal',
    live(STRIMZI, 'KafkaRebalance', { conditions: [condition('ProposalReady')] }),
    { state: 'ready' },
  ],
  [
    'a rebalance under way',
    live(STRIMZI, 'KafkaRebalance', { conditions: [condition('Rebalancing')] }),
    { state: 'waiting', why: '' },
  ],
  ['a Jaeger that runs', live('jaegertracing.io/v1', 'Jaeger', { phase: 'Running' }), { state: 'ready' }],
  [
    'a Jaeger that failed',
    live('jaegertracing.io/v1', 'Jaeger', { phase: 'Failed' }),
    { state: 'failed', why: 'It is Failed.' },
  ],
  [
    'a collector that starts',
    live('opentelemetry.io/v1beta1', 'OpenTelemetryCollector', { scale: { statusReplicas: '0/1' } }),
    { state: 'waiting', why: '0 of 1 pods are ready.' },
  ],
  [
    'a collector that runs',
    live('opentelemetry.io/v1beta1', 'OpenTelemetryCollector', { scale: { statusReplicas: '1/1' } }),
    { state: 'ready' },
  ],
  [
    'a Deployment with its pods',
    live('apps/v1', 'Deployment', { availableReplicas: 1, updatedReplicas: 1 }),
    { state: 'ready' },
  ],
  [
    'a Deployment that still has pods of before',
    live('apps/v1', 'Deployment', { availableReplicas: 2, updatedReplicas: 1 }, { replicas: 2 }),
    { state: 'waiting', why: '1 of 2 pods are ready.' },
  ],
  [
    'a Deployment that gave up',
    live('apps/v1', 'Deployment', { conditions: [condition('Progressing', 'False', 'ProgressDeadlineExceeded')] }),
    { state: 'failed', why: 'ProgressDeadlineExceeded' },
  ],
  [
    'a pod whose image cannot be had',
    live('v1', 'Pod', {
      containerStatuses: [{ state: { waiting: { reason: 'ImagePullBackOff', message: 'no such image' } } }],
    }),
    { state: 'failed', why: 'ImagePullBackOff: no such image' },
  ],
  [
    'a pod that fits nowhere',
    live('v1', 'Pod', { conditions: [condition('PodScheduled', 'False', 'Unschedulable', '0/3 nodes')] }),
    { state: 'waiting', why: 'Unschedulable: 0/3 nodes' },
  ],
  ['a claim with a volume', live('v1', 'PersistentVolumeClaim', { phase: 'Bound' }), { state: 'ready' }],
  ['a job that is done', live('batch/v1', 'Job', { conditions: [condition('Complete')] }), { state: 'ready' }],
  [
    'a route that a router took',
    live('route.openshift.io/v1', 'Route', { ingress: [{ conditions: [condition('Admitted')] }] }),
    { state: 'ready' },
  ],
  [
    'a route of a host that another has',
    live('route.openshift.io/v1', 'Route', {
      ingress: [{ conditions: [condition('Admitted', 'False', 'HostAlreadyClaimed')] }],
    }),
    { state: 'failed', why: 'HostAlreadyClaimed' },
  ],
  [
    'a subscription whose operator is there',
    live('operators.coreos.com/v1alpha1', 'Subscription', { state: 'AtLatestKnown' }),
    { state: 'ready' },
  ],
  ['what nobody has to look after', live('v1', 'ConfigMap'), { state: 'ready' }],
])('%s', (_, object, readiness) => {
  expect(readinessOf(object)).toEqual(readiness);
});

describe('a Kafka cluster that its operator calls ready', () => {
  const cluster = (status: object, spec: object = {}, kraft?: string): LiveObject => ({
    ...live(STRIMZI, 'Kafka', { conditions: [READY], ...status }, spec),
    metadata: { name: 'a', ...(kraft !== undefined && { annotations: { 'strimzi.io/kraft': kraft } }) },
  });

  test.each([
    ['migration', 'KRaftDualWriting', 'KRaftPostMigration'],
    ['enabled', 'PreKRaft', 'KRaft'],
    ['rollback', 'KRaftPostMigration', 'KRaftDualWriting'],
    ['disabled', 'KRaftMigration', 'ZooKeeper'],
  ])('is waited for while its annotation %s is not carried out', (kraft, kafkaMetadataState, wanted) => {
    expect(readinessOf(cluster({ kafkaMetadataState }, {}, kraft))).toEqual({
      state: 'waiting',
      why: `Its metadata are in the state ${kafkaMetadataState}, on the way to ${wanted}.`,
    });
    expect(readinessOf(cluster({ kafkaMetadataState: wanted }, {}, kraft))).toEqual({ state: 'ready' });
    expect(readinessOf(cluster({}, {}, kraft))).toEqual({ state: 'ready' });
  });

  test('is waited for while it runs another Kafka', () => {
    const spec = { kafka: { version: '4.0.0' } };
    expect(readinessOf(cluster({ kafkaVersion: '3.9.0' }, spec))).toEqual({
      state: 'waiting',
      why: 'It runs Kafka 3.9.0, on the way to 4.0.0.',
    });
    expect(readinessOf(cluster({ kafkaVersion: '4.0.0' }, spec))).toEqual({ state: 'ready' });
    expect(readinessOf(cluster({}, spec))).toEqual({ state: 'ready' });
    expect(readinessOf(cluster({ kafkaVersion: '4.0.0' }, { kafka: {} }))).toEqual({ state: 'ready' });
  });

  test('is waited for while another operator had it last; a patch makes no difference', () => {
    const status = { operatorLastSuccessfulVersion: '0.45.1' };
    expect(readinessOf(cluster(status), '0.46.1')).toMatchObject({ state: 'waiting' });
    expect(readinessOf(cluster(status), '0.45.2')).toEqual({ state: 'ready' });
    expect(readinessOf(cluster(status))).toEqual({ state: 'ready' });
  });
});
