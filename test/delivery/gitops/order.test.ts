import { ApiObject } from 'cdk8s';
import * as fc from 'fast-check';
import {
  ArgoCd,
  Consumer,
  Flux,
  Jaeger,
  KafkaAccess,
  KafkaClient,
  KafkaCluster,
  Mirror,
  Namespace,
  OlmOperators,
  Platform,
  Producer,
  Site,
  Storage,
  StrimziRelease,
  type App,
} from '../../../src';
import type { Manifest } from '../../../src/dialects/common/codec';
import { teardown } from '../../../src/reports/teardown';
import { below, find, outcomeOf, waveOf } from './harness';

const gitOps = ArgoCd.applications({ repository: 'https://git.example.com/a.git', path: 'dist', project: 'kafka' });
const storage = Storage.persistentClaim({ size: '10Gi' });

/** A topology at random, by numbers. */
const PLAN = fc.record({
  release: fc.constantFrom(StrimziRelease.V0_45, StrimziRelease.V1_2),
  clusters: fc.integer({ min: 1, max: 3 }),
  topics: fc.array(fc.nat(2), { maxLength: 6 }),
  mirrors: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 3 }),
  clients: fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 4 }),
  hasOperators: fc.boolean(),
  hasTracing: fc.boolean(),
  secrets: fc.integer({ min: 0, max: 2 }),
  /** Topics that come after a program of the team's own. */
  late: fc.array(fc.tuple(fc.nat(5), fc.nat(1)), { maxLength: 2 }),
  /** Objects by their number, each after another one. */
  dependencies: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 3 }),
});

type Plan = typeof PLAN extends fc.Arbitrary<infer P> ? P : never;

function build(app: App, plan: Plan): void {
  const { release, hasOperators, hasTracing } = plan;
  const site = new Site(app, 'shop', { release, platform: Platform.OPENSHIFT });
  new Namespace(site, 'namespace');
  if (hasOperators) new OlmOperators(site, 'operators');
  const tracing = hasTracing ? new Jaeger(site, 'jaeger') : undefined;
  const clusters = Array.from(
    { length: plan.clusters },
    (_, n) =>
      new KafkaCluster(site, `kafka-${n}`, {
        brokers: 3,
        storage,
        ...(n % 2 === 1 && { entityOperator: { userOperator: { secretPrefix: 'of-user-' } } }),
      }),
  );
  const topics = plan.topics.map((at, n) => clusters[at % clusters.length]!.addTopic(`topic-${n}`, { partitions: 1 }));
  plan.mirrors.forEach(([from, to], n) => {
    const [source, target] = [clusters[from % clusters.length]!, clusters[to % clusters.length]!];
    const own = topics.filter((topic) => topic.cluster === source);
    if (source === target || own.length === 0) return;
    new Mirror(site, `mirror-${n}`, { source, target, topics: own, ...(tracing && { tracing }) });
  });
  plan.clients.forEach(([at, writes], n) => {
    const topic = topics[at];
    if (!topic) return;
    const props = { topic, ...(tracing && { tracing }) };
    if (writes) new Producer(site, `producer-${n}`, props);
    else new Consumer(site, `consumer-${n}`, props);
  });
  for (let n = 0; n < plan.secrets; n++) foreign(site, n);
  for (const [topic, n] of plan.late) {
    const program = site.node.tryFindChild(`Deployment-${n}`);
    if (program) topics[topic]?.node.addDependency(program);
  }
  const objects = site.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  for (const [from, to] of plan.dependencies) {
    const [source, target] = [objects[from % objects.length], objects[to % objects.length]];
    // An order that goes against that of the kinds would go against a need.
    if (source && target && site.node.findAll().indexOf(source) > site.node.findAll().indexOf(target)) {
      if (source.kind === 'Deployment' || source.kind === 'ConfigMap') source.node.addDependency(target);
    }
  }
}

