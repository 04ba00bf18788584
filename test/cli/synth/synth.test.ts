import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/project';
import { contentOf, manifestsOf } from '../../delivery/folders';
import { call, Folder } from '../harness';

const folder = new Folder();
const RUN = `${process.execPath} --require ${require.resolve('tsx/cjs')} program.ts`;
const PROJECT = `language: typescript\napp: ${RUN}\noutput: out\n`;

/** A program with one ConfigMap a chart. */
function program(charts: Readonly<Record<string, string>>, props = "{ name: 'shop' }"): string {
  return `
import { ApiObject, Chart } from ${JSON.stringify(require.resolve('cdk8s'))};
import { App, Layout } from ${JSON.stringify(join(ROOT, 'src'))};
const app = new App(${props});
for (const [id, text] of Object.entries(${JSON.stringify(charts)})) {
  new ApiObject(new Chart(app, id), 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data: { text } });
}
console.log('it is heard');
app.synth();
`;
}

/** The same on plain cdk8s. */
function plainProgram(charts: Readonly<Record<string, string>>): string {
  return program(charts, '')
    .replace('import { App, Layout } from', 'import {} from')
    .replace('{ ApiObject, Chart }', '{ App, ApiObject, Chart }');
}

function change(cwd: string, file: string, text: string): void {
  writeFileSync(join(cwd, file), text);
}

describe('synth', () => {
  it('writes what the program of cdk8s.yaml gives, leaves what it did not write, and sums up', async () => {
    const cwd = folder.with({
      'cdk8s.yaml': PROJECT,
      'program.ts': program({ a: '1', b: '1' }),
      'out/README.md': 'mine',
    });
    const first = await call(cwd, ['synth']);
    expect(first).toMatchObject({ code: 0, stdout: 'it is heard\n' });
    expect(first.stderr).toBe('out: 2 files written (a.k8s.yaml, b.k8s.yaml)\n');
    change(cwd, 'program.ts', program({ a: '1', c: '1' }));
    const second = await call(cwd, ['synth']);
    expect(second.stderr).toContain('out: 1 file written, 1 removed, 1 as before (c.k8s.yaml)\n');
    expect(Object.keys(manifestsOf(join(cwd, 'out'))).sort()).toEqual(['README.md', 'a.k8s.yaml', 'c.k8s.yaml']);
  });

  it('keeps what somebody changed, and writes over it when asked', async () => {
    const cwd = folder.with({ 'cdk8s.yaml': PROJECT, 'program.ts': program({ a: '1' }) });
    await call(cwd, ['synth']);
    change(cwd, 'out/a.k8s.yaml', 'mine: true\n');
    const kept = await call(cwd, ['synth']);
    expect(kept.code).toBe(0);
    expect(kept.stderr).toContain('kept a.k8s.yaml: somebody changed it');
    expect(readFileSync(join(cwd, 'out/a.k8s.yaml'), 'utf8')).toBe('mine: true\n');
    await call(cwd, ['synth', '--overwrite-edited']);
    expect(readFileSync(join(cwd, 'out/a.k8s.yaml'), 'utf8')).toContain('text: "1"');
  });

  it('ends with 1 where the program fails, and all is as it was', async () => {
    const cwd = folder.with({ 'program.ts': 'throw new Error("broken");', 'out/a.k8s.yaml': 'mine' });
    const { code, stderr } = await call(cwd, ['synth', '--app', RUN, '--output', 'out']);
    expect(code).toBe(1);
    expect(stderr).toContain('broken');
    expect(stderr).toContain('The program ended with 1; nothing more was written.\n');
    expect(contentOf(join(cwd, 'out'))).toEqual({ 'a.k8s.yaml': 'mine' });
  });

  it('lets a program print its manifests, and says everything else on standard error', async () => {
    const text = program({ a: '1' }, '{ layout: Layout.standardOutput() }').replace('console.log', 'console.error');
    const cwd = folder.with({ 'cdk8s.yaml': PROJECT, 'program.ts': text });
    const { stdout, stderr } = await call(cwd, ['synth']);
    expect(stdout).toMatch(/^apiVersion: v1\nkind: ConfigMap\n/);
    expect(stderr).toBe('it is heard\n');
    expect(contentOf(join(cwd, 'out'))).toEqual({});
  });
});

describe('a program that gives no manifest', () => {
  it.each([[], ['--check']])('is told, and that it may call no synth: synth %s', async (...options) => {
    const silent = program({ a: '1' }).replace('app.synth();', '');
    const cwd = folder.with({ 'cdk8s.yaml': PROJECT, 'program.ts': silent });
    const { code, stderr } = await call(cwd, ['synth', ...options]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('note: the program ended well and gave no manifest: does it call synth()?\n'),
    });
  });

  it.each(['', "{ name: 'shop' }", '{ layout: Layout.standardOutput() }'])('is none with %j', async (props) => {
    const text = props === '' ? plainProgram({ a: '1' }) : program({ a: '1' }, props);
    const cwd = folder.with({ 'cdk8s.yaml': PROJECT, 'program.ts': text });
    expect((await call(cwd, ['synth'])).stderr).not.toContain('gave no manifest');
    expect((await call(cwd, ['synth', '--check'])).stderr).not.toContain('gave no manifest');
  });
});

