import {
  App,
  Consumer,
  KafkaCluster,
  Listener,
  Mirror,
  Namespace,
  Platform,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
} from '../../src';

/**
 * Three regions, each with a Kafka cluster on a Kubernetes cluster of its own, and all of them called `kafka`; a hub that
 * gets the orders of all, by one mirror. The regions' names tell the copies apart: `madrid-kafka.orders` and so on. The auditor
 * at the hub asks for the topic of a region at the hub, and nobody writes that name.
 */
export function hub(outdir: string): App {
  const app = new App({ outdir, name: 'hub' });
  const storage = Storage.persistentClaim({ size: Size.gibibytes(100) });
  const release = StrimziRelease.V1_2;
  const platform = Platform.OPENSHIFT;

  const regions = ['madrid', 'porto', 'lisbon'].map((region) => {
    const site = new Site(app, region, { release, platform });
    new Namespace(site, 'namespace');
    const kafka = new KafkaCluster(site, 'kafka', {
      brokers: 3,
      storage,
      listeners: [Listener.tls(), Listener.route({ bootstrapHost: `kafka.apps.${region}.example.com` })],
    });
    const orders = kafka.addTopic('orders', { partitions: 12, replicas: 3 });
    new Producer(site, 'shop', { topic: orders });
    return { region, kafka, orders };
  });

  const center = new Site(app, 'center', {
    release,
    platform,
    waivers: { 'secret-at-hand': 'An ExternalSecret for each copies what the operators of the regions write.' },
  });
  new Namespace(center, 'namespace');
  const all = new KafkaCluster(center, 'kafka', { brokers: 3, storage });
  new Mirror(center, 'regions', {
    sources: regions.map(({ kafka }) => ({ cluster: kafka })),
    target: all,
    topics: regions.map(({ orders }) => orders),
    replicationPolicy: 'default',
    replicas: 2,
  });
  for (const { region, orders } of regions) new Consumer(center, `audit-${region}`, { topic: orders.at(all) });
  return app;
}
