import { counted, visible, type Paint } from '../../check/formats/text';
import type { MigrationRefusal } from '../../migration/stage';
import { refusalsText } from '../migration/plan-text';
import { milliseconds } from '../../reports/hops-svg';
import type { Hop } from '../../reports/traces';
import type { Seen } from './look';
import type { ClientRecords } from './records';

/** What a cluster has of what manifests describe. */
export interface Verified {
  readonly seen: readonly Seen[];
  /** What operators and Kubernetes make of it. Absent: nobody said at which release. */
  readonly made?: readonly Seen[];
  /** What the operator of the next release would refuse. Absent: nobody asked. */
  readonly refused?: readonly MigrationRefusal[];
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
export function verifiedText(
  { seen, made = [], refused = [], records, traces }: Verified,
  paint: Paint = PLAIN,
): string {
  const all = [...seen, ...made];
  const parts = [...byNamespace(all)].map(([namespace, ofNamespace]) => namespaceText(namespace, ofNamespace, paint));
  if (records) parts.push(section('records in the logs of clients', records.map(recordLine), paint));
  if (traces) {
    const silent = traces.silent.map((service) => `${service}: no trace has arrived`);
    parts.push(section('response times', [...table(traces.hops.map(hopRow)), ...silent], paint));
  }
  if (refused.length > 0) parts.push(refusalsText('the next operator refuses', refused, paint));
  const { ready, count } = readyIn(all);
  parts.push(paint(ready === count ? 'green' : 'red', `${ready} of ${counted(count, 'object')} ready`));
  return `${parts.join('\n\n')}\n`;
}

/** How many objects there are to be, and how many are ready. */
export function readyIn(seen: readonly Seen[]): { readonly ready: number; readonly count: number } {
  let [ready, count] = [0, 0];
  for (const each of seen) {
    ready += each.ready ?? (each.state === 'ready' ? 1 : 0);
    count += each.count ?? 1;
  }
  return { ready, count };
}

type Row = readonly string[];

function section(title: string, lines: readonly string[], paint: Paint): string {
  const told = lines.length === 0 ? ['none'] : lines.map(visible);
  return [paint('bold', title), ...told.map((line) => `  ${line}`)].join('\n');
}

/** What operators made stands behind what they made it of. */
function namespaceText(namespace: string, seen: readonly Seen[], paint: Paint): string {
  const title = namespace === '' ? 'in no namespace that is named' : `namespace ${namespace}`;
  const described = seen.filter(({ of }) => of === undefined);
  const made = seen.filter(({ of }) => of !== undefined);
  return [
    paint('bold', visible(title)),
    ...rowsOf(described, paint),
    ...(made.length === 0 ? [] : [`  ${paint('bold', 'made of them')}`]),
    ...rowsOf(made, paint).map((row) => `  ${row}`),
  ].join('\n');
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
      `  ${paint('green', 'ready  ')}  ${kind} (${readyIn(quiet).count})`,
      ...others.flatMap((each) => linesOf(each, paint)),
    ];
  });
}

function isQuiet({ state, warnings }: Seen): boolean {
  return state === 'ready' && !warnings;
}

function linesOf({ id, state, why, warnings = [], of, count = 1 }: Seen, paint: Paint): readonly string[] {
  const many = count > 1 && state === 'ready' ? ` (${count})` : '';
  const origin = of && state !== 'ready' ? ` of ${of.kind} ${of.name}` : '';
  const told = `${id.kind} ${id.name}${many}${origin}${why === undefined ? '' : `: ${why}`}`;
  const first = `  ${paint(STYLES[state], state.padEnd(7))}  ${visible(told)}`;
  return [first, ...warnings.map((warning) => `           ${paint('yellow', 'warning')} ${visible(warning)}`)];
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
