import { sorted } from '../../dialects/common/codec';
import type { Described } from '../../dialects/read';
import type { Cargo } from './unit';

/** Annotations by their names. */
export type Annotations = Readonly<Record<string, string>>;

/** An object with annotations set. */
export function marked(cargo: Cargo, annotations: Annotations): Cargo {
  if (Object.keys(annotations).length === 0) return cargo;
  const { manifest, says } = cargo;
  const all = { ...manifest.metadata.annotations, ...annotations };
  return {
    ...cargo,
    manifest: { ...manifest, metadata: { ...manifest.metadata, annotations: sorted(all) ?? all } },
    says: says && withAnnotations(says, annotations),
  };
}

function withAnnotations(says: Described, annotations: Annotations): Described {
  const record = { ...says.record, annotations: sorted({ ...says.record.annotations, ...annotations }) };
  return { ...says, record } as Described;
}

/** Options that stand in one annotation, such as `Prune=false,Delete=false`; those that somebody set stay as they are. */
export function withOptions(given: string | undefined, options: readonly string[]): string {
  const own = (given ?? '')
    .split(',')
    .map((option) => option.trim())
    .filter((option) => option !== '');
  const set = new Set(own.map(nameOf));
  return [...own, ...options.filter((option) => !set.has(nameOf(option)))].join(',');
}

function nameOf(option: string): string {
  return option.replace(/=.*/, '');
}
