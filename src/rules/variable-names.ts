import { map } from '../model/guarded';
import { placesOf } from './places';
import { kindRule } from './rule';

const VARIABLES = ['containers', 'initContainers'].map((field) => `spec.template.spec.${field}.*.env.*`);

/** Environment variables have names. */
export const variableNames = kindRule({
  id: 'variable-names',
  summary: 'The environment variables of a Deployment have names.',
  remedy: 'Give the variable a name, or remove the entry.',
  effect: 'refused',
  source: 'The API server refuses the object (Kubernetes, EnvVar); no CRD has a schema for it.',
  kinds: ['apps/Deployment'],
  check({ manifest }, report) {
    for (const { value, field } of VARIABLES.flatMap((at) => placesOf(manifest, at))) {
      const { name } = map(value);
      if (typeof name === 'string' && name !== '') continue;
      report({
        field: [...field, 'name'],
        ...(name !== undefined && { given: name }),
        allowed: 'a name such as TOPIC',
        message: 'The environment variable has no name.',
      });
    }
  },
});
