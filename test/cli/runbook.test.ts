import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { call, Folder } from './harness';

const root = join(__dirname, '../..');
const folder = new Folder();
const RUNBOOK = ['report', 'runbook'];
const RELEASE = ['--release', '1.2'];

const tree = (state: string): Record<'madrid.k8s.yaml' | 'porto.k8s.yaml', string> => ({
  'madrid.k8s.yaml': readFileSync(join(root, 'dist/failover', state, 'madrid.k8s.yaml'), 'utf8'),
  'porto.k8s.yaml': readFileSync(join(root, 'dist/failover', state, 'porto.k8s.yaml'), 'utf8'),
});
const [STEADY, FAILED_OVER] = [tree('steady'), tree('failed-over')];

/** The runbook between two trees. */
async function between(old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Promise<string> {
  const below = (name: string, files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([file, text]) => [`${name}/${file}`, text] as const);
  const cwd = folder.with(Object.fromEntries([...below('old', old), ...below('new', now)]));
  const { code, stdout, stderr } = await call(cwd, [...RUNBOOK, 'old', 'new', ...RELEASE]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

const titles = (text: string): string[] => text.match(/^## \d+\. .*$/gm) ?? [];
const withoutMirror = (text: string): string =>
  text
    .split('---\n')
    .filter((object) => !object.includes('kind: KafkaMirrorMaker2'))
    .join('---\n');

test.each([
  ['failover.md', 'steady', 'failed-over'],
  ['failback.md', 'failed-over', 'failed-back'],
])('examples/failover/%s is the runbook from %s to %s', async (file, old, now) => {
  const { code, stdout, stderr } = await call(root, [
    ...RUNBOOK,
    `dist/failover/${old}`,
    `dist/failover/${now}`,
    ...RELEASE,
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(readFileSync(join(root, 'examples/failover', file), 'utf8'));
});

test('nothing is to be done where no roles change', async () => {
  expect(await between(STEADY, tree('failed-back'))).toMatch(/^No roles change hands/);
});

test('writing ends before copying ends, and records are deleted when the other cluster has taken over', async () => {
  const text = await between(STEADY, FAILED_OVER);
  const calls = [
    'kubectl scale --namespace madrid deployment/shop --replicas=0',
    'madrid-kafka-%3Eporto-kafka.MirrorSourceConnector/offsets',
    'kubectl scale --namespace madrid deployment/warehouse --replicas=0',
    '--command-config porto-kafka.properties --describe --group warehouse',
    'kubectl delete --namespace porto kafkamirrormaker2 orders-to-porto-kafka',
    'kubectl apply -f new/porto.k8s.yaml',
    'kubectl delete --namespace madrid kafkatopic orders',
    '--delete --if-exists --topic __orders-to-madrid-kafka-offsets',
    'kubectl apply -f new/madrid.k8s.yaml',
    'kubectl delete --namespace madrid --ignore-not-found deployment.apps/shop',
  ];
  const places = calls.map((each) => text.indexOf(each));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(titles(text)).toHaveLength(9);
});

test.each([
  ['writes', '"producesTo":["bills"]', 'Stop what writes'],
  ['keeps state of its own', '"applicationId":"bills"', 'Stop what writes'],
  ['does no more', '"group":"warehouse"', 'Stop what reads'],
])('a program that reads and %s (%s) stops in the step "%s"', async (_, does, title) => {
  const program = `{"contract":"own","container":"main","role":"program","consumesFrom":["orders"],${does},"endpoint":{"bootstrapServers":"kafka-kafka-bootstrap:9093"}}`;
  const described = STEADY['madrid.k8s.yaml'].replace(
    '  name: warehouse\n  namespace: madrid\n  labels:\n    app',
    `  name: warehouse\n  namespace: madrid\n  annotations:\n    cdk8s-strimzi/client: '${program}'\n  labels:\n    app`,
  );
  const text = await between({ ...STEADY, 'madrid.k8s.yaml': described }, FAILED_OVER);
  const [step] = text.split(/^## /m).filter((each) => each.includes('deployment/warehouse --replicas=0'));
  expect(step).toContain(title);
});

test('sites of two releases and Kubernetes clusters are read as the configuration says, and files of none are told', async () => {
  const below = (name: string, files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([file, text]) => [`${name}/${file}`, text] as const);
  // The operators of 0.45 are told the same in the API of their own.
  const old = (files: ReturnType<typeof tree>) => ({
    ...files,
    'madrid.k8s.yaml': files['madrid.k8s.yaml'].replaceAll('kafka.strimzi.io/v1\n', 'kafka.strimzi.io/v1beta2\n'),
  });
  const site = (name: string, release: string): string =>
    `  ${name}:\n    paths: ['**/${name}.k8s.yaml']\n    release: '${release}'\n    kubernetesCluster: ${name}\n`;
  const cwd = folder.with({
    ...Object.fromEntries([...below('old', old(STEADY)), ...below('new', old(FAILED_OVER))]),
    'old/other.yaml': STEADY['porto.k8s.yaml'],
    'cdk8s-strimzi.yaml': `sites:\n${site('madrid', '0.45')}${site('porto', '1.2')}`,
  });
  const { code, stdout, stderr } = await call(cwd, [...RUNBOOK, 'old', 'new']);
  expect([code, stderr]).toEqual([
    0,
    'note: left out: no site of cdk8s-strimzi.yaml has old/other.yaml among its paths\n',
  ]);
  expect(stdout).toContain('# From madrid/madrid/kafka to porto/porto/kafka');
  expect(stdout).toContain('kubectl scale --context madrid --namespace madrid deployment/shop --replicas=0');
  expect(stdout).toContain('kubectl delete --context porto --namespace porto kafkamirrormaker2 orders-to-porto-kafka');
  expect(stdout).toContain('kubectl apply --context madrid -f new/madrid.k8s.yaml');
  expect(stdout).toContain('Contexts of kubectl are called as the Kubernetes clusters of the sites are.');
});

test('what holds data is removed by no step but the one that says so', async () => {
  const gone = {
    ...FAILED_OVER,
    'madrid.k8s.yaml': FAILED_OVER['madrid.k8s.yaml'].split('---\n').slice(0, 1).join(''),
  };
  expect(await between(STEADY, gone)).not.toMatch(/delete .*(kafkatopic|kafkanodepool|kafka\.kafka)/);
});

test('the Secrets of the mirror back are named, where it has any', async () => {
  const open = parseAllDocuments(FAILED_OVER['madrid.k8s.yaml']).map((document) => {
    const ends = [
      ['spec', 'target'],
      ['spec', 'mirrors', 0, 'source'],
    ];
    if (document.get('kind') === 'KafkaMirrorMaker2')
      for (const end of ends) for (const part of ['tls', 'authentication']) document.deleteIn([...end, part]);
    return document.toString();
  });
  const needs = 'It needs these Secrets in namespace madrid: ';
  expect(await between(STEADY, FAILED_OVER)).toContain(needs);
  expect(await between(STEADY, { ...FAILED_OVER, 'madrid.k8s.yaml': open.join('---\n') })).not.toContain(needs);
});

test('positions that the mirror does not set are told', async () => {
  const old = { ...STEADY, 'porto.k8s.yaml': STEADY['porto.k8s.yaml'].replace('enabled: "true"', 'enabled: "false"') };
  expect(await between(old, FAILED_OVER)).toContain('The mirror sets no positions at porto/kafka');
  expect(await between(STEADY, FAILED_OVER)).not.toContain('The mirror sets no positions');
});

test('a topic that the mirror back does not copy keeps its records', async () => {
  const other = FAILED_OVER['madrid.k8s.yaml'].replace('topicsPattern: orders', 'topicsPattern: bills');
  const text = await between(STEADY, { ...FAILED_OVER, 'madrid.k8s.yaml': other });
  expect(text).not.toContain('kafkatopic orders');
  expect(await between(STEADY, FAILED_OVER)).toContain('kafkatopic orders');
});

test('a cluster that takes over for good leaves the other one as it is', async () => {
  const now = { ...FAILED_OVER, 'madrid.k8s.yaml': withoutMirror(FAILED_OVER['madrid.k8s.yaml']) };
  const text = await between(STEADY, now);
  expect(titles(text)).toHaveLength(7);
  expect(text).not.toContain('DELETES RECORDS');
  expect(text).toContain('kubectl apply -f new/madrid.k8s.yaml\n');
});

test('a mirror that ends is no change of roles where no client moves', async () => {
  const now = { ...STEADY, 'porto.k8s.yaml': withoutMirror(STEADY['porto.k8s.yaml']) };
  expect(await between(STEADY, now)).toMatch(/^No roles change hands/);
});

test('names that tell where a copy came from need no steps', async () => {
  const prefixed = (files: typeof STEADY) => ({
    'madrid.k8s.yaml': files['madrid.k8s.yaml'].replaceAll('IdentityReplicationPolicy', 'DefaultReplicationPolicy'),
    'porto.k8s.yaml': files['porto.k8s.yaml'].replaceAll('IdentityReplicationPolicy', 'DefaultReplicationPolicy'),
  });
  expect(await between(prefixed(STEADY), prefixed(FAILED_OVER))).toMatch(/^No roles change hands/);
});

test('a pattern may find more than the topics that are described', async () => {
  const wide = FAILED_OVER['madrid.k8s.yaml'].replace('topicsPattern: orders', 'topicsPattern: orders.*');
  const text = await between(STEADY, { ...FAILED_OVER, 'madrid.k8s.yaml': wide });
  expect(text).toContain(String.raw`What else orders.\* finds at madrid/kafka`);
});

test('a file with objects of both places is not for one step', async () => {
  const both = (files: typeof STEADY) => ({ 'all.yaml': Object.values(files).join('---\n') });
  expect(await between(both(STEADY), both(FAILED_OVER))).toContain('new/all.yaml has objects of madrid too');
});

test('a revision of git is what was', async () => {
  const cwd = folder.with(STEADY);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=b@c.d', ...args], { cwd });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'steady');
  for (const [file, text] of Object.entries(FAILED_OVER)) execFileSync('tee', [file], { cwd, input: text });
  const { code, stdout } = await call(cwd, [...RUNBOOK, 'HEAD', '.', ...RELEASE]);
  expect(code).toBe(0);
  expect(stdout).toContain('cdk8s-strimzi diff HEAD .\n');
  expect(stdout).toContain('kubectl apply -f porto.k8s.yaml\n');
  const range = await call(cwd, [...RUNBOOK, 'HEAD..HEAD', '.', ...RELEASE]);
  expect([range.code, range.stderr]).toEqual([2, expect.stringContaining('name the revision of git')]);
});

test('it is told as JSON, and drawn by nobody', async () => {
  const cwd = folder.with({ 'old/a.yaml': STEADY['porto.k8s.yaml'], 'new/a.yaml': STEADY['porto.k8s.yaml'] });
  const json = await call(cwd, [...RUNBOOK, 'old', 'new', ...RELEASE, '-f', 'json']);
  expect(JSON.parse(json.stdout)).toEqual({ changes: [] });
  const drawn = await call(cwd, [...RUNBOOK, 'old', 'new', ...RELEASE, '-f', 'svg']);
  expect([drawn.code, drawn.stderr]).toEqual([2, expect.stringContaining('svg is a format of report replication')]);
  const nowhere = await call(cwd, [...RUNBOOK, 'old', 'new']);
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('--release 1.2')]);
});
