import { call, Folder, kafka, topic } from '../harness';

const folder = new Folder();

const TWO_SITES = `sites:
  madrid:
    release: 0.45.2
    platform: openshift
    paths: [madrid, 'shared/*.yaml']
  porto:
    release: 1.2
    namespace: kafka
    paths: porto/**
`;
/** Strimzi 0.45 wants to be told of KRaft and of node pools. */
function v1beta2(text: string): string {
  const annotations = '  annotations: {strimzi.io/kraft: enabled, strimzi.io/node-pools: enabled}';
  return text
    .replaceAll('kafka.strimzi.io/v1', 'kafka.strimzi.io/v1beta2')
    .replace(/kind: Kafka\nmetadata:/, `$&\n${annotations}`);
}

async function check(files: Readonly<Record<string, string>>, argv: readonly string[] = [], at = ''): Promise<string> {
  const { stdout, stderr } = await call(`${folder.with(files)}/${at}`, ['check', ...argv]);
  return stdout + stderr;
}

test('files are judged as the release of their site asks, without a path all of them', async () => {
  const text = await check({
    'cdk8s-strimzi.yaml': TWO_SITES,
    'madrid/topic.yaml': v1beta2(topic('orders', 'europe', 4)),
    'shared/kafka.yaml': v1beta2(kafka('europe', 3)),
    'porto/deep/all.yaml': `${kafka('europe', 3)}---\n${topic('orders', 'europe', 5)}`,
  });
  expect(text).toContain('error topic-replicas at madrid/topic.yaml:9:13');
  expect(text).toContain('error topic-replicas at porto/deep/all.yaml:38:13');
});

test('the nearest configuration above counts, and its paths are relative to it', async () => {
  const files = {
    'cdk8s-strimzi.yaml': TWO_SITES,
    'porto/all.yaml': `${kafka('europe', 3)}---\n${topic('orders', 'europe', 5)}`,
    'madrid/README.md': 'Nothing yet.',
  };
  expect(await check(files, ['.'], 'porto')).toContain('error topic-replicas at all.yaml:38:13');
  expect(await check(files, [], 'porto')).toContain('error topic-replicas at all.yaml:38:13');
});

test('what belongs to no site is named', async () => {
  const text = await check({
    'cdk8s-strimzi.yaml': TWO_SITES,
    'lyon/kafka.yaml': kafka('a', 3),
    'porto/kafka.yaml': kafka('a', 3),
    'madrid/README.md': 'Nothing yet.',
  });
  expect(text).toBe(
    'note: left out: no site of cdk8s-strimzi.yaml has lyon/kafka.yaml among its paths\n' +
      'note: site madrid has no objects in the files that were read\n\n0 errors, 0 warnings in 2 objects of 2 files\n',
  );
});

test("a path that leads to nothing is told where all sites are to be judged, and is in nobody's way otherwise", async () => {
  const files = {
    'cdk8s-strimzi.yaml': `${TWO_SITES}  lyon:\n    release: 1.2\n    paths: ['{lyon,paris}', 'none/*.yaml']\n`,
    'porto/kafka.yaml': kafka('a', 3),
  };
  const text = await check(files);
  expect(text).toContain('cdk8s-strimzi.yaml:5:13: there is no file or folder madrid\n');
  expect(text).toContain(
    'cdk8s-strimzi.yaml:12:13: there is no file or folder {lyon,paris}; of wildcards there are *, ** and ?\n',
  );
  expect(text).not.toContain('none');
  expect(await check(files, ['porto'])).toContain('0 errors, 0 warnings in 2 objects of 1 file\n');
});

test('a file of two sites is judged at both, and what both say is told once', async () => {
  const config = 'sites:\n  a: {release: 1.2, paths: [.]}\n  b: {release: 1.2, paths: [.]}\n';
  const text = await check({
    'cdk8s-strimzi.yaml': config,
    'all.yaml': `${kafka('europe', 3)}---\n${topic('orders', 'europe', 5)}`,
  });
  expect(text.match(/topic-replicas/g)).toHaveLength(1);
});

test('a release is read as it is written, not as the number that it looks like', async () => {
  const text = await check({ 'cdk8s-strimzi.yaml': 'sites: {a: {release: 0.180, paths: .}}', 'a.yaml': kafka('a', 1) });
  expect(text).toContain('cdk8s-strimzi.yaml:1:22: no release "0.180"');
});

test('a site has a name', async () => {
  const text = await check({ 'cdk8s-strimzi.yaml': 'sites: {"": {release: 1.2, paths: .}}', 'a.yaml': kafka('a', 1) });
  expect(text).toContain('cdk8s-strimzi.yaml:1:9: a site needs a name');
});

