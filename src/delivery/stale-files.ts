import * as fs from 'fs';
import * as path from 'path';
import type { Swap } from './swap';

/** How the folder is laid out, to know the files of earlier runs. */
export interface OutputLayout {
  /** What the names of manifests end in. */
  readonly extension: string;
  /** Whether each chart has a folder. */
  readonly hasChartFolders: boolean;
}

/**
 * Removes manifests that an earlier run wrote and this one does not: a resource that is no longer described must not
 * stay in the repository and so in the cluster.
 *
 * A file is taken for such a manifest if its name ends in the output extension and it begins as this library begins
 * every manifest. In the folder of a chart its name must also be that of the resource in it. So notes, values files,
 * kustomizations and the output of another app in a folder below stay. Folders deeper down are not looked at.
 *
 * @param kept files of this run, in lower case
 * @returns what was removed, relative to the folder
 */
export function removeStaleFiles(
  outdir: string,
  { extension, hasChartFolders }: OutputLayout,
  kept: ReadonlySet<string>,
  swap: Swap,
): string[] {
  const removed: string[] = [];
  const remove = (file: string): void => {
    swap.take(file);
    removed.push(file);
  };
  for (const entry of sorted(fs.readdirSync(outdir, { withFileTypes: true }))) {
    if (entry.isFile() && !kept.has(entry.name.toLowerCase()) && entry.name.endsWith(extension)) {
      if (firstResource(path.join(outdir, entry.name))) remove(entry.name);
    }
    if (entry.isDirectory() && hasChartFolders) {
      const stale = staleInChartFolder(outdir, entry.name, extension).filter((file) => !kept.has(file.toLowerCase()));
      stale.forEach(remove);
      if (stale.length > 0) swap.takeFolder(entry.name);
    }
  }
  return removed;
}

function staleInChartFolder(outdir: string, folder: string, extension: string): string[] {
  return sorted(fs.readdirSync(path.join(outdir, folder), { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => `${folder}/${entry.name}`)
    .filter((file) => {
      const resource = firstResource(path.join(outdir, file));
      return resource !== undefined && path.basename(file).startsWith(`${resource.kind}.`);
    });
}

const BEGINNING = /^apiVersion: \S+\nkind: (\S+)\nmetadata:\n {2}\S/;
const LONGEST_BEGINNING = 1024;

/** What the file begins with, if it begins as a manifest of this library. */
function firstResource(file: string): { readonly kind: string } | undefined {
  const descriptor = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(LONGEST_BEGINNING);
    const length = fs.readSync(descriptor, buffer);
    const kind = BEGINNING.exec(buffer.toString('utf8', 0, length))?.[1];
    return kind === undefined ? undefined : { kind };
  } finally {
    fs.closeSync(descriptor);
  }
}

function sorted(entries: fs.Dirent[]): fs.Dirent[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
