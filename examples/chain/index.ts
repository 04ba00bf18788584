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
 * A plant, its region and the headquarters, each of which sees only the next. The region's mirror copies what the plant's
 * machines measure, and that of the headquarters copies the copy. Nobody writes what it is called there.
 */
export function chain(outdir: string): App {
  const app = new App({ outdir, name: 'chain' });
  const [plant, region, headquarters] = ['plant', 'region', 'headquarters'].map((place) => {
    const site = new Site(app, place, {
      release: StrimziRelease.V1_2,
      platform: Platform.OPENSHIFT,
      ...(place !== 'plant' && {
        waivers: { 'secret-at-hand': 'An ExternalSecret copies what the operators of the place before write.' },
      }),
    });
    new Namespace(site, 'namespace');
    return new KafkaCluster(site, place, {
      brokers: 3,
      storage: Storage.persistentClaim({ size: Size.gibibytes(100) }),
      listeners: [Listener.tls(), Listener.route({ bootstrapHost: `kafka.apps.${place}.example.com` })],
    });
  }) as [KafkaCluster, KafkaCluster, KafkaCluster];

  const measured = plant.addTopic('measured', { partitions: 6, replicas: 3 });
  new Producer(plant.site, 'machines', { topic: measured });
  const replicationPolicy = 'default';
  new Mirror(region.site, 'from-plant', { source: plant, target: region, topics: [measured], replicationPolicy });
  new Mirror(headquarters.site, 'from-region', {
    source: region,
    target: headquarters,
    topics: [measured.at(region)],
    replicationPolicy,
  });
  new Consumer(headquarters.site, 'quality', { topic: measured.at(headquarters) });
  return app;
}