/** Objects of a team's own: a Secret, a ServiceAccount with rights, and a program that has them. */
function foreign(site: Site, n: number): void {
  const add = (apiVersion: string, kind: string, more: object): ApiObject =>
    new ApiObject(site, `${kind}-${n}`, { apiVersion, kind, metadata: { name: `own-${n}` }, ...more });
  add('v1', 'Secret', { stringData: { a: 'b' } });
  add('v1', 'ServiceAccount', {});
  add('rbac.authorization.k8s.io/v1', 'Role', { rules: [] });
  add('rbac.authorization.k8s.io/v1', 'RoleBinding', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: `own-${n}` },
    subjects: [{ kind: 'ServiceAccount', name: `own-${n}` }],
  });
  const containers = [
    {
      name: 'own',
      image: 'own:1.0',
      env: [{ name: 'SERVERS', value: 'kafka-0-kafka-bootstrap.shop.svc:9093' }],
      envFrom: [{ secretRef: { name: `own-${n}` } }],
    },
  ];
  add('apps/v1', 'Deployment', {
    spec: {
      selector: { matchLabels: { app: `own-${n}` } },
      template: { metadata: { labels: { app: `own-${n}` } }, spec: { serviceAccountName: `own-${n}`, containers } },
    },
  });
}

/**
 * What needs what, found another way than the library does: by the text of the objects, each beside each.
 */
function needs(one: Manifest, other: Manifest): boolean {
  if (one === other) return false;
  const text = JSON.stringify({ ...one, metadata: {} });
  const says = (...patterns: string[]): boolean => patterns.some((pattern) => new RegExp(pattern).test(text));
  const namesSecret = (secret: string): boolean =>
    says(`"secretName":"${secret}"`, `"(secretKeyRef|secretRef)":{"name":"${secret}"`);
  const { name } = other.metadata;
  const cluster = one.metadata.labels?.['strimzi.io/cluster'];
  const programs = ['Deployment', 'KafkaMirrorMaker2'];
  switch (other.kind) {
    case 'Namespace':
      return one.metadata.namespace === name;
    case 'Subscription':
      return /strimzi|opentelemetry|jaegertracing/.test(one.apiVersion);
    case 'Kafka':
      if (['KafkaTopic', 'KafkaUser'].includes(one.kind)) return cluster === name;
      return says(`"${name}-kafka-bootstrap[.:]`, `[",]${name}-kafka-bootstrap`, `"${name}-cluster-ca-cert"`);
    case 'KafkaTopic':
      return programs.includes(one.kind) && says(`"(topicsPattern)":"[^"]*\\b${name}\\b`, `"TOPIC","value":"${name}"`);
    case 'KafkaUser':
      return programs.includes(one.kind) && namesSecret(`(of-user-)?${name}`);
    case 'Secret':
      return programs.includes(one.kind) && namesSecret(name);
    case 'ServiceAccount':
      return says(`"serviceAccountName":"${name}"`, `"kind":"ServiceAccount","name":"${name}"`);
    case 'Role':
      return says(`"kind":"Role","name":"${name}"`);
    case 'OpenTelemetryCollector':
      return programs.includes(one.kind) && says(`http://${name}-collector:`);
    default:
      return false;
  }
}

