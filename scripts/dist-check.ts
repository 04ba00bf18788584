/** `npm run dist-check`: whether dist/ is what the examples write. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, fromSource, ROOT, run, withTemporaryFolder } from './project';

const committed = join(ROOT, 'dist');

process.exitCode = withTemporaryFolder((fresh) => {
  const { ok, stderr } = run('node', fromSource('examples/main.ts'), { env: { CDK8S_OUTDIR: fresh } });
  if (!ok) {
    console.error(stderr);
    return 1;
  }
  const written = filesBelow(fresh);
  const known = existsSync(committed) ? filesBelow(committed) : [];
  const differing = [
    ...written.filter((file) => !known.includes(file)).map((file) => `${file} is not there`),
    ...known.filter((file) => !written.includes(file)).map((file) => `${file} is written by no example`),
    ...written
      .filter((file) => known.includes(file))
      .flatMap((file) => differenceOf(file, textOf(committed, file), textOf(fresh, file))),
  ];
  for (const line of differing) console.error(`dist/${line}`);
  if (differing.length > 0) console.error('Run `npm run synth`, look at what changes, and commit it.');
  else console.log(`dist/ is what the examples write: ${String(written.length)} files`);
  return differing.length === 0 ? 0 : 1;
});

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function differenceOf(file: string, before: string, after: string): string[] {
  if (before === after) return [];
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  const at = line === -1 ? now.length : line;
  return [`${file}:${String(at + 1)} has "${old[at] ?? ''}", and would have "${now[at] ?? ''}"`];
}
