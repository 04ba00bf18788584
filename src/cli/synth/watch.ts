import { resolve } from 'node:path';
import { EXIT, type ExitCode, type Io } from '../io';
import { FolderWatch } from './folder-watch';
import type { Project } from './project';

/** Does something now and whenever a file changes, until somebody ends it. */
export async function watch({ output }: Project, turn: () => Promise<ExitCode>, io: Io): Promise<ExitCode> {
  const folders = new FolderWatch(io.cwd, resolve(io.cwd, output));
  const ended = new Promise<'ended'>((end) => {
    io.onInterrupt(() => end('ended'));
  });
  try {
    do {
      folders.look();
      await turn();
      await folders.endTurn();
      io.stderr.write('Waiting for changes; Ctrl-C ends.\n');
    } while ((await Promise.race([folders.changed(), ended])) !== 'ended');
    return EXIT.fine;
  } finally {
    folders.close();
  }
}
