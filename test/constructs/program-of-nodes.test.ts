import { KafkaBridge, KafkaConnect, Mirror, Placement, Rack, StrimziRelease, type KafkaClusterProps } from '../../src';
import { claim, findings, manifest, manifests, newCluster, newSite } from './harness';

const { V0_20, V0_38, V0_45, V1_2 } = StrimziRelease;
const LOGIN = { authentication: 'password' as const };
const OPEN = { authentication: { type: 'password' } };
const SMALL = { limits: { memory: '128Mi' } };

const specOf = (release: StrimziRelease, props: Partial<KafkaClusterProps>): [object, string[]] => {
  const site = newSite({ release });
  newCluster(site, 'europe', props);
  const told = findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`);
  return [manifest(site, 'Kafka', 'europe').spec as object, told];
};

describe('what an operator runs', () => {
  it('has the image that a program names, each part of a cluster its own', () => {
    const image = (name: string) => ({ image: `registry.example.com/${name}:1` });
    const [spec, told] = specOf(V1_2, {
      ...image('kafka'),
      cruiseControl: image('cruise-control'),
      kafkaExporter: image('exporter'),
      entityOperator: { topicOperator: image('topics'), userOperator: image('users') },
    });
    expect(spec).toMatchObject({
      kafka: image('kafka'),
      cruiseControl: image('cruise-control'),
      kafkaExporter: image('exporter'),
      entityOperator: { topicOperator: image('topics'), userOperator: image('users') },
    });
    expect(told).toEqual([]);
  });

  it('is open to tools of JMX where a program says so, brokers apart from ZooKeeper', () => {
    const [spec, told] = specOf(V0_38, { jmx: LOGIN, zookeeper: { storage: claim('10Gi'), jmx: {}, image: 'zoo:1' } });
    expect(spec).toMatchObject({ kafka: { jmxOptions: OPEN }, zookeeper: { jmxOptions: {}, image: 'zoo:1' } });
    expect(told).toEqual([]);
  });

  it('is closed to them on releases that do not open it, and those that do are told', () => {
    const [, told] = specOf(V0_20, { zookeeper: { storage: claim('10Gi'), jmx: LOGIN } });
    expect(told).toEqual(['operator-reads-field spec.zookeeper.jmxOptions']);
  });

  it('speaks TLS by a container that has resources and a log of its own, as long as there is one', () => {
    const tlsSidecar = { resources: SMALL, logLevel: 'debug', probes: { liveness: { periodSeconds: 9 } } };
    const props: Partial<KafkaClusterProps> = { entityOperator: { tlsSidecar }, cruiseControl: { tlsSidecar } };
    const written = { resources: SMALL, logLevel: 'debug', livenessProbe: { periodSeconds: 9 } };
    const [early, toldEarly] = specOf(V0_20, { ...props, tlsSidecar });
    expect(early).toMatchObject({
      kafka: { tlsSidecar: written },
      entityOperator: { tlsSidecar: written },
      cruiseControl: { tlsSidecar: written },
    });
    expect(toldEarly.filter((each) => !each.startsWith('deprecated'))).toEqual([]);
    const [, toldLate] = specOf(V1_2, props);
    expect(toldLate).toEqual([
      'schema-accepts spec.entityOperator.tlsSidecar',
      'schema-accepts spec.cruiseControl.tlsSidecar',
    ]);
  });
});

describe('workers', () => {
  it('of a mirror read near them, in an image of their own, and are open to tools of JMX', () => {
    const site = newSite({ release: V1_2, kubernetesCluster: 'here' });
    const [source, target] = [newCluster(site, 'europe'), newCluster(site, 'us')];
    const topics = [source.addTopic('orders')];
    new Mirror(site, 'mirror', { source, target, topics, rack: Rack.zones(), jmx: LOGIN, image: 'mirror:1' });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      image: 'mirror:1',
      rack: { topologyKey: 'topology.kubernetes.io/zone' },
      jmxOptions: OPEN,
    });
    expect(findings(site)).toEqual([]);
  });

  it('of a MirrorMaker 1 are told what they cannot have', () => {
    const site = newSite({ release: V0_20, kubernetesCluster: 'here' });
    const [source, target] = [newCluster(site, 'europe'), newCluster(site, 'us')];
    const topics = [source.addTopic('orders', { partitions: 1, replicas: 3 })];
    new Mirror(site, 'mirror', { source, target, topics, engine: 'mirrorMaker', rack: Rack.zones(), jmx: {} });
    expect(findings(site).map(({ field, given }) => [field, given])).toEqual([
      ['rack', '{"topologyKey":"topology.kubernetes.io/zone"}'],
      ['jmx', '{}'],
    ]);
  });

  it('of Kafka Connect are open to tools, and are built by a pod of that size, with these options', () => {
    const site = newSite({ release: V1_2, kubernetesCluster: 'here' });
    const artifacts = [{ type: 'jar' as const, url: 'https://repo.example.com/a.jar' }];
    new KafkaConnect(site, 'connect', {
      cluster: newCluster(site),
      jmx: {},
      build: {
        output: { type: 'docker', image: 'registry.example.com/connect:1', buildOptions: ['--tls-verify=false'] },
        resources: SMALL,
        plugins: [{ name: 'files', artifacts }],
      },
    });
    expect(manifest(site, 'KafkaConnect', 'connect').spec).toMatchObject({
      jmxOptions: {},
      build: { output: { additionalBuildOptions: ['--tls-verify=false'] }, resources: SMALL },
    });
    expect(findings(site)).toEqual([]);
  });
});

describe('what workers keep to themselves', () => {
  it.each([
    ['Strimzi 0.45', V0_45],
    ['Strimzi 1.2', V1_2],
  ])('may be called as %s calls it where nobody does', (_, release) => {
    const site = newSite({ release, kubernetesCluster: 'here' });
    const [source, target] = [newCluster(site, 'europe'), newCluster(site, 'us')];
    const usual = (name: string) => ({
      groupId: name,
      configStorageTopic: `${name}-configs`,
      offsetStorageTopic: `${name}-offsets`,
      statusStorageTopic: `${name}-status`,
    });
    const topics = [source.addTopic('orders')];
    const heartbeats = release === V0_45;
    new Mirror(site, 'mirror', { source, target, topics, heartbeats, workerNames: usual('mirrormaker2-cluster') });
    new KafkaConnect(site, 'connect', { cluster: source, ...usual('connect-cluster') });
    expect(findings(site).map(({ rule }) => rule)).not.toContain('release-says-field');
    for (const kind of ['KafkaMirrorMaker2', 'KafkaConnect']) {
      const object = manifests(site).find((each) => each.kind === kind);
      expect(JSON.stringify(object?.spec)).toContain('-cluster-offsets"');
    }
  });
});

describe('a bridge', () => {
  it('offers metrics as it comes, up to the last release that has a switch for it', () => {
    const toldOf = (release: StrimziRelease): string[] => {
      const site = newSite({ release });
      new KafkaBridge(site, 'bridge', { cluster: newCluster(site), enableMetrics: true });
      expect(manifest(site, 'KafkaBridge', 'bridge').spec).toMatchObject({ enableMetrics: true });
      return findings(site).map(({ rule, field }) => `${rule} ${field ?? ''}`);
    };
    expect(toldOf(V0_45)).toEqual([]);
    expect(toldOf(V1_2)).toEqual(['schema-accepts spec.enableMetrics']);
  });

  it('shows HTTP clients a certificate', () => {
    const site = newSite({ release: V1_2 });
    new KafkaBridge(site, 'bridge', { cluster: newCluster(site), certificate: { secret: 'front', key: 'front.key' } });
    expect(manifest(site, 'KafkaBridge', 'bridge').spec).toMatchObject({
      http: {
        port: 8080,
        tls: { certificateAndKey: { secretName: 'front', certificate: 'tls.crt', key: 'front.key' } },
      },
    });
    expect(findings(site)).toEqual([]);
  });
});

describe('the Secret of a user', () => {
  it('has labels and annotations of a program, beside those that have it copied', () => {
    const site = newSite({ release: V1_2 });
    const cluster = newCluster(site);
    cluster.addUser('shop', { secretLabels: { team: 'shop' }, secretAnnotations: { 'example.com/rotate': 'never' } });
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({
      template: { secret: { metadata: { labels: { team: 'shop' }, annotations: { 'example.com/rotate': 'never' } } } },
    });
    expect(findings(site)).toEqual([]);
  });
});

describe('ZooKeeper nodes', () => {
  it('run on other nodes than brokers, and put up with nothing where they say so; what runs beside runs anywhere', () => {
    const [spec, told] = specOf(V0_38, {
      placement: Placement.zone('a'),
      pods: { tolerations: [{ operator: 'Exists' }], labels: { team: 'shop' } },
      zookeeper: { storage: claim('10Gi'), placement: Placement.zone('b'), pods: { tolerations: [] } },
      entityOperator: { placement: Placement.anywhere() },
    });
    const zone = (value: string) => ({
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: [value] }] },
          ],
        },
      },
    });
    const metadata = { labels: { team: 'shop' } };
    expect(spec).toMatchObject({
      kafka: { template: { pod: { metadata, affinity: zone('a'), tolerations: [{ operator: 'Exists' }] } } },
      zookeeper: { template: { pod: { metadata, affinity: zone('b') } } },
      entityOperator: { topicOperator: {}, userOperator: {} },
    });
    expect(JSON.stringify(spec).match(/tolerations|nodeAffinity/g)).toEqual([
      'nodeAffinity',
      'tolerations',
      'nodeAffinity',
    ]);
    expect(told).toEqual([]);
  });

  it('may be evicted as many at a time as a program says', () => {
    const [spec, told] = specOf(V0_38, { zookeeper: { storage: claim('10Gi'), pods: { maxUnavailable: 0 } } });
    expect(spec).toMatchObject({ zookeeper: { template: { podDisruptionBudget: { maxUnavailable: 0 } } } });
    expect(told).toEqual([]);
  });
});
