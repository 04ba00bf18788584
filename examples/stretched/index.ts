import {
  App,
  Consumer,
  Jaeger,
  KafkaCluster,
  Mirror,
  Placement,
  Platform,
  Producer,
  Rack,
  Site,
  Size,
  Storage,
  StrimziRelease,
} from '../../src';

/**
 * An OpenShift cluster that is stretched over two places, with three zones in each. Each Kafka cluster stays in its
 * place and spreads its replicas over the zones there; three replicas of the mirror share the copying.
 */
export function stretched(outdir: string): App {
  const app = new App({ outdir, name: 'stretched' });
  const site = new Site(app, 'stretched', { release: StrimziRelease.AMQ_STREAMS_1_5, platform: Platform.OPENSHIFT });

  const region = (name: string, zones: readonly string[]): KafkaCluster =>
    new KafkaCluster(site, `${name}-cluster`, {
      brokers: 3,
      storage: Storage.persistentClaim({ size: Size.gibibytes(20), storageClass: 'ocs-storagecluster-ceph-rbd' }),
      zookeeper: {
        storage: Storage.persistentClaim({ size: Size.gibibytes(10), storageClass: 'ocs-storagecluster-ceph-rbd' }),
      },
      placement: Placement.zone(zones),
      rack: Rack.zones(),
      resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '2Gi' } },
    });
  const europe = region('europe', ['eu-1', 'eu-2', 'eu-3']);
  const us = region('us', ['us-1', 'us-2', 'us-3']);

  const orders = europe.addTopic('orders', { partitions: 12, replicas: 3 });
  const payments = europe.addTopic('payments', { partitions: 6, replicas: 3 });
  const jaeger = new Jaeger(site, 'jaeger');

  new Mirror(site, 'europe-to-us', {
    source: europe,
    target: us,
    topics: [orders, payments],
    replicas: 3,
    placement: Placement.zone(['us-1', 'us-2', 'us-3']),
    tracing: jaeger,
  });
  new Producer(site, 'shop', { topic: orders, tracing: jaeger });
  new Consumer(site, 'warehouse', { topic: orders.at(us), tracing: jaeger });
  return app;
}
