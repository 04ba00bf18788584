import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { apisBeside } from '../../scripts/import/api-line';
import { APIS, type Line } from '../../scripts/import/apis';
import { servedBy } from '../../scripts/import/crd';
import type { KindSchema } from '../../scripts/import/schema';

export const ROOT = path.join(__dirname, '../..');

/** Where the CRDs of all releases are; a test that needs them is skipped without them. */
export const CRDS = path.join(ROOT, '../shared/crds');
export const haveCrds = existsSync(CRDS);
export const orSkipped = haveCrds ? '' : ' (skipped: there is no ../shared/crds)';

/** API groups whose CRDs are not there: of those nothing is compared. */
export const GROUPS_BESIDE: readonly string[] = apisBeside(CRDS).flatMap(({ groups }) => groups);

/** A kind as the CRD of one release describes it. */
export interface ReleaseKind extends KindSchema {
  readonly operator: string;
  readonly version: string;
}

type Wanted = (operator: string, version: string) => boolean;

/** Every kind that has a schema of ours, in the releases of each operator that are wanted. */
export async function crdKinds(isWanted: Wanted = () => true, folder = CRDS): Promise<ReleaseKind[]> {
  const beside = apisBeside(folder);
  const lines = [...new Set(APIS.filter((api) => !beside.includes(api)).map(({ line }) => line))];
  return (await Promise.all(lines.map((line) => kindsOfLine(line, isWanted, folder)))).flat();
}

async function kindsOfLine(line: Line, isWanted: Wanted, folder: string): Promise<ReleaseKind[]> {
  const apis = APIS.filter((api) => api.line === line);
  const described = new Set(
    apis.flatMap(({ groups, versions }) => groups.flatMap((group) => versions.map((version) => `${group}/${version}`))),
  );
  const wanted = line.releases.filter(({ version }) => isWanted(line.name, version));
  return (await servedBy({ ...line, releases: wanted }, folder)).flatMap(({ release: { version }, kinds }) =>
    kinds
      .filter(({ apiVersion }) => described.has(apiVersion))
      .map((kind) => ({ ...kind, operator: line.name, version })),
  );
}
