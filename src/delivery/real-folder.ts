import * as fs from 'fs';
import * as path from 'path';

/** The path of a folder without links, also of one that is not there yet. */
export function realFolder(folder: string): string {
  const absolute = path.resolve(folder);
  if (fs.existsSync(absolute)) return fs.realpathSync(absolute);
  const parent = path.dirname(absolute);
  return parent === absolute ? absolute : path.join(realFolder(parent), path.basename(absolute));
}
