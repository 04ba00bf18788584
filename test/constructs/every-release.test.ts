import { Jaeger, Mirror, Producer, StrimziRelease } from '../../src';
import { findings, newCluster, newSite } from './harness';

const releases = StrimziRelease.ALL.map((release) => ({ name: release.name, release }));

test.each(releases)(
  '$name takes clusters, a topic, a user, mirrors and a traced client as they are written',
  ({ release }) => {
    const site = newSite({ release });
    const source = newCluster(site);
    const target = newCluster(site, 'us');
    const topic = source.addTopic('orders', { partitions: 1, replicas: 3 });
    topic.grantConsume(source.addUser('audit'), 'audit');
    const tracing = new Jaeger(site, 'traces');
    for (const engine of release.facts.mirrorEngines) {
      const byDefault = engine === 'mirrorMaker2' && !release.facts.mirrorMaker2.identityPolicy;
      const policy = byDefault ? { replicationPolicy: 'default' as const } : {};
      new Mirror(site, engine.toLowerCase(), { source, target, topics: [topic], engine, tracing, ...policy });
    }
    new Producer(site, 'shop', { topic, tracing });

    expect(findings(site).filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);
