import { BROUGHT_BY, type AclResource, type Operation } from '../../model/acl';
import type { Access, AccessCell, AccessLack, AccessRule, AccessUser } from '../../reports/access-types';
import type { Table, Tables } from './inventory';

/** Who may do what, as tables: of each cluster the users, the matrix, the reasons, and what is lacking. */
export function accessTables({ users, cells, rules, lacks }: Access): readonly Tables[] {
  const clusters = [...new Set(users.map(({ cluster }) => cluster))];
  const [byUsers, byCells] = [byCluster(users), byCluster(cells)];
  const [byRules, byLacks] = [byCluster(rules), byCluster(lacks)];
  return clusters.map((cluster) => ({
    place: cluster,
    tables: [
      table('Users', ['user', 'known to brokers as', 'is'], (byUsers.get(cluster) ?? []).map(userRow)),
      ...matrices(byCells.get(cluster) ?? []),
      table('Why', ['user', 'on', 'operations', 'why', 'who needs it'], (byRules.get(cluster) ?? []).flatMap(ruleRows)),
      table('Lacks', ['user', 'on', 'operation', 'why', 'who needs it'], (byLacks.get(cluster) ?? []).map(lackRow)),
    ].filter(({ count }) => count > 0),
  }));
}

/** Nobody reads a table of more columns. */
const USERS_A_TABLE = 6;

/** The matrix in blocks of a few users, each with the things that these users may use. */
function matrices(cells: readonly AccessCell[]): readonly Table[] {
  const byUser = new Map<string, Map<string, AccessCell>>();
  for (const cell of cells) {
    const ofUser = byUser.get(cell.user) ?? new Map<string, AccessCell>();
    byUser.set(cell.user, ofUser.set(resourceText(cell.resource), cell));
  }
  const users = [...byUser];
  return users.flatMap((_, at) => (at % USERS_A_TABLE === 0 ? [matrix(users.slice(at, at + USERS_A_TABLE))] : []));
}

function matrix(users: readonly (readonly [string, ReadonlyMap<string, AccessCell>])[]): Table {
  const things = new Set(users.flatMap(([, cells]) => [...cells.keys()]));
  const rows = [...things]
    .sort(byKind)
    .map((thing) => [thing, ...users.map(([, cells]) => lettersOf(cells.get(thing)?.operations ?? []))]);
  return table('May', ['', ...users.map(([user]) => user)], rows);
}

/** Letters of operations, as the legend tells them; what another operation brings goes without saying. */
function lettersOf(operations: readonly Operation[]): string {
  return operations
    .filter((operation) => !BROUGHT_BY[operation]?.some((other) => operations.includes(other)))
    .map((operation) => LETTERS[operation] ?? '')
    .join('');
}

const LETTERS: Readonly<Partial<Record<Operation, string>>> = {
  Read: 'R',
  Write: 'W',
  Create: 'C',
  Delete: 'D',
  Alter: 'A',
  Describe: 'd',
  ClusterAction: 'K',
  AlterConfigs: 'S',
  DescribeConfigs: 's',
  IdempotentWrite: 'I',
};

/** What the letters of the matrix say. */
export const LEGEND =
  'R Read, W Write, C Create, D Delete, A Alter, S AlterConfigs, d Describe, s DescribeConfigs, K ClusterAction, I IdempotentWrite. R, W, D and A bring d; S brings s.';

function userRow({ user, principal, is, because }: AccessUser): readonly string[] {
  return [user, `User:${principal}`, because === undefined ? STANDINGS[is] : `${STANDINGS[is]}: ${because}`];
}

const STANDINGS: Readonly<Record<AccessUser['is'], string>> = {
  bound: 'bound by its rules',
  super: 'may do everything',
  free: 'may do everything',
  unknown: 'not known',
};

function ruleRows(rule: AccessRule): readonly (readonly string[])[] {
  const { user, type, resource, host, operations, reasons, unexplained, redundant, wider } = rule;
  const from = host === '*' ? '' : ` from ${host}`;
  const row = (of: readonly Operation[], why: string, by: string): readonly string[] => [
    user,
    `${resourceText(resource)}${from}`,
    of.join(', '),
    why,
    by,
  ];
  if (type === 'deny') return [row(operations, 'It is denied.', '')];
  return [
    ...reasons.map(({ operations: of, reason, by }) => row(of, reason, by)),
    ...(wider.length > 0 ? [row(wider, 'Fewer names, or a weaker operation, would do.', '')] : []),
    ...(redundant.length > 0 ? [row(redundant, 'Another operation of the rule brings it.', '')] : []),
    ...(unexplained.length > 0 ? [row(unexplained, 'Nobody in these manifests needs it.', '')] : []),
  ];
}

function lackRow({ user, resource, operation, reason, by }: AccessLack): readonly string[] {
  return [user, resourceText(resource), operation, reason, by];
}

function resourceText(resource: AclResource): string {
  if (resource.type === 'cluster') return 'cluster';
  const { type, name, patternType } = resource;
  const all = patternType === 'prefix' ? `${name}…` : name === '*' ? '(all)' : name;
  return `${type} ${all}`;
}

/** Topics, groups, transactional ids and the cluster, each by name. */
function byKind(one: string, other: string): number {
  const rank = (text: string): number => KINDS.findIndex((kind) => text.startsWith(kind));
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

const KINDS = ['topic', 'group', 'transactionalId', 'cluster'];

function byCluster<T extends { readonly cluster: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const known = groups.get(each.cluster);
    if (known) known.push(each);
    else groups.set(each.cluster, [each]);
  }
  return groups;
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { title, count: rows.length, columns, rows };
}
