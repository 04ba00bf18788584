import { App, KafkaCluster, Site, Storage, StrimziRelease, type FindingsError } from '../../src';

const CLAIM = Storage.persistentClaim({ size: '10Gi' });

function told(add: (cluster: KafkaCluster) => void): string[] {
  const app = new App();
  const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
  add(new KafkaCluster(site, 'europe', { brokers: 1, storage: CLAIM }));
  try {
    app.synthYaml();
    return [];
  } catch (error) {
    return (error as FindingsError).findings.map(({ rule, path }) => `${rule} ${path}`);
  }
}

/** A value as a program in JavaScript gives it. */
function loose(value: unknown): never {
  return value as never;
}

it('a topic with faulty props keeps nobody from telling what is wrong with the topics beside it', () => {
  expect(
    told((cluster) => {
      cluster.addTopic('orders', loose({ partitons: 3 }));
      cluster.addTopic('bills', { replicas: 2 });
    }),
  ).toEqual(['prop-unknown shop/europe/orders', 'topic-replicas shop/europe/bills']);
});

it('a node pool with faulty props leaves open how many brokers there are', () => {
  expect(
    told((cluster) => {
      cluster.addNodePool('more', { roles: ['broker'], replicas: loose('2'), storage: CLAIM });
      cluster.addTopic('bills', { replicas: 2 });
    }),
  ).toEqual(['prop-type shop/europe/more']);
});
