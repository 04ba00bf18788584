import { App as PlainApp, ApiObject, Include } from 'cdk8s';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KafkaUser, Policy, TeamContent } from '../../src';
import { Duration, KafkaCluster, KafkaTopic, Site, StrimziRelease, Team } from '../../src';
import type { Finding } from '../../src/check/finding';
import { findings, manifest, manifests, newCluster, newSite } from './harness';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'teams-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const V1_2 = { release: StrimziRelease.V1_2 };

function fileOf(text: string, name = 'shop.yaml'): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The site of a team with the file. */
function siteOf(text: string, policies: readonly Policy[] = [], name?: string): Site {
  const site = newSite(V1_2);
  Team.fromFile(newCluster(site), 'shop', { path: fileOf(text, name), policies });
  return site;
}

/** What is wrong with a file, each with its place there. */
function told(text: string, policies?: readonly Policy[]): (Finding & { readonly place: string })[] {
  return findings(siteOf(text, policies)).map((found) => ({
    ...found,
    place: (found.source ?? '').replace(`${folder}/`, ''),
  }));
}

const SOUND = `
# yaml-language-server: $schema=../schemas/team.json
topics:
  - name: shop.orders
    partitions: 12
    replicas: 3
    retention: 7d
    segmentSize: 512Mi
    config: { min.insync.replicas: 2 }
    labels: { team: shop }
  - name: refunds
    topicName: Shop_Refunds
users:
  - name: checkout
    quotas: { producerByteRate: 1048576, controllerMutationRate: 0.5 }
    grants:
      - produce: shop.orders
        transactionalIdPrefix: checkout-
      - consume: { prefix: shop. }
        group: { prefix: checkout }
      - administer: Shop_Refunds
      - transact: checkout
      - streams: totals
        exactlyOnce: true
      - connectWorker: { groupId: workers, storageTopics: [workers-configs] }
`;

/** The same by the constructs of a program. */
function byConstructs(): Site {
  const site = newSite(V1_2);
  const kafka = newCluster(site);
  const orders = kafka.addTopic('shop.orders', {
    partitions: 12,
    replicas: 3,
    config: { 'retention.ms': 604_800_000, 'segment.bytes': 536_870_912, 'min.insync.replicas': 2 },
    labels: { team: 'shop' },
  });
  const refunds = kafka.addTopic('refunds', { topicName: 'Shop_Refunds' });
  const checkout = kafka.addUser('checkout', { quotas: { producerByteRate: 1_048_576, controllerMutationRate: 0.5 } });
  orders.grantProduce(checkout, { transactionalIdPrefix: 'checkout-' });
  kafka.topicsWithPrefix('shop.').grantConsume(checkout, { prefix: 'checkout' });
  refunds.grantAdminister(checkout);
  kafka.grantTransact(checkout, 'checkout');
  kafka.grantStreams(checkout, 'totals', { exactlyOnce: true });
  kafka.grantConnectWorker(checkout, { groupId: 'workers', storageTopics: ['workers-configs'] });
  return site;
}

describe('the file of a team', () => {
  it('gives what the same props and grants of a program give', () => {
    const site = siteOf(SOUND);
    expect(findings(site)).toEqual([]);
    expect(manifests(site)).toEqual(manifests(byConstructs()));
    expect(manifest(site, 'KafkaTopic', 'shop.orders').spec).toMatchObject({ partitions: 12 });
  });

  it('may be JSON, and name its schema', () => {
    const site = siteOf('{"$schema": "team.json", "topics": [{"name": "orders", "partitions": 3}]}', [], 'shop.json');
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'KafkaTopic', 'orders').spec).toEqual({ partitions: 3 });
  });

  it('gives the same as the same data in a program', () => {
    const content: TeamContent = {
      topics: [{ name: 'orders' }],
      users: [{ name: 'a', grants: [{ produce: 'orders' }] }],
    };
    const site = newSite(V1_2);
    new Team(newCluster(site), 'shop', content);
    expect(manifests(site)).toEqual(manifests(siteOf(JSON.stringify(content))));
  });

  it('may be of a cluster that somebody else manages', () => {
    const site = newSite(V1_2);
    const cluster = KafkaCluster.fromClusterName(site, 'theirs');
    const team = Team.fromFile(site, 'shop', { cluster, path: fileOf('topics: [{ name: orders }]') });
    expect(team.topics.map(({ topicName }) => topicName)).toEqual(['orders']);
    expect(manifest(site, 'KafkaTopic', 'orders').metadata.labels).toEqual({ 'strimzi.io/cluster': 'theirs' });
  });

  it('says who asked for a rule', () => {
    const team = Team.fromFile(newCluster(newSite(V1_2)), 'shop', { path: fileOf(SOUND) });
    const [user] = team.users as [KafkaUser];
    expect(user.explain().flatMap(({ reasons }) => reasons.map(({ by }) => by))).toContain('site/europe/team:shop');
  });

  it('may be called as a topic of the cluster is', () => {
    const site = newSite(V1_2);
    const kafka = newCluster(site);
    kafka.addTopic('shop');
    Team.fromFile(kafka, 'shop', { path: fileOf('topics: [{ name: shop.orders }]') });
    expect(findings(site)).toEqual([]);
  });
});

