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
 * Headquarters write prices, and every shop has them at hand, also while the line is down: a mirror at each shop brings them
 * under the name that they have.
 */
export function fanOut(outdir: string): App {
  const app = new App({ outdir, name: 'fan-out' });
  const release = StrimziRelease.V1_2;
  const platform = Platform.OPENSHIFT;

  const center = new Site(app, 'headquarters', { release, platform });
  new Namespace(center, 'namespace');
  const source = new KafkaCluster(center, 'all', {
    brokers: 3,
    storage: Storage.persistentClaim({ size: Size.gibibytes(100) }),
    listeners: [Listener.tls(), Listener.route({ bootstrapHost: 'kafka.apps.headquarters.example.com' })],
  });
  const prices = source.addTopic('prices', { partitions: 6, replicas: 3, config: { 'cleanup.policy': 'compact' } });
  new Producer(center, 'pricing', { topic: prices });

  for (const city of ['bilbao', 'braga', 'cadiz']) {
    const site = new Site(app, city, {
      release,
      platform,
      waivers: { 'secret-at-hand': 'An ExternalSecret copies what the operators of the headquarters write.' },
    });
    new Namespace(site, 'namespace');
    const shop = new KafkaCluster(site, 'shop', {
      brokers: 3,
      storage: Storage.persistentClaim({ size: Size.gibibytes(20) }),
    });
    new Mirror(site, 'prices', { source, target: shop, topics: [prices] });
    new Consumer(site, 'till', { topic: prices.at(shop) });
  }
  return app;
}
