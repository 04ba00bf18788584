import { ApiObject, Chart, JsonPatch, YamlOutputType } from 'cdk8s';
import {
  ArgoCd,
  KafkaCluster,
  Namespace,
  OlmOperators,
  Protection,
  Site,
  Storage,
  StrimziRelease,
  type App,
  type ArgoCdApplicationsProps,
  type KafkaClusterProps,
} from '../../../src';
import type { Manifest } from '../../../src/dialects/common/codec';
import { below, find, ofKind, optionsOf, outcomeOf, waveOf, type Outcome } from './harness';

const repository = 'https://git.example.com/kafka/topologies.git';
const kept = { storage: Storage.persistentClaim({ size: '10Gi' }) };
const PROTECTED = ['Prune=false', 'Delete=false'];

function argoCd(props: Partial<ArgoCdApplicationsProps> = {}): ArgoCd {
  return ArgoCd.applications({ repository, path: 'dist', project: 'kafka', ...props });
}

/** A cluster with topics and users at a site. */
function shop(app: App, { topics = 2, release = StrimziRelease.V1_2, id = 'shop' } = {}): Site {
  const site = new Site(app, id, { release });
  new Namespace(site, 'namespace');
  const kafka = new KafkaCluster(site, 'europe', { brokers: 3, ...kept });
  for (let n = 0; n < topics; n++) {
    kafka.addTopic(`topic-${n}`, { partitions: 1, replicas: 3 });
    kafka.addUser(`user-${n}`);
  }
  return site;
}

