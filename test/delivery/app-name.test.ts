import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { appName } from '../../src/delivery/app-name';

const ROOT = path.join(__dirname, '../..');
const TSX = ['--require', require.resolve('tsx/cjs')];
const LIBRARY = path.join(ROOT, 'src/delivery/app-name.ts');
const COMPILER = { module: 'commonjs', target: 'es2022', rootDir: '/', ignoreDeprecations: '6.0' };

let folder: string;

// Below the project, so that programs find its packages.
beforeEach(() => {
  fs.mkdirSync(path.join(ROOT, '.tmp'), { recursive: true });
  folder = fs.mkdtempSync(path.join(ROOT, '.tmp', 'app-name-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What a program says when Node runs it like this in a folder. */
function run(args: readonly string[], cwd = folder): string {
  return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }).trim();
}

/** The file of a command. */
function bin(command: string): string {
  return fs.realpathSync(path.join(ROOT, 'node_modules', '.bin', command));
}

function program(...outdirs: string[]): string {
  const names = outdirs.map((outdir) => `appName(undefined, ${JSON.stringify(outdir)})`);
  return `const { appName } = require(${JSON.stringify(LIBRARY)});\nconsole.log(${names.join(', ')});\n`;
}

describe('an app without a name', () => {
  test.each([
    ['main.ts', 'tsx/cjs', []],
    ['main.js', 'node', []],
    ['main.cjs', 'node', []],
    ['main.ts', 'ts-node', [bin('ts-node'), '--transpile-only']],
    ['main.ts', 'tsx', [bin('tsx')]],
  ])('is called after the program, without what runs it: %s with %s', (file, _, runner) => {
    fs.mkdirSync(path.join(folder, 'src'));
    fs.writeFileSync(path.join(folder, 'src', file), program('dist'));
    fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER }));
    expect(run([...TSX, ...runner, path.join('src', file)])).toBe('../src/main');
  });

  test('is called so from whatever folder the program is run', () => {
    fs.writeFileSync(path.join(folder, 'main.ts'), program(path.join(folder, 'dist', 'deep')));
    expect(run([...TSX, path.join(folder, 'main.ts')], ROOT)).toBe('../../main');
  });

  test('is called so whether the folder is there or not, and whatever links lead to it', () => {
    fs.mkdirSync(path.join(folder, 'real'));
    fs.symlinkSync('real', path.join(folder, 'link'));
    fs.writeFileSync(path.join(folder, 'real', 'main.ts'), program('real/dist', 'link/dist'));
    fs.writeFileSync(path.join(folder, 'other.ts'), program('link/dist', 'real/dist'));
    expect(run([...TSX, 'link/main.ts'])).toBe('../main ../main#2');
    fs.mkdirSync(path.join(folder, 'real', 'dist'));
    expect(run([...TSX, 'real/main.ts'])).toBe('../main ../main#2');
    expect(run([...TSX, 'other.ts'])).toBe('../../other ../../other#2');
  });

  test('has a number, for each output folder of its own, from the second on', () => {
    fs.writeFileSync(path.join(folder, 'main.js'), program('dist', 'dist', 'other', 'dist'));
    expect(run([...TSX, 'main.js'])).toBe('../main ../main#2 ../main ../main#3');
  });

  test('of no program, or of one that runs others, has none', () => {
    const runner = path.join(folder, 'node_modules', 'runner', 'cli.js');
    fs.mkdirSync(path.dirname(runner), { recursive: true });
    fs.writeFileSync(runner, program('dist'));
    expect(run([...TSX, runner])).toBe('undefined');
    expect(run([...TSX, '--eval', program('dist', 'dist'), 'argument'])).toBe('undefined undefined');
  });
});

test('an app that has a name keeps it, as often as it is given', () => {
  expect([appName('shop', folder), appName('shop', folder)]).toEqual(['shop', 'shop']);
});

test.each(['', 'a\tb', 'a\nb', '\ud800'])('%j cannot be the name of an app', (name) => {
  expect(() => appName(name, folder)).toThrow(`${JSON.stringify(name)} cannot be the name of an app; allowed: `);
});
