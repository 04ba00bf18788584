import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as PlainApp, Chart, Helm, Include, JsonPatch, Lazy, Testing, type IResolver } from 'cdk8s';
import { KafkaTopic as TypedTopic } from '../../imports/strimzi-v1';
import {
  App,
  FindingsError,
  KafkaCluster,
  Listener,
  Mirror,
  readManifest,
  Resource,
  Site,
  Storage,
  StrimziRelease,
  type KafkaTopic,
  type SiteProps,
} from '../../src';
import { noteFault } from '../../src/constructs/faults';
import { isWriter } from '../../src/constructs/written';
import type { TopicRecord } from '../../src/model/topic';

const storage = Storage.persistentClaim({ size: '20Gi' });
const V1 = 'kafka.strimzi.io/v1';
const labels = { 'strimzi.io/cluster': 'europe' };

interface Program {
  readonly site: Site;
  readonly cluster: KafkaCluster;
  readonly topic: KafkaTopic;
}

function program(app: PlainApp, props: Partial<SiteProps> = {}): Program {
  const site = new Site(app, 'site', { release: StrimziRelease.V1_2, ...props });
  const cluster = new KafkaCluster(site, 'europe', { brokers: 3, storage });
  return { site, cluster, topic: cluster.addTopic('orders', { replicas: 3 }) };
}

/** The errors of a run under an app of the library. */
function errorsOfApp(app: App): string[] {
  try {
    app.synthYaml();
    return [];
  } catch (error) {
    if (!(error instanceof FindingsError)) throw error;
    return error.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, path, field = '' }) => `${rule} ${path} ${field}`);
  }
}

/** The same of a text that cdk8s makes of validation messages. */
function errorsOfText(text: string): string[] {
  return [...text.matchAll(/error ([\w-]+) at (\S+(?: items\[\d+\])*):.*(?:\n *field: +(.*))?/g)].map(
    ([, rule = '', path = '', field = '']) => `${rule} ${path} ${field}`,
  );
}

function thrown(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return String(error);
  }
}

/** What is told in each of the ways that a program is synthesized. */
function toldEverywhere(build: (app: PlainApp) => Program): string[] {
  const ours = errorsOfApp(((app) => (build(app), app))(new App()));
  const plainApp = new PlainApp();
  const { site } = build(plainApp);
  const plain = errorsOfText(thrown(() => plainApp.synthYaml()));
  const testing = errorsOfText(thrown(() => Testing.synth(site) as unknown));
  expect(plain.sort()).toEqual(ours.sort());
  expect(testing.sort()).toEqual(ours);
  const { site: siteOfOurs } = build(new App());
  expect(errorsOfText(thrown(() => Testing.synth(siteOfOurs) as unknown)).sort()).toEqual(ours);
  return ours;
}

describe('a JSON patch', () => {
  it('is judged: a topic with more replicas than brokers', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      made.topic.addJsonPatch(JsonPatch.replace('/spec/replicas', 9));
      return made;
    });
    expect(told).toEqual(['topic-replicas site/europe/orders spec.replicas']);
  });

  it('mends what a prop says', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      made.cluster.addTopic('much', { replicas: 9 }).addJsonPatch(JsonPatch.replace('/spec/replicas', 3));
      return made;
    });
    expect(told).toEqual([]);
  });

  it('mends and breaks through other objects: fewer brokers, no authorization', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      made.topic.grantProduce(made.cluster.addUser('shop'));
      made.cluster.addJsonPatch(JsonPatch.remove('/spec/kafka/authorization'));
      const pool = ApiObject.of(made.cluster.node.findChild('europe-dual-role'));
      pool.addJsonPatch(JsonPatch.replace('/spec/replicas', 1));
      return made;
    });
    expect(told).toEqual([
      'acl-needs-authorization site/europe/user:shop spec.authorization',
      'broker-replication site/europe spec.kafka.config["default.replication.factor"]',
      'broker-replication site/europe spec.kafka.config["min.insync.replicas"]',
      'broker-replication site/europe spec.kafka.config["offsets.topic.replication.factor"]',
      'broker-replication site/europe spec.kafka.config["transaction.state.log.min.isr"]',
      'broker-replication site/europe spec.kafka.config["transaction.state.log.replication.factor"]',
      'topic-replicas site/europe/orders spec.replicas',
    ]);
  });

  it('does not hide what the release cannot say, unless it takes over the field', () => {
    const lost = (patch?: JsonPatch): string[] =>
      toldEverywhere((app) => {
        const made = program(app, { release: StrimziRelease.V0_18 });
        const listeners = [Listener.tls(), Listener.clusterIp('inside')];
        const cluster = new KafkaCluster(made.site, 'u', { brokers: 3, storage, listeners });
        if (patch) cluster.addJsonPatch(patch);
        return made;
      }).filter((each) => each.startsWith('release-says-field site/u'));
    expect(lost()).toHaveLength(1);
    expect(lost(JsonPatch.add('/metadata/annotations', { a: 'b' }))).toEqual(lost());
  });
});

