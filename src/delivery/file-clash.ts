import { faultFinding, type Finding } from '../check/finding';
import { OVERWRITE } from './changes';
import { INDEX_FILE } from './output-index';

/** Who has a file already: a construct of this app, by its path; another app, by its name; somebody that no index names; or it is no file. */
export type Holder = { readonly construct: string } | { readonly app: string } | 'somebody' | 'no file';

/** Who wants a file. */
export interface Claimant {
  /** Relative to the output folder. */
  readonly file: string;
  /** Construct path of what asks for it; what asks twice for one file writes on. */
  readonly owner: string;
  /** Construct path of the first object in it. */
  readonly construct: string;
  /** What the file would be called if its name were not too long. */
  readonly uncut?: string;
}

/** The finding that a file has two writers. */
export function fileClash(
  { file, owner, construct, uncut }: Claimant,
  app: string | undefined,
  holder: Holder,
): Finding {
  return faultFinding({
    rule: 'one-writer-a-file',
    path: construct,
    field: 'file',
    given: uncut === undefined ? file : `${file}, cut from ${uncut}`,
    ...told(holder, owner, app),
  });
}

/** The finding that a file would not be in the output folder: what the app was told of names leads elsewhere. */
export function fileOutside({ file }: Claimant): Finding {
  return faultFinding({
    rule: 'prop-value',
    path: 'App',
    field: 'file',
    given: file,
    allowed: 'a file within the output folder',
    message: 'The file would be elsewhere than in the output folder.',
    remedy: 'Give the layout, or outputFileExtension, a name that does not lead out of it.',
  });
}

function told(holder: Holder, owner: string, app: string | undefined): Pick<Finding, 'message' | 'remedy'> {
  if (holder === 'somebody') {
    return {
      message: 'The file is there already, is other than what would be written, and no app lists it as its own.',
      remedy: `Move it away. If it is of an earlier run, remove it; ${OVERWRITE} writes over it.`,
    };
  }
  if (holder === 'no file') {
    return { message: 'Something is there already that is no file, such as a folder.', remedy: 'Move it away.' };
  }
  if ('construct' in holder) {
    const [one, other] = [owner, holder.construct].map((path) => path || 'the app itself');
    return { message: `${one} and ${other} would write the same file.`, remedy: SEPARATE_CONSTRUCTS };
  }
  const writer = app === undefined ? 'An app without a name' : `The app "${app}"`;
  return { message: `${writer} would write a file of the app "${holder.app}".`, remedy: separateApps(holder.app) };
}

const SEPARATE_CONSTRUCTS = 'Name one of the two differently, or choose a layout with a file or a folder for each.';

function separateApps(other: string): string {
  return (
    'Give each app a folder of its own, or name their charts differently. ' +
    `If the two are one app, give it the name "${other}"; if that app is no more, take its lines out of ${INDEX_FILE}.`
  );
}
