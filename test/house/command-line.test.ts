import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { CHANGE_EXITS } from '../../src/cli/io';
import { CHANGE_CLASSES } from '../../src/reports/change-class';
import { call, Folder, kafka, topic } from '../cli/harness';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const folder = new Folder();

/** The arguments of each call of the command line that the README shows. */
const calls = [...readme.matchAll(/^.*npx cdk8s-strimzi (.*)$/gm)].map(([, args = '']) => args.split(' '));

test('the README shows each command', () => {
  expect(new Set(calls.map(([name]) => name))).toEqual(new Set(COMMANDS.map(({ name }) => name)));
});

/** A cluster that has nothing. */
const KUBECTL = '#!/bin/sh\necho \'{"items": []}\'\n';

test.each(calls.map((argv) => [argv.join(' '), argv] as const))('the README may say %s', async (_, argv) => {
  const cwd = folder.with({
    'manifests/kafka.yaml': kafka('europe', 3).replaceAll('/v1', '/v1beta2'),
    'cdk8s.yaml': 'app: "true"\n',
    kubectl: KUBECTL,
  });
  chmodSync(join(cwd, 'kubectl'), 0o755);
  for (const command of ['init -q -b main', 'add .', '-c user.name=a -c user.email=a@b commit -qm first']) {
    execFileSync('git', command.split(' '), { cwd });
  }
  const { stderr } = await call(cwd, argv, { env: { KUBECTL: './kubectl', PATH: process.env['PATH'] ?? '' } });
  expect(stderr).not.toContain('--help');
});

test('what the README shows of a check is what it tells', async () => {
  const cwd = folder.with({ 'kafka.yaml': kafka('europe', 3), 'topics/orders.yaml': topic('orders', 'europe', 4) });
  const { stdout } = await call(cwd, ['check', '.', '--release', '1.2']);
  const [shown] = /^error topic-replicas at topics[^`]*/m.exec(readme) ?? [];
  expect(stdout).toContain(shown);
});

test('the classes of changes and how they end a run are those that the documentation tells', () => {
  const review = readFileSync(join(__dirname, '../../docs/change-review.md'), 'utf8');
  const rows = [...review.matchAll(/^\| `([\w-]+)` +\| (\d) +\|/gm)].map(([, name, code]) => [name, Number(code)]);
  expect(rows).toEqual(Object.entries(CHANGE_EXITS));
  expect(Object.keys(CHANGE_EXITS)).toEqual(CHANGE_CLASSES);
});
