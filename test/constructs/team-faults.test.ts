import { Duration, Team, type Policy } from '../../src';
import type { Finding } from '../../src/check/finding';
import { findings, newCluster, newSite } from './harness';
import { fileOf, siteOf, theFolder, useFolder, V1_2 } from './team-files';

useFolder();

/** What is wrong with a file, each with its place there. */
function told(text: string, policies?: readonly Policy[]): (Finding & { readonly place: string })[] {
  return findings(siteOf(text, policies)).map((found) => ({
    ...found,
    place: (found.source ?? '').replace(`${theFolder()}/`, ''),
  }));
}

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

  it('and what is wrong with items beside those that are none, or have no name', () => {
    const all = told('topics:\n  - 5\n  - { name: orders, replicas: 9 }\nusers:\n  - a\n  - name: ""\n');
    expect(all.map(({ rule, place }) => [rule, place])).toEqual([
      ['prop-type', 'shop.yaml:2:5'],
      ['prop-type', 'shop.yaml:5:5'],
      ['prop-value', 'shop.yaml:6:11'],
      ['topic-replicas', 'shop.yaml:3:31'],
    ]);
  });

  it('each grant on every group, by a name or an empty prefix', () => {
    const all = told(`
users:
  - name: a
    grants: [{ consume: orders, group: g }, { consume: orders, group: '*' }]
  - name: b
    grants: [{ consume: { prefix: '' }, group: { prefix: '' } }]
`);
    expect(all.map(({ rule, severity, field, place }) => [rule, severity, field, place])).toEqual([
      ['prop-value', 'warning', 'users[0].grants[1].group', 'shop.yaml:4:71'],
      ['prop-value', 'warning', 'users[1].grants[0].group', 'shop.yaml:6:41'],
    ]);
  });

  it('and what a topic is called that Kafka knows by a name that no object has', () => {
    expect(told('topics:\n  - name: Orders_EU\n')).toMatchObject([
      {
        rule: 'legal-name',
        place: 'shop.yaml:2:11',
        remedy: expect.stringContaining('name in the data of a team. The name within Kafka is topicName.') as string,
      },
    ]);
  });

  it('each site that there is not, those of topics before those of users', () => {
    const all = told(`
topics:
  - { name: orders, sites: [sit], at: { sitee: { partitions: 3 } } }
users:
  - { name: a, sites: [sitt] }
`);
    expect(all.map(({ given, place }) => [given, place])).toEqual([
      ['sit', 'shop.yaml:3:29'],
      ['sitee', 'shop.yaml:3:41'],
      ['sitt', 'shop.yaml:5:24'],
    ]);
  });

  it('beside what is wrong with other teams', () => {
    fileOf('topics: [{ name: a, partitons: 3 }]', 'bank.yaml');
    fileOf('topics: [{ name: b, replicas: 5 }]', 'shop.yaml');
    const site = newSite(V1_2);
    Team.fromFolder(newCluster(site), { path: theFolder() });
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

  it('and that no file is named, once', () => {
    const site = newSite(V1_2);
    // @ts-expect-error -- a program in JavaScript forgets the path
    Team.fromFile(newCluster(site), 'shop', {});
    expect(findings(site)).toMatchObject([{ rule: 'prop-missing', path: 'site/europe/team:shop', field: 'path' }]);
  });

  it('and that no folder of files is named, once', () => {
    const site = newSite(V1_2);
    const cluster = newCluster(site);
    // @ts-expect-error -- a program in JavaScript forgets the path
    expect(Team.fromFolder(cluster, {})).toEqual([]);
    expect(findings(site)).toMatchObject([{ rule: 'prop-missing', path: 'site/europe', field: 'fromFolder(path)' }]);
  });

  it('and a folder that is not there by its path, each that there is', () => {
    const site = newSite(V1_2);
    const cluster = newCluster(site);
    for (const path of ['', 'nowhere']) Team.fromFolder(cluster, { path });
    expect(findings(site).map(({ rule, given }) => [rule, given])).toEqual([
      ['is-readable', ''],
      ['is-readable', 'nowhere'],
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('of a topic and a user called %s as of any other', (name) => {
    const text = `topics:\n  - name: ${name}\n    at: { ${name}: { replicas: 1 } }\nusers:\n  - name: ${name}\n    grants: [{ produce: ${name} }]\n`;
    const rules = told(text).map(({ rule, place }) => [rule, place]);
    expect(rules.filter(([rule]) => rule !== 'legal-name')).toEqual(
      told(text.replaceAll(name, 'plain')).map(({ rule, place }) => [rule, place]),
    );
  });
});
