import { nameOf, type ApiItem } from './api';
import { Inheritance } from './inherited';
import { code, headingOf, Links } from './links';
import { pageOf, PAGES, RECORDS, type Page } from './pages';
import { Sections } from './section';

/** An item and the page that it is on. */
type Placed = readonly [page: Page, items: readonly ApiItem[]];

/** The files of the reference, by their names: a page a subject, and the index. */
export function referenceFiles(exported: readonly ApiItem[]): ReadonlyMap<string, string> {
  const single = exported.filter(({ kind }) => kind !== 'Namespace');
  const records = exported.find(({ kind }) => kind === 'Namespace')?.members ?? [];
  const twins = new Map(single.map((item) => [placeOf(item), item]));
  const ownRecords = records.filter((record) => !twins.has(placeOf(record)));
  const pages: Placed[] = [
    ...PAGES.map((page): Placed => [page, inOrder(single.filter((item) => pageOf(item) === page))]),
    [RECORDS, inOrder(ownRecords)],
  ];
  const links = new Links();
  for (const [page, items] of pages) addTo(links, page, items);
  for (const record of records) {
    const twin = twins.get(placeOf(record));
    if (twin) links.addAlias(record, twin);
  }
  const sections = new Sections(links, new Inheritance([...single, ...ownRecords]));
  const texts = pages.map(([page, items]): [string, string] => {
    links.turnTo(page.name);
    return [`${page.name}.md`, pageText(page, items, sections)];
  });
  links.turnTo('README');
  return new Map([['README.md', indexText(pages, links)], ...texts]);
}

/** What programs call comes before what they hand over. */
const KINDS = ['Class', 'Function', 'Variable', 'Interface', 'TypeAlias'];

function inOrder(items: readonly ApiItem[]): readonly ApiItem[] {
  return KINDS.flatMap((kind) => items.filter((item) => item.kind === kind));
}

function placeOf({ name = '', fileUrlPath = '' }: ApiItem): string {
  return `${fileUrlPath} ${name}`;
}

function addTo(links: Links, { name, title }: Page, items: readonly ApiItem[]): void {
  links.add({ kind: 'Page', canonicalReference: name }, name, title);
  for (const item of items) {
    links.add(item, name, headingOf(item));
    const members = item.members ?? [];
    const calls = members.filter(
      ({ parameters, kind, isProtected }) => parameters && kind !== 'IndexSignature' && isProtected !== true,
    );
    for (const call of calls) links.add(call, name, headingOf(call, nameOf(item)));
  }
}

const NOTE = '<!-- Made by `npm run reference` from the docstrings of src/. -->';

function pageText({ title, about }: Page, items: readonly ApiItem[], sections: Sections): string {
  return `${[NOTE, `# ${title}`, about, ...items.map((item) => sections.of(item))].join('\n\n')}\n`;
}

function indexText(pages: readonly Placed[], links: Links): string {
  const parts = pages.map(([{ name, title, about }, items]) => {
    const names = items.map((item) => `[${code(nameOf(item))}](${links.to(item) ?? ''})`);
    return `## [${title}](${name}.md)\n\n${about}\n\n${names.join(', ')}`;
  });
  const about =
    'What the library exports, from its docstrings. `?`: may be left out. The guides beside this folder tell how it is used.';
  return `${[NOTE, '# API reference', about, ...parts].join('\n\n')}\n`;
}
