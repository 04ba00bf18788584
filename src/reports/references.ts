import { isMap } from '../dialects/common/values';
import type { Side } from './side';

/** What an object is read for. */
export type Use = 'metrics' | 'logging' | 'content';

/** Fields that name a Secret or a ConfigMap. */
const REFERENCES: Readonly<Record<string, 'Secret' | 'ConfigMap'>> = {
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  secret: 'Secret',
  secretName: 'Secret',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  configMap: 'ConfigMap',
};

/** Which Secrets and ConfigMaps the objects of a side read, and what for. */
export class References {
  private uses?: Map<string, Set<Use>>;

  constructor(private readonly side: Side) {}

  /** What a Secret or a ConfigMap is read for; empty: no object that is seen reads it. */
  usesOf(kind: string, namespace: string | undefined, name: string): ReadonlySet<Use> {
    this.uses ??= this.collected();
    return this.uses.get(keyOf(kind, namespace, name)) ?? new Set();
  }

  private collected(): Map<string, Set<Use>> {
    const uses = new Map<string, Set<Use>>();
    for (const { manifest } of [...this.side.objects.values()].flat()) {
      collect(manifest['spec'], 'content', (kind, name, use) => {
        const key = keyOf(kind, manifest.metadata.namespace, name);
        const known = uses.get(key);
        if (known) known.add(use);
        else uses.set(key, new Set([use]));
      });
    }
    return uses;
  }
}

function collect(value: unknown, use: Use, note: (kind: string, name: string, use: Use) => void): void {
  if (Array.isArray(value)) for (const item of value) collect(item, use, note);
  if (!isMap(value)) return;
  for (const [field, inner] of Object.entries(value)) {
    const kind = Object.hasOwn(REFERENCES, field) ? REFERENCES[field] : undefined;
    const name = isMap(inner) ? (inner['name'] ?? inner['secretName']) : inner;
    if (kind !== undefined && typeof name === 'string') note(kind, name, use);
    else collect(inner, field === 'metricsConfig' ? 'metrics' : field === 'logging' ? 'logging' : use, note);
  }
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
