import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderWatch } from '../../../src/cli/synth/folder-watch';
import { watch } from '../../../src/cli/synth/watch';
import type { Io } from '../../../src/cli/io';
import { Folder } from '../harness';

const folder = new Folder();

/** Watches a folder, calls what each turn does, and is ended by the last. @returns how many turns there were */
async function turns(cwd: string, acts: readonly (() => void)[], after: readonly (() => void)[]): Promise<number> {
  let interrupt = (): void => undefined;
  let count = 0;
  const told: string[] = [];
  const io = {
    cwd,
    stderr: { write: (text: string) => told.push(text) },
    onInterrupt: (act: () => void) => {
      interrupt = act;
    },
  } as unknown as Io;
  await watch(
    { app: 'app', output: 'dist', notes: [] },
    () => {
      acts[count]?.();
      const next = after[count++];
      setTimeout(() => (next ?? interrupt)(), 300);
      return Promise.resolve(0);
    },
    io,
  );
  expect(told[0]).toBe('Waiting for changes; Ctrl-C ends.\n');
  return count;
}

const nothing = (): void => undefined;

it('goes again when a file changes, also one in a folder that is new, and ends when it is interrupted', async () => {
  const cwd = folder.with({ 'main.ts': '1', 'lib/part.ts': '1' });
  const changes = [
    () => writeFileSync(join(cwd, 'main.ts'), '2'),
    () => writeFileSync(join(cwd, 'lib/part.ts'), '2'),
    () => mkdirSync(join(cwd, 'fresh')),
    () => writeFileSync(join(cwd, 'fresh/file.ts'), '1'),
  ];
  expect(await turns(cwd, [], changes)).toBe(5);
});

it('takes no notice of the output, of packages, of what is hidden, and of what the program writes in every turn', async () => {
  const cwd = folder.with({ 'main.ts': '1', 'dist/a': '1', 'node_modules/a/b': '1', '.git/a': '1', 'built.js': '1' });
  const build = (): void => writeFileSync(join(cwd, 'built.js'), String(Math.random()));
  const others = (): void => {
    for (const file of ['dist/a', 'dist/b', 'node_modules/a/b', '.git/a', '.hidden'])
      writeFileSync(join(cwd, file), '2');
  };
  const folders = new FolderWatch(cwd, join(cwd, 'dist'));
  try {
    folders.look();
    others();
    await folders.endTurn();
    const told = await Promise.race([
      folders.changed(),
      new Promise((resolve) => setTimeout(() => resolve('nothing'), 400)),
    ]);
    expect(told).toBe('nothing');
  } finally {
    folders.close();
  }
  expect(await turns(cwd, [build, build], [nothing])).toBe(2);
});
