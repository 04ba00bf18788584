/** `npm run build`: compiles the package to lib/, beside it the schemas that are read when they are first asked for. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, runTool } from './project';

rmSync(join(ROOT, 'lib'), { recursive: true, force: true });
const { ok, stdout } = runTool('tsc', ['--project', 'tsconfig.build.json']);
process.stdout.write(stdout);
if (!ok) process.exit(1);
for (const file of filesBelow(join(ROOT, 'imports'))) {
  if (file.endsWith('.json')) copyFileSync(join(ROOT, 'imports', file), join(ROOT, 'lib', 'imports', file));
}