test('nothing comes before, or with, what it needs, of whatever topology', () => {
  let edges = 0;
  fc.assert(
    fc.property(PLAN, (plan) => {
      const outcome = outcomeOf({ gitOps, validate: false }, (app) => build(app, plan));
      const objects = below(outcome, 'shop');
      expect(objects.length).toBeGreaterThan(0);
      for (const one of objects) {
        for (const other of objects.filter((each) => needs(one, each))) {
          edges++;
          expect([one.kind, one.metadata.name, other.kind, other.metadata.name, waveOf(one) > waveOf(other)]).toEqual([
            one.kind,
            one.metadata.name,
            other.kind,
            other.metadata.name,
            true,
          ]);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(edges).toBeGreaterThan(500);
});

test('nothing goes by a clean-up before what needs it, of whatever topology', () => {
  fc.assert(
    fc.property(PLAN, (plan) => {
      const objects = below(
        outcomeOf({ gitOps, validate: false }, (app) => build(app, plan)),
        'shop',
      );
      const nameOf = ({ kind, name }: { readonly kind: string; readonly name: string }): string => `${kind} ${name}`;
      const steps = new Map(
        teardown(objects).steps.flatMap((step, at) => step.objects.map((each) => [nameOf(each), at] as const)),
      );
      const stepOf = ({ kind, metadata: { name } }: Manifest): number => steps.get(nameOf({ kind, name })) ?? NaN;
      for (const one of objects) {
        for (const other of objects.filter((each) => needs(one, each))) {
          expect(stepOf(one)).toBeLessThanOrEqual(stepOf(other));
          if (other.kind === 'Kafka') expect(stepOf(one)).toBeLessThan(stepOf(other));
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('with Flux the Kustomization of an object waits for those of all that it needs, of whatever topology', () => {
  const flux = Flux.kustomizations({ source: { name: 'topologies' }, path: 'dist' });
  fc.assert(
    fc.property(PLAN, (plan) => {
      const { files } = outcomeOf({ gitOps: flux, validate: false }, (app) => build(app, plan));
      const placed = [...files].flatMap(([file, manifests]) => {
        const [folder = ''] = file.split('/');
        return folder === 'flux' ? [] : manifests.map((manifest) => ({ folder, manifest }));
      });
      const waitsFor = new Map(
        [...files].flatMap(([file, [manifest]]) => {
          if (!file.startsWith('flux/') || !manifest) return [];
          const { dependsOn = [] } = manifest.spec as { readonly dependsOn?: readonly { readonly name: string }[] };
          return [[manifest.metadata.name, dependsOn.map(({ name }) => name)] as const];
        }),
      );
      const waits = (one: string, other: string): boolean =>
        (waitsFor.get(one) ?? []).some((next) => next === other || waits(next, other));
      for (const one of placed) {
        for (const other of placed.filter((each) => needs(one.manifest, each.manifest))) {
          expect([one.folder, other.folder, waits(one.folder, other.folder)]).toEqual([one.folder, other.folder, true]);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('what comes last goes first: topics and users after their cluster, mirrors and clients after these', () => {
  const outcome = outcomeOf({ gitOps }, (app) => {
    const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
    const [a, b] = ['a', 'b'].map((name) => new KafkaCluster(site, name, { brokers: 3, storage }));
    const orders = a!.addTopic('orders', { partitions: 1, replicas: 3 });
    new Mirror(site, 'a-to-b', { source: a!, target: b!, topics: [orders] });
    new Producer(site, 'checkout', { topic: orders });
    new KafkaAccess(site, 'binding', { cluster: a!, user: a!.addUser('shop') });
  });
  const wave = (kind: string, name: string): number => waveOf(find(outcome, kind, name));
  expect(['Kafka', 'KafkaNodePool'].map((kind) => wave(kind, kind === 'Kafka' ? 'a' : 'a-dual-role'))).toEqual([0, 0]);
  expect([wave('KafkaTopic', 'orders'), wave('KafkaUser', 'checkout')]).toEqual([5, 6]);
  expect(wave('KafkaAccess', 'binding')).toBe(8);
  expect([wave('KafkaMirrorMaker2', 'a-to-b'), wave('Deployment', 'checkout')]).toEqual([10, 15]);
});

describe('what a program says of the order', () => {
  const site = (app: App): Site => new Site(app, 'shop', { release: StrimziRelease.V1_2 });
  const configMap = (scope: Site, name: string, wave?: string): ApiObject =>
    new ApiObject(scope, name, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, ...(wave !== undefined && { annotations: { 'argocd.argoproj.io/sync-wave': wave } }) },
    });

  test('is honoured, for whole scopes too', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const shop = site(app);
      const kafka = new KafkaCluster(shop, 'europe', { brokers: 3, storage });
      configMap(shop, 'after').node.addDependency(kafka);
    });
    expect(waveOf(find(outcome, 'ConfigMap', 'after'))).toBe(1);
  });

  test('stays as it is where a wave was chosen, and moves what needs the object', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const shop = site(app);
      const early = configMap(shop, 'early', '7');
      configMap(shop, 'late').addDependency(early);
    });
    expect(['early', 'late'].map((name) => waveOf(find(outcome, 'ConfigMap', name)))).toEqual([7, 8]);
    expect(outcome.findings).toEqual([]);
  });

  test('is told where the chosen wave is too early', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const shop = site(app);
      configMap(shop, 'early', '-3').addDependency(configMap(shop, 'late', '4'));
    });
    expect(outcome.findings).toMatchObject([
      { rule: 'wave-after-needs', path: 'shop/early', given: '-3', allowed: '5 or later' },
    ]);
    expect(waveOf(find(outcome, 'ConfigMap', 'early'))).toBe(-3);
  });

  test('is told where objects need each other', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const shop = site(app);
      const account = new ApiObject(shop, 'account', {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'a' },
      });
      const job = new ApiObject(shop, 'job', {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'j' },
        spec: { template: { spec: { serviceAccountName: 'a', restartPolicy: 'Never', containers: [] } } },
      });
      account.addDependency(job);
    });
    expect(outcome.findings).toMatchObject([{ rule: 'needs-in-circle', path: 'shop/account' }]);
    expect(waveOf(find(outcome, 'ServiceAccount', 'a'))).toBe(waveOf(find(outcome, 'Job', 'j')));
  });

  test('is told where it leads to another Application', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const [one, other] = ['one', 'other'].map((id) => new Site(app, id, { release: StrimziRelease.V1_2 }));
      configMap(one!, 'a').addDependency(configMap(other!, 'b'));
    });
    expect(outcome.findings).toMatchObject([{ rule: 'order-within-reach', path: 'one/a' }]);
  });

  test('need not be said of an operator that is in the site itself: what it runs waits for it', () => {
    const outcome = outcomeOf({ gitOps, validate: false }, (app) => {
      const shop = site(app);
      new KafkaCluster(shop, 'europe', { brokers: 3, storage });
      const add = (apiVersion: string, kind: string, name: string, more: object): ApiObject =>
        new ApiObject(shop, kind + name, { apiVersion, kind, metadata: { name }, ...more });
      const names = { kind: 'Kafka', plural: 'kafkas' };
      const definition = { group: 'kafka.strimzi.io', names, scope: 'Namespaced' };
      add('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'kafkas.kafka.strimzi.io', { spec: definition });
      add('v1', 'ServiceAccount', 'operator', {});
      add('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'operator', {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'operator' },
        subjects: [{ kind: 'ServiceAccount', name: 'operator', namespace: 'shop' }],
      });
      for (const name of ['operator', 'default']) {
        add('apps/v1', 'Deployment', name, { spec: { template: { spec: { serviceAccountName: name } } } });
      }
    });
    const waves = below(outcome, 'shop').map((each) => [`${each.kind} ${each.metadata.name}`, waveOf(each)] as const);
    expect(Object.fromEntries(waves)).toEqual({
      'CustomResourceDefinition kafkas.kafka.strimzi.io': -10,
      'ServiceAccount operator': -5,
      'ClusterRoleBinding operator': -4,
      'Deployment operator': -4,
      'Kafka europe': 0,
      'KafkaNodePool europe-dual-role': 0,
      'Deployment default': 15,
    });
  });

  test('a hook keeps its phase', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const annotations = { 'argocd.argoproj.io/hook': 'PreSync' };
      new ApiObject(site(app), 'gate', {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'gate', annotations },
      });
    });
    expect(find(outcome, 'Job', 'gate').metadata.annotations).toEqual({ 'argocd.argoproj.io/hook': 'PreSync' });
  });

  test('follows from the topics of a workload that is wired, whatever its kind', () => {
    const outcome = outcomeOf({ gitOps }, (app) => {
      const shop = site(app);
      const cluster = new KafkaCluster(shop, 'europe', { brokers: 3, storage });
      const orders = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
      for (const [apiVersion, kind] of [
        ['batch/v1', 'Job'],
        ['serving.knative.dev/v1', 'Service'],
      ] as const) {
        const object = new ApiObject(shop, kind, {
          apiVersion,
          kind,
          metadata: { name: kind.toLowerCase() },
          spec: { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } },
        });
        KafkaClient.of(object, { cluster, contract: 'quarkus', producesTo: [orders] });
      }
    });
    expect(outcome.findings).toEqual([]);
    const topic = waveOf(find(outcome, 'KafkaTopic', 'orders'));
    expect(waveOf(find(outcome, 'Job', 'job'))).toBeGreaterThan(topic);
    expect(waveOf(find(outcome, 'Service', 'service'))).toBeGreaterThan(topic);
  });
});
