import type { Manifest } from '../dialects/common/codec';
import { map } from '../model/guarded';
import { everywhere, strimziKinds } from './kinds';
import { fieldsAt } from './places';
import { misspeltLabel } from './of-cluster';
import { kindRule } from './rule';

const RESERVED = 'strimzi.io/';
/** Labels that Kubernetes recommends: the operator drops those of a template, and says so nowhere. */
const OF_KUBERNETES = 'app.kubernetes.io/';
const OF_CLUSTER = 'strimzi.io/cluster';
/** Kinds that are of a cluster: what they lack because of a slip is told of them. */
const WITH_CLUSTER = ['KafkaNodePool', 'KafkaUser'];

/** Labels that the operator has for itself. */
export const reservedLabels = kindRule({
  id: 'reserved-labels',
  summary:
    'Labels, and labels and annotations of templates, leave strimzi.io/ to the operator, but for the name of the cluster.',
  remedy: 'Leave it out, or give it another prefix.',
  effect: 'refused',
  source:
    'The operator makes nothing of an object with others (Strimzi 0.18.0 to 1.2.0, Labels.additionalLabels, Util).',
  catalog: ['G-012', 'G-014', 'G-015', 'U-024', 'U-025'],
  kinds: [
    ...strimziKinds('Kafka', 'KafkaNodePool', 'KafkaUser', 'KafkaConnect', 'KafkaConnectS2I'),
    ...strimziKinds('KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'),
  ],
  check({ manifest }, report) {
    const slip =
      WITH_CLUSTER.includes(manifest.kind) && !isNamed(manifest) ? misspeltLabel(manifest.metadata.labels) : undefined;
    for (const label of fieldsAt(manifest, 'metadata.labels')) {
      const { name, value: given } = label;
      if (!name.startsWith(RESERVED) || name.startsWith(OF_CLUSTER) || name === slip) continue;
      report({ field: label.field, given, allowed: OF_CLUSTER, message: `The label ${name} is the operator's own.` });
    }
    for (const { field: at, value: metadata } of everywhere(manifest['spec'], 'metadata', ['spec'])) {
      for (const { name, field, value: given } of ['labels', 'annotations'].flatMap((key) => fieldsAt(metadata, key))) {
        if (name.startsWith(OF_KUBERNETES)) {
          report({
            effect: 'ignored',
            field: [...at, ...field],
            given,
            message: `The operator leaves out ${name}: it says such things of its objects itself.`,
          });
        }
        if (!name.startsWith(RESERVED)) continue;
        report({
          field: [...at, ...field],
          given,
          allowed: `names that do not begin with ${RESERVED}`,
          message: `A template cannot have ${name}: it is the operator's own.`,
        });
      }
    }
  },
});

function isNamed({ metadata: { labels } }: Manifest): boolean {
  return Object.hasOwn(map(labels), OF_CLUSTER);
}
