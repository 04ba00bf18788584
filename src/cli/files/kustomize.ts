import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { contentOf } from './documents';
import { readText } from './text';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** How people name patches that no kustomization beside them names. */
const PATCH_NAME = /(^|[-_.])patch(es)?([-_.]|$)/i;

/** Tells the patches of kustomize from manifests: those that a kustomization beside them lays over others. */
export class Patches {
  private readonly folders = new Map<string, ReadonlySet<string>>();

  constructor(private readonly cwd: string) {}

  /** Whether a file holds patches. */
  has(file: string): boolean {
    const folder = posix.dirname(file);
    const known = this.folders.get(folder) ?? this.patchesIn(folder);
    this.folders.set(folder, known);
    return known.has(file) || PATCH_NAME.test(posix.basename(file)) || posix.basename(folder) === 'patches';
  }

  private patchesIn(folder: string): ReadonlySet<string> {
    const name = NAMES.find((each) => existsSync(resolve(this.cwd, folder, each)));
    if (name === undefined) return new Set();
    const read = readText(posix.join(folder, name), this.cwd);
    if (!('text' in read)) return new Set();
    const patches = contentOf(read.text).documents.flatMap(({ value }) => patchesOf(value));
    return new Set(patches.map((patch) => posix.join(folder, patch)));
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
