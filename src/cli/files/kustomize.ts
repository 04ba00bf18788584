import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { contentOf } from '../../yaml/documents';
import { readText } from '../../yaml/text';
import { STANDARD_INPUT } from './walk';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** How people name patches that no kustomization beside them names. */
const PATCH_NAME = /(^|[-_.])patch(es)?([-_.]|$)/i;

/** Tells the patches of kustomize from manifests: those that a kustomization lays over others. */
export class Patches {
  private readonly looked = new Set<string>();
  private readonly named = new Set<string>();

  /** @param files - those that are read: a kustomization beside or above any of them may name any other as a patch */
  constructor(
    private readonly cwd: string,
    files: readonly string[],
  ) {
    for (const file of files) if (file !== STANDARD_INPUT) this.lookIn(dirname(resolve(cwd, file)));
  }

  /** Whether a file holds patches. */
  has(file: string): boolean {
    const full = resolve(this.cwd, file);
    return this.named.has(full) || PATCH_NAME.test(basename(full)) || basename(dirname(full)) === 'patches';
  }

  /** Looks for kustomizations in a folder and those above it. */
  private lookIn(folder: string): void {
    for (let each = folder; !this.looked.has(each); each = dirname(each)) {
      this.looked.add(each);
      for (const patch of this.patchesIn(each)) this.named.add(patch);
    }
  }

  private patchesIn(folder: string): readonly string[] {
    const name = NAMES.find((each) => existsSync(join(folder, each)));
    if (name === undefined) return [];
    const read = readText(join(folder, name), this.cwd);
    if (!('text' in read)) return [];
    const patches = contentOf(read.text).documents.flatMap(({ value }) => patchesOf(value));
    return patches.map((patch) => resolve(folder, patch));
  }
}

/** Files that a kustomization names as patches. */
function patchesOf(kustomization: unknown): string[] {
  if (typeof kustomization !== 'object' || kustomization === null) return [];
  const { patches, patchesStrategicMerge, patchesJson6902 } = kustomization as Readonly<Record<string, unknown>>;
  return [patches, patchesStrategicMerge, patchesJson6902].flatMap((list: unknown) =>
    Array.isArray(list) ? list.map(fileOf).filter((file) => file !== undefined) : [],
  );
}

function fileOf(patch: unknown): string | undefined {
  if (typeof patch === 'string') return patch.includes('\n') ? undefined : patch;
  const path: unknown = typeof patch === 'object' && patch !== null && 'path' in patch ? patch.path : undefined;
  return typeof path === 'string' ? path : undefined;
}
