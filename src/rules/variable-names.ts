import type { FieldPath } from '../model/field';
import { kindRule } from './rule';

/** Environment variables have names. */
export const variableNames = kindRule({
  id: 'variable-names',
  summary: 'The environment variables of a Deployment have names.',
  remedy: 'Give the variable a name, or remove the entry.',
  effect: 'refused',
  source: 'The API server refuses the object (Kubernetes, EnvVar); no CRD has a schema for it.',
  kinds: ['apps/Deployment'],
  check({ manifest }, report) {
    for (const { value, at } of variablesOf(manifest)) {
      const name = fieldOf(value, 'name');
      if (typeof name === 'string' && name !== '') continue;
      report({
        field: [...at, 'name'],
        ...(name !== undefined && { given: name }),
        allowed: 'a name such as TOPIC',
        message: 'The environment variable has no name.',
      });
    }
  },
});

interface Item {
  readonly value: unknown;
  readonly at: FieldPath;
}

function variablesOf(manifest: unknown): readonly Item[] {
  return ['containers', 'initContainers']
    .flatMap((field) => itemsAt(manifest, ['spec', 'template', 'spec', field]))
    .flatMap(({ at }) => itemsAt(manifest, [...at, 'env']));
}

/** The items of a list of the manifest, with the place of each; none where there is no list. */
function itemsAt(manifest: unknown, at: FieldPath): Item[] {
  const list = at.reduce(fieldOf, manifest);
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ value, at: [...at, index] })) : [];
}

function fieldOf(value: unknown, field: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[field] : undefined;
}
