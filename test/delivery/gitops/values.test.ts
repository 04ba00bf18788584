import {
  ArgoCd,
  Flux,
  KafkaCluster,
  Site,
  Storage,
  StrimziRelease,
  type ArgoCdApplicationSetProps,
  type ArgoCdApplicationsProps,
  type Finding,
  type FluxKustomizationsProps,
  type GitOps,
} from '../../../src';
import { outcomeOf } from './harness';

function findingsOf(gitOps: GitOps): readonly Finding[] {
  return outcomeOf({ gitOps }, (app) => {
    const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
    new KafkaCluster(site, 'k', { brokers: 3, storage: Storage.persistentClaim({ size: '10Gi' }) });
  }).findings;
}

/** Fields of what is told; whatever is, is told at the app and ends the run. */
function fieldsOf(gitOps: GitOps): (string | undefined)[] {
  const findings = findingsOf(gitOps);
  for (const { path, severity } of findings) expect([path, severity]).toEqual(['App', 'error']);
  return findings.map(({ field }) => field?.replace(/^gitOps\./, ''));
}

const BASE = { repository: 'https://example.com/topology.git', path: 'dist', project: 'kafka' };
const argo = (props: Partial<ArgoCdApplicationsProps>): ArgoCd => ArgoCd.applications({ ...BASE, ...props });
const set = (props: Partial<ArgoCdApplicationSetProps>): ArgoCd => ArgoCd.applicationSet({ ...BASE, ...props });
const flux = (props: Partial<FluxKustomizationsProps>): Flux =>
  Flux.kustomizations({ source: { name: 'topology' }, path: 'dist', ...props });

describe('what Argo CD is told is held to what it takes', () => {
  test.each<[string, Partial<ArgoCdApplicationsProps>]>([
    ['project', { project: 'My project' }],
    ['project', { project: '' }],
    ['repository', { repository: 'topology' }],
    ['revision', { revision: 'a b' }],
    ['path', { path: '/dist' }],
    ['path', { path: 'a/../../dist' }],
    ['namespace', { namespace: 'argo.cd' }],
    ['syncOptions[1]', { syncOptions: ['CreateNamespace=true', 'Replace'] }],
    ['objectsPerApplication', { objectsPerApplication: 0 }],
    ['objectsPerApplication', { objectsPerApplication: 1.5 }],
    ['alsoAllow[0]', { alsoAllow: ['a/b/Pod'] }],
    ['clusterScopedKinds[0]', { clusterScopedKinds: ['a b'] }],
    ['destinations.shop.server', { destinations: { shop: { server: 'kubernetes' } } }],
  ])('%s: %j', (field, props) => {
    expect(fieldsOf(argo(props))).toEqual([field]);
  });

  test.each<[string, Partial<ArgoCdApplicationSetProps>]>([
    ['name', { name: 'All clusters' }],
    ['clusterLabel', { clusterLabel: 'a/b/c' }],
  ])('%s: %j', (field, props) => {
    expect(fieldsOf(set(props))).toEqual([field]);
  });

  test('and takes what is in use', () => {
    for (const repository of [
      'git@example.com:a/b.git',
      'ssh://git@example.com:7999/a/b',
      'https://a@dev.azure.com/b/c',
    ]) {
      expect(
        fieldsOf(argo({ repository, path: '.', revision: 'release-1.x', alsoAllow: ['Pod', 'apps/Deployment'] })),
      ).toEqual([]);
    }
    expect(fieldsOf(argo({ destinations: { shop: { server: 'https://kubernetes.default.svc' } } }))).toEqual([]);
    expect(fieldsOf(set({ clusterLabel: 'example.com/region' }))).toEqual([]);
  });

  test.each([
    'https://bot:hunter2@example.com/a.git',
    'https://:hunter2@example.com/a.git',
    'bot:hunter2@example.com:a.git',
    'https://ghp_hunter2@github.com/a/b',
  ])('no password goes with the repository, and none is told', (repository) => {
    const findings = findingsOf(argo({ repository }));
    expect(findings.map(({ field }) => field)).toEqual(['gitOps.repository']);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  test('a destination has a name or a server', () => {
    const destinations = (shop: object): Partial<ArgoCdApplicationsProps> =>
      ({ destinations: { shop } }) as Partial<ArgoCdApplicationsProps>;
    const [none] = findingsOf(argo(destinations({})));
    expect(none).toMatchObject({ field: 'gitOps.destinations.shop', message: 'name or server has to be given.' });
    const both = findingsOf(argo(destinations({ name: 'a', server: 'https://example.com' })));
    expect(both).toMatchObject([{ severity: 'error', message: 'name and server do not go together.' }]);
    expect(fieldsOf(argo(destinations({ servr: 'https://example.com' })))).toEqual(['destinations.shop.servr']);
  });

  test('a fault of a type is told once', () => {
    expect(fieldsOf(argo({ repository: 5 as unknown as string }))).toEqual(['repository']);
  });

  test('the folder in the repository has to be given where the output folder says nothing of it', () => {
    const { repository, project } = BASE;
    expect(fieldsOf(ArgoCd.applications({ repository, project }))).toEqual(['path']);
    expect(fieldsOf(Flux.kustomizations({ source: { name: 'topology' } }))).toEqual(['path']);
  });
});

test('what Flux is told is held to what it takes, and all of it is told at once', () => {
  const fields = fieldsOf(
    flux({
      source: { name: 'The source', namespace: 'a.b' },
      path: '../dist',
      namespace: 'B',
      kubeConfigs: { shop: 'My secret' },
      objectsPerKustomization: -1,
    }),
  );
  expect(fields).toEqual([
    'source.name',
    'source.namespace',
    'path',
    'namespace',
    'kubeConfigs.shop',
    'objectsPerKustomization',
  ]);
  expect(fieldsOf(flux({ path: './dist', kubeConfigs: { shop: 'shop.kubeconfig' } }))).toEqual([]);
});
