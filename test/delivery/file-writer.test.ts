import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileWriter } from '../../src/delivery/file-writer';

const MANY = 5;
let folder: string;
let thread: string;
let writer: FileWriter;

beforeAll(() => {
  thread = join(mkdtempSync(join(tmpdir(), 'writer-thread-')), 'writer-thread.js');
  const source = join(__dirname, '../../src/delivery/writer-thread.ts');
  buildSync({ entryPoints: [source], outfile: thread, bundle: true, platform: 'node', format: 'cjs' });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-writer-'));
  writer = new FileWriter(thread, MANY);
});

afterEach(() => {
  writer.stop();
  rmSync(folder, { recursive: true });
});

/** Makes so many files that a thread is started, and waits until it has begun. */
function withThread(of: FileWriter): void {
  makeMany(of);
  for (let turn = 0; !of.hasThread && turn < 3000; turn++) pause(10);
  expect(of.hasThread).toBe(true);
}

function makeMany(of: FileWriter): void {
  for (let at = 0; at < MANY; at++) of.write(join(folder, `first-${at}`), Buffer.from('first'));
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function refusal(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

// With one processor no thread is started.
const testThreads = availableParallelism() > 1 ? test : test.skip;

testThreads('files are there when it has finished, whoever made them', () => {
  withThread(writer);
  const files = Array.from({ length: 3000 }, (_, at) => ({ name: `file-${at}`, text: `ü ${at} `.repeat(at % 50) }));
  for (const { name, text } of files) writer.write(join(folder, name), Buffer.from(text));
  writer.finish();
  for (const { name, text } of files) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  expect(readdirSync(folder)).toHaveLength(files.length + MANY);
});

testThreads('a file is made later than it is asked for', () => {
  withThread(writer);
  writer.write(join(folder, 'late'), Buffer.from('late'));
  expect(existsSync(join(folder, 'late'))).toBe(false);
  writer.finish();
  expect(readFileSync(join(folder, 'late'), 'utf8')).toBe('late');
});

testThreads('a file that is larger than what is handed over at once is whole', () => {
  withThread(writer);
  const text = 'large '.repeat(100_000);
  writer.write(join(folder, 'large'), Buffer.from(text));
  writer.write(join(folder, 'small'), Buffer.from('small'));
  writer.finish();
  expect(readFileSync(join(folder, 'large'), 'utf8')).toBe(text);
  expect(readFileSync(join(folder, 'small'), 'utf8')).toBe('small');
});

testThreads('the bytes that were handed over may be written over', () => {
  withThread(writer);
  const lent = Buffer.from('one');
  writer.write(join(folder, 'one'), lent);
  lent.write('two');
  writer.write(join(folder, 'two'), lent);
  writer.finish();
  expect(readFileSync(join(folder, 'one'), 'utf8')).toBe('one');
  expect(readFileSync(join(folder, 'two'), 'utf8')).toBe('two');
});

testThreads('what the file system refuses is thrown as it says it, once', () => {
  withThread(writer);
  const place = join(folder, 'nowhere', 'file');
  writer.write(place, Buffer.from('lost'));
  expect(refusal(() => writer.finish())).toMatchObject({ code: 'ENOENT', syscall: 'open', path: place });
  writer.write(join(folder, 'next'), Buffer.from('next'));
  writer.finish();
  expect(readFileSync(join(folder, 'next'), 'utf8')).toBe('next');
});

testThreads('after stopping nothing is made any more', () => {
  withThread(writer);
  for (let at = 0; at < 2000; at++) writer.write(join(folder, `file-${at}`), Buffer.alloc(1000));
  writer.stop();
  const there = readdirSync(folder).length;
  pause(100);
  expect(readdirSync(folder)).toHaveLength(there);
});

test.each([
  ['is not there', undefined],
  ['cannot be read', 'throw new Error("no");'],
  ['never begins', 'setInterval(() => undefined, 1000);'],
])('files are made without a thread whose file %s', (_, text) => {
  const file = join(folder, 'thread.js');
  if (text !== undefined) writeFileSync(file, text);
  const alone = new FileWriter(file, MANY);
  makeMany(alone);
  pause(200);
  expect(alone.hasThread).toBe(false);
  alone.write(join(folder, 'file'), Buffer.from('there'));
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('there');
  alone.finish();
  alone.stop();
});

testThreads('a thread that has died is not waited for without end', () => {
  const file = join(folder, 'thread.js');
  writeFileSync(
    file,
    `const { parentPort, workerData } = require('node:worker_threads');
    Atomics.store(workerData.counters, 0, 1);
    parentPort.on('message', () => { throw new Error('dead'); });`,
  );
  const mourning = new FileWriter(file, MANY, 50);
  withThread(mourning);
  mourning.write(join(folder, 'file'), Buffer.from('lost'));
  const place = join(folder, 'file');
  expect(() => mourning.finish()).toThrow(`Of the files up to ${place}, none was made for 0.05 s.`);
  mourning.stop();
});

testThreads('a thread that makes files slowly is waited for as long as it makes some', () => {
  const file = join(folder, 'thread.js');
  writeFileSync(
    file,
    `const { parentPort, workerData: { counters } } = require('node:worker_threads');
    Atomics.store(counters, 0, 1);
    parentPort.on('message', ({ places }) => {
      for (const _ of places) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
        Atomics.add(counters, 2, 1);
      }
      Atomics.add(counters, 1, 1);
      Atomics.notify(counters, 1);
    });`,
  );
  const patient = new FileWriter(file, MANY, 1500);
  withThread(patient);
  for (let at = 0; at < 10; at++) patient.write(join(folder, `file-${at}`), Buffer.from('slow'));
  expect(() => patient.finish()).not.toThrow();
  patient.stop();
});

// V8 would end the process where it has no room for a thread: on Node 20 with 1.2 GB, which are enough without one.
const testLimits = process.platform === 'linux' ? test : test.skip;

testLimits('where the address space of the process is limited, no thread is started, on Linux', () => {
  const program = join(dirname(thread), 'program.js');
  const contents = `
    import { FileWriter } from './src/delivery/file-writer';
    const writer = new FileWriter(process.argv[2], 1);
    writer.write(process.argv[3], Buffer.from('there'));
    for (let turn = 0; !writer.hasThread && turn < 50; turn++) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
    console.log(writer.hasThread);
    writer.stop();`;
  const resolveDir = join(__dirname, '../..');
  buildSync({ stdin: { contents, resolveDir, loader: 'ts' }, outfile: program, bundle: true, platform: 'node' });
  const args = ['-c', 'ulimit -v 16000000 && exec "$0" "$@"', process.execPath, program, thread, join(folder, 'file')];
  expect(spawnSync('sh', args, { encoding: 'utf8' })).toMatchObject({ stdout: 'false\n', stderr: '' });
});
