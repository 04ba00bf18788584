import { createHash } from 'crypto';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import type { Changes } from '../../src/delivery/changes';
import type { Claimant } from '../../src/delivery/file-clash';
import { Output, type OutputOptions } from '../../src/delivery/files';
import { INDEX_FILE } from '../../src/delivery/output-index';
import { contentOf, manifestsOf } from './folders';

const APP = 'shop';
const MANIFEST = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: old\n';

let parent: string;
let outdir: string;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'output-'));
  outdir = path.join(parent, 'dist');
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

function index(): string {
  return fs.readFileSync(path.join(outdir, INDEX_FILE), 'utf8');
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(outdir, name)), { recursive: true });
    fs.writeFileSync(path.join(outdir, name), text);
  }
}

function claim(file: string, owner = `owner of ${file}`): Claimant {
  return { file, owner, construct: owner };
}

function filled(files: Readonly<Record<string, string>>, app: string | null = APP, options?: OutputOptions): Output {
  const output = new Output(outdir, app ?? undefined, options);
  for (const [name, text] of Object.entries(files)) {
    if (output.begin(claim(name))) output.write(text);
  }
  output.end();
  return output;
}

/** What an output that nobody else changes has done. */
function committed(output: Output): Changes {
  const changes = output.commit();
  if (!changes) throw new Error('somebody changed the folder');
  return changes;
}

test('writes nothing into the folder before it commits', () => {
  filled({ 'a.k8s.yaml': MANIFEST }).commit();
  const output = filled({ 'a.k8s.yaml': 'new', 'b.k8s.yaml': 'new' });
  expect(manifestsOf(outdir)).toEqual({ 'a.k8s.yaml': MANIFEST });
  output.commit();
  expect(manifestsOf(parent)).toEqual({ 'dist/a.k8s.yaml': 'new', 'dist/b.k8s.yaml': 'new' });
});

test('forgets everything when it is discarded', () => {
  filled({ 'a.k8s.yaml': 'new' }).discard();
  expect(contentOf(parent)).toEqual({});
});

test('makes the folder, also when there is nothing to write', () => {
  filled({}).commit();
  expect(fs.readdirSync(outdir)).toEqual([]);
});

test('leaves a file alone that has the same bytes', () => {
  const long = 'x'.repeat(3_000_000);
  filled({ 'same.k8s.yaml': long, 'other.k8s.yaml': `${long}y`, 'late.k8s.yaml': `${long}a` }).commit();
  const before = fs.statSync(path.join(outdir, 'same.k8s.yaml')).ino;
  const changes = filled({ 'same.k8s.yaml': long, 'other.k8s.yaml': long, 'late.k8s.yaml': `${long}b` }).commit();
  expect(changes).toEqual({
    written: ['other.k8s.yaml', 'late.k8s.yaml'],
    unchanged: ['same.k8s.yaml'],
    edited: [],
    replaced: [],
    removed: [],
    kept: [],
    indexFaults: [],
  });
  expect(fs.statSync(path.join(outdir, 'same.k8s.yaml')).ino).toBe(before);
});

test('tells who has a file already, whatever the case of its letters', () => {
  const output = filled({ 'a.k8s.yaml': 'first' });
  expect(output.begin(claim('A.k8s.yaml', 'second'))).toBe(false);
  expect(output.end()).toMatchObject([{ message: 'second and owner of a.k8s.yaml would write the same file.' }]);
  output.commit();
  expect(manifestsOf(outdir)).toEqual({ 'a.k8s.yaml': 'first' });
});

test('lists what it wrote, with the app and the checksum of the content', () => {
  filled({ 'b.k8s.yaml': 'two', 'a.k8s.yaml': 'one' }).commit();
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const lines = index()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  expect(lines).toEqual([`${sha256('one')}\tshop\ta.k8s.yaml`, `${sha256('two')}\tshop\tb.k8s.yaml`, '']);
});

test('checksums are those of the bytes, whatever the pieces in which they come', () => {
  const pieces = ['é'.repeat(700_000), 'x'.repeat(2_000_000), '€', 'y'.repeat(1_048_576)];
  const output = new Output(outdir, APP);
  output.begin(claim('a.k8s.yaml'));
  for (const piece of pieces) output.write(piece);
  output.end();
  output.commit();
  const bytes = fs.readFileSync(path.join(outdir, 'a.k8s.yaml'));
  expect(bytes.toString()).toBe(pieces.join(''));
  expect(index()).toContain(createHash('sha256').update(bytes).digest('hex'));
});

