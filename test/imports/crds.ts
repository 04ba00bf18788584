import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { APIS } from '../../scripts/import/apis';
import { filesIn, kindsFrom } from '../../scripts/import/crd';
import type { KindSchema } from '../../scripts/import/schema';

export const ROOT = path.join(__dirname, '../..');

/** Where the CRDs of all APIs are; a test that needs them is skipped without them. */
export const CRDS = path.join(ROOT, '../shared/crds');
export const haveCrds = existsSync(CRDS);
export const orSkipped = haveCrds ? '' : ' (skipped: there is no ../shared/crds)';

export interface ApiKind extends KindSchema {
  readonly api: string;
}

/** Every kind of every API with the schema of its CRD. */
export async function crdKinds(): Promise<ApiKind[]> {
  const apis = APIS.map(async (api) => {
    const kinds = await kindsFrom(api, await filesIn(CRDS, api));
    return kinds.map((kind) => ({ ...kind, api: api.name }));
  });
  return (await Promise.all(apis)).flat();
}