describe('an object that no construct of the library made', () => {
  const topic = (replicas: number) => ({ metadata: { name: 't', labels }, spec: { partitions: 1, replicas } });

  it.each<[string, (site: Site) => ApiObject]>([
    ['plain', (site) => new ApiObject(site, 't', { apiVersion: V1, kind: 'KafkaTopic', ...topic(9) })],
    ['typed', (site) => new TypedTopic(site, 't', topic(9))],
    [
      'in a chart within the site',
      (site) => new TypedTopic(new Chart(site, 'in', { namespace: 'site' }), 't', topic(9)),
    ],
  ])('is judged: %s', (_, add) => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      add(made.site);
      return made;
    });
    expect(told).toEqual([expect.stringMatching(/^topic-replicas site\/.*t spec\.replicas$/)]);
  });

  it('is judged as its patches leave it', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      new TypedTopic(made.site, 't', topic(9)).addJsonPatch(JsonPatch.replace('/spec/replicas', 2));
      return made;
    });
    expect(told).toEqual([]);
  });

  it('is told where the release does not serve it', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      new ApiObject(made.site, 't', { apiVersion: 'kafka.strimzi.io/v1beta2', kind: 'KafkaTopic', ...topic(2) });
      new ApiObject(made.site, 'm', { apiVersion: V1, kind: 'KafkaMirrorMaker' });
      return made;
    });
    expect(told).toEqual(['served-by-release site/m kind', 'served-by-release site/t apiVersion']);
  });

  it('is told where it is a collector with nulls, which cdk8s drops', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      const config = {
        receivers: { events: null, otlp: { protocols: { grpc: null } } },
        exporters: { debug: {} },
        service: { pipelines: { logs: { receivers: ['events', 'otlp'], exporters: ['debug'] } } },
      };
      const collector = { apiVersion: 'opentelemetry.io/v1beta1', kind: 'OpenTelemetryCollector', spec: { config } };
      new ApiObject(made.site, 'otel', collector);
      new ApiObject(made.site, 'mended', collector).addJsonPatch(
        JsonPatch.replace('/spec/config/receivers', { events: {}, otlp: { protocols: { grpc: {} } } }),
      );
      return made;
    });
    expect(told).toEqual([
      'collector-config site/otel spec.config.receivers.events',
      'collector-config site/otel spec.config.receivers.otlp.protocols.grpc',
    ]);
  });

  it('is judged where a file is included', () => {
    const folder = mkdtempSync(join(tmpdir(), 'include-'));
    const file = join(folder, 'there.yaml');
    writeFileSync(
      file,
      `apiVersion: ${V1}\nkind: Kafka\nmetadata: {name: k}\nspec: {kafka: {version: 2.0.0, listeners: [{name: a, port: 9404, type: internal, tls: false}]}}\n---\napiVersion: ${V1}\nkind: KafkaTopic\nmetadata: {name: t, labels: {strimzi.io/cluster: europe}}\nspec: {replicas: 4}\n`,
    );
    const told = toldEverywhere((app) => {
      const made = program(app);
      new Include(made.site, 'there', { url: file });
      return made;
    });
    rmSync(folder, { recursive: true });
    expect(told).toEqual([
      'kafka-cluster-nodes site/there/k-kafka ',
      'kafka-version site/there/k-kafka spec.kafka.version',
      'listener-sound site/there/k-kafka spec.kafka.listeners[0].port',
      'topic-replicas site/there/t-kafkatopic spec.replicas',
    ]);
    expect(Helm.prototype).toBeInstanceOf(Include); // What is judged of the one is judged of the other.
  });

  it('is judged item by item where it is a List', () => {
    const told = toldEverywhere((app) => {
      const made = program(app);
      const item = { apiVersion: V1, kind: 'KafkaTopic', ...topic(9), metadata: { ...topic(9).metadata, name: 't' } };
      new ApiObject(made.site, 'all', { apiVersion: 'v1', kind: 'List', items: [item] });
      return made;
    });
    expect(told).toEqual([expect.stringMatching(/^topic-replicas site\/all items\[0\] spec\.replicas$/)]);
  });
});

