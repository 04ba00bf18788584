/**
 * `npm run test:mutation [-- FILE...]`: which small changes of the code no test notices.
 *
 * Stryker makes the changes in copies of the project, one at a time, and runs the tests of the same room: those of
 * src/rules/ are in test/rules/. FILE is a file of src/; without one, those that differ from the branch main. What is
 * listed as survived is behaviour that nobody holds, or a change that means the same.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, run } from './project';

function main(): number {
  const { positionals } = parseArgs({ allowPositionals: true });
  const files = (positionals.length > 0 ? positionals : changedFiles()).filter((file) => /^src\/.+\.ts$/.test(file));
  if (files.length === 0) {
    console.log('No file of src/ is named, and none differs from main.');
    return positionals.length === 0 ? 0 : 1;
  }
  const tests = new Set(files.map(testsOf));
  const { status, error } = spawnSync(
    join(ROOT, 'node_modules', '.bin', 'stryker'),
    ['run', '--mutate', files.join(',')],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: [...tests].join(',') } },
  );
  if (error) throw error;
  return status ?? 1;
}

/** Files that differ from main, committed or not, and are still there. */
function changedFiles(): string[] {
  const { ok, stdout, stderr } = run('git', ['diff', '--name-only', 'main', '--', 'src']);
  if (!ok) throw new Error(stderr);
  return stdout.split('\n').filter((file) => existsSync(join(ROOT, file)));
}

/** The tests of a file's room, as a pattern; of a file in no room, all. */
function testsOf(file: string): string {
  const [, room = '', rest] = file.split('/');
  return rest === undefined ? 'test/**/*.test.ts' : `test/${room}/**/*.test.ts`;
}

process.exitCode = main();
