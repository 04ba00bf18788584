import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { call, Folder, kafka, topic } from '../cli/harness';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const folder = new Folder();

/** The arguments of each call of the command line that the README shows. */
const calls = [...readme.matchAll(/^.*npx cdk8s-strimzi (.*)$/gm)].map(([, args = '']) => args.split(' '));

test('the README shows each command', () => {
  expect(new Set(calls.map(([name]) => name))).toEqual(new Set(COMMANDS.map(({ name }) => name)));
});

test.each(calls.map((argv) => [argv.join(' '), argv] as const))('the README may say %s', async (_, argv) => {
  const cwd = folder.with({ 'manifests/kafka.yaml': kafka('europe', 3).replaceAll('/v1', '/v1beta2') });
  const { stderr } = await call(cwd, argv);
  expect(stderr).not.toContain('--help');
});

test('what the README shows of a check is what it tells', async () => {
  const cwd = folder.with({ 'kafka.yaml': kafka('europe', 3), 'topics/orders.yaml': topic('orders', 'europe', 4) });
  const { stdout } = await call(cwd, ['check', '.', '--release', '1.2']);
  const [shown] = /^error topic-replicas at topics[^`]*/m.exec(readme) ?? [];
  expect(stdout).toContain(shown);
});
