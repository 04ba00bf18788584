/**
 * `npm run build`: declarations and imports/ as they are, the library as few files.
 *
 * Node looks up and compiles each module by itself, which would be most of the time that a small program takes.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle';
import { filesBelow, ROOT, runTool } from './project';

async function main(): Promise<void> {
  const lib = join(ROOT, 'lib');
  rmSync(lib, { recursive: true, force: true });
  const { ok, stdout } = runTool('tsc', ['--project', 'tsconfig.build.json']);
  process.stdout.write(stdout);
  if (!ok) process.exit(1);
  for (const file of filesBelow(join(lib, 'src'))) if (file.endsWith('.js')) rmSync(join(lib, 'src', file));
  await bundle();
}

void main();
