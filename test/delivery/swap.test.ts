import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { stateOf } from '../../src/delivery/file-state';
import { Swap, type Journal } from '../../src/delivery/swap';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'swap-'));
  folder = path.join(parent, 'dist');
  fs.mkdirSync(folder);
  fs.mkdirSync(path.join(parent, 'aside/new'), { recursive: true });
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

function write(below: 'dist' | 'aside/new', files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(parent, below, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text);
  }
}

/** Takes and puts of files as they stand. */
function swapOf(takes: readonly string[], puts: readonly string[]): Swap {
  const change = (file: string) => ({ file, before: stateOf(path.join(folder, file)) });
  const journal: Journal = { takes: takes.map(change), puts: puts.map(change) };
  return new Swap(folder, path.join(parent, 'aside'), journal);
}

/** All that is in the folder: the text of each file, and null for a folder. */
function content(): Record<string, string | null> {
  const names = fs.readdirSync(folder, { recursive: true }) as string[];
  return Object.fromEntries(
    names.sort().map((name) => {
      const place = path.join(folder, name);
      return [name, fs.statSync(place).isFile() ? fs.readFileSync(place, 'utf8') : null];
    }),
  );
}

describe('forward and back', () => {
  it('a file that was not there comes and goes', () => {
    write('aside/new', { new: 'new' });
    const swap = swapOf([], ['new']);
    swap.forward(false);
    expect(content()).toEqual({ new: 'new' });
    swap.back();
    expect(content()).toEqual({});
  });

  it('a file that was there comes back as it was, and so does what was to take its place', () => {
    write('dist', { file: 'old' });
    write('aside/new', { file: 'new' });
    const swap = swapOf([], ['file']);
    for (const turn of [1, 2]) {
      swap.forward(false);
      expect({ turn, ...content() }).toEqual({ turn, file: 'new' });
      swap.back();
      expect({ turn, ...content() }).toEqual({ turn, file: 'old' });
    }
  });

  it('a file that is removed comes back, and so do the folders that it left empty', () => {
    write('dist', { 'deep/down/file': 'old' });
    const swap = swapOf(['deep/down/file'], []);
    swap.forward(false);
    expect(content()).toEqual({});
    swap.back();
    expect(content()).toEqual({ deep: null, 'deep/down': null, 'deep/down/file': 'old' });
  });

  it('a folder that was not there comes and goes whole', () => {
    write('dist', { 'there/file': 'old' });
    write('aside/new', { 'there/new/file': 'new' });
    const swap = swapOf([], ['there/new']);
    swap.forward(false);
    expect(content()).toMatchObject({ 'there/new/file': 'new' });
    swap.back();
    expect(content()).toEqual({ there: null, 'there/file': 'old' });
  });

  it('twice the same way is once', () => {
    write('dist', { file: 'old', gone: 'old' });
    write('aside/new', { file: 'new' });
    const swap = swapOf(['gone'], ['file']);
    swap.forward(false);
    swap.forward(false);
    expect(content()).toEqual({ file: 'new' });
    swap.back();
    swap.back();
    expect(content()).toEqual({ file: 'old', gone: 'old' });
  });
});

it('a folder that holds something else stays, and so does the one that it is in', () => {
  write('dist', { 'deep/down/file': 'old', 'deep/down/note': 'theirs' });
  swapOf(['deep/down/file'], []).forward(false);
  expect(content()).toEqual({ deep: null, 'deep/down': null, 'deep/down/note': 'theirs' });
});

it('what is not there cannot be removed, which is no fault', () => {
  const swap = swapOf(['nowhere/nothing'], []);
  swap.forward(false);
  swap.back();
  expect(content()).toEqual({});
});

it('a file does not take the place of a folder', () => {
  write('dist', { 'name/inside': 'theirs' });
  write('aside/new', { name: 'new' });
  expect(() => swapOf([], ['name']).forward(false)).toThrow(/name is a folder/);
  expect(content()).toEqual({ name: null, 'name/inside': 'theirs' });
});

describe('what somebody changed since the journal was written', () => {
  it('stays as it is when a swap is finished, and the rest is done', () => {
    write('dist', { a: 'old', b: 'old', gone: 'old', going: 'old' });
    write('aside/new', { a: 'new', b: 'new', c: 'new' });
    const swap = swapOf(['gone', 'going'], ['a', 'b', 'c']);
    write('dist', { a: 'theirs', c: 'theirs', gone: 'theirs' });
    swap.forward(true);
    expect(content()).toEqual({ a: 'theirs', b: 'new', c: 'theirs', gone: 'theirs' });
  });

  it('stays as it is when a swap is taken back', () => {
    write('dist', { gone: 'old' });
    const swap = swapOf(['gone'], []);
    swap.forward(false);
    write('dist', { gone: 'theirs' });
    swap.back();
    expect(content()).toEqual({ gone: 'theirs' });
  });

  it('but was only removed is put anew', () => {
    write('dist', { a: 'old' });
    write('aside/new', { a: 'new' });
    const swap = swapOf([], ['a']);
    fs.rmSync(path.join(folder, 'a'));
    swap.forward(true);
    expect(content()).toEqual({ a: 'new' });
  });
});
