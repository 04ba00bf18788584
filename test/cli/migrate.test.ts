import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, Folder, topic, type Call } from './harness';

const folder = new Folder();
const WAY = ['--release', '0.45.2', '--to', '0.46'];
const TOPIC = topic('orders', 'europe', 3).replace('/v1', '/v1beta2');
const KAFKA = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata:
  name: europe
spec:
  kafka:
    version: 3.9.0
    replicas: 3
    listeners:
      - {name: tls, port: 9093, type: internal, tls: true}
    storage: {type: persistent-claim, size: 20Gi}
  zookeeper:
    replicas: 3
    storage: {type: persistent-claim, size: 20Gi}
`;
function stage(cwd: string, number: number, output = 'deploy'): Promise<Call> {
  return call(cwd, ['migrate', 'in', ...WAY, '--stage', String(number), '-o', output]);
}

test('a plan tells why, what to do, and what to look at, stage by stage', async () => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA });
  const { code, stdout, stderr } = await call(cwd, ['migrate', 'in', ...WAY]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Strimzi 0.45.2 to Strimzi 0.46.1: 5 stages\n\nIn one step it is refused:\n  Kafka europe: ',
  );
  expect(stdout).toContain(
    '2. Controllers beside ZooKeeper, and the metadata copied (kraft-migration, Strimzi 0.45.2)\n',
  );
  expect(stdout).toContain("           $ kubectl get kafka europe -o jsonpath='{.status.kafkaMetadataState}'\n");
});

test('a plan is data too', async () => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA });
  const { stdout } = await call(cwd, ['migrate', 'in', ...WAY, '-f', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    stages: [{ stage: 1, id: 'node-pools', release: '0.45.2' }, {}, {}, {}, { stage: 5, release: '0.46.1' }],
    obstacles: [],
  });
});

test('stages follow each other in a folder, file by file, and none is left out', async () => {
  const cwd = folder.with({ 'in/a/kafka.yaml': KAFKA, 'in/topic.yaml': `# ours\n${TOPIC}` });
  const first = await stage(cwd, 1);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain(
    '2 files written to deploy. Before the next stage: cdk8s-strimzi verify deploy --release 0.45.2\n',
  );
  expect(readFileSync(join(cwd, 'deploy/topic.yaml'), 'utf8')).toBe(`# ours\n${TOPIC}`);
  const before = readFileSync(join(cwd, 'deploy/a/kafka.yaml'), 'utf8');
  expect(before).toContain('kind: KafkaNodePool');

  const skipping = await stage(cwd, 3);
  expect(skipping.code).toBe(1);
  expect(skipping.stderr).toContain(
    'deploy stands at stage 1, and stage 3 comes after what is not done yet:\n\n2. Controllers',
  );
  expect(readFileSync(join(cwd, 'deploy/a/kafka.yaml'), 'utf8')).toBe(before);

  expect((await stage(cwd, 2)).code).toBe(0);
  expect(readFileSync(join(cwd, 'deploy/a/kafka.yaml'), 'utf8')).toContain('strimzi.io/kraft: migration');
  expect(await stage(cwd, 1)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('do not take all stages back') as string,
  });
  expect((await stage(cwd, 3)).code).toBe(0);
  const last = await stage(cwd, 4);
  expect(last.stderr).toContain('verify deploy --release 0.45.2 --next 0.46.1');
});

test('a file of which a stage leaves nothing goes, and comes again with what takes its place', async () => {
  const jaeger = 'apiVersion: jaegertracing.io/v1\nkind: Jaeger\nmetadata: {name: jaeger}\n';
  const cwd = folder.with({ 'in/jaeger.yaml': jaeger, 'in/topic.yaml': topic('orders', 'europe', 3) });
  const seen = [];
  for (const number of [1, 2, 3]) {
    await call(cwd, ['migrate', 'in', '--release', '1.1', '--to', '1.2', '--stage', String(number), '-o', 'deploy']);
    const file = join(cwd, 'deploy/jaeger.yaml');
    seen.push(existsSync(file) && /^kind: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1]);
  }
  expect(seen).toEqual(['Jaeger', false, 'OpenTelemetryCollector']);
});

test('without a folder the objects of a stage are printed', async () => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA });
  const { stdout } = await call(cwd, ['migrate', 'in', ...WAY, '--stage', '4']);
  expect(stdout).not.toContain('zookeeper:');
});

test('what others left in a folder is not touched', async () => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA, 'deploy/own.yaml': TOPIC });
  expect(await stage(cwd, 1)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no stage left there') as string,
  });
  expect(existsSync(join(cwd, 'deploy/kafka.yaml'))).toBe(false);
});

