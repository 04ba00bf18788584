import { counted, type Paint } from '../../check/formats/text';
import { milliseconds } from '../../reports/hops-svg';
import type { Hop } from '../../reports/traces';
import type { Seen } from './look';
import type { ClientRecords } from './records';

/** What a cluster has of what manifests describe. */
export interface Verified {
  readonly seen: readonly Seen[];
  /** Absent: nobody asked. */
  readonly records?: readonly ClientRecords[];
  /** Absent: nobody asked. */
  readonly traces?: {
    readonly hops: readonly Hop[];
    /** Services that trace themselves, and of which no trace has arrived. */
    readonly silent: readonly string[];
  };
}

const PLAIN: Paint = (_, text) => text;

/** So many objects of a kind that are all ready are told by their names; more by their number. */
const MOST_NAMES = 10;

const STYLES: Readonly<Record<Seen['state'], Parameters<Paint>[0]>> = {
  ready: 'green',
  waiting: 'yellow',
  failed: 'red',
  missing: 'red',
  unseen: 'yellow',
};

/** What a cluster has, for a reader at a terminal. */
export function verifiedText({ seen, records, traces }: Verified, paint: Paint = PLAIN): string {
  const parts = [...byNamespace(seen)].map(([namespace, ofNamespace]) => {
    const title = namespace === '' ? 'in no namespace that is named' : `namespace ${namespace}`;
    return [paint('bold', title), ...rowsOf(ofNamespace, paint)].join('\n');
  });
  if (records) parts.push(section('records in the logs of clients', records.map(recordLine), paint));
  if (traces) {
    const silent = traces.silent.map((service) => `${service}: no trace has arrived`);
    parts.push(section('response times', [...table(traces.hops.map(hopRow)), ...silent], paint));
  }
  const ready = seen.filter(({ state }) => state === 'ready').length;
  parts.push(paint(ready === seen.length ? 'green' : 'red', `${ready} of ${counted(seen.length, 'object')} ready`));
  return `${parts.join('\n\n')}\n`;
}

type Row = readonly string[];

function section(title: string, lines: readonly string[], paint: Paint): string {
  return [paint('bold', title), ...(lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}`)].join('\n');
}

function byNamespace(seen: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> {
  const groups = new Map<string, Seen[]>();
  for (const each of seen) {
    const { namespace = '' } = each.id;
    const group = groups.get(namespace);
    if (group) group.push(each);
    else groups.set(namespace, [each]);
  }
  return groups;
}

function rowsOf(seen: readonly Seen[], paint: Paint): readonly string[] {
  const kinds = new Map<string, Seen[]>();
  for (const each of seen) {
    const ofKind = kinds.get(each.id.kind);
    if (ofKind) ofKind.push(each);
    else kinds.set(each.id.kind, [each]);
  }
  return [...kinds].flatMap(([kind, ofKind]) => {
    const quiet = ofKind.filter(isQuiet);
    if (quiet.length <= MOST_NAMES) return ofKind.flatMap((each) => linesOf(each, paint));
    const others = ofKind.filter((each) => !isQuiet(each));
    return [
      `  ${paint('green', 'ready  ')}  ${counted(quiet.length, kind)}`,
      ...others.flatMap((each) => linesOf(each, paint)),
    ];
  });
}

function isQuiet({ state, warnings }: Seen): boolean {
  return state === 'ready' && !warnings;
}

function linesOf({ id, state, why, warnings = [] }: Seen, paint: Paint): readonly string[] {
  const first = `  ${paint(STYLES[state], state.padEnd(7))}  ${id.kind} ${id.name}${why === undefined ? '' : `: ${why}`}`;
  return [first, ...warnings.map((warning) => `           ${paint('yellow', 'warning')} ${warning}`)];
}

function recordLine({ id, count, why }: NonNullable<Verified['records']>[number]): string {
  return `${id.name}: ${why ?? (count === 0 ? 'none' : counted(count, 'record'))}`;
}

function hopRow({ service, operation, count, p50, p99 }: NonNullable<Verified['traces']>['hops'][number]): Row {
  return [service, operation, counted(count, 'span'), `p50 ${milliseconds(p50)}`, `p99 ${milliseconds(p99)}`];
}

function table(rows: readonly Row[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
