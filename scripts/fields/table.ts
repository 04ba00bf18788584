import { saidOf, saidText, saidTogether, type Said } from './said';
import { VERSIONS, type KindFields } from './schema-fields';
import type { Trials } from './trials';

/** The section of a kind: a row a field. Fields that are together are one row where no prop says them, or props of the same names. */
export function sectionOf(fields: KindFields, trials: Trials): string {
  const said = new Map(
    fields.leaves.flatMap((path) => {
      const known = saidOf(fields.kind, path, trials);
      return known ? [[path, known] as const] : [];
    }),
  );
  const rows = ['metadata', 'spec'].flatMap((path) => rowsOf(fields, said, path));
  const text = said.size === 0 ? 'No construct writes it.' : [...HEAD, ...rows].join('\n');
  return `## ${fields.kind}\n\n${text}`;
}

const HEAD = ['| field | releases | said by |', '| --- | --- | --- |'];

function rowsOf(fields: KindFields, said: ReadonlyMap<string, Said>, path: string): string[] {
  const leaves = fields.leavesBelow(path);
  const parts = leaves.map((leaf) => said.get(leaf));
  const isGroup = fields.isGroup(path);
  const whole = isGroup
    ? saidTogether(
        parts,
        leaves.map((leaf) => propName(leaf, path)),
      )
    : said.get(path);
  if (isGroup && !whole && parts.some(Boolean))
    return fields.partsOf(path).flatMap((part) => rowsOf(fields, said, part));
  return [`| \`${path}${isGroup ? '…' : ''}\` | ${releasesText(fields, path)} | ${saidText(whole)} |`];
}

/** What a field is called within another one, as props are named. */
function propName(path: string, within: string): string {
  return path
    .slice(within.length)
    .replace(/\[\]|\.\*/g, '')
    .replace(/^\./, '');
}

/** The releases of a field, and of what it holds where they are others. */
function releasesText(fields: KindFields, path: string): string {
  const own = rangeText(fields.releasesOf(path));
  const others = new Map<string, string[]>();
  const visit = (part: string): void => {
    const ranges = new Set(fields.leavesBelow(part).map((leaf) => rangeText(fields.releasesOf(leaf))));
    const [range = own, ...more] = ranges;
    if (more.length > 0) for (const each of fields.partsOf(part)) visit(each);
    else if (range !== own) others.set(range, [...(others.get(range) ?? []), `\`${nameWithin(fields, part, path)}\``]);
  };
  visit(path);
  return [own, ...[...others].map(([range, parts]) => `${parts.join(', ')} ${range}`)].join('; ');
}

function nameWithin(fields: KindFields, part: string, path: string): string {
  const name = part.slice(path.length).replace(/^\./, '');
  return fields.isGroup(part) ? `${name}…` : name;
}

function rangeText(releases: readonly string[]): string {
  const places = releases.map((release) => VERSIONS.indexOf(release));
  const ends = places.filter((place) => !places.includes(place + 1));
  const starts = places.filter((place) => !places.includes(place - 1));
  return starts.map((start, at) => spanText(start, ends[at] ?? start)).join(', ');
}

function spanText(start: number, end: number): string {
  const last = VERSIONS.length - 1;
  if (start === 0) return end === last ? 'all' : `up to ${minorOf(end)}`;
  if (end === last) return `from ${minorOf(start)}`;
  return start === end ? minorOf(start) : `${minorOf(start)} to ${minorOf(end)}`;
}

function minorOf(place: number): string {
  return (VERSIONS[place] ?? '').split('.').slice(0, 2).join('.');
}
