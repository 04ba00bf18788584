import { StrimziRelease } from '../../src/dialects/releases';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { ListenerRecord } from '../../src/model/listener';
import { derivedNames } from '../../src/rules/derived-names';
import { cluster, tell, tellOfYaml } from './harness';
import { pool } from './mirrors';

const route: ListenerRecord = { name: 'out', port: 9094, type: 'route', tls: true };

function kraft({ zookeeper: _, ...changes }: Partial<KafkaClusterRecord>): KafkaClusterRecord {
  const { zookeeper: __, ...others } = cluster(changes);
  return { ...others, mode: 'kraft' };
}

const told = (length: number, listeners: readonly ListenerRecord[] = []) =>
  tell(derivedNames, { kafkaCluster: [kraft({ name: 'k'.repeat(length), listeners })] });

describe('derived-names', () => {
  it('takes names whose Services have 63 characters', () => {
    expect(told(47)).toEqual([]);
    expect(told(43, [{ ...route, type: 'nodeport' }])).toEqual([]);
    expect(told(36, [route])).toEqual([]);
  });

  it('refuses longer ones, of the cluster and of listeners', () => {
    expect(told(48)).toMatchObject([{ field: 'metadata.name', allowed: 'at most 63 characters, 1 less' }]);
    expect(told(44, [{ ...route, type: 'nodeport' }])).toMatchObject([{ field: 'spec.kafka.listeners[0]' }]);
  });

  it('counts ZooKeeper where there is one', () => {
    const withZooKeeper = (length: number) =>
      tell(derivedNames, { kafkaCluster: [cluster({ name: 'k'.repeat(length) })], release: StrimziRelease.V0_45 });
    expect(withZooKeeper(46)).toEqual([]);
    expect(withZooKeeper(47)).toMatchObject([{ message: expect.stringContaining('-zookeeper-client"') }]);
  });

  it('counts the label of pods of a StatefulSet, which is longer', () => {
    const withSet = (length: number) =>
      tell(derivedNames, { kafkaCluster: [cluster({ name: 'k'.repeat(length) })], release: StrimziRelease.V0_29 });
    expect(withSet(42)).toEqual([]);
    expect(withSet(43)).toMatchObject([{ field: 'metadata.name', allowed: 'at most 52 characters, 1 less' }]);
  });

  it('counts the namespace where OpenShift makes the host of a route', () => {
    expect(told(37, [route])).toMatchObject([
      { field: 'spec.kafka.listeners[0]', severity: 'error', message: expect.stringContaining('-bootstrap-site-1"') },
    ]);
    expect(told(37, [{ ...route, configuration: { bootstrap: { host: 'kafka.example' } } }])).toEqual([]);
    expect(told(37, [{ ...route, name: 'external' }])).toEqual([]); // Its Route has no name of a listener.
    expect(told(37, [{ ...route, name: 'external', port: 9095 }])).toMatchObject([
      { message: expect.stringContaining('-kafka-external-bootstrap-site-1"') },
    ]);
  });

  it('counts the certificates of the entity operator where there is one', () => {
    const entityOperator = { topicOperator: {}, userOperator: {} };
    const withOperator = (length: number, release: StrimziRelease) =>
      tell(derivedNames, {
        kafkaCluster: [kraft({ name: 'k'.repeat(length), listeners: [], entityOperator })],
        release,
      });
    expect(withOperator(42, StrimziRelease.V1_2)).toEqual([]);
    expect(withOperator(43, StrimziRelease.V1_2)).toMatchObject([
      { message: expect.stringMatching(/-entity-topic-operator".* has 65/) },
    ]);
    expect(withOperator(46, StrimziRelease.V0_18)).toEqual([]);
  });

  it('counts the pods of a node pool, and what each of them has for a listener', () => {
    const inPool = (length: number, listeners: readonly ListenerRecord[]) =>
      tell(derivedNames, {
        kafkaCluster: [kraft({ name: 'europe', nodePools: true, listeners })],
        nodePool: [pool('europe', 'p'.repeat(length), 3)],
      });
    expect(inPool(54, [])).toEqual([]);
    expect(inPool(55, [])).toMatchObject([{ field: 'metadata.name', message: expect.stringContaining('-0"') }]);
    expect(inPool(50, [{ ...route, type: 'nodeport' }])).toEqual([]);
    expect(inPool(51, [{ ...route, type: 'nodeport' }])).toMatchObject([
      { message: expect.stringContaining('-out-0"') },
    ]);
    expect(inPool(51, [{ ...route, name: 'external' }])).toEqual([]);
    expect(inPool(50, [route])).toMatchObject([{ message: expect.stringContaining('-out-0-site-1"') }]);
    expect(inPool(50, [{ ...route, configuration: { hostTemplate: 'k-{nodeId}.example' } }])).toEqual([]);
  });

  const other = (kind: string, name: string) =>
    tellOfYaml('derived-names', `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: ${name}}}`);

  it.each([
    ['KafkaConnect', 51],
    ['KafkaBridge', 48],
    ['KafkaMirrorMaker2', 46],
  ])('counts the Services of a %s', (kind, longest) => {
    expect(other(kind, 'n'.repeat(longest))).toEqual([]);
    expect(other(kind, 'n'.repeat(longest + 1))).toMatchObject([{ field: 'metadata.name' }]);
  });

  it('wants names that a Service can have', () => {
    expect(other('KafkaBridge', 'my.bridge')).toMatchObject([{ field: 'metadata.name', given: 'my.bridge' }]);
    expect(other('KafkaConnect', '1st')).toHaveLength(1);
    expect(other('KafkaRebalance', '1.st')).toEqual([]);
  });
});
