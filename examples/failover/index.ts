import {
  ActivePassive,
  App,
  Consumer,
  KafkaCluster,
  Listener,
  Namespace,
  Platform,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
  type ActivePassiveProps,
} from '../../src';

/**
 * Two data centres. One of them is active: the shop writes and the warehouse reads there. The other one gets all records
 * and the warehouse's position, and takes over when it is told to: `active` is the only thing that changes.
 */
export function failover(outdir: string, active: ActivePassiveProps['active'] = 'primary'): App {
  const app = new App({ outdir, name: 'failover' });
  const passive = active === 'primary' ? 'porto' : 'madrid';
  const center = (city: string): KafkaCluster => {
    const site = new Site(app, city, {
      release: StrimziRelease.V1_2,
      platform: Platform.OPENSHIFT,
      ...(city === passive && {
        waivers: { 'secret-at-hand': 'An ExternalSecret copies what the operators of the active centre write.' },
      }),
    });
    new Namespace(site, 'namespace');
    return new KafkaCluster(site, 'kafka', {
      brokers: 3,
      storage: Storage.persistentClaim({ size: Size.gibibytes(100) }),
      listeners: [Listener.tls(), Listener.route({ bootstrapHost: `kafka.apps.${city}.example.com` })],
    });
  };

  const pair = new ActivePassive(app, 'orders', {
    primary: center('madrid'),
    secondary: center('porto'),
    active,
    replicas: 2,
  });
  const topic = pair.addTopic('orders', { partitions: 12, replicas: 3 });
  const [shop, warehouse] = [pair.addUser('shop'), pair.addUser('warehouse')];
  new Producer(pair.active.site, 'shop', { topic, user: shop, replicas: 2 });
  new Consumer(pair.active.site, 'warehouse', { topic, user: warehouse, replicas: 3 });
  return app;
}