describe('what the app wrote and no longer describes', () => {
  test('is removed, and its line too', () => {
    filled({ 'old.k8s.yaml': 'old', 'new.k8s.yaml': 'new' }).commit();
    expect(filled({ 'new.k8s.yaml': 'new' }).commit()).toMatchObject({ removed: ['old.k8s.yaml'], kept: [] });
    expect(Object.keys(manifestsOf(outdir))).toEqual(['new.k8s.yaml']);
    expect(index()).not.toContain('old.k8s.yaml');
  });

  test('stays where somebody changed it, and is told until it is gone', () => {
    filled({ 'old.k8s.yaml': MANIFEST }).commit();
    put({ 'old.k8s.yaml': `${MANIFEST}# mine\n` });
    for (const run of [1, 2]) expect({ run, ...filled({}).commit() }).toMatchObject({ run, kept: ['old.k8s.yaml'] });
    expect(manifestsOf(outdir)).toEqual({ 'old.k8s.yaml': `${MANIFEST}# mine\n` });
    fs.rmSync(path.join(outdir, 'old.k8s.yaml'));
    expect(filled({}).commit()).toMatchObject({ removed: [], kept: [] });
    expect(fs.readdirSync(outdir)).toEqual([]);
  });

  test('in folders of charts goes with the folders that it leaves empty', () => {
    filled({ 'gone/a': 'x', 'deep/down/a': 'x', 'shared/a': 'x', 'kept/a': 'x', 'kept/b': 'x' }).commit();
    put({ 'shared/README.md': 'a note' });
    fs.mkdirSync(path.join(outdir, 'empty'));
    expect(committed(filled({ 'kept/a': 'x' })).removed).toEqual(['deep/down/a', 'gone/a', 'kept/b', 'shared/a']);
    expect(manifestsOf(outdir)).toEqual({ 'kept/a': 'x', 'shared/README.md': 'a note' });
    expect(fs.readdirSync(outdir).sort()).toEqual([INDEX_FILE, 'empty', 'kept', 'shared']);
  });

  test('makes way for a file in a folder of its name', () => {
    filled({ one: 'x', 'two/inside': 'x' }).commit();
    filled({ 'one/inside': 'x' }).commit();
    expect(manifestsOf(outdir)).toEqual({ 'one/inside': 'x' });
  });

  // The systems of macOS and Windows have one file by both names.
  const testCase = fs.existsSync(__filename.toUpperCase()) ? test.skip : test;

  testCase('is removed where only the case of its name is another, if the file system tells it', () => {
    filled({ 'Site/a.k8s.yaml': 'x', 'B.k8s.yaml': 'x', 'C.k8s.yaml': 'x' }).commit();
    const renamed = { 'site/a.k8s.yaml': 'x', 'b.k8s.yaml': 'new', 'C.k8s.yaml': 'x' };
    expect(filled(renamed).commit()).toMatchObject({ removed: ['B.k8s.yaml', 'Site/a.k8s.yaml'] });
    expect(manifestsOf(outdir)).toEqual(renamed);
    expect(filled(renamed).commit()).toMatchObject({ written: [], removed: [], kept: [] });
  });

  testCase('stays where both names lead to one file, as where the file system does not tell case', () => {
    filled({ 'Site.k8s.yaml': 'x' }).commit();
    fs.linkSync(path.join(outdir, 'Site.k8s.yaml'), path.join(outdir, 'site.k8s.yaml'));
    expect(filled({ 'site.k8s.yaml': 'x' }).commit()).toMatchObject({ unchanged: ['site.k8s.yaml'], removed: [] });
    expect(manifestsOf(outdir)).toEqual({ 'Site.k8s.yaml': 'x', 'site.k8s.yaml': 'x' });
  });

  test('stays where somebody made a folder in its place', () => {
    filled({ 'a.k8s.yaml': 'x' }).commit();
    fs.rmSync(path.join(outdir, 'a.k8s.yaml'));
    put({ 'a.k8s.yaml/mine': 'y' });
    expect(filled({}).commit()).toMatchObject({ removed: [], kept: ['a.k8s.yaml'] });
    expect(manifestsOf(outdir)).toEqual({ 'a.k8s.yaml/mine': 'y' });
  });

  test('stays where a link leads out of the folder', () => {
    filled({ 'sub/a.k8s.yaml': 'same', 'b.k8s.yaml': 'same' }).commit();
    fs.renameSync(path.join(outdir, 'sub'), path.join(parent, 'elsewhere'));
    fs.symlinkSync('../elsewhere', path.join(outdir, 'sub'));
    fs.renameSync(path.join(outdir, 'b.k8s.yaml'), path.join(parent, 'b'));
    fs.symlinkSync('../b', path.join(outdir, 'b.k8s.yaml'));
    expect(filled({}).commit()).toMatchObject({ removed: [], kept: ['b.k8s.yaml', 'sub/a.k8s.yaml'] });
    expect(manifestsOf(parent)).toMatchObject({ 'elsewhere/a.k8s.yaml': 'same', b: 'same' });
  });
});