test('a configuration is checked, and all its faults are told with their places', async () => {
  const config = `sites:
  madrid:
    relase: 0.45.2
    platform: opneshift
    namespace: Not_Legal
    paths: [1, ok, ../elsewhere]
  porto:
    release: [1.2]
    waivers: {topic-replicas: ''}
site: {}
`;
  const text = await check({ 'cdk8s-strimzi.yaml': config, 'a.yaml': kafka('a', 1) });
  expect(text.split('\n').slice(0, 10)).toEqual([
    'cdk8s-strimzi check: cdk8s-strimzi.yaml:10:1: there is no field site; did you mean sites?',
    'cdk8s-strimzi.yaml:3:13: there is no field relase; did you mean release?',
    'cdk8s-strimzi.yaml:6:13: sites.madrid.paths takes paths, not 1',
    'cdk8s-strimzi.yaml:6:20: ../elsewhere is not below the folder of this file',
    expect.stringMatching(/^cdk8s-strimzi.yaml:5:16: "Not_Legal" cannot be the name of a namespace/),
    'cdk8s-strimzi.yaml:4:15: there is no platform "opneshift"; platforms are kubernetes, openshift',
    'cdk8s-strimzi.yaml:8:5: sites.porto.release takes text, not [1.2]',
    "cdk8s-strimzi.yaml:7:3: sites.porto.paths must name the files of the site, such as 'paths: [madrid, shared/*.yaml]'",
    "cdk8s-strimzi.yaml:9:31: a waiver needs a reason, such as 'topic-replicas: It was weighed.'",
    '',
  ]);
});

test.each([
  ['', "cdk8s-strimzi.yaml:1:1: the file describes no sites; write 'sites: {madrid: {release: 0.45.2"],
  ['sites: {}', 'cdk8s-strimzi.yaml:1:1: sites must name one site at least'],
  ['sites: [', 'cdk8s-strimzi.yaml:1:9: Flow sequence'],
  ['[]', 'cdk8s-strimzi.yaml:1:1: the file must be a mapping of sites'],
])('a configuration %j is refused', async (config, message) => {
  expect(await check({ 'cdk8s-strimzi.yaml': config, 'a.yaml': kafka('a', 1) })).toContain(message);
});

test('a configuration of another name can be named, and not beside a release', async () => {
  const files = { 'sites.yaml': 'sites: {a: {release: 1.2, paths: [.]}}', 'all.yaml': kafka('a', 3) };
  expect(await check(files, ['--config', 'sites.yaml', '.'])).toContain('0 errors');
  expect(await check(files, ['--config', 'none.yaml', '.'])).toContain('none.yaml cannot be read: it leads to nothing');
  expect(await check(files, ['--config', 'sites.yaml', '--release', '1.2', '.'])).toContain('leave out --config');
});

test('policies of all sites and of one hold for what is there', async () => {
  const text = await check({
    'cdk8s-strimzi.yaml': `policies:
  - { name: house rules, topics: { retention: { most: 7d } } }
sites:
  a:
    release: 1.2
    paths: a.yaml
    policies: [{ name: names, topics: { names: [{ prefix: shop. }] } }]
  b: { release: 1.2, paths: b.yaml }
`,
    'a.yaml': topic('orders', 'europe', 3),
    'b.yaml': topic('orders', 'europe', 3).replace(/spec:/, 'spec:\n  config: { retention.ms: 864000000 }'),
  });
  expect(text).toMatch(/error topic-policy at a\.yaml:\d+:\d+: The policy "names" has other names for topics\./);
  expect(text).toMatch(/error topic-policy at b\.yaml:\d+:\d+: .*\n +field: +spec\.config\["retention\.ms"\]/);
  expect(text.match(/topic-policy/g)).toHaveLength(2);
});

test.each([
  ['[{ name: a, topic: {} }]', '1:23: There is no prop topic; did you mean topics? Write topics, or leave it out.'],
  [
    '[{ name: a, topics: { retention: { most: week } } }]',
    '1:52: most cannot be "week". Give a whole number with ms, s, m, h or d, such as 7d.',
  ],
  [
    '[{ name: a, topics: { retention: { most: 30 } } }]',
    '1:52: most cannot be a number. Give a whole number with ms, s, m, h or d, such as 7d.',
  ],
  ['[{ name: a, users: { names: [{ pattern: "(" }] } }]', '1:51: The pattern cannot be read'],
  [
    '[{ name: a, see: 5, users: { names: [{ pattern: "(" }] }, topics: { replicas: { least: 3, most: 2 } } }]',
    '1:59: The pattern cannot be read',
  ],
  [
    '[{ name: a, see: 5, topics: { replicas: { least: 3, most: 2 } } }]',
    '1:60: Nothing is 3 at least and 2 at most. Give a smaller least, or a larger most.',
  ],
])('what is wrong with the policies %s is told with its place', async (policies, message) => {
  const text = await check({
    'cdk8s-strimzi.yaml': `policies: ${policies}\nsites: { a: { release: 1.2, paths: . } }\n`,
  });
  expect(text).toContain(`cdk8s-strimzi.yaml:${message}`);
});
