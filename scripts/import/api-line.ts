import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { APIS, type Api, type Line } from './apis';
import { servedBy, type Served } from './crd';
import type { LineKind } from './line-schema';
import { lineOf } from './merge';
import type { KindSchema } from './schema';
import { widest } from './widest';

/** An API with its kinds as all releases have them. */
export interface ApiLine {
  readonly api: Api;
  readonly releases: readonly Served[];
  readonly kinds: readonly LineKind[];
}

/** The APIs whose CRDs a folder does not have. */
export function apisBeside(folder: string | undefined): readonly Api[] {
  if (folder === undefined) return [];
  return APIS.filter(({ line }) =>
    line.releases.every(({ files }) => !files.some((file) => existsSync(join(folder, file)))),
  );
}

/** The APIs with what every release serves, but for those that a folder does not have. */
export async function apiLines(folder: string | undefined): Promise<ApiLine[]> {
  const beside = apisBeside(folder);
  const lines = new Map<Line, Promise<Served[]>>();
  const readOnce = (line: Line) => {
    const served = lines.get(line) ?? servedBy(line, folder);
    lines.set(line, served);
    return served;
  };
  return Promise.all(
    APIS.filter((api) => !beside.includes(api)).map(async (api) => {
      const releases = await readOnce(api.line);
      const apiVersions = api.versions.flatMap((version) => api.groups.map((group) => `${group}/${version}`));
      return { api, releases, kinds: lineOf(releases, apiVersions) };
    }),
  );
}

/** The kinds that have types, with what any release takes: of each kind the first version. */
export function typedKinds(kinds: readonly LineKind[]): KindSchema[] {
  const first = kinds.filter((each, at) => kinds.findIndex(({ kind }) => kind === each.kind) === at);
  return first.map(({ apiVersion, kind, schema }) => ({ apiVersion, kind, schema: widest(schema) }));
}
