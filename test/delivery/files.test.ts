import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Output } from '../../src/delivery/files';
import { contentOf } from './folders';

const LAYOUT = { extension: '.k8s.yaml', hasChartFolders: false };
const MANIFEST = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: old\n';

let parent: string;
let outdir: string;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'output-'));
  outdir = path.join(parent, 'dist');
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(outdir, name)), { recursive: true });
    fs.writeFileSync(path.join(outdir, name), text);
  }
}

function filled(files: Readonly<Record<string, string>>, layout = LAYOUT): Output {
  const output = new Output(outdir, layout);
  for (const [name, text] of Object.entries(files)) {
    output.begin(name, `owner of ${name}`);
    output.write(text);
  }
  return output;
}

test('writes nothing into the folder before it commits', () => {
  put({ 'a.k8s.yaml': MANIFEST });
  const output = filled({ 'a.k8s.yaml': 'new', 'b.k8s.yaml': 'new' });
  expect(contentOf(outdir)).toEqual({ 'a.k8s.yaml': MANIFEST });
  output.commit();
  expect(contentOf(parent)).toEqual({ 'dist/a.k8s.yaml': 'new', 'dist/b.k8s.yaml': 'new' });
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
  put({ 'same.k8s.yaml': long, 'other.k8s.yaml': `${long}y`, 'late.k8s.yaml': `${long}a` });
  const before = fs.statSync(path.join(outdir, 'same.k8s.yaml')).ino;
  const changes = filled({ 'same.k8s.yaml': long, 'other.k8s.yaml': long, 'late.k8s.yaml': `${long}b` }).commit();
  expect(changes).toEqual({ written: ['other.k8s.yaml', 'late.k8s.yaml'], unchanged: ['same.k8s.yaml'], removed: [] });
  expect(fs.statSync(path.join(outdir, 'same.k8s.yaml')).ino).toBe(before);
});

test('tells who has a file already, whatever the case of its letters', () => {
  const output = filled({ 'a.k8s.yaml': 'first' });
  expect(output.begin('A.k8s.yaml', 'second')).toBe('owner of a.k8s.yaml');
  output.commit();
  expect(contentOf(outdir)).toEqual({ 'a.k8s.yaml': 'first' });
});

describe('files of earlier runs', () => {
  test('are removed, and what others put there stays', () => {
    const others = {
      'README.md': 'a note',
      'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
      'notes.k8s.yaml': '# by hand\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n',
      'empty.k8s.yaml': '',
      'other-app/old.k8s.yaml': MANIFEST,
      'deep/down/old.k8s.yaml': MANIFEST,
    };
    put({ ...others, 'old.k8s.yaml': MANIFEST });
    expect(filled({ 'new.k8s.yaml': MANIFEST }).commit().removed).toEqual(['old.k8s.yaml']);
    expect(contentOf(outdir)).toEqual({ ...others, 'new.k8s.yaml': MANIFEST });
  });

  test('do not include kustomizations and values when manifests end in .yaml', () => {
    const others = {
      'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
      'Chart.yaml': 'apiVersion: v2\nname: x\n',
      'values.yaml': 'a: 1\n',
    };
    put({ ...others, 'old.yaml': MANIFEST });
    const output = filled({ 'new.yaml': MANIFEST }, { extension: '.yaml', hasChartFolders: false });
    expect(output.commit().removed).toEqual(['old.yaml']);
    expect(Object.keys(contentOf(outdir)).sort()).toEqual([...Object.keys(others), 'new.yaml'].sort());
  });

  test('in folders of charts are known by the kind in their name, and empty folders go', () => {
    put({
      'gone/ConfigMap.old.k8s.yaml': MANIFEST,
      'kept/ConfigMap.old.k8s.yaml': MANIFEST,
      'kept/ConfigMap.new.k8s.yaml': MANIFEST,
      'app/old.k8s.yaml': MANIFEST,
    });
    const output = filled({ 'kept/ConfigMap.new.k8s.yaml': MANIFEST }, { ...LAYOUT, hasChartFolders: true });
    expect(output.commit().removed).toEqual(['gone/ConfigMap.old.k8s.yaml', 'kept/ConfigMap.old.k8s.yaml']);
    expect(fs.readdirSync(outdir).sort()).toEqual(['app', 'kept']);
  });
});

describe('when a file cannot be put in its place', () => {
  test('everything is as it was', () => {
    const before = { 'a.k8s.yaml': MANIFEST, 'old.k8s.yaml': MANIFEST, 'z.k8s.yaml/inside': 'a folder in the way' };
    put(before);
    const output = filled({ 'a.k8s.yaml': 'new', 'sub/b.k8s.yaml': 'new', 'z.k8s.yaml': 'new' });
    expect(() => output.commit()).toThrow('z.k8s.yaml is a folder');
    expect(contentOf(parent)).toEqual(
      Object.fromEntries(Object.entries(before).map(([name, text]) => [`dist/${name}`, text])),
    );
    expect(fs.readdirSync(outdir).sort()).toEqual(['a.k8s.yaml', 'old.k8s.yaml', 'z.k8s.yaml']);
  });

  test('an output folder that is a file stays that file', () => {
    fs.writeFileSync(outdir, 'not a folder');
    expect(() => filled({ 'a.k8s.yaml': 'new' }).commit()).toThrow('dist');
    expect(contentOf(parent)).toEqual({ dist: 'not a folder' });
  });
});

test('follows a link to the output folder', () => {
  fs.mkdirSync(path.join(parent, 'real'));
  fs.symlinkSync('real', outdir);
  filled({ 'a.k8s.yaml': 'new' }).commit();
  expect(contentOf(path.join(parent, 'real'))).toEqual({ 'a.k8s.yaml': 'new' });
  expect(fs.lstatSync(outdir).isSymbolicLink()).toBe(true);
});