describe('an app without a name', () => {
  test('lists nothing and removes nothing', () => {
    filled({ 'old.k8s.yaml': 'x' }, null).commit();
    expect(filled({ 'new.k8s.yaml': 'x' }, null).commit()).toMatchObject({ removed: [], kept: [] });
    expect(contentOf(outdir)).toEqual({ 'old.k8s.yaml': 'x', 'new.k8s.yaml': 'x' });
  });

  test('leaves the files and the lines of others', () => {
    filled({ 'theirs.k8s.yaml': 'x' }, 'other').commit();
    const before = index();
    expect(filled({ 'theirs.k8s.yaml': 'y' }, null).end()).toMatchObject([
      { message: expect.stringContaining('"other"') },
    ]);
    filled({ 'new.k8s.yaml': 'x' }, null).commit();
    expect(index()).toBe(before);
  });
});

test('two apps of one program write one file, the later over the earlier, which is told; neither removes files of the other', () => {
  filled({ 'a.k8s.yaml': 'one', 'b.k8s.yaml': 'one' }, 'main').commit();
  expect(filled({ 'a.k8s.yaml': 'two' }, 'main#2').commit()).toMatchObject({ replaced: ['a.k8s.yaml'], removed: [] });
  expect(filled({ 'b.k8s.yaml': 'one' }, 'main#3').commit()).toMatchObject({ replaced: [], unchanged: ['b.k8s.yaml'] });
  expect(manifestsOf(outdir)).toEqual({ 'a.k8s.yaml': 'two', 'b.k8s.yaml': 'one' });
});

describe('a file that the app wrote and somebody changed', () => {
  const edit = (): void => {
    filled({ 'a.k8s.yaml': 'one', 'b.k8s.yaml': 'one' }).commit();
    put({ 'a.k8s.yaml': 'mine' });
  };

  test('stays and is told, run after run, and all else is written', () => {
    edit();
    for (const text of ['one', 'two', 'three']) {
      const changes = committed(filled({ 'a.k8s.yaml': text, 'b.k8s.yaml': text }));
      expect({ text, edited: changes.edited }).toEqual({ text, edited: ['a.k8s.yaml'] });
      expect(manifestsOf(outdir)).toEqual({ 'a.k8s.yaml': 'mine', 'b.k8s.yaml': text });
    }
  });

  test('is written over if somebody asks for it', () => {
    edit();
    const changes = committed(filled({ 'a.k8s.yaml': 'two' }, APP, { edited: 'overwrite' }));
    expect(changes).toMatchObject({ written: ['a.k8s.yaml'], edited: [] });
    expect(manifestsOf(outdir)).toEqual({ 'a.k8s.yaml': 'two' });
  });

  test('is a file of the app again once it has what the app wrote, or would write', () => {
    edit();
    filled({ 'a.k8s.yaml': 'two', 'b.k8s.yaml': 'two' }).commit();
    put({ 'a.k8s.yaml': 'one' });
    expect(committed(filled({ 'a.k8s.yaml': 'two' }))).toMatchObject({ written: ['a.k8s.yaml'], edited: [] });
    put({ 'a.k8s.yaml': 'three' });
    expect(committed(filled({ 'a.k8s.yaml': 'three' }))).toMatchObject({ unchanged: ['a.k8s.yaml'], edited: [] });
    expect(committed(filled({ 'a.k8s.yaml': 'four' }))).toMatchObject({ written: ['a.k8s.yaml'], edited: [] });
  });

  test('is written again if it is gone', () => {
    edit();
    fs.rmSync(path.join(outdir, 'a.k8s.yaml'));
    expect(committed(filled({ 'a.k8s.yaml': 'one', 'b.k8s.yaml': 'one' }))).toMatchObject({ written: ['a.k8s.yaml'] });
  });
});

