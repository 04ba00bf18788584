import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { filesBelow, ROOT, run, runTool, type Outcome } from '../../scripts/project';
import { blocksOf, type Program } from './markdown';

/** A line of a `yaml` block that stands for lines that the text leaves out. */
const ELLIPSIS = /^\s*# (\.\.\.|…)$/;

const texts = ['README.md', ...docs()].map((file) => blocksOf(file, readFileSync(join(ROOT, file), 'utf8')));
const programs = texts.flatMap((text) => text.programs);
const strays = texts.flatMap((text) => text.strays);

let folder: string;
let compiled: Outcome;

// The programs are files of one compilation, below the project so that they find its packages; the library is its sources.
beforeAll(() => {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.tmp', 'readme-'));
  const paths = { 'cdk8s-strimzi': ['../../src/index.ts'], 'cdk8s-strimzi/imports/*': ['../../imports/*.ts'] };
  const tsconfig = { extends: '../../tsconfig.json', compilerOptions: { paths, types: ['node'] }, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  for (const [index, { code }] of programs.entries()) writeFileSync(join(folder, fileOf(index)), code);
  compiled = runTool('tsc', ['--project', folder]);
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the README has a program and shows what it writes', () => {
  expect(programs.filter(({ output }) => output !== undefined).map(({ where }) => where)).toContainEqual(
    expect.stringMatching(/^README\.md:/),
  );
});

test('no manifest is shown that no program writes or reads', () => {
  const read = new Set(programs.flatMap(({ code, inputs }) => inputs.filter(({ file }) => code.includes(`'${file}'`))));
  const known = new Set([...read].map(({ text }) => text));
  const manifests = strays.filter(({ text }) => text.includes('apiVersion') && !known.has(text));
  expect(manifests.map(({ where }) => where)).toEqual([]);
});

describe.each(programs.map((program, index) => ({ ...program, index })))('the program at $where', (program) => {
  const { index, output, inputs } = program;

  test('compiles', () => {
    const faults = compiled.stdout.split('\n').filter((line) => line.includes(`${fileOf(index)}(`));
    expect(faults).toEqual([]);
    // A fault of the library would hide those of the program.
    if (index === 0) expect(compiled).toMatchObject({ ok: true, stdout: '' });
  });

  test(
    output ? `runs, and writes what ${output.where} shows` : 'runs',
    () => {
      const home = join(folder, String(index));
      mkdirSync(home);
      for (const { file, text } of inputs) {
        mkdirSync(dirname(join(home, file)), { recursive: true });
        writeFileSync(join(home, file), text);
      }
      const { ok, stderr } = run(
        process.execPath,
        ['--require', require.resolve('tsx/cjs'), join(folder, fileOf(index))],
        {
          cwd: home,
          env: { TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json'), CDK8S_OUTDIR: 'dist' },
        },
      );
      expect({ ok, stderr }).toMatchObject({ ok: true });
      if (output) expectShown(output.text, writtenText(home, program));
    },
    60_000,
  );
});

function fileOf(index: number): string {
  return `program-${String(index + 1)}.ts`;
}

function docs(): string[] {
  const at = join(ROOT, 'docs');
  return existsSync(at)
    ? readdirSync(at)
        .filter((file) => file.endsWith('.md'))
        .map((file) => `docs/${file}`)
        .sort()
    : [];
}

/** The file that the block's first line names (`# dist/shop.k8s.yaml`), otherwise the only one. */
function writtenText(home: string, { output }: Program): string {
  const files = filesBelow(home).filter((file) => /\.ya?ml$/.test(file));
  const named = /^# (\S+\.ya?ml)\n/.exec(output?.text ?? '')?.[1];
  const [file = 'none', ...others] = named === undefined ? files : files.filter((written) => written === named);
  if (file === 'none' || others.length > 0) {
    throw new Error(
      `name one of the program's files in the block's first line: ${files.map((f) => `# ${f}`).join(' or ')}`,
    );
  }
  return readFileSync(join(home, file), 'utf8');
}

/** The shown text is the written one; or, where it has ellipses, its pieces are in the written one, in order. */
function expectShown(block: string, written: string): void {
  const shown = block.replace(/^# \S+\.ya?ml\n/, '');
  const pieces = piecesOf(shown);
  if (pieces.length === 1) {
    expect(objectsOf(shown)).toEqual(objectsOf(written));
    expect(shown).toBe(written);
    return;
  }
  expect(pieces.join('')).not.toBe('');
  let rest = written;
  for (const piece of pieces) {
    expect(rest).toContain(piece);
    rest = rest.slice(rest.indexOf(piece) + piece.length);
  }
}

/** The texts between the ellipses; what is before the first one may be empty, as may what is after the last one. */
function piecesOf(shown: string): string[] {
  const pieces: string[][] = [[]];
  for (const line of shown.split(/(?<=\n)/)) {
    if (ELLIPSIS.test(line.trimEnd())) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  return pieces.map((lines) => lines.join(''));
}

function objectsOf(text: string): unknown[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as unknown);
}
