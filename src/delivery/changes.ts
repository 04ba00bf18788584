import { INDEX_FILE } from './output-index';

/** What a run did to the output folder, or would do. Files are relative to it. */
export interface Changes {
  /** Files whose bytes are new. */
  readonly written: readonly string[];
  /** Files that already held the same bytes. */
  readonly unchanged: readonly string[];
  /** Files that this app describes and somebody changed since it wrote them. They stay as they are. */
  readonly edited: readonly string[];
  /** Files that another app of this program wrote, and that hold what this one describes now. */
  readonly replaced: readonly string[];
  /** Files that this app wrote earlier and no longer describes. */
  readonly removed: readonly string[];
  /** Files that this app wrote earlier and no longer describes, and that stay: somebody changed them, or the index has faults. */
  readonly kept: readonly string[];
  /** Lines of the index that are not understood. Where there is one, nothing is removed. */
  readonly indexFaults: readonly string[];
}

/** Nothing was done. */
export const NO_CHANGES: Changes = {
  written: [],
  unchanged: [],
  edited: [],
  replaced: [],
  removed: [],
  kept: [],
  indexFaults: [],
};

/** The most files of which one thing is told, one by one. */
const MOST = 20;

/** What somebody should know of a run, in a line each. */
export function changeLines({ edited, replaced, removed, kept, indexFaults }: Changes): string[] {
  return [
    ...each(
      'kept',
      edited,
      `somebody changed it, so what is described now is not written. ${OVERWRITE} writes over it`,
    ),
    ...each('replaced', replaced, 'another App of this program wrote it. If they are two apps, give each a name'),
    ...each('removed', removed, 'it is no longer described'),
    ...indexFaults.map((fault) => `${INDEX_FILE} ${fault} is not understood, and is left out from now on`),
    ...each('kept', kept, `it is no longer described, but ${indexFaults.length > 0 ? SPARED : CHANGED}`),
  ];
}

function each(what: string, files: readonly string[], why: string): string[] {
  const lines = files.slice(0, MOST).map((file) => `${what} ${file}: ${why}`);
  return files.length > MOST ? [...lines, `${what} ${files.length - MOST} more`] : lines;
}

/** How to ask for edited files to be written over. */
export const OVERWRITE = "`edited: 'overwrite'` (with `cdk8s-strimzi synth`: --overwrite-edited)";

const SPARED = `${INDEX_FILE} had faults. The next run removes it if nobody changed it.`;
const CHANGED = `somebody changed it. Remove it, or take its line out of ${INDEX_FILE} to make it yours.`;
