import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** A path as it is told: from the folder that the command was called in, with `/`. */
export function toldPath(file: string, cwd: string): string {
  return relative(realpathSync(cwd), file).split(sep).join('/') || '.';
}
