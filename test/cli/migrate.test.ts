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
])('%j is not understood', async (argv, message) => {
  const cwd = folder.with({ 'in/kafka.yaml': KAFKA });
  expect(await call(cwd, ['migrate', ...argv])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(message) as string,
  });
});