describe('an output that is only compared', () => {
  const compared = (files: Readonly<Record<string, string>>): Changes => {
    const aside = path.join(parent, 'aside');
    return filled(files, APP, { aside }).compare();
  };

  test('tells what a run would do, does none of it and has what is different aside', () => {
    filled({ 'a.k8s.yaml': 'one', 'b.k8s.yaml': 'one', 'c.k8s.yaml': 'one' }).commit();
    put({ 'b.k8s.yaml': 'mine', 'README.md': 'mine' });
    const before = contentOf(outdir);
    const changes = compared({ 'a.k8s.yaml': 'two', 'b.k8s.yaml': 'two', 'd/e.k8s.yaml': 'two' });
    expect(changes).toMatchObject({
      written: ['a.k8s.yaml', 'd/e.k8s.yaml', INDEX_FILE],
      edited: ['b.k8s.yaml'],
      removed: ['c.k8s.yaml'],
    });
    expect(contentOf(outdir)).toEqual(before);
    const given = { 'a.k8s.yaml': 'two', 'b.k8s.yaml': 'two', 'd/e.k8s.yaml': 'two' };
    expect(manifestsOf(path.join(parent, 'aside'))).toEqual(given);
    expect(fs.readdirSync(parent).sort()).toEqual(['aside', 'dist']);
  });

  test('that is as it should be has nothing aside', () => {
    filled({ 'a.k8s.yaml': 'one' }).commit();
    expect(compared({ 'a.k8s.yaml': 'one' })).toMatchObject({ written: [], unchanged: ['a.k8s.yaml'], removed: [] });
    expect(fs.readdirSync(parent)).toEqual(['dist']);
  });
});

describe('what the app did not write', () => {
  test('stays, even if it begins as manifests of the library do', () => {
    const others = {
      'README.md': 'a note',
      'hand-made.k8s.yaml': MANIFEST,
      'ConfigMap.old.k8s.yaml': MANIFEST,
      'chart/ConfigMap.old.k8s.yaml': MANIFEST,
      'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
    };
    put(others);
    for (const file of ['one.k8s.yaml', 'chart/two.k8s.yaml', 'three.k8s.yaml']) filled({ [file]: MANIFEST }).commit();
    expect(manifestsOf(outdir)).toEqual({ ...others, 'three.k8s.yaml': MANIFEST });
  });

  test('stays if another app wrote it, and so does the line of it', () => {
    filled({ 'theirs.k8s.yaml': 'x' }, 'other').commit();
    const before = index();
    filled({ 'ours.k8s.yaml': 'x' }).commit();
    expect(committed(filled({})).removed).toEqual(['ours.k8s.yaml']);
    expect(manifestsOf(outdir)).toEqual({ 'theirs.k8s.yaml': 'x' });
    expect(index()).toBe(before);
  });

  test('is told where it has the name of a manifest, and is written over only if somebody asks for it', () => {
    put({ 'a.k8s.yaml': 'by hand', 'same.k8s.yaml': 'same' });
    const files = { 'a.k8s.yaml': 'new', 'same.k8s.yaml': 'same' };
    const findings = filled(files).end();
    expect(findings).toMatchObject([{ rule: 'one-writer-a-file', path: 'owner of a.k8s.yaml', given: 'a.k8s.yaml' }]);
    expect(findings[0]?.remedy).toContain('--overwrite-edited');
    expect(filled(files, APP, { edited: 'overwrite' }).end()).toEqual([]);
    filled(files, APP, { edited: 'overwrite' }).commit();
    expect(manifestsOf(outdir)).toEqual(files);
  });

  test('is written over by an app without a name, which does not know its own', () => {
    put({ 'a.k8s.yaml': 'old' });
    const output = filled({ 'a.k8s.yaml': 'new' }, null);
    expect(output.end()).toEqual([]);
    output.commit();
    expect(contentOf(outdir)).toEqual({ 'a.k8s.yaml': 'new' });
  });

  test('is not begun if another app lists it, whatever the case of its letters', () => {
    filled({ 'a.k8s.yaml': 'x' }, 'other').commit();
    expect(new Output(outdir, APP).begin(claim('A.k8s.yaml'))).toBe(false);
  });
});

