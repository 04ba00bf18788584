import { App as PlainApp } from 'cdk8s';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KafkaUser, TeamContent } from '../../src';
import { KafkaCluster, Site, Team } from '../../src';
import { findings, manifest, manifests, newCluster, newSite } from './harness';
import { fileOf, siteOf, theFolder, useFolder, V1_2 } from './team-files';

useFolder();

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
    const places = findings(madrid).map(({ rule, given, source }) => [
      rule,
      given,
      source?.replace(`${theFolder()}/`, ''),
    ]);
    expect(places).toEqual([['prop-unknown', undefined, 'shop.yaml:6:40']]);
    const [mended] = sitesOf(`
topics:
  - { name: small, replicas: 7 }
  - name: orders
    replicas: 5
    at:
      porto: { replicas: 6 }
`) as [Site];
    expect(findings(mended).map(({ given, source }) => [given, source?.replace(`${theFolder()}/`, '')])).toEqual([
      [7, 'shop.yaml:3:30'],
      [5, 'shop.yaml:5:15'],
      [6, 'shop.yaml:7:26'],
    ]);
  });

  it('has names that meet told once, whichever the site', () => {
    const [madrid] = sitesOf('topics:\n  - name: orders\n  - name: orders\n') as [Site];
    expect(findings(madrid).map(({ rule, path }) => [rule, path])).toEqual([
      ['unique-name', 'madrid/europe/team:shop/orders-topic'],
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
    mkdirSync(join(theFolder(), 'folder.yaml'));
    rmSync(join(theFolder(), 'folder.yaml'), { recursive: true });
    const site = newSite(V1_2);
    const teams = Team.fromFolder(newCluster(site), { path: theFolder() });
    expect(teams.map(({ node }) => node.id)).toEqual(['team:a', 'team:b', 'team:c']);
    expect(findings(site)).toEqual([]);
  });

  it('holds each team to policies of its own', () => {
    fileOf('topics: [{ name: shop.orders }]', 'shop.yaml');
    fileOf('topics: [{ name: shop.payments }]', 'bank.yaml');
    const site = newSite(V1_2);
    Team.fromFolder(newCluster(site), {
      path: theFolder(),
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
    Team.fromFolder(kafka, { path: theFolder() });
    Team.fromFolder(kafka, { path: 'nowhere' });
    expect(findings(site)).toMatchObject([
      { rule: 'is-readable', path: 'site/europe', given: 'nowhere' },
      { rule: 'unique-name', given: 'shop' },
    ]);
  });
});
