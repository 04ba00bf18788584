import type { FieldPath } from '../model/field';
import { list, map } from '../model/guarded';
import { everywhere, KINDS_WITH_PODS, strimziKinds } from './kinds';
import { kindRule } from './rule';

const STRIMZI = strimziKinds('Kafka', 'KafkaNodePool', 'KafkaConnect', 'KafkaConnectS2I').concat(
  strimziKinds('KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'),
);
const KUBERNETES = KINDS_WITH_PODS.filter((kind) => /^(apps|batch|v1)\//.test(kind));

/** Environment variables have names. */
export const variableNames = kindRule({
  id: 'variable-names',
  summary: 'The environment variables of containers have names.',
  remedy: 'Give the variable a name, or remove the entry.',
  effect: 'refused',
  source:
    'The API server refuses the object, or the pods that the operator makes by it (Kubernetes, EnvVar; Strimzi 0.18.0 to 1.2.0, ContainerUtils); no CRD asks for it.',
  kinds: [...STRIMZI, ...KUBERNETES],
  check({ manifest }, report) {
    for (const { field, value } of everywhere(manifest['spec'], 'env', ['spec'])) {
      if (!isOfContainer(field)) continue;
      list(value).forEach((variable, index) => {
        const { name } = map(variable);
        if (isNamed(name, manifest.apiVersion)) return;
        report({
          field: [...field, index, 'name'],
          ...(name !== undefined && { given: name }),
          allowed: 'a name such as TOPIC',
          message: 'The environment variable has no name.',
        });
      });
    }
  },
});

/** Variables of an item of `containers`, or of a template such as `connectContainer`; elsewhere CRDs ask for names. */
function isOfContainer(field: FieldPath): boolean {
  const [list, part] = field.slice(-3, -1);
  return typeof part === 'number' ? /[cC]ontainers$/.test(String(list)) : /Container$/.test(String(part));
}

/** A name that is no text is for the schema of a CRD to tell. */
function isNamed(name: unknown, apiVersion: string): boolean {
  const isText = typeof name === 'string' || (name !== undefined && name !== null && apiVersion.includes('strimzi'));
  return isText && name !== '';
}