describe('what is wrong with the file of a team is told with file, line and column', () => {
  it.each<readonly [string, string, Partial<Finding> & { readonly place: string }]>([
    [
      'a misspelt key',
      'topics:\n  - name: orders\n    partitons: 3\n',
      {
        rule: 'prop-unknown',
        place: 'shop.yaml:3:16',
        message: 'There is no prop partitons; did you mean partitions?',
      },
    ],
    [
      'a misspelt grant',
      'users:\n  - name: a\n    grants:\n      - consme: orders\n        group: g\n',
      { rule: 'prop-unknown', place: 'shop.yaml:4:17', remedy: 'Write consume, or leave it out.' },
    ],
    [
      'a key of the props that files do not have',
      'topics:\n  - name: orders\n    overrides: {}\n',
      { rule: 'prop-unknown', place: 'shop.yaml:3:5', field: 'topics[0].overrides', severity: 'warning' },
    ],
    ['a name that is missing', 'topics:\n  - partitions: 3\n', { rule: 'prop-missing', place: 'shop.yaml:2:5' }],
    ['a name that is empty', 'users:\n  - name: ""\n', { rule: 'prop-value', place: 'shop.yaml:2:11' }],
    [
      'a number out of bounds',
      'topics:\n  - name: orders\n    partitions: 0\n',
      { rule: 'prop-value', place: 'shop.yaml:3:17', given: 0, allowed: 'a whole number from 1' },
    ],
    [
      'a choice that there is not',
      'users:\n  - name: a\n    authentication: tsl\n',
      { rule: 'prop-value', place: 'shop.yaml:3:21', given: 'tsl', remedy: 'Write "tls".' },
    ],
    [
      'a time that is none',
      'topics:\n  - { name: orders, retention: 7 days }\n',
      { rule: 'prop-value', place: 'shop.yaml:2:32', given: '7 days', path: 'site/europe/team:shop/orders' },
    ],
    [
      'a size that is none',
      'topics:\n  - { name: orders, segmentSize: 1GB }\n',
      { rule: 'prop-value', place: 'shop.yaml:2:34', given: '1GB' },
    ],
    ['a list that is none', 'topics:\n', { rule: 'prop-type', place: 'shop.yaml:1:1', given: null }],
    [
      'a file that is a list',
      '- name: orders\n',
      { rule: 'prop-type', place: 'shop.yaml:1:3', message: 'The file says nothing of topics and users.' },
    ],
    ['YAML that is none', 'topics:\n  - name: orders\n   name: b\n', { rule: 'is-yaml', place: 'shop.yaml:3:1' }],
    ['a key twice', 'topics: []\ntopics: []\n', { rule: 'is-yaml', place: 'shop.yaml:2:1' }],
    ['a second document', 'topics: []\n---\ntopics: []\n', { rule: 'is-yaml', place: 'shop.yaml:3:1' }],
    ['a file that is empty', '# nothing yet\n', { rule: 'prop-type', place: 'shop.yaml' }],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toMatchObject([expected]);
  });

  it('of manifests, by the field that says it', () => {
    const text = `
topics:
  - name: orders
    replicas: 5
    config:
      cleanup.policy: delet
  - name: other
    topicName: a b
    config: { retention.ms: -5 }
  - { name: kept, config: { cleanup.policy: compact }, retention: 1d }
users:
  - name: plain
    authentication: scram-sha-512
`;
    const placed = told(text, [{ name: 'house', topics: { retention: { most: Duration.hours(1) } } }]);
    expect(placed.map(({ rule, place, path }) => [rule, place, path.replace('site/europe/team:shop/', '')])).toEqual(
      expect.arrayContaining([
        ['topic-replicas', 'shop.yaml:4:15', 'orders'],
        ['topic-config', 'shop.yaml:6:23', 'orders'],
        ['legal-name', 'shop.yaml:8:16', 'other'],
        ['topic-config', 'shop.yaml:9:29', 'other'],
        ['topic-policy', 'shop.yaml:10:67', 'kept'],
        ['user-can-log-in', 'shop.yaml:13:21', 'user:plain'],
      ]),
    );
  });

  it('of the second of two topics with one name', () => {
    expect(told('topics:\n  - name: orders\n  - name: orders\n')).toMatchObject([
      { rule: 'unique-name', place: 'shop.yaml:3:11' },
    ]);
  });

  it('and of a topic behind an item that is none', () => {
    const all = told('topics:\n  - 5\n  - name: orders\n    retention: long\n');
    expect(all).toMatchObject([
      { rule: 'prop-type', place: 'shop.yaml:2:5', given: 5 },
      { rule: 'prop-value', place: 'shop.yaml:4:16', given: 'long' },
    ]);
  });

  it('beside what is wrong with other teams', () => {
    fileOf('topics: [{ name: a, partitons: 3 }]', 'bank.yaml');
    fileOf('topics: [{ name: b, replicas: 5 }]', 'shop.yaml');
    const site = newSite(V1_2);
    Team.fromFolder(newCluster(site), { path: folder });
    expect(findings(site).map(({ rule, path }) => [rule, path])).toEqual([
      ['prop-unknown', 'site/europe/team:bank'],
      ['topic-replicas', 'site/europe/team:shop/b'],
    ]);
  });

  it('and nothing more of an item that is faulty, as nobody knows what it was meant to be', () => {
    const text = 'users:\n  - name: a\n    grants:\n      - consume: 5\n        group: g\n';
    expect(told(text, [{ name: 'none', users: { topics: [] } }])).toMatchObject([{ rule: 'prop-type' }]);
  });

  it('without a password that somebody typed', () => {
    const [found, ...others] = told('users:\n  - name: a\n    authentication: scram-sha-512\n    password: hunter2\n');
    expect(found).toMatchObject({ rule: 'prop-type', place: 'shop.yaml:4:15' });
    expect(JSON.stringify([found, ...others])).not.toContain('hunter2');
  });

  it('and a file that is not there by its path', () => {
    const site = newSite(V1_2);
    Team.fromFile(newCluster(site), 'shop', { path: 'nowhere/shop.yaml' });
    expect(findings(site)).toMatchObject([
      { rule: 'is-readable', path: 'site/europe/team:shop', given: 'nowhere/shop.yaml', severity: 'error' },
    ]);
  });
});

