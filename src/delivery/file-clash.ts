import { faultFinding, type Finding } from '../check/finding';
import type { FileName } from './file-names';
import { INDEX_FILE } from './output-index';

/** Who has a file already: a construct of this app, by its path, or another app, by its name. */
export type Holder = { readonly construct: string } | { readonly app: string };

/** Who wants a file: a construct, by its path, of an app, by its name if it has one. */
export interface Claimant {
  readonly construct: string;
  readonly app: string | undefined;
}

/** The finding that a file has two writers. */
export function fileClash({ file, owner }: FileName, { construct, app }: Claimant, holder: Holder): Finding {
  const isWithin = 'construct' in holder;
  return faultFinding({
    rule: 'one-writer-a-file',
    path: construct,
    field: 'file',
    given: file,
    message: isWithin
      ? `${owner} and ${holder.construct} would write the same file.`
      : `${app === undefined ? 'An app without a name' : `The app "${app}"`} would write a file of the app "${holder.app}".`,
    remedy: isWithin ? SEPARATE_CONSTRUCTS : separateApps(holder.app),
  });
}

const SEPARATE_CONSTRUCTS =
  'Name one of the two differently, or choose a yamlOutputType with a file or a folder per chart.';

function separateApps(other: string): string {
  return (
    'Give each app a folder of its own, or name their charts differently. ' +
    `If the two are one app, give it the name "${other}"; if that app is no more, take its lines out of ${INDEX_FILE}.`
  );
}
