import { KafkaBridge, KafkaConnect, KafkaCluster, Storage, StrimziRelease, type KafkaObjects } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

const MARKS = { labels: { team: 'shop' }, annotations: { 'example.com/a': 'b' } };

function cluster(release: StrimziRelease, objects: KafkaObjects) {
  const site = newSite({ release });
  new KafkaCluster(site, 'kafka', { brokers: 3, storage: Storage.persistentClaim({ size: '1Gi' }), objects });
  return site;
}

function templateOf(site: ReturnType<typeof newSite>, kind: string, name: string): unknown {
  const spec = manifest(site, kind, name).spec as { readonly template?: object; readonly kafka?: object };
  return 'kafka' in spec ? (spec.kafka as { readonly template?: object }).template : spec.template;
}

describe('objects that an operator makes', () => {
  it('for brokers have labels and annotations of their own, where something is said of them', () => {
    const site = cluster(StrimziRelease.V1_2, {
      bootstrapService: MARKS,
      perPodRoute: { annotations: MARKS.annotations },
      podSet: { labels: MARKS.labels },
      brokersService: {},
      perPodService: { labels: {} },
    });
    expect(findings(site)).toEqual([]);
    expect(templateOf(site, 'Kafka', 'kafka')).toEqual({
      bootstrapService: { metadata: MARKS },
      perPodRoute: { metadata: { annotations: MARKS.annotations } },
      podSet: { metadata: { labels: MARKS.labels } },
    });
  });

  it('are said of nothing that the release does not make', () => {
    const told = (release: StrimziRelease, objects: KafkaObjects) =>
      findings(cluster(release, objects)).map(({ field }) => field);
    expect(told(StrimziRelease.V0_18, { podSet: MARKS })).toContain('spec.kafka.template.podSet');
    expect(told(StrimziRelease.V0_18, { statefulset: MARKS })).toEqual([]);
    expect(told(StrimziRelease.V1_2, { statefulset: MARKS })).toContain('spec.kafka.template.statefulset');
  });

  it('for Connect workers and bridges are said in the same words', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const kafka = newCluster(site);
    new KafkaConnect(site, 'connect', { cluster: kafka, objects: { apiService: MARKS, serviceAccount: MARKS } });
    new KafkaBridge(site, 'bridge', { cluster: kafka, objects: { apiService: MARKS } });
    const made = { metadata: MARKS };
    expect(templateOf(site, 'KafkaConnect', 'connect')).toMatchObject({ apiService: made, serviceAccount: made });
    expect(templateOf(site, 'KafkaBridge', 'bridge')).toMatchObject({ apiService: made });
  });
});
