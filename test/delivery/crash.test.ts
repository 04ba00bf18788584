import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Output, type OutputOptions } from '../../src/delivery/files';
import { contentOf, manifestsOf } from './folders';

/** What becomes of the calls that change something on the disk. */
interface Fate {
  /** Calls until it happens. */
  left: number;
  /** Whether nothing is done from then on, as by a process that is no more; otherwise one call fails. */
  isDeath: boolean;
  /** Calls so far. */
  calls: number;
}
const mockFate: Fate = { left: Infinity, isDeath: true, calls: 0 };
/** Runs that were begun, and how many of them are of processes that are no more. */
const mockRuns = { begun: 0, over: 0 };

function mockLived(): void {
  mockFate.calls++;
  mockFate.left--;
  if (mockFate.left < 0 && (mockFate.isDeath || mockFate.left === -1)) {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  }
}

jest.mock('fs', () => {
  const actual = jest.requireActual<typeof fs>('fs');
  const names = ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'rmdirSync', 'cpSync'] as const;
  const changing = Object.fromEntries(
    names.map((name) => {
      const act = actual[name] as (...args: unknown[]) => unknown;
      return [name, (...args: unknown[]) => (mockLived(), act(...args))];
    }),
  );
  return { ...actual, ...changing };
});

jest.mock('../../src/delivery/run-id', () => ({
  newRunId: () => String(++mockRuns.begun),
  isOver: (id: string) => Number(id) <= mockRuns.over,
  runName: (id: string) => id,
}));

const OLD = { 'a.yaml': 'old', 'b.yaml': 'old', 'gone/c.yaml': 'old', 'same.yaml': 'same', 'edited.yaml': 'old' };
const NEW = { 'a.yaml': 'new', 'b.yaml': 'new', 'fresh/d.yaml': 'new', 'same.yaml': 'same', 'edited.yaml': 'new' };
const THEIRS = { 'edited.yaml': 'mine', 'README.md': 'mine', 'a.yaml.bak': 'mine', 'fresh-too/note.yaml': 'mine' };
const BEFORE = { ...OLD, ...THEIRS };
const AFTER = { ...NEW, ...THEIRS };

let parent: string;
let outdir: string;

beforeEach(() => (parent = fs.mkdtempSync(path.join(os.tmpdir(), 'crash-'))));
afterEach(() => {
  live();
  fs.rmSync(parent, { recursive: true, force: true });
});

/** Whoever ran is no more; who runs next is not harmed. */
function live(): void {
  mockRuns.over = mockRuns.begun;
  Object.assign(mockFate, { left: Infinity, isDeath: true, calls: 0 });
}

function write(files: Readonly<Record<string, string>>, options?: OutputOptions): void {
  const output = new Output(outdir, 'shop', options);
  try {
    for (const [file, text] of Object.entries(files)) {
      output.begin({ file, owner: file, construct: file });
      output.write(text);
    }
    output.end();
    expect(output.commit()).toBeDefined();
  } finally {
    output.discard();
  }
}

/** A new output folder as an earlier run and people left it. */
function begin(): void {
  outdir = path.join(fs.mkdtempSync(path.join(parent, 'case-')), 'dist');
  write(OLD);
  for (const [file, text] of Object.entries(THEIRS)) {
    fs.mkdirSync(path.dirname(path.join(outdir, file)), { recursive: true });
    fs.writeFileSync(path.join(outdir, file), text);
  }
}

/** What a run does until the given call, at which it is killed or fails. @returns whether it came so far */
function runUntil(left: number, isDeath: boolean, run = () => write(NEW)): boolean {
  Object.assign(mockFate, { left, isDeath, calls: 0 });
  try {
    run();
    return false;
  } catch (error) {
    expect((error as Error).message).toBe('no space left');
    return true;
  } finally {
    live();
  }
}

/** The next run, of another app. */
function nextRun(): void {
  new Output(outdir, 'other').discard();
}

/** What is beside the output folder. */
function beside(): string[] {
  return fs.readdirSync(path.dirname(outdir)).filter((name) => name !== 'dist');
}

function isHalfDone(): boolean {
  return beside().some((name) => fs.existsSync(path.join(path.dirname(outdir), name, 'journal')));
}

function state(): 'before' | 'after' {
  const content = manifestsOf(outdir);
  const isAfter = content['a.yaml'] === 'new';
  expect(content).toEqual(isAfter ? AFTER : BEFORE);
  return isAfter ? 'after' : 'before';
}

it('a run that nothing happens to gives the new files and leaves nothing beside them', () => {
  begin();
  write(NEW);
  expect(state()).toBe('after');
  expect(beside()).toEqual([]);
});

describe.each(['killed', 'out of space'])('a run that is %s', (what) => {
  const isDeath = what === 'killed';

  it('at any call gives the former files or the new ones, at the latest when the next run begins', () => {
    const states: string[] = [];
    for (let left = 0; ; left++) {
      begin();
      if (!runUntil(left, isDeath)) break;
      if (!isDeath && beside().length === 0) state();
      nextRun();
      states.push(state());
      expect(beside()).toEqual([]);
      write(NEW);
      expect(state()).toBe('after');
    }
    expect(states.length).toBeGreaterThan(20);
    expect(new Set(states)).toEqual(new Set(['before', 'after']));
  });
});

it('a run that is killed is finished, even if those that finish it are killed too', () => {
  const total = ((): number => {
    begin();
    mockFate.calls = 0;
    write(NEW);
    return mockFate.calls;
  })();
  let interruptions = 0;
  for (let first = 0; first < total; first++) {
    for (let second = 0; ; second++) {
      begin();
      runUntil(first, true);
      if (!isHalfDone() || !runUntil(second, true, nextRun)) break;
      interruptions++;
      nextRun();
      state();
      expect(beside()).toEqual([]);
    }
  }
  expect(interruptions).toBeGreaterThan(100);
});

it('a run that cannot put a file takes all back, and if it is killed at that, the next one does it', () => {
  const inTheWay = (): void => {
    fs.mkdirSync(path.join(outdir, 'z.yaml/inside'), { recursive: true });
  };
  const withZ = (): void => write({ ...NEW, 'z.yaml': 'new' }, { edited: 'overwrite' });
  for (let left = 0; ; left++) {
    begin();
    inTheWay();
    Object.assign(mockFate, { left, isDeath: true });
    let message = '';
    try {
      withZ();
    } catch (error) {
      message = (error as Error).message;
    }
    live();
    nextRun();
    expect(state()).toBe('before');
    expect(beside()).toEqual([]);
    if (message.includes('is a folder')) break;
  }
});

it('files that no run wrote, and those that somebody changed after a run was killed, are never touched', () => {
  for (let left = 0; ; left++) {
    begin();
    if (!runUntil(left, true)) break;
    fs.writeFileSync(path.join(outdir, 'b.yaml'), 'mine');
    fs.rmSync(path.join(outdir, 'fresh'), { recursive: true, force: true });
    nextRun();
    expect(contentOf(outdir)).toMatchObject({ ...THEIRS, 'b.yaml': 'mine', 'same.yaml': 'same' });
    write(NEW);
    expect(manifestsOf(outdir)).toEqual({ ...AFTER, 'b.yaml': 'mine' });
  }
});