describe('the file of a team at several sites', () => {
  /** The sites madrid and porto, each with a cluster and the team. */
  function sitesOf(text: string): Site[] {
    const app = new PlainApp();
    const path = fileOf(text);
    return ['madrid', 'porto'].map((id) => {
      const site = new Site(app, id, V1_2);
      Team.fromFile(newCluster(site), 'shop', { path });
      return site;
    });
  }

  function topicsOf(site: Site): Record<string, unknown> {
    const topics = manifests(site).filter(({ kind }) => kind === 'KafkaTopic');
    return Object.fromEntries(topics.map(({ metadata, spec }) => [metadata.name, spec]));
  }

  it('says what is different where', () => {
    const [madrid, porto] = sitesOf(`
topics:
  - name: orders
    partitions: 12
    retention: 7d
    config: { min.insync.replicas: 2, cleanup.policy: delete }
    at:
      madrid: { partitions: 24, retention: 1d, config: { min.insync.replicas: 1 } }
  - { name: local, sites: [porto] }
users:
  - { name: auditor, sites: [porto] }
`) as [Site, Site];
    const orders = {
      partitions: 24,
      config: { 'retention.ms': 86_400_000, 'min.insync.replicas': 1, 'cleanup.policy': 'delete' },
    };
    expect(topicsOf(madrid)).toEqual({ orders });
    expect(topicsOf(porto)).toEqual({
      orders: {
        partitions: 12,
        config: { 'retention.ms': 604_800_000, 'min.insync.replicas': 2, 'cleanup.policy': 'delete' },
      },
      local: {},
    });
    expect(manifests(porto).filter(({ kind }) => kind === 'KafkaUser')).toHaveLength(1);
    expect(manifests(madrid).filter(({ kind }) => kind === 'KafkaUser')).toEqual([]);
    expect(findings(madrid)).toEqual([]);
  });

  it('has its faults told once, at what is said of the site', () => {
    const [madrid] = sitesOf(`
topics:
  - name: orders
    replicas: 5
    at:
      porto: { replicas: 6, partitons: 3 }
`) as [Site];
    const places = findings(madrid).map(({ rule, given, source }) => [rule, given, source?.replace(`${folder}/`, '')]);
    expect(places).toEqual([['prop-unknown', undefined, 'shop.yaml:6:40']]);
    const [mended] = sitesOf(`
topics:
  - { name: small, replicas: 7 }
  - name: orders
    replicas: 5
    at:
      porto: { replicas: 6 }
`) as [Site];
    expect(findings(mended).map(({ given, source }) => [given, source?.replace(`${folder}/`, '')])).toEqual([
      [7, 'shop.yaml:3:30'],
      [5, 'shop.yaml:5:15'],
      [6, 'shop.yaml:7:26'],
    ]);
  });

  it('may name sites of another program, and is asked about one that is called much like one that there is', () => {
    const [madrid] = sitesOf('topics: [{ name: orders, sites: [madrid, oslo], at: { proto: { partitions: 3 } } }]') as [
      Site,
    ];
    expect(findings(madrid)).toMatchObject([
      { rule: 'prop-value', severity: 'warning', field: 'topics[0].at.proto', allowed: 'madrid, porto' },
    ]);
  });
});

