import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, Folder, topic, type Call } from './harness';

const folder = new Folder();
const USER = topic('orders', 'europe', 3).replace('KafkaTopic', 'KafkaUser').replace('name: orders', 'name: app');
const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: kafka\n';

/** A stand-in for kubectl: it lists its calls, and fails for those that name a word. */
const KUBECTL = `#!/bin/sh
echo "$@" >> calls
case "$*" in *"$FAILS"*) echo "it is stuck" >&2; exit 1;; esac
`;

async function run(
  files: Record<string, string>,
  argv: string[],
  fails = 'nothing',
): Promise<Call & { calls: string[] }> {
  const cwd = folder.with({ ...files, kubectl: KUBECTL });
  chmodSync(join(cwd, 'kubectl'), 0o755);
  const said = await call(cwd, ['teardown', ...argv], {
    env: { KUBECTL: './kubectl', FAILS: fails, PATH: process.env['PATH'] ?? '' },
  });
  const calls = join(cwd, 'calls');
  return { ...said, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [] };
}

test('nothing is called without --yes, and what would be can be pasted into a shell', async () => {
  const { stdout, calls, code } = await run({ 'a.yaml': USER }, ['a.yaml', '--context', 'it is mine']);
  expect(calls).toEqual([]);
  expect(code).toBe(0);
  expect(stdout).toBe(`# 1. Users.
./kubectl --context 'it is mine' delete --ignore-not-found --timeout=10m kafkauser.kafka.strimzi.io/app

`);
});

test('with --yes it stops before what deletes data, and goes on if that is said too', async () => {
  const files = { 'a.yaml': USER, 'b.yaml': NAMESPACE };
  const once = await run(files, ['.', '--yes']);
  expect(once.calls).toEqual(['delete --ignore-not-found --timeout=10m kafkauser.kafka.strimzi.io/app']);
  expect(once.code).toBe(1);
  expect(once.stderr).toContain('Stopped before "2. Namespaces"');
  const twice = await run(files, ['.', '--yes', '--delete-data', '--timeout', '90s']);
  expect(twice.calls).toEqual([
    'delete --ignore-not-found --timeout=90s kafkauser.kafka.strimzi.io/app',
    'delete --ignore-not-found --timeout=90s namespace/kafka',
  ]);
  expect(twice.code).toBe(0);
});

test('what comes later stays where something cannot be deleted', async () => {
  const { calls, code, stderr } = await run(
    { 'a.yaml': USER, 'b.yaml': NAMESPACE },
    ['.', '--yes', '--delete-data'],
    'kafkauser',
  );
  expect(calls).toHaveLength(1);
  expect(code).toBe(1);
  expect(stderr).toContain('it is stuck');
});

test('a file that cannot be read deletes nothing, as it may name what has to go first', async () => {
  const { calls, code, stderr } = await run({ 'a.yaml': USER, 'b.yaml': 'a: [' }, ['.', '--yes', '--delete-data']);
  expect(calls).toEqual([]);
  expect(code).toBe(2);
  expect(stderr).toContain('b.yaml');
});

test('many names are spread over calls', async () => {
  const topics = Array.from({ length: 250 }, (_, index) => topic(`t${index}`, 'europe', 3)).join('---\n');
  const { calls } = await run({ 'a.yaml': topics }, ['.', '--yes', '--delete-data']);
  expect(calls.map((each) => each.split('kafkatopic').length - 1)).toEqual([100, 100, 50]);
});

test('a time that kubectl would not take is refused before anything is printed', async () => {
  const { code, stdout, stderr } = await run({ 'a.yaml': USER }, ['a.yaml', '--timeout', '5']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--timeout takes a time such as 90s, 10m or 1h, not "5"');
});
