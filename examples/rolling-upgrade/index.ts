import {
  App,
  Consumer,
  KafkaCluster,
  Jaeger,
  Listener,
  Mirror,
  Namespace,
  Platform,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
  type AppProps,
} from '../../src';

/**
 * Two OpenShift clusters, two releases: the old site still runs ZooKeeper under Strimzi 0.45, the new one runs Strimzi
 * 1.2. A mirror at the new site brings the topics over, so that consumers move first and producers follow. The operator of
 * the old site warns that ZooKeeper support ends: that is why the site moves.
 */
export function rollingUpgrade(outdir: string, props: AppProps = {}): App {
  const app = new App({ outdir, name: 'rolling-upgrade', ...props });
  const storage = Storage.persistentClaim({ size: Size.gibibytes(100) });

  const old = new Site(app, 'old', {
    release: StrimziRelease.V0_45,
    platform: Platform.OPENSHIFT,
    namespace: 'kafka',
    waivers: { 'parting-features': 'The new site takes the place of this one.' },
  });
  new Namespace(old, 'namespace');
  const source = new KafkaCluster(old, 'orders-old', {
    brokers: 3,
    storage,
    zookeeper: { storage: Storage.persistentClaim({ size: Size.gibibytes(10) }) },
    listeners: [Listener.tls(), Listener.route({ bootstrapHost: 'orders-old.apps.blue.example.com' })],
  });
  const orders = source.addTopic('orders', { partitions: 24, replicas: 3 });
  const payments = source.addTopic('payments', { partitions: 12, replicas: 3 });
  new Producer(old, 'shop', { topic: orders });

  const next = new Site(app, 'new', {
    release: StrimziRelease.V1_2,
    platform: Platform.OPENSHIFT,
    namespace: 'kafka',
    waivers: { 'secret-at-hand': 'An ExternalSecret copies what the operators of the old site write.' },
  });
  new Namespace(next, 'namespace');
  const target = new KafkaCluster(next, 'orders-new', {
    brokers: 5,
    storage,
    controllers: { storage: Storage.persistentClaim({ size: Size.gibibytes(10) }) },
  });
  const tracing = new Jaeger(next, 'jaeger');
  new Mirror(next, 'old-to-new', { source, target, topics: [orders, payments], replicas: 2, tracing });
  new Consumer(next, 'warehouse', { topic: orders.at(target), tracing });
  return app;
}
