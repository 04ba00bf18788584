import * as fs from 'fs';
import * as path from 'path';
import { INDEX_FILE } from '../../src/delivery/output-index';

/** All files beneath a folder with their texts. */
export function contentOf(folder: string): Record<string, string> {
  if (!fs.existsSync(folder)) return {};
  return Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), fs.readFileSync(file, 'utf8')]),
  );
}

/** All files beneath a folder with their texts, but for the indexes. */
export function manifestsOf(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(contentOf(folder)).filter(([file]) => path.basename(file) !== INDEX_FILE));
}