describe('values that are known at last', () => {
  it('are written, and judged as they are', () => {
    const build = (replicas: number) => (app: PlainApp) => {
      const made = program(app);
      const late = Lazy.any({ produce: () => replicas }) as number;
      made.cluster.addTopic('late', { replicas: late, config: { 'retention.ms': { resolve: () => 7 } as never } });
      return made;
    };
    expect(toldEverywhere(build(3))).toEqual([]);
    expect(toldEverywhere(build(9))).toEqual(['topic-replicas site/europe/late spec.replicas']);
    const plain = new PlainApp();
    build(2)(plain);
    const ours = new App();
    build(2)(ours);
    for (const app of [plain, ours]) expect(app.synthYaml()).toMatch(/replicas: 2\n {2}config:\n {4}retention.ms: 7/);
  });

  it("of a team's own resolvers are written, and judged as they are, in every object", () => {
    class Times implements IResolver {
      resolve(context: Parameters<IResolver['resolve']>[0]): void {
        if (context.key.at(-1) === 'replicas' && context.value === 3 && context.obj.kind === 'KafkaTopic')
          context.replaceValue(4);
      }
    }
    const ours = new App({ resolvers: [new Times()] });
    const { site } = program(ours);
    expect(errorsOfApp(ours)).toEqual(['topic-replicas site/europe/orders spec.replicas']);
    const plain = new PlainApp({ resolvers: [new Times()] });
    program(plain);
    expect(errorsOfText(thrown(() => plain.synthYaml()))).toEqual(errorsOfApp(ours));
    expect(site.node.tryFindChild('europe')).toBeDefined();
  });
});

describe('what a resource says', () => {
  it('is what is read from its manifest, labels that are added later and all', () => {
    const made = program(new App());
    const us = new KafkaCluster(made.site, 'us', { brokers: 3, storage });
    new Mirror(made.site, 'there', { source: made.cluster, target: us, topics: [made.topic] });
    made.topic.grantConsume(made.cluster.addUser('shop'), 'group');
    made.topic.metadata.addLabel('team', 'shop');
    us.metadata.addAnnotation('note', 'b');
    us.metadata.addAnnotation('about', 'a');
    const writers = made.site.node.findAll().filter(isWriter);
    expect(writers.length).toBeGreaterThan(8);
    for (const writer of writers) {
      const { manifest, says } = writer.written();
      const { noun, record } = readManifest(manifest) ?? {};
      expect(says).toEqual({ noun, record });
    }
    expect(made.topic.written().says?.record.labels).toEqual({ team: 'shop' });
  });

  it('is read where its metadata says more than a record holds', () => {
    const { topic } = program(new App());
    topic.metadata.addFinalizers('keep');
    expect(topic.written().says).toBeUndefined();
    expect(topic.toJson().metadata).toEqual({
      name: 'orders',
      namespace: 'site',
      labels: { 'strimzi.io/cluster': 'europe' },
      finalizers: ['keep'],
    });
  });
});