test('a marker takes nothing away that is not below the folder', async () => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA, 'keep.yaml': TOPIC });
  await stage(cwd, 1);
  const standing = { from: '0.45.2', to: '0.46.1', stage: 1, files: ['../keep.yaml', join(cwd, 'keep.yaml')] };
  writeFileSync(join(cwd, 'deploy/.cdk8s-strimzi-stage'), JSON.stringify(standing));
  expect((await stage(cwd, 2)).code).toBe(0);
  expect(existsSync(join(cwd, 'keep.yaml'))).toBe(true);
});

test('what has no name stays where it is', async () => {
  const settings = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [kafka.yaml]\n';
  const job = 'apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: load-}\n';
  const cwd = folder.with({ 'in/kafka.yaml': `${job}---\n${KAFKA}`, 'in/kustomization.yaml': settings });
  expect((await stage(cwd, 4)).code).toBe(0);
  expect(readFileSync(join(cwd, 'deploy/kustomization.yaml'), 'utf8')).toBe(settings);
  expect(readFileSync(join(cwd, 'deploy/kafka.yaml'), 'utf8')).toMatch(/^apiVersion: batch[^]*---\n[^]*kind: Kafka\n/);
});

test('a stage goes by the name of its release, which products of Red Hat have for themselves', async () => {
  const cwd = folder.with({ 'in/topic.yaml': TOPIC });
  const way = ['migrate', 'in', '--release', 'streams-2.9', '--to', 'streams-3.1'];
  expect((await call(cwd, [...way, '--stage', '1', '-o', 'deploy'])).stderr).toContain(
    'verify deploy --release streams-3.0 --next streams-3.1\n',
  );
  const { stdout } = await call(cwd, [...way, '-f', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ stages: [{ release: 'streams-3.0' }, { release: 'streams-3.1' }] });
});

test.each([
  [['--release', '0.45.2', '--to', '0.48', '--skip-releases'], 'from 0.45.2 to 0.48.0 with --skip-releases'],
  [['--release', '0.45.2', '--to', '0.49'], 'from 0.45.2 to 0.49.1'],
  [['--release', 'streams-2.9', '--to', '0.48'], 'from streams-2.9 to 0.48.0'],
])('a stage of %j does not follow one of another plan', async (way, told) => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA });
  await call(cwd, ['migrate', 'in', '--release', '0.45.2', '--to', '0.48', '--stage', '1', '-o', 'deploy']);
  const { code, stderr } = await call(cwd, ['migrate', 'in', ...way, '--stage', '2', '-o', 'deploy']);
  expect(stderr).toContain(`deploy holds a stage from 0.45.2 to 0.48.0, not ${told}; name another folder`);
  expect(code).toBe(2);
});

test('what a file says does not act on the terminal, nor in the shell', async () => {
  const ends = ['consumer', 'producer'].map(
    (end) =>
      `  ${end}: {bootstrapServers: 'a:9092', groupId: "a\\e[31m; b", authentication: {type: plain, username: "\\e[2J"}}\n`,
  );
  const mirror = `apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaMirrorMaker\nmetadata: {name: a}\nspec:\n  replicas: 1\n  version: 3.9.0\n${ends.join('')}`;
  const cwd = folder.with({ 'in/mirror.yaml': mirror });
  const { stdout } = await call(cwd, ['migrate', 'in', ...WAY]);
  // eslint-disable-next-line no-control-regex -- it must not be there
  expect(stdout).not.toMatch(/\u001b/);
  expect(stdout).toContain("--group 'a\\u001b[31m; b'");
});

test('a way that ends before the release says why', async () => {
  const lone = KAFKA.replace(/zookeeper:[^]*/, 'zookeeper:\n    replicas: 1\n    storage: {type: ephemeral}\n');
  const cwd = folder.with({ 'in/kafka.yaml': lone });
  const { code, stdout } = await call(cwd, ['migrate', 'in', ...WAY]);
  expect(code).toBe(1);
  expect(stdout).toContain('Here the way ends:\n  Kafka europe: ');
});

test.each([
  [['in', '--release', '0.45.2'], 'name the release to arrive at'],
  [['in', '--to', '0.46'], 'name the release that runs now'],
  [WAY, 'name the files or folders to migrate'],
  [['in', ...WAY, '-o', 'deploy'], '--output goes with --stage'],
  [['in', ...WAY, '--stage', '9'], 'there is no stage 9; stages are 1 to 5'],
  [['in', '--release', '0.46', '--to', '0.45'], 'is older than'],
  [
    ['in', 'malformed.yaml', ...WAY],
    'malformed.yaml: metadata.labels.a: The field is not what every Kubernetes object',
  ],
])('%j is not understood', async (argv, message) => {
  const malformed = TOPIC.replace('labels:', 'labels:\n    a: 1');
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA, 'malformed.yaml': malformed });
  expect(await call(cwd, ['migrate', ...argv])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(message) as string,
  });
});
