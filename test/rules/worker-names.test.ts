import { check } from '../../src/check/check';
import { StrimziRelease } from '../../src/dialects/releases';
import { objectsOf, tellOfYaml } from './harness';

const release = StrimziRelease.V0_45;
const connect = (name: string, spec: string) =>
  `{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaConnect, metadata: {name: ${name}}, spec: {${spec}}}`;
const mirror = (name: string, config: string) =>
  `{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaMirrorMaker2, metadata: {name: ${name}}, spec: {connectCluster: b,
    clusters: [{alias: a, bootstrapServers: 'x:9092'}, {alias: b, bootstrapServers: 'k-kafka-bootstrap:9092', config: {${config}}}], mirrors: []}}`;
const told = (...objects: readonly string[]) => tellOfYaml('worker-names', objects.join('\n---\n'), { release });
const at = (server: string) => `bootstrapServers: '${server}:9092'`;
const named = (name: string) =>
  `config: {group.id: ${name}, config.storage.topic: ${name}-c, offset.storage.topic: ${name}-o, status.storage.topic: ${name}-s}`;

describe('worker-names', () => {
  it('takes workers with names of their own, or with a Kafka cluster of their own', () => {
    expect(told(connect('a', `${at('k')}, ${named('a')}`), connect('b', `${at('k')}, ${named('b')}`))).toEqual([]);
    expect(told(connect('a', at('k')), connect('b', at('other')), mirror('m', ''))).toEqual([]);
  });

  it('refuses two that have the usual names', () => {
    expect(told(connect('a', at('k')), connect('b', at('k.shop')), connect('c', at('k')))).toMatchObject([
      {
        path: 'KafkaConnect/c',
        field: 'spec.groupId',
        message: expect.stringContaining('KafkaConnect/a has the group connect-cluster, topic connect-cluster-configs'),
      },
    ]);
    expect(told(mirror('m', ''), mirror('n', ''))).toMatchObject([{ field: 'spec.clusters[1].groupId' }]);
  });

  it('refuses a group that another kind has, and a single topic', () => {
    const group =
      'group.id: connect-cluster, config.storage.topic: x, offset.storage.topic: y, status.storage.topic: z';
    expect(told(connect('a', at('k-kafka-bootstrap')), mirror('m', group))).toMatchObject([
      {
        path: 'KafkaConnect/a',
        message: 'KafkaMirrorMaker2/m has the group connect-cluster at the same Kafka cluster.',
      },
    ]);
    const topic = named('b').replace('b-c', 'a-c');
    expect(told(connect('a', `${at('k')}, ${named('a')}`), connect('b', `${at('k')}, ${topic}`))).toMatchObject([
      { field: 'spec.config["config.storage.topic"]', given: 'a-c' },
    ]);
  });

  it('knows a cluster from other namespaces of its Kubernetes cluster', () => {
    const sites = ['one', 'two'].map((namespace) => ({
      release: StrimziRelease.V1_2,
      kubernetesCluster: 'k8s',
      namespace,
      manifests: objectsOf(
        `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: ${namespace}},
          spec: {${at('k.one.svc')}, groupId: g, configStorageTopic: ${namespace}-c, offsetStorageTopic: ${namespace}-o, statusStorageTopic: ${namespace}-s}}`,
      ),
    }));
    const findings = check(sites).filter(({ rule }) => rule === 'worker-names');
    expect(findings).toMatchObject([{ path: 'KafkaConnect/two', field: 'spec.groupId', given: 'g' }]);
  });

  it('takes nothing for usual where fields are required', () => {
    const bare = (name: string) => connect(name, at('k')).replace('v1beta2', 'v1');
    expect(tellOfYaml('worker-names', `${bare('a')}\n---\n${bare('b')}`)).toEqual([]);
  });
});
