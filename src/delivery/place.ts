import { basename, dirname, join } from 'node:path';

/** A folder that files are written to, and where a run keeps what it needs meanwhile. */
export interface Place {
  readonly folder: string;
  /** What the paths of all that is kept meanwhile begin with. */
  readonly beside: string;
}

/** Keeps it next to the folder: whoever empties the folder does not reach it, and a rename puts a file there. */
export function placeBeside(folder: string): Place {
  return { folder, beside: join(dirname(folder), `.${basename(folder)}.cdk8s-strimzi-`) };
}

/** Keeps it in the folder, for folders whose surroundings are none of ours. */
export function placeWithin(folder: string): Place {
  return { folder, beside: join(folder, '.cdk8s-strimzi-') };
}
