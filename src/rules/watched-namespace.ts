import { fieldText } from '../model/field';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

/** The operators of a cluster watch the namespace of the cluster. */
export const watchedNamespace = kindRule({
  id: 'watched-namespace',
  summary:
    'Topic and user operator watch the namespace of their cluster, unless the cluster operator is told otherwise.',
  remedy:
    'Move the topics or users to the namespace of the cluster, or set STRIMZI_ENTITY_OPERATOR_WATCHED_NAMESPACE_ENABLED of the cluster operator and waive this.',
  effect: 'fails',
  source:
    'The cluster operator deletes the entity operator, and the cluster is not ready (Strimzi 1.0.1 to 1.2.0, EntityOperatorReconciler).',
  releases: { since: '1.0' },
  catalog: ['K-080'],
  kinds: strimziKinds('Kafka'),
  check({ manifest }, report) {
    const { namespace: own } = manifest.metadata as { readonly namespace?: unknown };
    // Whoever applies it decides.
    if (typeof own !== 'string') return;
    const watched = ['topicOperator', 'userOperator'].flatMap((part) =>
      placesOf(manifest, `spec.entityOperator.${part}.watchedNamespace`),
    );
    const [first, ...others] = watched.filter(({ value }) => typeof value === 'string' && value !== own);
    if (!first) return;
    const also = others.map(({ field, value }) => `${fieldText(field)} names ${String(value)}`);
    report({
      field: first.field,
      given: first.value,
      allowed: own,
      message: `The cluster operator deletes topic and user operator of the cluster${also.length > 0 ? `, and ${also.join()} too` : ''}.`,
    });
  },
});