describe('several sites', () => {
  it('are judged together, each fault once, under every app', () => {
    const told = toldEverywhere((app) => {
      const made = program(app, { kubernetesCluster: 'one' });
      const other = new Site(app, 'other', { release: StrimziRelease.V1_2, kubernetesCluster: 'one' });
      const us = new KafkaCluster(other, 'us', { brokers: 3, storage });
      new Mirror(other, 'there', { source: made.cluster, target: us, topics: [made.topic] });
      new Mirror(made.site, 'back', { source: us, target: made.cluster, topics: [made.topic.at(us)] });
      return made;
    });
    expect(told).toEqual(['mirror-loop other/there spec.mirrors[0]']);
  });

  it('have waivers of their own', () => {
    const app = new App();
    const made = program(app, { waivers: { 'topic-replicas': 'Brokers follow.' } });
    made.cluster.addTopic('many', { replicas: 9 });
    program(new Chart(app, 'two') as unknown as PlainApp).cluster.addTopic('many', { replicas: 9 });
    expect(errorsOfApp(app)).toEqual(['topic-replicas two/site/europe/many spec.replicas']);
  });
});

it('a mirror of no topics is told', () => {
  const told = toldEverywhere((app) => {
    const made = program(app);
    const us = new KafkaCluster(made.site, 'us', { brokers: 3, storage });
    new Mirror(made.site, 'idle', { source: made.cluster, target: us, topics: [] });
    return made;
  });
  expect(told).toEqual(['mirror-pattern site/idle spec.mirrors[0].topicsPattern']);
});

it('an object that cannot be made is told, whatever else was said of it and taken', () => {
  class Broken extends Resource<TopicRecord> {
    constructor(scope: Site) {
      super(scope, 'broken', { noun: 'topic', entry: scope.release.dialect.topic });
      noteFault(this, { rule: 'cluster-in-reach', message: 'There is no way.' });
      noteFault(this, { rule: 'secret-at-hand', message: 'Copy it.' });
    }

    toRecord(): TopicRecord {
      throw new Error('no record');
    }
  }
  const app = new App();
  const waivers = { 'cluster-in-reach': 'It comes.', 'secret-at-hand': 'It is copied.' };
  new Broken(new Site(app, 'site', { release: StrimziRelease.V1_2, waivers }));
  expect(errorsOfApp(app)).toEqual(['is-writable site/broken ']);
});

it.each([
  [
    'leads to nothing',
    JsonPatch.replace('/spec/nope/deep', 1),
    /^error is-writable at s\/k: The JSON patch "replace \/spec\/nope\/deep" cannot be applied: it leads to nothing\.\n {4}field: {3}spec\.nope\.deep\n {4}do: {6}Give the patch the path/m,
  ],
  [
    'tests for another value',
    JsonPatch.test('/spec/kafka/version', '1'),
    /^error is-writable at s\/k: The JSON patch "test \/spec\/kafka\/version" cannot be applied: another value is there\.$/m,
  ],
  ['leaves no object', JsonPatch.replace('', null), /^error is-manifest at s\/k: /m],
])('a patch that %s is told, with what to look at', (_, patch, message) => {
  const app = new App();
  const site = new Site(app, 's', { release: StrimziRelease.V1_2 });
  const cluster = new KafkaCluster(site, 'k', { brokers: 3, storage: Storage.persistentClaim({ size: '10Gi' }) });
  ApiObject.of(cluster).addJsonPatch(patch);
  expect(() => app.synthYaml()).toThrow(message);
});

it('a label that names another cluster is told to be written over', () => {
  const app = new App();
  const site = new Site(app, 's', { release: StrimziRelease.V1_2 });
  const cluster = new KafkaCluster(site, 'k', { brokers: 3, storage: Storage.persistentClaim({ size: '10Gi' }) });
  const told = jest.spyOn(app as unknown as { warn: (findings: readonly unknown[]) => void }, 'warn').mockReturnValue();
  cluster.addTopic('own', { labels: { 'strimzi.io/cluster': 'k' } });
  cluster.addTopic('other', { labels: { 'strimzi.io/cluster': 'else' } });
  cluster.addTopic('late').metadata.addLabel('strimzi.io/cluster', 'later');
  expect(app.synthYaml()).not.toContain('strimzi.io/cluster: else');
  expect(told.mock.calls[0]?.[0]).toEqual(
    [
      { path: 's/k/late', given: 'later' },
      { path: 's/k/other', given: 'else' },
    ].map(
      (each) =>
        expect.objectContaining({ ...each, rule: 'cluster-label', severity: 'warning', allowed: 'k' }) as unknown,
    ),
  );
});
