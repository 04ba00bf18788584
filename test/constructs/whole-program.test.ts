import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as PlainApp, ApiObject, JsonPatch, Testing } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { parse } from 'yaml';
import {
  App,
  Consumer,
  FindingsError,
  KafkaCluster,
  formatFindings,
  Listener,
  Mirror,
  Producer,
  Site,
  Storage,
  StrimziRelease,
  type KafkaTopic,
} from '../../src';
import { findings } from './harness';

const storage = Storage.persistentClaim({ size: '20Gi' });
let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'program-'));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

function faultsOf(run: () => void): FindingsError {
  try {
    run();
  } catch (error) {
    if (error instanceof FindingsError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

/** A program with everything wrong that people get wrong. */
function faulty(): App {
  const app = new App({ outdir });
  const site = new Site(app, 'site', { release: StrimziRelease.V1_2 });
  const europe = new KafkaCluster(site, 'europe', { brokers: 3, storage: Storage.persistentClaim({ size: 'plenty' }) });
  const us = new KafkaCluster(site, 'US_east', { brokers: 3, storage, version: '2.4.0' });
  europe.addTopic('orders', { replicas: 9 });
  europe.addTopic('orders');
  europe.addTopic('long', { topicName: 'x'.repeat(250) });
  const topic = europe.addTopic('payments');
  topic.grantProduce(us.addUser('shop'));
  new Mirror(site, 'loop', { source: europe, target: europe, topics: [topic] });
  new Mirror(site, 'old', { source: europe, target: us, topics: [topic], engine: 'mirrorMaker' });
  ApiObject.of(topic).addJsonPatch(JsonPatch.add('/spec/partitons', 3));
  return app;
}

describe('a program with faults', () => {
  it('is told all of them at once, each with the construct, the field and what is allowed', () => {
    const { findings, message } = faultsOf(() => {
      faulty().synth();
    });
    const told = findings.map(({ rule, path, field }) => `${rule} ${path} ${field ?? ''}`.trim());
    expect(told).toEqual(
      expect.arrayContaining([
        'volume-size site/europe/europe-dual-role spec.storage.size',
        'legal-name site/US_east metadata.name',
        'kafka-version site/US_east spec.kafka.version',
        'topic-replicas site/europe/orders spec.replicas',
        'unique-name site/europe/orders-topic metadata.name',
        'legal-name site/europe/long spec.topicName',
        'grant-at-own-cluster site/US_east/user:shop',
        'mirror-ends-apart site/loop spec.mirrors[0]',
        'release-has-noun site/old',
        'schema-accepts site/europe/payments spec.partitons',
      ]),
    );
    expect(message).toContain('nothing was written');
    for (const finding of findings) expect(`${finding.allowed ?? ''}${finding.remedy ?? ''}`).not.toBe('');
  });

  it('leaves what an earlier run wrote', () => {
    mkdirSync(outdir, { recursive: true });
    writeFileSync(join(outdir, 'site.k8s.yaml'), 'kind: Earlier\n');
    faultsOf(() => {
      faulty().synth();
    });
    expect(readdirSync(outdir)).toEqual(['site.k8s.yaml']);
    expect(readFileSync(join(outdir, 'site.k8s.yaml'), 'utf8')).toBe('kind: Earlier\n');
  });

  it('is told of them under a plain cdk8s app too', () => {
    const app = new PlainApp({ outdir });
    const site = new Site(app, 'site', { release: StrimziRelease.V1_2 });
    new KafkaCluster(site, 'europe', { brokers: 1, storage }).addTopic('orders', { replicas: 2 });
    expect(() => {
      app.synth();
    }).toThrow(/topic-replicas at site\/europe\/orders/);
  });

  it('is told of warnings there, once, and they do not end the run', () => {
    const app = new PlainApp({ outdir });
    const site = new Site(app, 'site', { release: StrimziRelease.V1_2 });
    const listeners = [Listener.plain()];
    new KafkaCluster(site, 'europe', { brokers: 1, storage: Storage.ephemeral(), listeners });
    new Site(app, 'other', { release: StrimziRelease.V1_2 });
    const warned = findings(site);
    expect(new Set(warned.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    app.synth();
    expect(stderr.mock.calls).toEqual([[`${formatFindings(warned)}\n`]]);
    stderr.mockRestore();
    expect(readdirSync(outdir)).toContain('site.k8s.yaml');
  });
});

describe('a sound program', () => {
  function program(order: 'one' | 'other'): string {
    const app = new App({ outdir });
    const site = new Site(app, 'site', { release: StrimziRelease.V1_2 });
    const cluster = (name: string): KafkaCluster => new KafkaCluster(site, name, { brokers: 3, storage });
    const clusters =
      order === 'one' ? [cluster('europe'), cluster('us')] : [cluster('us'), cluster('europe')].reverse();
    const [europe, us] = clusters as [KafkaCluster, KafkaCluster];
    const topic = (name: string): KafkaTopic =>
      europe.addTopic(name, { config: { 'segment.ms': 100, 'retention.ms': 200 } });
    const topics = order === 'one' ? [topic('a'), topic('b')] : [topic('b'), topic('a')].reverse();
    const steps = [
      () =>
        new Mirror(site, 'mirror', {
          source: europe,
          target: us,
          topics: order === 'one' ? topics : [...topics].reverse(),
        }),
      () => new Producer(site, 'shop', { topic: topics[0] as KafkaTopic }),
      () => new Consumer(site, 'stock', { topic: (topics[1] as KafkaTopic).at(us) }),
    ];
    for (const step of order === 'one' ? steps : steps.reverse()) step();
    return app.synthYaml();
  }

  it('gives the same bytes in whatever order it says the same', () => {
    expect(program('other')).toBe(program('one'));
  });

  it('gives the same objects to the tools of cdk8s', () => {
    const site = new Site(new PlainApp(), 'site', { release: StrimziRelease.V1_2 });
    const cluster = new KafkaCluster(site, 'europe', { brokers: 3, storage });
    ApiObject.of(cluster).addJsonPatch(JsonPatch.replace('/spec/kafka/version', '4.2.0'));
    expect(Testing.synth(site)).toMatchObject([
      { kind: 'Kafka', spec: { kafka: { version: '4.2.0' } } },
      { kind: 'KafkaNodePool' },
    ]);
    expect(ApiObject.of(cluster)).toBe(cluster);
  });

  it('may have constructs of cdk8s-plus at its sites, written as cdk8s writes them', () => {
    const withConfig = <A extends PlainApp>(app: A): A => {
      const site = new Site(app, 'site', { release: StrimziRelease.V1_2 });
      new ConfigMap(site, 'settings', { metadata: { name: 'settings' }, data: { colour: 'green', on: 'off' } });
      return app;
    };
    const ours = withConfig(new App({ outdir })).synthYaml();
    expect(parse(ours)).toEqual(parse(withConfig(new PlainApp({ outdir })).synthYaml()));
    expect(parse(ours)).toMatchObject({ kind: 'ConfigMap', metadata: { namespace: 'site' }, data: { on: 'off' } });
  });
});
