import type { Duration, Size } from 'cdk8s';
import { App as PlainApp } from 'cdk8s';
import type { Construct } from 'constructs';
import type { FindingsError, Finding, KafkaTopicProps } from '../../src';
import {
  App,
  check,
  Consumer,
  KafkaCluster,
  KafkaTopic,
  Listener,
  Mirror,
  NodePool,
  Placement,
  Platform,
  Producer,
  Sampler,
  Site,
  Storage,
  StrimziRelease,
  StrimziValidation,
  TraceStorage,
  Jaeger,
} from '../../src';
import { findings, newCluster, newSite } from './harness';

/** Props as a program in JavaScript, or a file, has them: of whatever type. */
function loose(value: unknown): never {
  return value as never;
}

function modern(): Site {
  return newSite({ release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
}

/** Rule, path and field of each finding. */
function told(site: Site): string[] {
  return findings(site).map(({ rule, path, field, severity }) =>
    [severity === 'warning' ? `${rule} (warning)` : rule, path.replace(/^site\//, ''), field].join(' '),
  );
}

describe('props that are not of their type', () => {
  it('are told all at once, with what was given, what is allowed and the nearest name', () => {
    const site = modern();
    const cluster = newCluster(site);
    const user = cluster.addUser('shop', {
      acls: [{ resource: { type: 'topic', name: 'x' }, operations: loose(['read']) }],
      quotas: loose({ producerByterate: 5 }),
    });
    cluster.addTopic('orders', loose({ partition: 3 })).grantConsume(user, loose(undefined));
    new Mirror(site, 'mirror', { source: cluster, target: cluster, topics: [], replicationPolicy: loose('Default') });
    expect(findings(site)).toMatchObject([
      {
        rule: 'prop-value',
        path: 'site/europe/user:shop',
        field: 'acls[0].operations[0]',
        given: 'read',
        remedy: 'Write "Read".',
      },
      {
        rule: 'prop-unknown',
        path: 'site/europe/user:shop',
        field: 'quotas.producerByterate',
        remedy: 'Write producerByteRate, or leave it out.',
      },
      {
        rule: 'prop-unknown',
        path: 'site/europe/orders',
        field: 'partition',
        message: 'There is no prop partition; did you mean partitions?',
      },
      {
        rule: 'prop-missing',
        path: 'site/europe/orders',
        field: 'grantConsume(group)',
        allowed: 'a text or an object with prefix',
      },
      {
        rule: 'prop-value',
        path: 'site/mirror',
        field: 'replicationPolicy',
        given: 'Default',
        allowed: '"identity" or "default", an object with separator or an object with className, names',
      },
    ]);
  });

  it('are called by the class that made them, where there should be a list of them', () => {
    const site = newSite();
    newCluster(site, 'europe', loose({ listeners: Listener.tls() }));
    expect(findings(site)[0]?.message).toBe('listeners cannot be a Listener.');
  });

  it('are told of constructs that cannot be made without them', () => {
    const app = new PlainApp();
    const site = new Site(app, 'site', loose({ release: '1.2' }));
    new Site(app, 'other', loose(undefined));
    new KafkaCluster(site, 'europe', loose({ brokers: 3, storage: '20Gi', listeners: [{ name: 'tls' }] }));
    new KafkaCluster(site, 'us', loose(undefined));
    new Mirror(site, 'mirror', loose({ topics: [5] }));
    new Producer(site, 'checkout', loose({ topic: 'orders' }));
    expect(told(site)).toEqual([
      'prop-type site release',
      'prop-type europe storage',
      'prop-type europe listeners[0]',
      'prop-missing us brokers',
      'prop-missing us storage',
      'prop-missing mirror target',
      'prop-type mirror topics[0]',
      'prop-missing mirror source',
      'prop-type checkout topic',
      'prop-missing other release',
    ]);
    expect(findings(site)[0]?.remedy).toBe('Give StrimziRelease.of("1.2").');
    expect(findings(site)[1]?.remedy).toMatch(/^Give Storage.persistentClaim\(...\), /);
    expect(findings(site)[2]?.remedy).toMatch(/Listener.tls\(...\)/);
  });

  it('are told of whoever takes the value that was made of them, once', () => {
    const site = modern();
    const storage = Storage.persistentClaim(loose({ size: 20, storageclass: 'fast' }));
    newCluster(site, 'europe', { storage, placement: Placement.zone(loose(5)) });
    newCluster(site, 'us', { storage });
    new Jaeger(site, 'jaeger', {
      sampler: Sampler.ratio(2),
      storage: TraceStorage.badger({ size: '1Gi', keep: loose('90m') }),
    });
    new NodePool(site, 'more', {
      cluster: newCluster(site, 'asia'),
      replicas: 1,
      storage: Storage.jbod(Storage.ephemeral(), Storage.jbod(Storage.ephemeral())),
    });
    expect(told(site)).toEqual([
      'prop-type europe storage.size',
      'prop-unknown europe storage.storageclass',
      'prop-type europe placement.zone',
      'prop-type jaeger storage.keep',
      'prop-value jaeger sampler.ratio',
      'prop-value more storage.volumes[1]',
    ]);
    expect(findings(site)[0]).toMatchObject({ given: 20, remedy: 'Give Size.gibibytes(20).' });
  });

  it('are told of a placement in none of the zones', () => {
    const site = modern();
    newCluster(site, 'europe', { placement: Placement.zone([]) });
    expect(told(site)).toEqual(['prop-value europe placement.zone']);
  });

  it('tell no secret', () => {
    const site = modern();
    const cluster = newCluster(site);
    cluster.addUser('shop', { authentication: 'scram-sha-512', password: loose('hunter2') });
    cluster.addUser('till', { authentication: 'scram-sha-512', password: loose({ secret: 5, kee: 'hunter2' }) });
    new Consumer(site, 'cash', {
      topic: cluster.addTopic('orders', { partitions: 1, replicas: 2 }),
      env: [loose({ name: 'PASSWORD', valu: 'hunter2' })],
      image: loose({ password: 'hunter2' }),
    });
    expect(told(site)).toHaveLength(5);
    expect(JSON.stringify(findings(site))).not.toContain('hunter2');
  });

  it('are null, which is no way to leave one out', () => {
    const site = modern();
    newCluster(site).addTopic('orders', { partitions: loose(null) });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-type', field: 'partitions', given: null, message: 'partitions is null.' },
    ]);
  });

  it('hide nothing that is wrong with others beside them', () => {
    const site = modern();
    const cluster = newCluster(site);
    cluster.addTopic('orders', { partitions: 1, replicas: 9 });
    cluster.addTopic('bills', loose({ partitons: 1 }));
    cluster.addUser('till', loose({ quotas: { consumerByteRate: '1' } }));
    expect(told(site)).toEqual([
      'prop-unknown europe/bills partitons',
      'prop-type europe/user:till quotas.consumerByteRate',
      'topic-replicas europe/orders spec.replicas',
    ]);
  });

  it('of a topic that is referred to are told with its name, where it has one', () => {
    const site = modern();
    const cluster = newCluster(site);
    const user = cluster.addUser('till');
    KafkaTopic.fromTopicName(cluster, 'orders').grantConsume(user, loose(5));
    KafkaTopic.fromTopicName(cluster, loose(5)).grantConsume(user, loose(5));
    expect(told(site)).toEqual([
      'prop-type europe fromTopicName(id)',
      'prop-type europe/user:till orders.grantConsume(group)',
      'prop-type europe/user:till grantConsume(group)',
    ]);
  });

  it('that nobody can read are told as no props', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const site = modern();
    new KafkaCluster(site, 'europe', proxy as never);
    expect(told(site)).toEqual(['prop-type europe props']);
  });

  it('end a run of the app, and nothing that follows from what took their place is told', () => {
    const app = new App({ outdir: 'nowhere', name: 'test', ...({ validat: true } as object) });
    const site = new Site(app, 'site', {
      release: StrimziRelease.V1_2,
      waivers: { 'topic-replicas': 'Brokers follow.' },
    });
    const cluster = newCluster(site, 'europe', loose({ broker: 3, brokers: undefined }));
    cluster.addTopic('orders', { partitions: 1, replicas: 9 });
    new Consumer(site, 'till', { topic: KafkaTopic.fromTopicName(cluster, 'orders'), listener: 'external' });
    const sound = newCluster(site, 'us');
    sound.addTopic('us-orders', { partitions: 0, replicas: 1 });
    try {
      app.synthYaml();
      throw new Error('nothing was found');
    } catch (error) {
      const all = (error as FindingsError).findings.map(({ rule, path, field }) => [rule, path, field]);
      expect(all).toEqual([
        ['prop-unknown', 'App', 'validat'],
        ['prop-unknown', 'site/europe', 'broker'],
        ['prop-value', 'site/us/us-orders', 'partitions'],
      ]);
    }
  });
});

describe('props that are as they have to be', () => {
  it('may be frozen, have no prototype, or be instances with getters', () => {
    class Settings {
      readonly partitions = 3;
      get replicas(): number {
        return 2;
      }
    }
    const site = modern();
    const cluster = newCluster(site);
    const bare = Object.assign(Object.create(null) as object, { partitions: 3, replicas: 2 });
    const made = [Object.freeze({ partitions: 3, replicas: 2 }), bare, new Settings()].map((props, at) =>
      cluster.addTopic(`topic-${at}`, props as KafkaTopicProps).toRecord(),
    );
    expect(told(site)).toEqual([]);
    for (const record of made) expect(record).toMatchObject({ partitions: 3, replicas: 2 });
  });

  it('may hold values of another copy of a package', () => {
    const size = { toKibibytes: () => 1024 ** 2 } as unknown as Size;
    const duration = { toMilliseconds: () => 1000 } as unknown as Duration;
    const app = new PlainApp();
    const site = new Site(app, 'site', { release: StrimziRelease.V1_2, kubernetesCluster: 'here' });
    newCluster(site, 'europe', { storage: Storage.persistentClaim({ size }) }).addTopic('orders', {
      partitions: 1,
      replicas: 2,
      retention: duration,
    });
    let other: typeof import('../../src') | undefined;
    jest.isolateModules(() => {
      other = jest.requireActual('../../src');
    });
    expect(other?.Listener).not.toBe(Listener);
    newCluster(site, 'us', { listeners: [other!.Listener.tls()], storage: other!.Storage.ephemeral() });
    new Site(app, 'next', {
      release: other!.StrimziRelease.V1_2,
      platform: other!.Platform.OPENSHIFT,
    });
    expect(Platform.OPENSHIFT).not.toBe(other!.Platform.OPENSHIFT);
    expect(told(site)).toEqual([]);
  });
});

describe('props that the class does not know', () => {
  it('are a warning where no name is near', () => {
    const site = modern();
    const shared = { replicas: 2, owner: 'shop' };
    newCluster(site).addTopic('orders', { partitions: 1, ...shared });
    expect(told(site)).toEqual(['prop-unknown (warning) europe/orders owner']);
  });

  it("may be those of a team's own class", () => {
    interface TeamProps extends KafkaTopicProps {
      readonly owner: string;
      readonly retentionDays: number;
    }
    class TeamTopic extends KafkaTopic {
      readonly owner: string;

      constructor(scope: Construct, id: string, props: TeamProps) {
        super(scope, id, props);
        this.owner = props.owner;
      }
    }
    const site = modern();
    const cluster = newCluster(site);
    new TeamTopic(cluster, 'orders', { partitions: 1, replicas: 2, owner: 'shop', retentionDays: 3 });
    expect(told(site)).toEqual([]);
    new TeamTopic(cluster, 'bills', loose({ partition: 1, replicas: 2, partitoins: 2 }));
    new TeamTopic(cluster, 'notes', loose({ partitions: 'one', replicas: 1 }));
    expect(told(site)).toEqual([
      'prop-unknown (warning) europe/bills partition',
      'prop-unknown (warning) europe/bills partitoins',
      'prop-type europe/notes partitions',
    ]);
  });

  it('can be waived at the site', () => {
    const site = modern();
    const waived = newSite({ release: StrimziRelease.V1_2, waivers: { 'prop-unknown': 'Our scripts read them.' } });
    for (const each of [site, waived])
      newCluster(each).addTopic('orders', loose({ partitions: 1, replicas: 2, owner: 1 }));
    expect([told(site).length, told(waived).length]).toEqual([1, 0]);
  });
});

describe('what no construct can tell', () => {
  it('is an error at once', () => {
    expect(() => new KafkaTopic(loose('europe'), 'orders')).toThrow(
      'new KafkaTopic: scope cannot be a text. Given: "europe". Allowed: a Construct. Give a Construct.',
    );
    expect(() => new StrimziValidation(loose({ relese: '1.2' }))).toThrow(/relese: .*did you mean release\?/);
  });

  it('is told by check of its sites', () => {
    const [finding] = check(loose({ release: '1.2', manifests: [] })) as [Finding];
    expect(finding).toMatchObject({ rule: 'prop-type', path: 'check', field: 'sites.release' });
  });
});

it('a Map or a Set given as settings is told: it has no fields, and nothing of it would be written', () => {
  const site = modern();
  const cluster = newCluster(site);
  const settings = new Map([['retention.ms', 5]]);
  cluster.addTopic('orders', { config: loose(settings), overrides: loose({ spec: { config: settings } }) });
  cluster.addTopic('bills', { config: loose(new Set(['retention.ms'])) });
  expect(told(site)).toEqual([
    expect.stringMatching(/^prop-type .*orders config$/),
    expect.stringMatching(/^prop-type .*orders overrides.spec.config$/),
    expect.stringMatching(/^prop-type .*bills config$/),
  ]);
  expect(findings(site)[0]).toMatchObject({ given: 'a Map', remedy: 'Give Object.fromEntries() of it.' });
});
