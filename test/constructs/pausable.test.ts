import { KafkaBridge, KafkaConnect, KafkaConnector, KafkaRebalance, Mirror, StrimziRelease } from '../../src';
import { claim, findings, manifests, newCluster, newSite, type AnyManifest } from './harness';

const PAUSE = 'strimzi.io/pause-reconciliation';
const annotationsOf = ({ metadata }: AnyManifest) =>
  (metadata as { readonly annotations?: Record<string, string> }).annotations ?? {};

function topology(release: StrimziRelease, reconciliationPaused: boolean | undefined) {
  const site = newSite({ release, kubernetesCluster: 'here' });
  const paused = reconciliationPaused === undefined ? {} : { reconciliationPaused };
  const cluster = newCluster(site, 'europe', { ...paused, cruiseControl: {}, annotations: { team: 'shop' } });
  const topics = [cluster.addTopic('orders', paused)];
  cluster.addUser('alice', paused);
  const connect = new KafkaConnect(site, 'connect', { cluster, ...paused });
  new KafkaConnector(site, 'sink', { connect, class: 'FileStreamSink', ...paused });
  new KafkaBridge(site, 'bridge', { cluster, ...paused });
  new Mirror(site, 'mirror', { source: cluster, target: newCluster(site, 'us'), topics, ...paused });
  new KafkaRebalance(site, 'full', { cluster, ...paused });
  return site;
}

describe('the reconciliation of an object', () => {
  it('is paused by one word, whatever the object is, beside its own annotations', () => {
    const site = topology(StrimziRelease.V1_2, true);
    const paused = manifests(site).filter((each) => annotationsOf(each)[PAUSE] === 'true');
    expect(paused.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      'Kafka europe',
      'KafkaBridge bridge',
      'KafkaConnect connect',
      'KafkaConnector sink',
      'KafkaMirrorMaker2 mirror',
      'KafkaRebalance full',
      'KafkaTopic orders',
      'KafkaUser alice',
    ]);
    expect(annotationsOf(paused[0] as AnyManifest)).toMatchObject({ team: 'shop' });
    expect(findings(site)).toEqual([]);
  });

  it.each([false, undefined])('goes on where the word is %s', (word) => {
    expect(JSON.stringify(manifests(topology(StrimziRelease.V1_2, word)))).not.toContain(PAUSE);
  });

  it('is told to go on where operators know no pause', () => {
    const site = newSite({ release: StrimziRelease.V0_18 });
    newCluster(site, 'europe', { reconciliationPaused: true });
    expect(findings(site)).toMatchObject([{ rule: 'annotation-values', field: `metadata.annotations["${PAUSE}"]` }]);
  });
});

describe('numbers of nodes', () => {
  const written = (ids: object) => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    newCluster(site).addNodePool('big', { replicas: 1, storage: claim('1Gi'), ...ids });
    const pool = manifests(site).find(({ metadata }) => metadata.name === 'big') as AnyManifest;
    return { annotations: annotationsOf(pool), found: findings(site).map(({ rule, field }) => [rule, field]) };
  };

  it('are given and taken in the order that a pool says', () => {
    const { annotations, found } = written({ nextNodeIds: [10, '20-29'], removeNodeIds: ['29-25', 10] });
    expect(annotations).toEqual({
      'strimzi.io/next-node-ids': '[10, 20-29]',
      'strimzi.io/remove-node-ids': '[29-25, 10]',
    });
    expect(found).toEqual([]);
  });

  it('are said of the pools that a cluster makes of its brokers and controllers', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    newCluster(site, 'europe', {
      nextNodeIds: ['0-9'],
      controllers: { storage: claim('1Gi'), nextNodeIds: ['100-109'], removeNodeIds: [102] },
    });
    const idsOf = (name: string) =>
      annotationsOf(manifests(site).find(({ metadata }) => metadata.name === name) as AnyManifest);
    expect(idsOf('europe-brokers')).toEqual({ 'strimzi.io/next-node-ids': '[0-9]' });
    expect(idsOf('europe-controllers')).toEqual({
      'strimzi.io/next-node-ids': '[100-109]',
      'strimzi.io/remove-node-ids': '[102]',
    });
    expect(findings(site)).toEqual([]);
  });

  it("are told to be nobody's where there are no pools", () => {
    const site = newSite({ release: StrimziRelease.V0_18 });
    newCluster(site, 'europe', { nextNodeIds: [4] });
    expect(findings(site)).toMatchObject([{ rule: 'prop-value', severity: 'warning', field: 'nextNodeIds' }]);
  });

  it('are told where they are none', () => {
    const { found } = written({ nextNodeIds: ['10 to 20'] });
    expect(found).toEqual([['node-id-ranges', 'metadata.annotations["strimzi.io/next-node-ids"]']]);
    expect(written({ removeNodeIds: [-1] }).found).toEqual([
      ['node-id-ranges', 'metadata.annotations["strimzi.io/remove-node-ids"]'],
    ]);
  });

  it("are the operator's choice where a pool says nothing", () => {
    expect(written({}).annotations).toEqual({});
  });
});
