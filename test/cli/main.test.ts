import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { allRules } from '../../src/cli/rules';
import { call, Folder, kafka, topic } from './harness';

const folder = new Folder();
const FAULTY = { 'all.yaml': `${kafka('europe', 3)}---\n${topic('orders', 'europe', 4)}` };

describe('the help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('of all is asked for by %j', async (argv) => {
    const { code, stdout } = await call(folder.path, argv);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });

  test('is what a call without a command gets, as a fault', async () => {
    const { code, stdout, stderr } = await call(folder.path, []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: cdk8s-strimzi COMMAND');
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    'of %s tells its options, examples and exit codes',
    async (name, { options, examples, exit }) => {
      const { code, stdout } = await call(folder.path, [name, '--help']);
      expect(code).toBe(0);
      for (const { name: option, about } of options)
        expect(stdout).toMatch(new RegExp(`--${option} .*${escaped(about)}$`, 'm'));
      for (const [example] of examples) expect(stdout).toContain(`  ${example}\n`);
      for (const [exitCode, meaning] of Object.entries(exit)) expect(stdout).toContain(`  ${exitCode}  ${meaning}\n`);
      expect((await call(folder.path, ['help', name])).stdout).toBe(stdout);
    },
  );

  test('fits a terminal of 120 columns', async () => {
    for (const { name } of COMMANDS) {
      const { stdout } = await call(folder.path, [name, '--help']);
      expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
    }
  });
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  for (const flag of ['--version', '-v']) {
    expect(await call(folder.path, [flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  }
});

describe('explain', () => {
  test('lists all rules', async () => {
    const { code, stdout } = await call(folder.path, ['explain']);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(allRules().map(({ id }) => id));
  });

  test.each(allRules().map((rule) => [rule.id, rule] as const))(
    'tells what %s asks, and all that is known of it',
    async (id, rule) => {
      const { code, stdout } = await call(folder.path, ['explain', id]);
      expect(code).toBe(0);
      const { summary, effect, remedy = summary, source = summary } = rule;
      for (const part of [summary, `${effect}: `, remedy, source]) expect(stdout).toContain(part);
    },
  );

  test('knows what an unknown rule may have been meant for', async () => {
    const { code, stderr } = await call(folder.path, ['explain', 'topic-replica']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no rule topic-replica; did you mean topic-replicas?');
  });
});

describe('colour', () => {
  const argv = ['check', '.', '--release', '1.2'];
  const RED = '\u001B[31m';

  test.each([
    ['a terminal', { isTTY: true }, true],
    ['a pipe', {}, false],
    ['a terminal without colours', { isTTY: true, env: { TERM: 'dumb' } }, false],
    ['a terminal with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', { isTTY: true, env: { NO_COLOR: '' } }, true],
    ['a pipe with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['a pipe with both', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, true],
    ['a terminal with FORCE_COLOR=0', { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
  ])('on %s', async (_, surroundings, expected) => {
    const { stdout } = await call(folder.with(FAULTY), argv, surroundings);
    expect(stdout.includes(RED)).toBe(expected);
  });

  test('is never in what programs read', async () => {
    for (const format of ['json', 'sarif', 'github']) {
      const { stdout } = await call(folder.with(FAULTY), [...argv, '--format', format], {
        isTTY: true,
        env: { FORCE_COLOR: '1' },
      });
      expect(stdout).not.toContain('\u001B');
    }
  });
});

describe('progress', () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.yaml`, topic(`t${at}`, 'europe', 1)]));
  const argv = ['check', '.', '--release', '1.2'];

  test('is told at a terminal where it takes longer than a second, and taken away', async () => {
    const { stderr } = await call(folder.with(files), argv, { isTTY: true, pace: 300 });
    expect(stderr).toBe(
      '\r4 of 9 files\r5 of 9 files\r6 of 9 files\r7 of 9 files\r8 of 9 files\r9 of 9 files\r\u001B[K',
    );
  });

  test('is not told where it goes fast, or where nobody looks', async () => {
    expect(await call(folder.with(files), argv, { isTTY: true })).toMatchObject({ stderr: '' });
    expect(await call(folder.with(files), argv, { pace: 300 })).toMatchObject({ stderr: '' });
  });
});

test('an option has one value, and that is one it takes', async () => {
  const cwd = folder.with({ 'a.yaml': topic('orders', 'europe', 1) });
  const said = async (...argv: string[]): Promise<string> => (await call(cwd, ['check', 'a.yaml', ...argv])).stderr;
  expect(await said('--release', '1.2', '--release', '0.45')).toContain(
    '--release is given twice, as 1.2 and as 0.45: give one of them',
  );
  expect(await said('--release', '1.2', '--release', '1.2')).toBe('');
  expect(await said('--release', '1.2', '-n', 'A b')).toContain('"A b" cannot be the name of a namespace');
});

test('quiet tells errors alone, and warnings count all the same', async () => {
  const user =
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata: {name: shop, labels: {strimzi.io/cluster: europe}}\nspec: {authentication: {type: tls}}\n';
  const cwd = folder.with({ 'all.yaml': `${kafka('europe', 3)}---\n${user}` });
  const argv = ['check', '.', '--release', '1.2'];
  expect((await call(cwd, argv)).stdout).toContain('warning user-can-log-in at all.yaml');
  expect(await call(cwd, [...argv, '--quiet'])).toMatchObject({
    code: 0,
    stdout: expect.not.stringContaining('warning user'),
  });
  expect(await call(cwd, [...argv, '--max-warnings', '2'])).toMatchObject({ code: 0 });
  expect(await call(cwd, [...argv, '--max-warnings', '1', '-q'])).toMatchObject({ code: 1 });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
