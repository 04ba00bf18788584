import { ApiObject, Duration } from 'cdk8s';
import { ROOT, run } from '../../../scripts/project';
import {
  Flux,
  KafkaCluster,
  Mirror,
  Namespace,
  Producer,
  Protection,
  Site,
  Storage,
  StrimziRelease,
  type App,
  type FluxKustomizationsProps,
} from '../../../src';
import { HEALTH_EXPRESSIONS } from '../../../src/delivery/gitops/flux/health';
import { below, find, ofKind, outcomeOf, type Outcome } from './harness';
import { groupOf, RECORDED } from './statuses';

const storage = Storage.persistentClaim({ size: '10Gi' });

function flux(props: Partial<FluxKustomizationsProps> = {}): Flux {
  return Flux.kustomizations({ source: { name: 'topologies' }, path: 'dist', ...props });
}

function shop(app: App, id = 'shop', kubernetesCluster?: string): Site {
  const site = new Site(app, id, { release: StrimziRelease.V1_2, ...(kubernetesCluster && { kubernetesCluster }) });
  new Namespace(site, 'namespace');
  const [a, b] = ['a', 'b'].map((name) => new KafkaCluster(site, name, { brokers: 3, storage }));
  const orders = a!.addTopic('orders', { partitions: 1, replicas: 3 });
  new Mirror(site, 'a-to-b', { source: a!, target: b!, topics: [orders] });
  new Producer(site, 'checkout', { topic: orders });
  return site;
}

interface Spec {
  readonly path: string;
  readonly prune: boolean;
  readonly wait: boolean;
  readonly dependsOn?: readonly { readonly name: string }[];
  readonly healthCheckExprs?: readonly { readonly kind: string }[];
}

function specOf(outcome: Outcome, name: string): Spec {
  return find(outcome, 'Kustomization', name).spec as Spec;
}

