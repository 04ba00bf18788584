import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Swap } from '../../src/delivery/swap';

let parent: string;
let folder: string;
let swap: Swap;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'swap-'));
  folder = path.join(parent, 'dist');
  fs.mkdirSync(folder);
  fs.mkdirSync(path.join(parent, 'aside'));
  swap = new Swap(folder, path.join(parent, 'aside'));
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

function write(below: 'dist' | 'aside', file: string, text: string): void {
  const place = path.join(parent, below, file);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, text);
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

describe('taking back', () => {
  it('a file that was not there removes it', () => {
    write('aside', 'new', 'new');
    swap.put('new');
    expect(content()).toEqual({ new: 'new' });
    swap.undo();
    expect(content()).toEqual({});
  });

  it('a file that was there brings back what it was', () => {
    write('dist', 'file', 'old');
    write('aside', 'file', 'new');
    swap.put('file');
    expect(content()).toEqual({ file: 'new' });
    swap.undo();
    expect(content()).toEqual({ file: 'old' });
  });

  it('a file that was put twice brings back what was there before both', () => {
    write('dist', 'file', 'old');
    for (const text of ['first', 'second']) {
      write('aside', 'file', text);
      swap.put('file');
    }
    swap.undo();
    expect(content()).toEqual({ file: 'old' });
  });

  it('a file that was removed brings it back, and so do the folders that it left empty', () => {
    write('dist', 'deep/down/file', 'old');
    swap.take('deep/down/file');
    swap.takeEmptyFolders('deep/down');
    expect(content()).toEqual({});
    swap.undo();
    expect(content()).toEqual({ deep: null, 'deep/down': null, 'deep/down/file': 'old' });
  });

  it('a folder that was made removes it, and no folder that was there', () => {
    write('dist', 'there/file', 'old');
    write('aside', 'there/new/file', 'new');
    swap.put('there/new/file');
    swap.makeFolder('made');
    swap.undo();
    expect(content()).toEqual({ there: null, 'there/file': 'old' });
  });

  it('happens once', () => {
    write('aside', 'new', 'new');
    swap.put('new');
    swap.undo();
    write('dist', 'new', 'by somebody else');
    swap.undo();
    expect(content()).toEqual({ new: 'by somebody else' });
  });
});

it('a folder that holds something stays, and so does the one that it is in', () => {
  write('dist', 'deep/down/file', 'theirs');
  swap.takeEmptyFolders('deep/down');
  expect(content()).toEqual({ deep: null, 'deep/down': null, 'deep/down/file': 'theirs' });
});

it('what is not there cannot be removed, which is no fault', () => {
  swap.take('nothing');
  swap.takeEmptyFolders('nowhere');
  swap.undo();
  expect(content()).toEqual({});
});

it('a file does not take the place of a folder', () => {
  write('dist', 'name/inside', 'theirs');
  write('aside', 'name', 'new');
  expect(() => swap.put('name')).toThrow(/name is a folder/);
  expect(content()).toEqual({ name: null, 'name/inside': 'theirs' });
});
