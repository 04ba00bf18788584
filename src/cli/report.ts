import type { CheckReport, LocatedFinding, Place } from '../check/formats/located';
import { counted } from '../check/formats/text';
import { fieldPath } from '../model/field';
import { faultFinding, type Finding } from '../check/finding';
import { LEFT_OUT, type LeftOutReason } from './files/left-out';
import type { SourceObject } from './files/objects';
import { isSlip } from '../text/nearest';
import { Positions } from '../yaml/positions';
import { CONFIG_FILE } from './files/walk';
import type { Gathered } from './gather';

/** Tells findings about objects with the places in their files, beside what is wrong with the files themselves. */
export function reportOf(
  gathered: Gathered,
  findings: readonly Finding[],
  judged: Judged,
  placeOfSite: PlaceOfSite = () => undefined,
): CheckReport {
  const order = new Map(gathered.files.map((file, index) => [file, index]));
  const all = [...unreadable(gathered), ...malformed(gathered), ...located(gathered, findings, placeOfSite)];
  const rank = ({ place }: LocatedFinding) => (place ? (order.get(place.file) ?? -1) : Infinity);
  all.sort((a, b) => rank(a) - rank(b) || between(a.place, b.place));
  return {
    findings: all,
    notes: leftOutNotes(gathered),
    summary: {
      files: gathered.files.length,
      documents: gathered.documents,
      unreadable: gathered.unreadable.length,
      leftOut: Object.values(gathered.leftOut).flat().length,
      ...judged,
    },
  };
}

/** What became of the objects that were read. */
type Judged = Pick<CheckReport['summary'], 'objects' | 'otherObjects' | 'waived'>;

/** Where a finding about a site as a whole is, if it is about one that a file describes. */
type PlaceOfSite = (finding: Finding) => Place | undefined;

function between(one: Place | undefined, other: Place | undefined): number {
  return one && other ? one.line - other.line || one.column - other.column : 0;
}

function unreadable(gathered: Gathered): LocatedFinding[] {
  return gathered.unreadable.map(({ file, message }) => ({
    ...faultFinding({
      rule: 'is-readable',
      path: file,
      message,
      remedy: 'Make the file readable, or leave it out of what is checked.',
    }),
    place: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  }));
}

function malformed(gathered: Gathered): LocatedFinding[] {
  return gathered.malformed.map(({ file, line, column, message }) => ({
    ...faultFinding({
      rule: 'is-yaml',
      path: file,
      message,
      remedy: 'Mend the place; what else is wrong with the document is told then.',
    }),
    place: { file, line, column, endLine: line, endColumn: column },
  }));
}

/** Places are looked up for what has findings alone: each of their documents is read once more. */
function located(gathered: Gathered, findings: readonly Finding[], placeOfSite: PlaceOfSite): LocatedFinding[] {
  const objects = new Map(gathered.objects.map((object) => [object.path, object]));
  const places = new Places(gathered);
  const told = new Set<string>();
  return findings.flatMap((finding): LocatedFinding[] => {
    // What two sites share is judged at each of them.
    const key = JSON.stringify([finding.rule, finding.path, finding.field, finding.message]);
    if (told.has(key)) return [];
    told.add(key);
    const object = objects.get(finding.path);
    const place = object ? places.of(object, finding.field) : placeOfSite(finding);
    return [{ ...finding, ...(place && { place }) }];
  });
}

class Places {
  private readonly positions = new Map<object, Positions>();

  constructor(private readonly gathered: Gathered) {}

  of({ file, span, within }: SourceObject, field = ''): Place {
    const known = this.positions.get(span) ?? new Positions(this.gathered.textOf(file) ?? '', span, isSlip);
    this.positions.set(span, known);
    return { file, ...known.regionOf([...within, ...fieldPath(field)]) };
  }
}

/** What was left out, a note a reason, with the first few files. */
export function leftOutNotes({ leftOut }: Pick<Gathered, 'leftOut'>): string[] {
  return Object.entries(leftOut).map(([reason, files]) => {
    const [one, many] = LEFT_OUT[reason as LeftOutReason];
    const names = [...new Set(files)];
    const more = names.length > 3 ? ` and ${counted(names.length - 3, 'more file')}` : '';
    return `left out: ${files.length} ${files.length === 1 ? one : many} (${names.slice(0, 3).join(', ')}${more})`;
  });
}

/** Tells of files that are for no site. */
export function strayNote(files: readonly string[]): string {
  const more = files.length > 3 ? ` and ${counted(files.length - 3, 'more file')}` : '';
  return `left out: no site of ${CONFIG_FILE} has ${files.slice(0, 3).join(', ')}${more} among its paths`;
}