describe('Applications', () => {
  const both = (app: App): void => {
    shop(app, { id: 'madrid', release: StrimziRelease.V0_45 });
    shop(app, { id: 'porto' });
  };
  const sourceOf = (application: Manifest): { path: string } =>
    (application.spec as { source: { path: string } }).source;

  test.each([
    YamlOutputType.FILE_PER_APP,
    YamlOutputType.FILE_PER_CHART,
    YamlOutputType.FILE_PER_RESOURCE,
    YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
  ])('point at exactly the objects of their site, in output type %i', (yamlOutputType) => {
    const outcome = outcomeOf({ gitOps: argoCd(), yamlOutputType }, both);
    const applications = ofKind(outcome, 'Application');
    expect(applications.map(({ metadata }) => metadata.name)).toEqual(['madrid', 'porto']);
    for (const application of applications) {
      const objects = below(outcome, sourceOf(application).path.replace(/^dist\//, ''));
      expect(objects.length).toBe(7);
      for (const { metadata } of objects)
        expect([metadata.namespace, metadata.name]).toContain(application.metadata.name);
    }
    const brought = applications.flatMap((each) => below(outcome, sourceOf(each).path.replace(/^dist\//, '')));
    const told = ['Application', 'AppProject'].flatMap((kind) => ofKind(outcome, kind));
    expect(brought.length + told.length + 1).toBe([...outcome.files.values()].flat().length); // and argocd-cm
  });

  test('tell of a destination whose cluster is nearly that of a site without one, and not of one for another app', () => {
    const destinations = { prto: { name: 'porto-prod' }, 'lisbon-2': { name: 'lisbon' }, madrid: { name: 'm' } };
    const { findings } = outcomeOf({ gitOps: argoCd({ destinations }) }, both);
    expect(findings).toMatchObject([{ rule: 'prop-unknown', severity: 'warning', field: 'gitOps.destinations.prto' }]);
    expect(findings[0]?.message).toBe('No site is in a Kubernetes cluster prto; did you mean porto?');
  });

  test('are not judged where their props are faulty: what is missing is told once', () => {
    const { findings } = outcomeOf({ gitOps: ArgoCd.applications({ repository } as never) }, both);
    expect(findings.map(({ rule, field }) => `${rule} ${field ?? ''}`)).toEqual(['prop-missing gitOps.project']);
  });

  test('go to the cluster of their site, by its name or by what was said of it', () => {
    const destinations = { porto: { server: 'https://porto.example.com:6443' } };
    const outcome = outcomeOf({ gitOps: argoCd({ destinations }) }, both);
    const destinationOf = (name: string): unknown => find(outcome, 'Application', name).spec;
    expect(destinationOf('madrid')).toMatchObject({ destination: { name: 'madrid', namespace: 'madrid' } });
    expect(destinationOf('porto')).toMatchObject({ destination: { server: 'https://porto.example.com:6443' } });
  });

  test('are not synced by themselves where a person is to do it, and take further options', () => {
    const outcome = outcomeOf({ gitOps: argoCd({ sync: 'manual', syncOptions: ['CreateNamespace=true'] }) }, both);
    const { spec } = find(outcome, 'Application', 'porto');
    expect(spec).not.toHaveProperty('syncPolicy.automated');
    const syncOptions = ['SkipDryRunOnMissingResource=true', 'CreateNamespace=true'];
    expect(spec).toMatchObject({ syncPolicy: { syncOptions } });
  });

  test('of charts at no site go to the cluster of Argo CD', () => {
    const outcome = outcomeOf({ gitOps: argoCd() }, (app) => {
      new ApiObject(new Chart(app, 'plain', { namespace: 'own' }), 'a', { apiVersion: 'v1', kind: 'ConfigMap' });
    });
    expect(ofKind(outcome, 'Application')[0]?.spec).toMatchObject({
      destination: { name: 'in-cluster', namespace: 'own' },
    });
  });

  test('ignore the replicas that an autoscaler sets, and nothing else', () => {
    const outcome = outcomeOf({ gitOps: argoCd() }, (app) => {
      const spec = { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' }, maxReplicas: 3 };
      new ApiObject(shop(app), 'scaler', { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec });
    });
    expect(find(outcome, 'Application', 'shop').spec).toMatchObject({
      ignoreDifferences: [{ group: 'apps', kind: 'Deployment', name: 'checkout', jsonPointers: ['/spec/replicas'] }],
      syncPolicy: { syncOptions: ['SkipDryRunOnMissingResource=true', 'RespectIgnoreDifferences=true'] },
    });
    expect(find(outcomeOf({ gitOps: argoCd() }, shop), 'Application', 'shop').spec).not.toHaveProperty(
      'ignoreDifferences',
    );
  });

  test('may not have the folder in which they are told of', () => {
    const outcome = outcomeOf({ gitOps: argoCd() }, (app) => void shop(app, { id: 'argo-cd' }));
    expect(outcome.findings).toMatchObject([{ rule: 'one-writer-a-file', path: 'argo-cd' }]);
  });

  test('take no revision that is no text', () => {
    const outcome = outcomeOf({ gitOps: argoCd({ revision: 1 as unknown as string }) }, both);
    expect(outcome.findings[0]).toMatchObject({ rule: 'prop-type', field: 'gitOps.revision' });
  });
});

describe('the AppProject', () => {
  const fill = (app: App): void => {
    const site = shop(app);
    new OlmOperators(site, 'operators');
    new ApiObject(site, 'role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'a' },
    });
  };

  test('allows the kinds, namespaces and clusters of what was written, and nothing else', () => {
    const outcome = outcomeOf({ gitOps: argoCd() }, fill);
    const { spec } = ofKind(outcome, 'AppProject')[0] as unknown as {
      spec: Record<string, Record<string, string>[]> & { sourceRepos: string[] };
    };
    const objects = below(outcome, 'shop');
    const groupKinds = (some: readonly Manifest[]): string[] =>
      [...new Set(some.map(({ apiVersion, kind }) => `${/(.*)\//.exec(apiVersion)?.[1] ?? ''}/${kind}`))].sort();
    const isNamespaced = ({ kind }: Manifest): boolean => !['Namespace', 'ClusterRole'].includes(kind);
    const listed = (field: string): string[] => spec[field]!.map(({ group, kind }) => `${group}/${kind}`).sort();
    expect(listed('namespaceResourceWhitelist')).toEqual(groupKinds(objects.filter(isNamespaced)));
    expect(listed('clusterResourceWhitelist')).toEqual(groupKinds(objects.filter((each) => !isNamespaced(each))));
    const namespaces = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
    expect(spec.destinations).toEqual([...namespaces].sort().map((namespace) => ({ name: 'shop', namespace })));
    expect(spec.sourceRepos).toEqual([repository]);
  });

  test('allows a namespace by its name', () => {
    const outcome = outcomeOf({ gitOps: argoCd() }, fill);
    expect(ofKind(outcome, 'AppProject')[0]?.spec).toMatchObject({
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace', name: 'shop' },
        { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
      ],
    });
  });

  test('allows more where that is asked for, and takes kinds in no namespace from their definitions', () => {
    const outcome = outcomeOf({ gitOps: argoCd({ alsoAllow: ['Pod', 'apps/ReplicaSet'] }) }, (app) => {
      const chart = new Chart(app, 'plain', { namespace: 'own' });
      new ApiObject(chart, 'definition', {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'planets.example.com' },
        spec: { group: 'example.com', names: { kind: 'Planet', plural: 'planets' }, scope: 'Cluster', versions: [] },
      });
      new ApiObject(chart, 'planet', { apiVersion: 'example.com/v1', kind: 'Planet', metadata: { name: 'mars' } });
    });
    expect(ofKind(outcome, 'AppProject')[0]?.spec).toMatchObject({
      clusterResourceWhitelist: [
        { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
        { group: 'example.com', kind: 'Planet' },
      ],
      namespaceResourceWhitelist: [
        { group: '', kind: 'Pod' },
        { group: 'apps', kind: 'ReplicaSet' },
      ],
    });
    expect(waveOf(find(outcome, 'Planet', 'mars'))).toBe(0);
    expect(optionsOf(find(outcome, 'CustomResourceDefinition', 'planets.example.com'))).toContain(
      'ServerSideApply=true',
    );
  });
});

test('objects too large for an annotation are applied server-side, and others are not', () => {
  const outcome = outcomeOf({ gitOps: argoCd() }, (app) => {
    const chart = new Chart(app, 'plain', { namespace: 'own' });
    const add = (name: string, size: number): ApiObject =>
      new ApiObject(chart, name, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name },
        data: Object.fromEntries(Array.from({ length: size }, (_, n) => [`key-${n}`, 'x'.repeat(1000)])),
      });
    add('large', 270);
    add('small', 250);
  });
  expect(optionsOf(find(outcome, 'ConfigMap', 'large'))).toEqual(['ServerSideApply=true']);
  expect(optionsOf(find(outcome, 'ConfigMap', 'small'))).toEqual([]);
});

describe('protection', () => {
  const optionsByKind = (outcome: Outcome): Record<string, string[]> =>
    Object.fromEntries(below(outcome, 'shop').map((each) => [each.kind, optionsOf(each)]));

  test('is on: clusters, pools, topics and namespaces stay', () => {
    expect(optionsByKind(outcomeOf({ gitOps: argoCd() }, shop))).toEqual({
      Namespace: PROTECTED,
      Kafka: PROTECTED,
      KafkaNodePool: PROTECTED,
      KafkaTopic: PROTECTED,
      KafkaUser: [],
    });
  });

  test('is for some kinds, or off', () => {
    const some = argoCd({ protection: Protection.forKinds(['KafkaUser'], { claims: false }) });
    expect(optionsByKind(outcomeOf({ gitOps: some }, shop))).toMatchObject({ Kafka: [], KafkaUser: PROTECTED });
    const outcome = outcomeOf({ gitOps: argoCd({ protection: Protection.off() }) }, shop);
    expect(JSON.stringify(below(outcome, 'shop'))).not.toMatch(/sync-options/);
  });

  test('leaves what somebody set, option by option', () => {
    const annotations = { 'argocd.argoproj.io/sync-options': 'Prune=true, Validate=false' };
    const outcome = outcomeOf({ gitOps: argoCd() }, (app) => {
      const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
      new KafkaCluster(site, 'europe', { brokers: 3, ...kept }).addTopic('old', {
        partitions: 1,
        replicas: 3,
        annotations,
      });
    });
    expect(optionsOf(find(outcome, 'KafkaTopic', 'old'))).toEqual(['Prune=true', 'Validate=false', 'Delete=false']);
  });

  const CLAIMS = {
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  };
  const claimsOf = (nodes: unknown): unknown =>
    (nodes as { template?: { persistentVolumeClaim?: { metadata: { annotations: unknown } } } }).template
      ?.persistentVolumeClaim?.metadata.annotations;

  test.each([StrimziRelease.V0_18, StrimziRelease.V0_30, StrimziRelease.V0_45])(
    'is in the claims of brokers and ZooKeeper of $name',
    (release) => {
      const nodes: Partial<KafkaClusterProps> = { zookeeper: kept };
      const fill = (app: App): void => {
        new KafkaCluster(new Site(app, 'shop', { release }), 'europe', { brokers: 3, ...kept, ...nodes });
      };
      const spec = find(outcomeOf({ gitOps: argoCd() }, fill), 'Kafka', 'europe').spec as Record<string, unknown>;
      expect([claimsOf(spec['kafka']), claimsOf(spec['zookeeper'])]).toEqual([CLAIMS, CLAIMS]);
      const plain = find(outcomeOf({}, fill), 'Kafka', 'europe').spec as Record<string, object>;
      const { template: _, ...kafka } = spec['kafka'] as Record<string, unknown>;
      expect(kafka).toEqual(plain['kafka']);
    },
  );

  test('is in the claims of node pools, beside what a patch put there, and in those that others wrote', () => {
    const outcome = outcomeOf({ gitOps: argoCd() }, (app) => {
      const site = shop(app);
      const pool = site.node.findAll().find((each) => ApiObject.isApiObject(each) && each.kind === 'KafkaNodePool');
      const metadata = { labels: { team: 'shop' }, annotations: { own: 'yes' } };
      ApiObject.of(pool!).addJsonPatch(JsonPatch.add('/spec/template', { persistentVolumeClaim: { metadata } }));
      new ApiObject(site, 'other', {
        apiVersion: 'kafka.strimzi.io/v1',
        kind: 'KafkaNodePool',
        metadata: { name: 'other', labels: { 'strimzi.io/cluster': 'europe' } },
        spec: {
          replicas: 3,
          roles: ['broker'],
          storage: { type: 'persistent-claim', size: '1Gi' },
          jvmOptions: { '-Xms': '1g' },
        },
      });
    });
    const patched = find(outcome, 'KafkaNodePool', 'europe-dual-role').spec as object;
    expect(claimsOf(patched)).toEqual({ ...CLAIMS, own: 'yes' });
    expect(patched).toMatchObject({ template: { persistentVolumeClaim: { metadata: { labels: { team: 'shop' } } } } });
    const other = find(outcome, 'KafkaNodePool', 'other').spec;
    expect(claimsOf(other)).toEqual(CLAIMS);
    expect(other).toMatchObject({ jvmOptions: { '-Xms': '1g' } });
  });

  test('tells of claims that go with their cluster, which can be waived', () => {
    const build = (waivers: object) => (app: App) => {
      const storage = Storage.persistentClaim({ size: '1Gi', deleteClaim: true });
      new KafkaCluster(new Site(app, 'shop', { release: StrimziRelease.V1_2, waivers }), 'europe', {
        brokers: 3,
        storage,
      });
    };
    expect(outcomeOf({ gitOps: argoCd() }, build({})).findings).toMatchObject([
      { rule: 'protected-claims', effect: 'overridden', field: 'spec.storage.deleteClaim', given: true },
    ]);
    expect(outcomeOf({ gitOps: argoCd() }, build({ 'protected-claims': 'A test.' })).findings).toEqual([]);
    expect(outcomeOf({ gitOps: argoCd({ protection: Protection.off() }) }, build({})).findings).toEqual([]);
  });
});

describe('a large site', () => {
  const limited = argoCd({ objectsPerApplication: 8 });

  test('is divided, and no Application holds more objects than the limit', () => {
    const outcome = outcomeOf({ gitOps: limited }, (app) => void shop(app, { topics: 20 }));
    const names = ofKind(outcome, 'Application').map(({ metadata }) => metadata.name);
    expect(names.filter((name) => !/^shop(-(topics|users)(-[01]+)?)?$/.test(name))).toEqual([]);
    const sizes = names.map((name) => below(outcome, name).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(43);
    expect(below(outcome, 'shop').map(({ kind }) => kind)).toEqual(['Namespace', 'Kafka', 'KafkaNodePool']);
  });

  test('keeps its objects where they are when one is added', () => {
    const places = (topics: number): Map<string, string> => {
      const outcome = outcomeOf({ gitOps: limited }, (app) => void shop(app, { topics }));
      return new Map(
        [...outcome.files].flatMap(([file, all]) =>
          all.flatMap(({ kind, metadata }) => (kind === 'KafkaTopic' ? [[metadata.name, file] as const] : [])),
        ),
      );
    };
    const [before, after] = [places(20), places(21)];
    const moved = [...before].filter(([name, file]) => after.get(name) !== file);
    expect(new Set(moved.map(([, file]) => file)).size).toBeLessThanOrEqual(1);
  });
});

test('an ApplicationSet has a generator for each site, by the label of its cluster', () => {
  const gitOps = ArgoCd.applicationSet({ repository, path: 'dist', project: 'kafka', clusterLabel: 'region' });
  const outcome = outcomeOf({ gitOps }, (app) => {
    shop(app, { id: 'madrid' });
    shop(app, { id: 'porto' });
  });
  const [set] = ofKind(outcome, 'ApplicationSet');
  const { generators } = set?.spec as { generators: { clusters: object }[] };
  expect(generators.map(({ clusters }) => clusters)).toEqual(
    ['madrid', 'porto'].map((id) => ({
      selector: { matchLabels: { region: id } },
      values: { part: id, namespace: id },
    })),
  );
  expect(set?.spec).toMatchObject({ syncPolicy: { preserveResourcesOnDeletion: true } });
  expect(below(outcome, 'porto').length).toBe(7);
});

test('without gitOps nothing is there of it', () => {
  const outcome = outcomeOf({}, shop);
  expect([...outcome.files.keys()]).toEqual(['shop.k8s.yaml']);
  expect(JSON.stringify([...outcome.files.values()])).not.toMatch(/argo/);
});
