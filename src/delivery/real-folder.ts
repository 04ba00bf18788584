import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The path of a folder without links, also of one that is not there yet. */
export function realFolder(folder: string): string {
  const absolute = resolve(folder);
  if (existsSync(absolute)) return realpathSync(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realFolder(parent), basename(absolute));
}

/** @throws if a file, or a link to nothing, is where a folder is to be, or one that it is in */
export function refuseOther(folder: string): void {
  if (!existsSync(folder)) {
    refuseOther(dirname(folder));
    if (lstatSync(folder, { throwIfNoEntry: false }))
      throw new Error(otherText(folder, 'a link that leads to nothing'));
  } else if (!statSync(folder).isDirectory()) throw new Error(otherText(folder, 'a file'));
}

function otherText(folder: string, what: string): string {
  return `${folder} is ${what}; a folder with manifests is to be there. Move it away.`;
}
