import { PAIRS } from './topology';
import type { Removal, VersionResult, Whole } from './results';

const BEGIN = '<!-- results: npm run test:kafka -- --write-table -->';
const END = '<!-- end of results -->';

/**
 * A page with its tables made anew from results.
 * @throws where it has no place for them
 */
export function withTables(page: string, results: readonly VersionResult[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the page has no place for results, between ${BEGIN} and ${END}`);
  const tables = [versionTable(results), ...removalsText(results), ...removalTables(results)].join('\n\n');
  return `${page.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${page.slice(end)}`;
}

/** A line for each version, a column for each way to mirror. */
function versionTable(results: readonly VersionResult[]): string {
  const names = Object.keys(PAIRS);
  const head = ['Kafka', 'as run by', 'metadata', ...names.map((name) => PAIRS[name]?.title ?? name)];
  const rows = results.map(({ kafka, release, metadata, wholes }) => [
    kafka,
    release,
    METADATA[metadata] ?? metadata,
    ...names.map((name) => wholeText(wholes.find(({ pair }) => pair === name))),
  ]);
  return table(head, rows);
}

/** Which versions were tried without each rule. */
function removalsText(results: readonly VersionResult[]): string[] {
  const tried = results.filter(({ removals }) => removals.length > 0).map(({ kafka }) => kafka);
  return tried.length === 0 ? [] : [`Tried without each rule: ${tried.join(', ')}.`];
}

/** For each way to mirror, what is missed without each rule. What some versions alone show names them. */
function removalTables(results: readonly VersionResult[]): string[] {
  return Object.entries(PAIRS).flatMap(([name, { title }]) => {
    const rules = new Map<string, Map<string, string[]>>();
    for (const { kafka, removals } of results) {
      for (const removal of removals.filter(({ pair }) => pair === name)) {
        const key = JSON.stringify([removal.user, removal.rule]);
        const seen = rules.get(key) ?? new Map<string, string[]>();
        const text = removalText(removal);
        seen.set(text, [...(seen.get(text) ?? []), kafka]);
        rules.set(key, seen);
      }
    }
    if (rules.size === 0) return [];
    const rows = [...rules].map(([key, seen]) => [
      ...(JSON.parse(key) as string[]),
      [...seen].map(([text, versions]) => (seen.size === 1 ? text : `${versions.join(', ')}: ${text}`)).join('<br>'),
    ]);
    return [`**${title[0]?.toUpperCase()}${title.slice(1)}**`, table(['user', 'rule', 'without it'], rows)];
  });
}

const METADATA: Readonly<Record<string, string>> = { kraft: 'KRaft', zookeeper: 'ZooKeeper' };

function wholeText(whole: Whole | undefined): string {
  if (!whole) return '–';
  const { expected, missing, denied } = whole;
  return [
    missing.length === 0 ? `all ${expected} things come` : `missing: ${missing.join(', ')}`,
    denied.length === 0 ? 'nothing denied' : `denied: ${denied.join(', ')}`,
  ].join(', ');
}

function removalText({ verdict, missing, denied }: Removal): string {
  const log = denied.length === 0 ? 'no denial in the log' : `denied: ${denied.join(', ')}`;
  switch (verdict) {
    case 'fails':
      return `missing: ${missing.join(', ')}; ${log}`;
    case 'degrades':
      return `degrades: all comes, ${log}`;
    case 'unneeded':
      return 'nothing is missed';
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
