import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, type Outcome } from '../../scripts/project';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, program = '', shown = ''] = /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(readme) ?? [];

let folder: string;

beforeAll(() => {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.tmp', 'readme-js-'));
  const paths = { 'cdk8s-strimzi': ['../../src/index.ts'] };
  const tsconfig = { extends: '../../tsconfig.json', compilerOptions: { paths, allowJs: true }, include: ['*'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the program in JavaScript of the README', () => {
  it('runs', () => {
    expect(outcomeOf('sound.js', program)).toMatchObject({ ok: true });
  });

  it('is told what the README shows where it is faulty', () => {
    const faulty = program.replace('consumerByteRate', 'consumerByterate').replace(" }), 'warehouse')", ' }))');
    const { ok, stderr } = outcomeOf('faulty.js', faulty);
    expect({
      ok,
      told: stderr.slice(stderr.indexOf('error prop-'), stderr.indexOf('error prop-') + shown.length),
    }).toEqual({
      ok: false,
      told: shown,
    });
  });
});

function outcomeOf(file: string, code: string): Outcome {
  writeFileSync(join(folder, file), code);
  const env = { TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json'), CDK8S_OUTDIR: join(folder, 'dist') };
  return run(process.execPath, ['--require', require.resolve('tsx/cjs'), join(folder, file)], { cwd: folder, env });
}
