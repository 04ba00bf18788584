import type { ToldRule } from '../check/formats/sarif';
import { RULES } from '../rules/registry';

/** What can be wrong with files before anything can be said of what they describe. */
export const FILE_RULES = {
  isYaml: {
    id: 'is-yaml',
    summary: 'Every file is sound YAML or JSON, each key once.',
    remedy: 'Mend the place; what else is wrong with the document is told then.',
    source: 'Kubernetes tools refuse the file.',
  },
  isReadable: {
    id: 'is-readable',
    summary: 'Every file can be read, as text in UTF-8.',
    remedy: 'Make the file readable, or leave it out of what is checked.',
    source: 'Kubernetes tools refuse the file.',
  },
} as const;

/** All rules that a finding can be of. */
export function allRules(): readonly ToldRule[] {
  return [...RULES, ...Object.values(FILE_RULES)];
}
