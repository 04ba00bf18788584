import type { Protection } from '../../protection';
import { marked, withOptions, type Annotations } from '../marked';
import type { Cargo } from '../unit';

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';
const HOOK = 'argocd.argoproj.io/hook';

/** What Argo CD is told of claims: they are no fault where they are not in Git, and they stay. */
export const PROTECTED_CLAIMS: Annotations = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  [OPTIONS]: 'Prune=false,Delete=false',
};

/**
 * The most that kubectl's way of applying writes into an annotation, in bytes.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#server-side-apply
 */
const LARGEST_ANNOTATION = 262_144;

/** The wave that somebody chose. Argo CD takes what is no number for none. */
export function waveChosenFor({ manifest }: Cargo): number | undefined {
  const chosen = manifest.metadata.annotations?.[WAVE];
  if (chosen === undefined) return undefined;
  return /^-?\d+$/.test(chosen) ? Number(chosen) : 0;
}

/** An object with its wave and its options. Wave 0 goes without saying; hooks have phases of their own. */
export function dressed(cargo: Cargo, wave: number, protection: Protection): Cargo {
  const { kind, metadata } = cargo.manifest;
  const given = metadata.annotations ?? {};
  const options = withOptions(given[OPTIONS], [
    ...(protection.kinds.includes(kind) ? ['Prune=false', 'Delete=false'] : []),
    ...(isLarge(cargo) ? ['ServerSideApply=true'] : []),
  ]);
  return marked(cargo, {
    ...(wave !== 0 && given[WAVE] === undefined && given[HOOK] === undefined && { [WAVE]: String(wave) }),
    ...(options !== '' && { [OPTIONS]: options }),
  });
}

function isLarge({ manifest }: Cargo): boolean {
  return manifest.kind === 'CustomResourceDefinition' || sizeOf(manifest) > LARGEST_ANNOTATION;
}

/** About as many characters as a value has as JSON, without making a text of it. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + QUOTES;
  if (typeof value !== 'object' || value === null) return QUOTES;
  let size = QUOTES;
  for (const [key, item] of Object.entries(value)) size += key.length + QUOTES + sizeOf(item);
  return size;
}

/** Quotes, and the comma or colon that follows. */
const QUOTES = 3;
