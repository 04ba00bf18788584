import {
  App,
  Consumer,
  KafkaCluster,
  Listener,
  Mirror,
  Namespace,
  Platform,
  Producer,
  SecretTransport,
  Site,
  Size,
  Storage,
  StrimziRelease,
} from '../../src';

/**
 * Two Kubernetes clusters that share nothing but a Vault: a shop in Madrid, on OpenShift, and a warehouse in Oslo, behind a
 * load balancer. Both Kafka clusters are called `kafka`, and so are the Secrets that vouch for them. External Secrets brings
 * what the other side needs, under names that say where it comes from.
 */
export function sitesApart(outdir: string): App {
  const app = new App({ outdir, name: 'sites-apart' });
  const storage = Storage.persistentClaim({ size: Size.gibibytes(100) });
  const release = StrimziRelease.V1_2;
  const secretTransport = SecretTransport.externalSecrets({ store: 'vault' });

  const madrid = new Site(app, 'madrid', { release, platform: Platform.OPENSHIFT, secretTransport });
  const oslo = new Site(app, 'oslo', { release, secretTransport });
  for (const site of [madrid, oslo]) new Namespace(site, 'namespace');

  const shop = new KafkaCluster(madrid, 'kafka', {
    brokers: 3,
    storage,
    listeners: [Listener.tls(), Listener.route({ bootstrapHost: 'kafka.apps.madrid.example.com' })],
  });
  const warehouse = new KafkaCluster(oslo, 'kafka', {
    brokers: 3,
    storage,
    listeners: [Listener.tls(), Listener.loadBalancer({ address: 'kafka.oslo.example.com:9094' })],
  });

  const orders = shop.addTopic('orders', { partitions: 12, replicas: 3 });
  new Producer(madrid, 'checkout', { topic: orders });
  new Mirror(oslo, 'orders', { source: shop, target: warehouse, topics: [orders] });
  new Consumer(oslo, 'picking', { topic: orders.at(warehouse) });
  // What is in stock is read over the way between the two, without a copy of it.
  const stock = warehouse.addTopic('stock', { partitions: 6, replicas: 3 });
  new Consumer(madrid, 'storefront', { topic: stock });
  return app;
}
