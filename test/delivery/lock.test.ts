import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Lock } from '../../src/delivery/lock';
import { isOver, newRunId, runName } from '../../src/delivery/run-id';

let folder: string;
let place: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  place = path.join(folder, 'lock');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A run of a process that is no more. */
function deadRun(): string {
  const { pid } = spawnSync(process.execPath, ['--version']);
  return newRunId().replace(/^\d+/, String(pid));
}

describe('a run', () => {
  it('is not over while its process is there', () => {
    expect(isOver(newRunId())).toBe(false);
  });

  it('is over once its process is no more', () => {
    expect(isOver(deadRun())).toBe(true);
  });

  const tells = fs.existsSync('/proc/self/stat') ? it : it.skip;
  tells('is over if its process is no more and another has its number (skipped without /proc)', () => {
    expect(isOver(newRunId().replace(/^(\d+)-\d+/, '$1-1'))).toBe(true);
  });

  it('on another host is never known to be over', () => {
    expect(isOver(`${deadRun()}-elsewhere`)).toBe(false);
    expect(isOver('something else')).toBe(false);
  });

  it('differs from every other', () => {
    expect(newRunId()).not.toBe(newRunId());
  });

  it('is named by its process and host', () => {
    expect(runName('42-7-0.1-some-host')).toBe('process 42 on some-host');
  });
});

describe('a lock', () => {
  it('that is free is taken, and leaves nothing when it is released', () => {
    const lock = Lock.acquire(place, newRunId());
    expect(fs.readdirSync(folder)).toEqual(['lock']);
    lock.release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is not taken from a run that is at work: who waits too long is told of it', () => {
    const run = newRunId();
    Lock.acquire(place, run);
    expect(() => Lock.acquire(place, newRunId(), 60)).toThrow(`is held by ${runName(run)} for more than 0.06 s`);
    expect(fs.readdirSync(folder)).toEqual(['lock']);
    expect(fs.readdirSync(place)).toEqual([run]);
  });

  it('is taken from a run that is over', () => {
    Lock.acquire(place, deadRun());
    const run = newRunId();
    const lock = Lock.acquire(place, run, 0);
    expect(fs.readdirSync(place)).toEqual([run]);
    lock.release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('that is an empty folder is free', () => {
    fs.mkdirSync(place);
    Lock.acquire(place, newRunId(), 0).release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('that somebody else has by now is not released', () => {
    const lock = Lock.acquire(place, deadRun());
    const run = newRunId();
    Lock.acquire(place, run, 0);
    lock.release();
    expect(fs.readdirSync(place)).toEqual([run]);
  });
});