describe('an index with faults', () => {
  const files = { 'a.k8s.yaml': 'a', 'b.k8s.yaml': 'b' };

  test('removes nothing and is told; the next run goes by what was understood', () => {
    filled(files).commit();
    put({ [INDEX_FILE]: `<<<<<<< HEAD\n${index()}` });
    expect(filled({ 'c.k8s.yaml': 'c' }).commit()).toMatchObject({
      removed: [],
      kept: ['a.k8s.yaml', 'b.k8s.yaml'],
      indexFaults: ['line 1: "<<<<<<< HEAD"'],
    });
    expect(Object.keys(manifestsOf(outdir))).toEqual(['a.k8s.yaml', 'b.k8s.yaml', 'c.k8s.yaml']);
    expect(filled({ 'c.k8s.yaml': 'c' }).commit()).toMatchObject({ removed: ['a.k8s.yaml', 'b.k8s.yaml'] });
  });

  test('leads to nothing outside the folder, even where name and checksum fit', () => {
    const { dir, base } = path.parse(parent);
    const outside = [
      '../x',
      `${parent}/x`,
      `../../${base}/x`,
      'sub/../../x',
      './../x',
      '..\\x',
      'C:x',
      'C:\\x',
      '//x',
      '',
    ];
    expect(dir).not.toBe('');
    filled({ x: 'same' }).commit();
    const [line = ''] = index().split('\n').slice(-2);
    fs.writeFileSync(path.join(parent, 'x'), 'same');
    fs.rmSync(path.join(outdir, 'x'));
    const lines = outside.map((file) => line.replace(/x$/, file));
    put({ [INDEX_FILE]: `${lines.join('\n')}\n` });
    expect(committed(filled({})).indexFaults).toHaveLength(outside.length);
    expect(filled({}).commit()).toMatchObject({ removed: [], kept: [], indexFaults: [] });
    expect(contentOf(parent)).toEqual({ x: 'same' });
  });

  test('that is a folder is no index: nothing is written', () => {
    put({ [`${INDEX_FILE}/inside`]: 'x' });
    expect(() => filled(files)).toThrow(`${INDEX_FILE} is a folder`);
    expect(contentOf(parent)).toEqual({ [`dist/${INDEX_FILE}/inside`]: 'x' });
  });
});

describe('when a file cannot be put in its place', () => {
  test('everything is as it was', () => {
    filled({ 'a.k8s.yaml': MANIFEST, 'old/b.k8s.yaml': MANIFEST }).commit();
    put({ 'z.k8s.yaml/inside': 'a folder in the way' });
    const before = contentOf(parent);
    const output = filled({ 'a.k8s.yaml': 'new', 'sub/b.k8s.yaml': 'new', 'z.k8s.yaml': 'new' });
    expect(output.end()).toHaveLength(1);
    expect(() => output.commit()).toThrow('z.k8s.yaml is a folder');
    expect(contentOf(parent)).toEqual(before);
    expect(fs.readdirSync(outdir).sort()).toEqual([INDEX_FILE, 'a.k8s.yaml', 'old', 'z.k8s.yaml']);
  });

  test('an output folder that is a file stays that file', () => {
    fs.writeFileSync(outdir, 'not a folder');
    const told = `${outdir} is a file; a folder with manifests is to be there. Move it away.`;
    expect(() => filled({})).toThrow(told);
    expect(() => new Output(path.join(outdir, 'deep', 'down'), APP)).toThrow(told);
    expect(contentOf(parent)).toEqual({ dist: 'not a folder' });
  });

  test('an output folder that is a link to nothing stays that link', () => {
    fs.symlinkSync('nowhere', outdir);
    expect(() => filled({ 'a.k8s.yaml': 'new' })).toThrow(/dist is a link that leads to nothing/);
    expect(fs.readdirSync(parent)).toEqual(['dist']);
  });

  test('a folder in the place of a file is told as one', () => {
    fs.mkdirSync(path.join(outdir, 'a.k8s.yaml'), { recursive: true });
    expect(filled({ 'a.k8s.yaml': 'new' }).end()).toMatchObject([
      { message: 'Something is there already that is no file, such as a folder.', remedy: 'Move it away.' },
    ]);
  });
});

test('follows a link to the output folder', () => {
  fs.mkdirSync(path.join(parent, 'real'));
  fs.symlinkSync('real', outdir);
  filled({ 'a.k8s.yaml': 'new' }).commit();
  expect(manifestsOf(path.join(parent, 'real'))).toEqual({ 'a.k8s.yaml': 'new' });
  expect(fs.lstatSync(outdir).isSymbolicLink()).toBe(true);
});
