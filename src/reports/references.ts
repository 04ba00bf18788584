import { isMap, list } from '../model/guarded';
import type { Side } from './side';

/** What an object is read for. */
export type Use = 'metrics' | 'logging' | 'content' | 'registry';

/** Fields that name a Secret or a ConfigMap. */
const REFERENCES: Readonly<Record<string, 'Secret' | 'ConfigMap'>> = {
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  secret: 'Secret',
  secretName: 'Secret',
  pushSecret: 'Secret',
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
      collect(manifest['spec'], 'content', (kind, name, use, namespace = manifest.metadata.namespace) => {
        const key = keyOf(kind, namespace, name);
        const known = uses.get(key);
        if (known) known.add(use);
        else uses.set(key, new Set([use]));
      });
    }
    return uses;
  }
}

type Note = (kind: string, name: string, use: Use, namespace?: string) => void;

function collect(value: unknown, use: Use, note: Note): void {
  if (typeof value === 'string') collectProvided(value, note);
  if (Array.isArray(value)) for (const item of value) collect(item, use, note);
  if (isMap(value)) for (const [field, inner] of Object.entries(value)) collectField(field, inner, use, note);
}

function collectField(field: string, inner: unknown, use: Use, note: Note): void {
  if (field === 'imagePullSecrets') for (const each of list(inner)) collectField('pushSecret', each, use, note);
  const kind = Object.hasOwn(REFERENCES, field) ? REFERENCES[field] : undefined;
  const name = isMap(inner) ? (inner['name'] ?? inner['secretName']) : inner;
  if (kind !== undefined && typeof name === 'string') note(kind, name, field === 'pushSecret' ? 'registry' : use);
  else collect(inner, field === 'metricsConfig' ? 'metrics' : field === 'logging' ? 'logging' : use, note);
}

/** What settings of connectors ask Strimzi's providers for: `${secrets:shop/database:password}`. */
const PROVIDED = /\$\{(secrets|configmaps):([^/}]+)\/([^:}]+):/g;

function collectProvided(setting: string, note: Note): void {
  if (!setting.includes('${')) return;
  for (const [, provider, namespace, name] of setting.matchAll(PROVIDED)) {
    if (name !== undefined) note(provider === 'secrets' ? 'Secret' : 'ConfigMap', name, 'content', namespace);
  }
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
