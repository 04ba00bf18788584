import type { ApiLine } from './api-line';
import type { Line } from './apis';
import type { LineKind } from './line-schema';
import { lineOf } from './merge';

/** Rows of the file, by the name of an operator and by group and version. */
export interface KindRows {
  readonly releases: readonly (readonly [string, unknown])[];
  readonly apis: readonly (readonly [string, unknown])[];
}

/**
 * Which releases of which operator serve which kinds, and which file holds their schemas.
 * @param kept - rows of operators whose CRDs were not read
 */
export function kindsFile(apis: readonly ApiLine[], kept: KindRows): string {
  const lines = new Map<Line, ApiLine[]>();
  for (const each of apis) lines.set(each.api.line, [...(lines.get(each.api.line) ?? []), each]);
  const releases = [...lines.keys()].map(
    ({ name, releases: all }) => [name, all.map(({ version }) => version)] as const,
  );
  const all = { releases: [...releases, ...kept.releases], apis: [...[...lines].flatMap(apisOf), ...kept.apis] };
  return `{"releases":{\n${rows(all.releases)}\n},"apis":{\n${rows(all.apis)}\n}}\n`;
}

const rows = (entries: readonly (readonly [string, unknown])[]): string =>
  entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n');

/** The apiVersions of a line: those that a file describes, and those that are served besides. */
function apisOf([line, apis]: [Line, ApiLine[]]): (readonly [string, unknown])[] {
  const described = apis.flatMap(({ api, kinds }) =>
    byApiVersion(kinds).map(([apiVersion, own]) => [apiVersion, entry(line, own, api.name)] as const),
  );
  const kinds = apis[0]?.releases.flatMap((release) => release.kinds) ?? [];
  const known = new Set(described.map(([apiVersion]) => apiVersion));
  const groups = new Set(apis.flatMap(({ api }) => api.groups));
  const others = [...new Set(kinds.map(({ apiVersion }) => apiVersion))].filter(
    (apiVersion) => !known.has(apiVersion) && groups.has(apiVersion.split('/')[0] ?? ''),
  );
  const served = byApiVersion(lineOf(apis[0]?.releases ?? [], others));
  return [...described, ...served.map(([apiVersion, own]) => [apiVersion, entry(line, own)] as const)];
}

function entry(line: Line, kinds: readonly LineKind[], file?: string): object {
  return {
    operator: line.name,
    ...(file !== undefined && { file: `${file}.schema.jsonl` }),
    kinds: Object.fromEntries(
      kinds.map(({ kind, since, until }) => [kind, { ...(since && { since }), ...(until && { until }) }]),
    ),
  };
}

function byApiVersion(kinds: readonly LineKind[]): [string, LineKind[]][] {
  const groups = new Map<string, LineKind[]>();
  for (const each of kinds) groups.set(each.apiVersion, [...(groups.get(each.apiVersion) ?? []), each]);
  return [...groups];
}