describe('synth --check', () => {
  it('ends with 0 where all is as it should be, and names what is none of the program', async () => {
    const cwd = folder.with({
      'cdk8s.yaml': PROJECT,
      'program.ts': program({ a: '1', b: '1' }),
      'out/README.md': 'mine',
    });
    await call(cwd, ['synth']);
    const { code, stdout } = await call(cwd, ['synth', '--check']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'note: not of the program, and never touched: out/README.md\n2 files, all of them what the program gives\n',
    });
  });

  it('writes nothing, and tells what is different line by line, missing, changed by hand or no longer described', async () => {
    const cwd = folder.with({
      'cdk8s.yaml': PROJECT,
      'program.ts': program({ a: '1', edited: '1', gone: '1', missing: '1' }),
    });
    await call(cwd, ['synth']);
    change(cwd, 'out/edited.k8s.yaml', 'mine: true\n');
    rmSync(join(cwd, 'out/missing.k8s.yaml'));
    change(cwd, 'program.ts', program({ a: '2', edited: '1', missing: '1' }));
    const before = contentOf(cwd);
    const { code, stdout } = await call(cwd, ['synth', '--check']);
    expect(code).toBe(1);
    expect(stdout).toContain('out/a.k8s.yaml is not what the program gives\n');
    expect(stdout).toContain('  -  text: "1"\n  +  text: "2"\n');
    expect(stdout).toContain('out/edited.k8s.yaml was changed by somebody');
    expect(stdout).toContain('  -mine: true\n');
    expect(stdout).toContain('out/gone.k8s.yaml is no longer described\n');
    expect(stdout).toContain('out/missing.k8s.yaml is missing\n');
    expect(stdout).toContain('4 files to be written, removed or looked at; the program gives 3 files\n');
    expect(contentOf(cwd)).toEqual(before);
  });

  it('compares what a program on plain cdk8s gives too', async () => {
    const cwd = folder.with({ 'cdk8s.yaml': PROJECT, 'program.ts': plainProgram({ a: '1', b: '1' }) });
    const written = await call(cwd, ['synth']);
    expect(written.code).toBe(0);
    expect(await call(cwd, ['synth', '--check'])).toMatchObject({ code: 0 });
    change(cwd, 'program.ts', plainProgram({ b: '2', c: '1' }));
    const before = contentOf(join(cwd, 'out'));
    const { code, stdout } = await call(cwd, ['synth', '--check']);
    expect(code).toBe(1);
    expect(stdout).toContain('out/b.k8s.yaml is not what the program gives\n');
    expect(stdout).toContain('out/c.k8s.yaml is missing\n');
    expect(stdout).toContain('out/a.k8s.yaml is not given by the program\n');
    expect(contentOf(join(cwd, 'out'))).toEqual(before);
  });
});

describe('calls that are not understood', () => {
  it.each([
    ['names no program', {}, ['synth'], "name the command that runs the program, as in --app 'npx tsx main.ts'"],
    ['has an argument too many', {}, ['synth', 'main.ts'], 'goes with --app'],
    ['has a broken cdk8s.yaml', { 'cdk8s.yaml': 'app: [' }, ['synth'], 'cdk8s.yaml:1:'],
    ['has an app that is no text', { 'cdk8s.yaml': 'app: [a]' }, ['synth'], 'app of cdk8s.yaml takes a text'],
    ['has an app that is empty', { 'cdk8s.yaml': 'app: ""' }, ['synth'], 'app of cdk8s.yaml takes a text'],
    ['has an empty app', {}, ['synth', '--app', ''], '--app is empty: is a variable of the shell not set?'],
    ['has an empty output folder', { 'cdk8s.yaml': 'app: "true"' }, ['synth', '-o', ''], '-o is empty'],
    ['asks for Helm', { 'cdk8s.yaml': 'synthConfig: {format: helm}' }, ['synth'], "which 'cdk8s synth' alone writes"],
  ])('end with 2: one that %s', async (_, files: Record<string, string>, argv, message) => {
    const { code, stderr } = await call(folder.with(files), argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('a field of cdk8s.yaml that nobody reads is told with the nearest that is', async () => {
    const cwd = folder.with({ 'cdk8s.yaml': `app: "true"\noutptu: out\nx-notes: mine\n` });
    expect((await call(cwd, ['synth'])).stderr.match(/note: nobody.*/g)).toEqual([
      'note: nobody reads outptu of cdk8s.yaml; did you mean output?',
    ]);
  });

  it('a project with validations is told that they are not run', async () => {
    const cwd = folder.with({ 'cdk8s.yaml': `app: "true"\nvalidations: [{package: x, class: Y, version: 1}]\n` });
    const { code, stderr } = await call(cwd, ['synth']);
    expect(code).toBe(0);
    expect(stderr).toContain("note: validations of cdk8s.yaml are not run: 'cdk8s synth' runs them\n");
  });
});
