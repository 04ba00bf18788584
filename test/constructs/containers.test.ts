import { KafkaBridge, Mirror, StrimziRelease, Tracing, type ContainerProps, type KafkaClusterProps } from '../../src';
import { claim, findings, manifest, newCluster, newSite } from './harness';

const { V0_18, V0_42, V0_43, V1_2 } = StrimziRelease;

const written = (props: Partial<KafkaClusterProps>, release = V1_2) => {
  const site = newSite({ release });
  const cluster = newCluster(site, 'europe', props);
  return {
    cluster,
    spec: () => manifest(site, 'Kafka', 'europe').spec as Record<string, { template?: object }>,
    template: (pool = 'europe-dual-role') => manifest(site, 'KafkaNodePool', pool).spec?.['template'],
    found: () => findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`),
  };
};

const container: ContainerProps = {
  env: [
    { name: 'REGION', value: 'eu' },
    { name: 'TOKEN', secret: { secret: 'vault', key: 'token' } },
  ],
  files: [
    { name: 'plugin', path: '/mnt/lib', source: { image: { reference: 'quay.io/a/plugin:1' } } },
    { name: 'keys', secret: 'keys' },
    { name: 'rules', configMap: 'rules' },
    { name: 'scratch', claim: 'scratch' },
  ],
};
const env = [
  { name: 'REGION', value: 'eu' },
  { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'vault', key: 'token' } } },
];
const volumeMounts = [
  { name: 'plugin', mountPath: '/mnt/lib' },
  { name: 'keys', mountPath: '/mnt/keys' },
  { name: 'rules', mountPath: '/mnt/rules' },
  { name: 'scratch', mountPath: '/mnt/scratch' },
];
const volumes = [
  { name: 'plugin', image: { reference: 'quay.io/a/plugin:1' } },
  { name: 'keys', secret: { secretName: 'keys' } },
  { name: 'rules', configMap: { name: 'rules' } },
  { name: 'scratch', persistentVolumeClaim: { claimName: 'scratch' } },
];

describe('variables and files', () => {
  it('are the same words in all containers of a cluster', () => {
    const { spec, template, found } = written({
      ...container,
      cruiseControl: container,
      kafkaExporter: container,
      entityOperator: { topicOperator: container, userOperator: container },
    });
    const its = { env, volumeMounts };
    expect(template()).toEqual({ pod: { volumes }, kafkaContainer: its });
    expect(spec()).toMatchObject({
      cruiseControl: { template: { pod: { volumes }, cruiseControlContainer: its } },
      kafkaExporter: { template: { pod: { volumes }, container: its } },
      entityOperator: { template: { pod: { volumes }, topicOperatorContainer: its, userOperatorContainer: its } },
    });
    expect(found()).toEqual([]);
  });

  it('of a cluster are those of its pools, which may have some of their own', () => {
    const { cluster, template, found } = written(container);
    cluster.addNodePool('big', {
      replicas: 1,
      storage: claim('1Gi'),
      env: [{ name: 'REGION', value: 'us' }],
      files: [{ name: 'more', source: { emptyDir: {} } }],
    });
    expect(template('big')).toEqual({
      pod: { volumes: [...volumes, { name: 'more', emptyDir: {} }] },
      kafkaContainer: {
        env: [env[1], { name: 'REGION', value: 'us' }],
        volumeMounts: [...volumeMounts, { name: 'more', mountPath: '/mnt/more' }],
      },
    });
    expect(found()).toEqual([]);
  });

  it('are none of ZooKeeper, which has its own', () => {
    const zookeeper = { storage: claim('1Gi'), env: [{ name: 'A', value: 'z' }] };
    const { spec, found } = written({ env: [{ name: 'A', value: 'k' }], zookeeper }, V0_18);
    expect(spec()).toMatchObject({
      kafka: { template: { kafkaContainer: { env: [{ name: 'A', value: 'k' }] } } },
      zookeeper: { template: { zookeeperContainer: { env: [{ name: 'A', value: 'z' }] } } },
    });
    expect(found()).toEqual([]);
  });

  it('take sources that can be read, whatever they are made of', () => {
    const source = new Proxy({ emptyDir: { sizeLimit: '1Gi' } }, {});
    const { template, found } = written({ files: [{ name: 'scratch', source }] });
    expect(template()).toMatchObject({ pod: { volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi' } }] } });
    expect(found()).toEqual([]);
  });

  it('that are none write nothing', () => {
    const { template, found } = written({ files: [], kafkaExporter: { files: [] } });
    expect(template()).toBeUndefined();
    expect(found()).toEqual([]);
  });

  it('have one volume where several containers, or places, take it', () => {
    const files = [
      { name: 'keys', path: '/mnt/a', secret: 'keys' },
      { name: 'keys', path: '/mnt/b', source: { secret: { secretName: 'keys' } } },
    ];
    const { template, found } = written({ files });
    expect(template()).toMatchObject({ pod: { volumes: [{ name: 'keys', secret: { secretName: 'keys' } }] } });
    expect(found()).toEqual([]);
  });

  it('are told where two volumes have one name', () => {
    const topicOperator = { files: [{ name: 'keys', secret: 'a' }] };
    const userOperator = { files: [{ name: 'keys', secret: 'b' }] };
    expect(written({ entityOperator: { topicOperator, userOperator } }).found().join()).toContain(
      'extra-volumes spec.entityOperator.template.pod.volumes[1].name',
    );
  });

  it('are told where the operator mounts nothing', () => {
    expect(written({ files: [{ name: 'keys', path: '/etc/keys', secret: 'a' }] }).found()).toEqual([
      'extra-volumes spec.template.kafkaContainer.volumeMounts[0].mountPath',
    ]);
  });

  it.each([
    ['0.18', V0_18],
    ['0.42', V0_42],
  ])('are told what Strimzi %s has no words for', (_, release) => {
    const found = written({ files: [{ name: 'keys', secret: 'a' }], env: container.env ?? [] }, release).found();
    expect(found.join()).toMatch(/kafkaContainer\.env\[1\]/);
    expect(found.filter((each) => /template\.pod\.volumes|volumeMounts/.test(each))).toHaveLength(1);
  });

  it.each([
    ['KafkaBridge', V1_2, 'bridgeContainer'],
    ['KafkaMirrorMaker2', V1_2, 'connectContainer'],
    ['KafkaMirrorMaker', StrimziRelease.V0_45, 'mirrorMakerContainer'],
  ])('are the same in a %s', (kind, release, its) => {
    const site = newSite({ release });
    const [cluster, target] = [newCluster(site), newCluster(site, 'us')];
    const topics = [cluster.addTopic('orders', { replicas: 3 })];
    new KafkaBridge(site, 'bridge', { cluster, ...container });
    const engine = kind === 'KafkaMirrorMaker' ? ('mirrorMaker' as const) : ('mirrorMaker2' as const);
    const tracing = Tracing.otlp({ host: 'tempo' });
    new Mirror(site, 'mirror', { source: cluster, target, topics, engine, tracing, ...container });
    const name = kind === 'KafkaBridge' ? 'bridge' : 'mirror';
    const template = manifest(site, kind, name).spec?.['template'] as Record<string, { env: unknown[] }>;
    expect(template).toMatchObject({ pod: { volumes }, [its]: { volumeMounts } });
    expect(template[its]?.env).toEqual(expect.arrayContaining(env));
    const errors = findings(site).filter(({ severity }) => severity === 'error');
    expect(errors.filter(({ field }) => field !== 'spec.template.pod.volumes[0].image')).toEqual([]);
  });

  it('come with files before variables have sources', () => {
    expect(written({ files: [{ name: 'keys', secret: 'a' }] }, V0_43).found()).toEqual([]);
  });

  it.each([
    [{ files: [{ name: 'keys' }] }, 'files[0]'],
    [{ files: [{ name: 'keys', hostPath: '/etc' }] }, 'files[0]'],
    [{ env: [{ name: 'A' }] }, 'env[0]'],
  ])('of %j are refused', (props, field) => {
    expect(
      written(props as never)
        .found()
        .join(),
    ).toMatch(`prop-missing ${field}`);
  });
});

describe('annotations of claims', () => {
  const claimAnnotations = { 'backup/keep': 'true' };
  const of = (annotations: object) => ({ persistentVolumeClaim: { metadata: { annotations } } });

  it('of a cluster are those of all its nodes', () => {
    const { spec, found } = written({ claimAnnotations }, V0_18);
    expect(spec()).toMatchObject({
      kafka: { template: of(claimAnnotations) },
      zookeeper: { template: of(claimAnnotations) },
    });
    expect(found()).toEqual([]);
  });

  it('of a pool are added to them', () => {
    const { cluster, template } = written({ claimAnnotations });
    cluster.addNodePool('big', { replicas: 1, storage: claim('1Gi'), claimAnnotations: { a: 'b' } });
    expect(template()).toEqual(of(claimAnnotations));
    expect(template('big')).toEqual(of({ a: 'b', ...claimAnnotations }));
  });
});