describe('Kustomizations', () => {
  const outcome = outcomeOf({ gitOps: flux() }, (app) => void shop(app));
  const STAGES = ['namespaces', 'clusters', 'topics', 'users', 'mirrors', 'clients'].map((stage) => `shop-${stage}`);

  test('bring a stage each, after the one before', () => {
    const names = ofKind(outcome, 'Kustomization').map(({ metadata }) => metadata.name);
    expect(names.sort()).toEqual([...STAGES].sort());
    const before = STAGES.map((name) => specOf(outcome, name).dependsOn?.map((each) => each.name));
    expect(before).toEqual([undefined, ...STAGES.slice(0, -1).map((name) => [name])]);
  });

  test('hold exactly the objects below their path, each once', () => {
    const folders = STAGES.map((name) => specOf(outcome, name).path.replace('./dist/', ''));
    expect(folders).toEqual(STAGES);
    expect(folders.flatMap((folder) => below(outcome, folder)).length).toBe(11);
    const kinds = below(outcome, 'shop-clusters').map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['Kafka', 'Kafka', 'KafkaNodePool', 'KafkaNodePool']);
  });

  test('wait until their objects are healthy, and say how to tell for the kinds that they hold', () => {
    for (const name of STAGES) expect(specOf(outcome, name)).toMatchObject({ wait: true, prune: true });
    const kinds = specOf(outcome, 'shop-clusters').healthCheckExprs?.map(({ kind }) => kind);
    expect(kinds).toEqual(['Kafka', 'KafkaNodePool']);
    expect(specOf(outcome, 'shop-clients')).not.toHaveProperty('healthCheckExprs');
  });

  test('of each Kubernetes cluster are in a folder of their own', () => {
    const two = outcomeOf({ gitOps: flux() }, (app) => {
      shop(app, 'one', 'Blue');
      shop(app, 'two', 'green');
    });
    const names = (folder: string): string[] => below(two, folder).map(({ metadata }) => metadata.name);
    expect(names('flux/blue').every((name) => name.startsWith('one-'))).toBe(true);
    expect(names('flux/green').length).toBe(6);
  });

  test('a Secret for a cluster that is nearly that of a site is told', () => {
    const { findings } = outcomeOf({ gitOps: flux({ kubeConfigs: { shpo: 'shop-kubeconfig' } }) }, (app) => shop(app));
    expect(findings.map(({ field }) => field)).toContain('gitOps.kubeConfigs.shpo');
  });

  test('take what was said of them', () => {
    const props = { interval: Duration.minutes(2), namespace: 'gitops', kubeConfigs: { shop: 'shop-kubeconfig' } };
    const told = outcomeOf({ gitOps: flux(props) }, (app) => void shop(app));
    expect(find(told, 'Kustomization', 'shop-topics')).toMatchObject({
      metadata: { namespace: 'gitops' },
      spec: { interval: '120s', kubeConfig: { secretRef: { name: 'shop-kubeconfig' } } },
    });
  });

  test('protect state, unless somebody said otherwise', () => {
    const KEY = 'kustomize.toolkit.fluxcd.io/prune';
    const annotation = (told: Outcome, kind: string, name: string): unknown =>
      find(told, kind, name).metadata.annotations?.[KEY];
    expect(annotation(outcome, 'KafkaTopic', 'orders')).toBe('disabled');
    expect(annotation(outcome, 'KafkaUser', 'checkout')).toBeUndefined();
    const off = outcomeOf({ gitOps: flux({ protection: Protection.off() }) }, (app) => void shop(app));
    expect(annotation(off, 'KafkaTopic', 'orders')).toBeUndefined();
    const own = outcomeOf({ gitOps: flux() }, (app) => {
      const site = shop(app);
      const annotations = { [KEY]: 'enabled' };
      const metadata = { name: 'own', annotations, labels: { 'strimzi.io/cluster': 'a' } };
      new ApiObject(site, 'own', { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', metadata, spec: {} });
    });
    expect(annotation(own, 'KafkaTopic', 'own')).toBe('enabled');
  });

  test('of a site come after those of another that it depends on, where one Flux brings both', () => {
    const build = (cluster: string) => (app: App) => {
      const first = shop(app, 'first', 'blue');
      shop(app, 'second', cluster).addDependency(first);
    };
    const one = outcomeOf({ gitOps: flux() }, build('blue'));
    expect(specOf(one, 'second-namespaces').dependsOn).toEqual([{ name: 'first-clients' }]);
    const two = outcomeOf({ gitOps: flux() }, build('green'));
    expect(specOf(two, 'second-namespaces').dependsOn).toBeUndefined();
    expect(two.findings).toMatchObject([{ rule: 'order-within-reach', path: 'second' }]);
  });

  test('hold no more objects than the limit', () => {
    const limited = outcomeOf({ gitOps: flux({ objectsPerKustomization: 3 }) }, (app) => {
      const kafka = new KafkaCluster(new Site(app, 'shop', { release: StrimziRelease.V1_2 }), 'a', {
        brokers: 3,
        storage,
      });
      for (let n = 0; n < 10; n++) kafka.addTopic(`topic-${n}`, { partitions: 1, replicas: 3 });
      kafka.addUser('user');
    });
    const topics = ofKind(limited, 'Kustomization').filter(({ metadata }) => /-topics-[01]+$/.test(metadata.name));
    for (const { metadata } of topics) expect(below(limited, metadata.name).length).toBeLessThanOrEqual(3);
    const before = specOf(limited, 'shop-users').dependsOn?.map(({ name }) => name);
    expect(before?.sort()).toEqual(topics.map(({ metadata }) => metadata.name).sort());
  });
});

describe('health expressions on recorded statuses', () => {
  const FLUX: Readonly<Record<string, string>> = { Healthy: 'current', Degraded: 'failed', Progressing: 'inProgress' };
  const known = RECORDED.flatMap((recorded) => {
    const expressions = HEALTH_EXPRESSIONS[`${groupOf(recorded.kind)}/${recorded.kind}`];
    return expressions ? [{ ...recorded, expressions }] : [];
  });
  let answers: readonly string[];

  beforeAll(() => {
    const input = JSON.stringify(known);
    const { ok, stdout, stderr } = run(process.execPath, ['test/delivery/gitops/run-cel.mjs'], { cwd: ROOT, input });
    if (!ok) throw new Error(stderr);
    answers = JSON.parse(stdout) as string[];
  });

  test.each(known.map(({ what, kind, health, flux: said }, index) => ({ what, kind, health, said, index })))(
    '$what',
    ({ kind, health, said, index }) => {
      const waits = kind === 'OpenTelemetryCollector' && health === 'Progressing' ? 'none' : FLUX[health];
      expect(answers[index]).toBe(said ?? waits);
    },
  );
});