describe('a folder of teams', () => {
  it('gives each file by its name, in the order of names', () => {
    fileOf('topics: [{ name: b.a }]', 'b.yml');
    fileOf('topics: [{ name: a.a }]', 'a.yaml');
    fileOf('{}', 'c.json');
    fileOf('not read', 'README.md');
    fileOf('not read', '.hidden.yaml');
    mkdirSync(join(folder, 'folder.yaml'));
    rmSync(join(folder, 'folder.yaml'), { recursive: true });
    const site = newSite(V1_2);
    const teams = Team.fromFolder(newCluster(site), { path: folder });
    expect(teams.map(({ node }) => node.id)).toEqual(['team:a', 'team:b', 'team:c']);
    expect(findings(site)).toEqual([]);
  });

  it('holds each team to policies of its own', () => {
    fileOf('topics: [{ name: shop.orders }]', 'shop.yaml');
    fileOf('topics: [{ name: shop.payments }]', 'bank.yaml');
    const site = newSite(V1_2);
    Team.fromFolder(newCluster(site), {
      path: folder,
      policies: (team) => [{ name: `names of ${team}`, topics: { names: [{ prefix: `${team}.` }] } }],
    });
    expect(findings(site)).toMatchObject([
      { rule: 'topic-policy', path: 'site/europe/team:bank/shop.payments', allowed: 'a name that begins with "bank."' },
    ]);
  });

  it('tells two files of one team, and a folder that is not there', () => {
    fileOf('{}', 'shop.yaml');
    fileOf('{}', 'shop.json');
    const site = newSite(V1_2);
    const kafka = newCluster(site);
    Team.fromFolder(kafka, { path: folder });
    Team.fromFolder(kafka, { path: 'nowhere' });
    expect(findings(site)).toMatchObject([
      { rule: 'is-readable', path: 'site/europe', given: 'nowhere' },
      { rule: 'unique-name', given: 'shop' },
    ]);
  });
});

describe('the policies of a site', () => {
  const policies: readonly Policy[] = [
    { name: 'house', topics: { names: [{ prefix: 'shop.' }] }, users: { names: [{ prefix: 'shop-' }] } },
  ];

  it('judge topics and users whoever describes them', () => {
    const site = newSite({ ...V1_2, policies });
    const kafka = newCluster(site);
    kafka.addTopic('orders');
    kafka.addUser('checkout');
    new ApiObject(site, 'plain', {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: { name: 'by-api-object', labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { partitions: 1 },
    });
    const url = fileOf(
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: included, labels: { strimzi.io/cluster: europe } }\nspec: {}\n',
      'topic.yaml',
    );
    new Include(site, 'include', { url });
    new Team(kafka, 'shop', { topics: [{ name: 'shop.orders' }, { name: 'of-team' }] });
    expect(findings(site).map(({ rule, given }) => [rule, given])).toEqual([
      ['topic-policy', 'orders'],
      ['user-policy', 'checkout'],
      ['topic-policy', 'of-team'],
      ['topic-policy', 'by-api-object'],
      ['topic-policy', 'included'],
    ]);
  });

  it('do not judge other sites, and are waived there', () => {
    const app = new PlainApp();
    const waivers = { 'topic-policy': 'It is older.' };
    const [held, free, waived] = [
      new Site(app, 'held', { ...V1_2, policies }),
      new Site(app, 'free', V1_2),
      new Site(app, 'waived', { ...V1_2, policies, waivers }),
    ];
    for (const site of [held, free, waived]) new KafkaTopic(newCluster(site), 'orders');
    expect(findings(held).map(({ path }) => path)).toEqual(['held/europe/orders']);
  });

  it('are told where a pattern is none', () => {
    const site = newSite({ ...V1_2, policies: [{ name: 'house', users: { groups: [{ pattern: '(' }] } }] });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-value', path: 'site', field: 'policies[0].users.groups[0].pattern' },
    ]);
  });
});
