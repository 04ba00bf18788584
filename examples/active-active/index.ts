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
 * Two regions that both take orders, and a mirror each way. The names of copies tell where they came from, so that no record
 * goes back. The stock of each region reads the orders of both.
 */
export function activeActive(outdir: string): App {
  const app = new App({ outdir, name: 'active-active' });
  const regions = ['europe', 'us'].map((region) => {
    const site = new Site(app, region, {
      release: StrimziRelease.V1_2,
      platform: Platform.OPENSHIFT,
      waivers: { 'secret-at-hand': 'An ExternalSecret copies what the operators of the other region write.' },
    });
    new Namespace(site, 'namespace');
    const kafka = new KafkaCluster(site, region, {
      brokers: 3,
      storage: Storage.persistentClaim({ size: Size.gibibytes(100) }),
      listeners: [Listener.tls(), Listener.route({ bootstrapHost: `kafka.apps.${region}.example.com` })],
    });
    const orders = kafka.addTopic('orders', { partitions: 12, replicas: 3 });
    new Producer(site, 'shop', { topic: orders });
    return { region, site, kafka, orders };
  });

  const [clusters, topics] = [regions.map(({ kafka }) => kafka), regions.map(({ orders }) => orders)];
  Mirror.mesh(app, 'orders', { clusters, topics, replicas: 2 });
  for (const { site, kafka } of regions) {
    for (const { region, orders } of regions) new Consumer(site, `stock-${region}`, { topic: orders.at(kafka) });
  }
  return app;
}
