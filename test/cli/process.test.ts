import { fromSource, run } from '../../scripts/project';
import { Folder, kafka, topic } from './harness';

const folder = new Folder();
const FAULTY = `${kafka('europe', 3)}---\n${topic('orders', 'europe', 4)}`;
const CHECK = [...fromSource('src/cli/bin.ts'), 'check', '-', '--release', '1.2'];

function runShell(script: string, input: string): string {
  return run('sh', ['-c', script, 'sh', process.execPath, ...CHECK], { cwd: folder.path, input }).stdout;
}

test('the process reads standard input, writes findings and ends with their exit code', () => {
  const stdout = runShell('"$@"; echo "ends with $?"', FAULTY);
  expect(stdout).toMatch(/^error topic-replicas at -:38:13: /);
  expect(stdout).toMatch(/\nends with 1\n$/);
});

test('what is wrong with the call goes to standard error', () => {
  const { ok, stdout, stderr } = run(process.execPath, [...CHECK, '--colour'], { cwd: folder.path });
  expect({ ok, stdout }).toEqual({ ok: false, stdout: '' });
  expect(stderr).toContain('there is no option --colour');
});

test('a reader that has seen enough is no fault', () => {
  const topics = Array.from({ length: 2_000 }, (_, at) => topic(`t${at}`, 'europe', 9)).join('---\n');
  const { stderr } = run('sh', ['-c', '"$@" | head -n 1', 'sh', process.execPath, ...CHECK], {
    cwd: folder.path,
    input: `${kafka('europe', 3)}---\n${topics}`,
  });
  expect(stderr).toBe('');
});
