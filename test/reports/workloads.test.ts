import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { access, diff, inventory, readManifest, StrimziRelease } from '../../src';
import type { ClientRecord, WorkloadKind } from '../../src/model/client';
import { Placed, type SiteFacts } from '../../src/model/topology';
import { podsOf, stopCalls } from '../../src/reports/runbook-calls';

const text = readFileSync(join(__dirname, '../../dist/own-workload/shop.k8s.yaml'), 'utf8');
const manifests = parseAllDocuments(text).map(
  (document) => document.toJS() as { kind: string; metadata: { name: string } },
);
const site = { release: StrimziRelease.V1_2, namespace: 'shop', manifests };

describe('workloads of teams', () => {
  test('are known for what each of their rights is, and lack none', () => {
    const { lacks, rules } = access([site]);
    expect(lacks).toEqual([]);
    const own = rules.filter(({ user }) => ['billing', 'report', 'gateway'].includes(user));
    expect(own.map(({ user }) => user).sort()).toEqual([
      'billing',
      'billing',
      'billing',
      'gateway',
      'report',
      'report',
    ]);
    expect(own.filter(({ reasons, unexplained }) => reasons.length === 0 || unexplained.length > 0)).toEqual([]);
  });

  test('lack what is taken from their users', () => {
    const without = manifests.filter(({ kind, metadata }) => kind !== 'KafkaUser' || metadata.name !== 'report');
    const user = manifests.find(({ kind, metadata }) => kind === 'KafkaUser' && metadata.name === 'report');
    const bare = { ...user, spec: { authentication: { type: 'tls' }, authorization: { type: 'simple', acls: [] } } };
    const { lacks } = access([{ ...site, manifests: [...without, bare] }]);
    expect(lacks.map(({ user: of, operation, resource }) => [of, operation, resource.type])).toEqual([
      ['report', 'Read', 'topic'],
      ['report', 'Read', 'group'],
    ]);
  });

  test('have the pods of their kinds', () => {
    const pods = inventory([site]).items.filter(({ kind, of }) => kind === 'Pod' && !of.kind.startsWith('Kafka'));
    expect(pods.map(({ name, count = 1, of }) => [of.kind, name, count])).toEqual(
      expect.arrayContaining([
        ['Deployment', 'billing-*', 2],
        ['CronJob', 'report-*', 1],
      ]),
    );
  });

  const changesOf = (kind: string, from: string, to: string) => {
    const was = manifests.find((each) => each.kind === kind);
    const is = JSON.parse(JSON.stringify(was).replace(from, to)) as object;
    return diff([was], [is]).changes.flatMap(({ effects }) => effects.map(({ class: of, field }) => [of, field]));
  };

  test('begin anew as another group, and are told so at the place of their kind', () => {
    const container = 'spec.jobTemplate.spec.template.spec.containers[0]';
    expect(changesOf('CronJob', '"value":"report"', '"value":"reports"')).toEqual([['manual-step', container]]);
  });

  test('restart where their pods are others, or have it at the next run', () => {
    const [before, after] = ['"restartPolicy"', '"priorityClassName":"high","restartPolicy"'];
    const pod = 'spec.jobTemplate.spec.template.spec';
    expect(changesOf('CronJob', ':2.0.1', ':2.0.2')).toEqual([['safe', `${pod}.containers[0].image`]]);
    expect(changesOf('CronJob', before, after)).toEqual([['safe', `${pod}.priorityClassName`]]);
    expect(changesOf('Deployment', ':1.4.0', ':1.4.1')).toEqual([
      ['restarts-pods', 'spec.template.spec.containers[0].image'],
    ]);
  });

  test('that are Jobs stay as they were made', () => {
    const annotations = { 'cdk8s-strimzi/client': '{"contract":"kafka-properties","role":"other"}' };
    const job = (image: string, priorityClassName?: string) => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'a', annotations },
      spec: { template: { spec: { containers: [{ name: 'a', image }], priorityClassName } } },
    });
    for (const is of [job('a:2'), job('a:1', 'high')]) {
      expect(diff([job('a:1')], [is]).changes).toMatchObject([{ class: 'manual-step' }]);
    }
  });
});

describe('a runbook', () => {
  const facts: SiteFacts = {
    platform: 'kubernetes',
    release: StrimziRelease.V1_2.facts,
    kubernetesCluster: 'one',
    namespace: 'shop',
  };
  const client = (workload?: WorkloadKind): Placed<ClientRecord> =>
    new Placed(
      {
        name: 'job',
        role: { type: 'other' },
        contract: 'generic',
        image: 'job:1',
        replicas: 1,
        endpoint: { bootstrapServers: '' },
        restricted: true,
        podLabels: { team: 'red' },
        ...(workload && { workload }),
      },
      facts,
      { path: 'job' },
    );

  test.each<[WorkloadKind | undefined, string]>([
    [undefined, 'kubectl scale --context one --namespace shop deployment/job --replicas=0'],
    [
      { apiVersion: 'apps/v1', kind: 'StatefulSet' },
      'kubectl scale --context one --namespace shop statefulset/job --replicas=0',
    ],
    [
      { apiVersion: 'batch/v1', kind: 'CronJob' },
      'kubectl patch --context one --namespace shop cronjob/job --patch {"spec":{"suspend":true}}',
    ],
    [
      { apiVersion: 'serving.knative.dev/v1', kind: 'Service' },
      'kubectl delete --context one --namespace shop service.serving.knative.dev/job',
    ],
  ])('stops %j in the way that its kind has', (workload, call) => {
    expect(stopCalls([client(workload)]).map((words) => words.join(' '))).toEqual([call]);
  });

  test('finds the pods of any kind by their labels', () => {
    const pods = podsOf([client(), client({ apiVersion: 'batch/v1', kind: 'Job' })]);
    expect(pods.map((words) => words.at(-1))).toEqual(['app=job', 'team=red']);
  });
});

test('a StatefulSet without the annotation is no client', () => {
  const spec = {
    template: { spec: { containers: [{ name: 'a', env: [{ name: 'KAFKA_BOOTSTRAP_SERVERS', value: 'a:1' }] }] } },
  };
  const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a' }, spec };
  expect(readManifest(set)).toBeUndefined();
  const annotations = { 'cdk8s-strimzi/client': '{"contract":"kafka-properties","role":"other"}' };
  expect(readManifest({ ...set, metadata: { name: 'a', annotations } })).toMatchObject({
    noun: 'client',
    record: { contract: 'kafka-properties', endpoint: { bootstrapServers: 'a:1' } },
  });
});
