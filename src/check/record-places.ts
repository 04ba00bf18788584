import type { FieldPath } from '../model/field';
import type { Noun } from '../model/nouns';

type Places = Readonly<Record<string, FieldPath>>;

const VARIABLES: FieldPath = ['spec', 'template', 'spec', 'containers', 0, 'env'];

/** Where fields of records stand in manifests, where that is not below `spec` under the same name. */
const PLACES: Readonly<Partial<Record<Noun, Places>>> = {
  kafkaCluster: {
    mode: ['metadata', 'annotations', 'strimzi.io/kraft'],
    nodePools: ['metadata', 'annotations', 'strimzi.io/node-pools'],
    brokers: ['spec', 'kafka'],
    ...Object.fromEntries(
      ['version', 'metadataVersion', 'listeners', 'authorization', 'config', 'rack', 'quotas', 'tieredStorage'].map(
        (field) => [field, ['spec', 'kafka', field]],
      ),
    ),
  },
  mirrorMaker: { source: ['spec', 'consumer'], target: ['spec', 'producer'] },
  client: {
    podLabels: ['spec', 'template', 'metadata', 'labels'],
    podAnnotations: ['spec', 'template', 'metadata', 'annotations'],
  },
};
/** Fields of an application that stand in its variables, whatever they hold. */
const IN_VARIABLES: readonly string[] = [
  'contract',
  'role',
  'endpoint',
  'credentialsAs',
  'tracing',
  'variables',
  'env',
];
const METADATA: readonly string[] = ['name', 'namespace', 'labels', 'annotations'];

/** Where a field of a record stands in manifests. */
export function placeOf(noun: Noun, path: FieldPath): FieldPath {
  const [field = '', ...within] = path;
  const name = String(field);
  if (METADATA.includes(name)) return ['metadata', ...path];
  if (noun === 'client' && IN_VARIABLES.includes(name)) return VARIABLES;
  return [...(PLACES[noun]?.[name] ?? ['spec', name]), ...within];
}
