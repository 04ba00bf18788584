import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (config: string, { mirror = '', spec = '', release = '1.2', connector = 'sourceConnector' } = {}) =>
  tellOfYaml(
    'mirror-settings',
    `{apiVersion: kafka.strimzi.io/${release === '1.2' ? 'v1' : 'v1beta2'}, kind: KafkaMirrorMaker2, metadata: {name: a}, spec: {mirrors: [{${connector}: {config: {${config}}}${mirror}}]${spec}}}`,
    { release: StrimziRelease.of(release) },
  );

describe('mirror-settings', () => {
  it.each([
    ['topics: a', {}],
    ['topics: a', { mirror: ', topicsPattern: null' }],
    ['topics: a', { mirror: ', groupsPattern: b' }],
    ['consumer.client.rack: a', {}],
    ['producer.interceptor.classes: a', { spec: ', rack: {}' }],
    ['connector.class: a', { release: '0.29' }],
    ['source.cluster.bootstrap.servers: a', {}],
    ['source.cluster.request.timeout.ms: 1', { release: '0.45' }],
    ['replication.factor: 3', { mirror: ', topicsPattern: b', spec: ', tracing: {type: opentelemetry}' }],
  ])('takes {%s} with %j', (config, beside) => {
    expect(told(config, beside)).toEqual([]);
  });

  it.each([
    ['topics', { mirror: ', topicsPattern: b' }, 'topicsPattern'],
    ['topics.exclude', { mirror: ', topicsExcludePattern: b' }, 'topicsExcludePattern'],
    ['groups', { mirror: ', groupsPattern: b', connector: 'checkpointConnector' }, 'groupsPattern'],
    [
      'groups.exclude',
      { mirror: ', groupsBlacklistPattern: b', release: '0.45', connector: 'checkpointConnector' },
      'groupsBlacklistPattern',
    ],
    ['consumer.interceptor.classes', { spec: ', tracing: {type: opentelemetry}' }, 'tracing'],
    ['consumer.client.rack', { spec: ', rack: {topologyKey: zone}' }, 'rack'],
    ['connector.class', { release: '0.28' }, 'The operator'],
    ['source.cluster.bootstrap.servers', { release: '0.48' }, 'The operator'],
  ])('tells of %s with %j', (name, beside, decider) => {
    const { connector = 'sourceConnector' } = beside as { connector?: string };
    const field = name.includes('.') ? `["${name}"]` : `.${name}`;
    expect(told(`${name}: a`, beside)).toMatchObject([
      {
        severity: 'warning',
        effect: 'overridden',
        field: `spec.mirrors[0].${connector}.config${field}`,
        given: 'a',
        message: `${decider} decides it: nothing comes of ${name}.`,
        ...(decider.endsWith('Pattern') && { allowed: `"b", as ${decider} says` }),
      },
    ]);
  });
});

describe('what a connector says of clusters', () => {
  const mirror = (config: string, release: StrimziRelease) =>
    tellOfYaml(
      'mirror-settings',
      `{apiVersion: kafka.strimzi.io/v1, kind: KafkaMirrorMaker2, metadata: {name: m}, spec: {target: {alias: b, bootstrapServers: "b:9092"}, mirrors: [{source: {alias: a, bootstrapServers: "a:9092"}, sourceConnector: {config: {${config}}}}]}}`,
      { release },
    );

  it('is told where the mirror says otherwise, and loses to it', () => {
    expect(
      mirror('source.cluster.alias: z, target.cluster.bootstrap.servers: "c:9092"', StrimziRelease.V1_2),
    ).toMatchObject([
      { effect: 'unlooked', given: 'z', allowed: '"a", as alias of the source says' },
      { effect: 'unlooked', given: 'c:9092', allowed: '"b:9092", as bootstrapServers of the target says' },
    ]);
  });

  it('is taken where it is the same', () => {
    expect(mirror('source.cluster.alias: a, target.cluster.bootstrap.servers: "b:9092"', StrimziRelease.V1_2)).toEqual(
      [],
    );
  });
});
