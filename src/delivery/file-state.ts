import { closeSync, existsSync, fstatSync, lstatSync, openSync, type Stats, statSync } from 'node:fs';
import { checksumOfOpen } from './checksum';

/** What is in a place: the checksum of a file, `OTHER`, or nothing. */
export type FileState = string | undefined;

/** A folder, a device, a link to nothing. */
export const OTHER = 'no file';

/** What was in a place, and what tells whether it still is. */
export interface Sight {
  readonly state: FileState;
  /** Changes whenever something is written to the place or put there. */
  readonly stamp: string;
}

const NOTHING: Sight = { state: undefined, stamp: '' };

/** Looks what is in a place. Links are followed. */
export function lookAt(place: string): Sight {
  const stamp = stampOf(place);
  if (stamp === NOTHING.stamp) return NOTHING;
  if (stamp === OTHER) return { state: OTHER, stamp };
  const descriptor = openSync(place, 'r');
  try {
    const stat = fstatSync(descriptor);
    return { state: checksumOfOpen(descriptor, stat.size), stamp: stampText(stat) };
  } finally {
    closeSync(descriptor);
  }
}

/** What is in a place. */
export function stateOf(place: string): FileState {
  return lookAt(place).state;
}

/** Looks into the places of a folder's files: where a folder is not there, none of its files is. */
export class Folder {
  private last?: { readonly name: string; readonly isThere: boolean };

  constructor(private readonly folder: string) {}

  lookAt(file: string): Sight {
    return this.mayHold(file) ? lookAt(`${this.folder}/${file}`) : NOTHING;
  }

  stampOf(file: string): string {
    return this.mayHold(file) ? stampOf(`${this.folder}/${file}`) : NOTHING.stamp;
  }

  private mayHold(file: string): boolean {
    const name = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    if (this.last?.name !== name) this.last = { name, isThere: existsSync(`${this.folder}/${name}`) };
    return this.last.isThere;
  }
}

/** The stamp of a place, without a look into the file. */
export function stampOf(place: string): string {
  const stat = statOf(place);
  if (!stat) return NOTHING.stamp;
  return stat.isFile() ? stampText(stat) : OTHER;
}

/** Of what a link leads to, or of the link if it leads nowhere. */
function statOf(place: string): Stats | undefined {
  try {
    const there = lstatSync(place, { throwIfNoEntry: false });
    return there?.isSymbolicLink() ? (statSync(place, { throwIfNoEntry: false }) ?? there) : there;
  } catch (error) {
    // A file is where a folder on the way would be.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function stampText({ ino, size, ctimeMs }: Stats): string {
  return `${ino}.${size}.${ctimeMs}`;
}
