import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The path of a folder without links, also of one that is not there yet. */
export function realFolder(folder: string): string {
  const absolute = resolve(folder);
  if (existsSync(absolute)) return realpathSync(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realFolder(parent), basename(absolute));
}

/** @throws if a file is where a folder is to be, or one that it is in */
export function refuseFile(folder: string): void {
  if (!existsSync(folder)) refuseFile(dirname(folder));
  else if (!statSync(folder).isDirectory()) {
    throw new Error(`${folder} is a file; a folder with manifests is to be there. Move it away.`);
  }
}
