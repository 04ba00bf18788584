import { findField } from './find-field';
import { objectRule } from './rule';

/** Programs run in a whole number of pods. */
export const replicaCount = objectRule({
  id: 'replica-count',
  summary:
    'Mirrors, Connect workers, bridges, Jaegers and client applications run in a whole number of pods, or in none.',
  remedy: 'Give a whole number from 0.',
  effect: 'refused',
  source: 'The API server refuses other numbers; for Deployments it is the only one that looks.',
  nouns: ['mirrorMaker', 'mirrorMaker2', 'connect', 'bridge', 'tracingBackend', 'client'],
  check({ record: { replicas }, manifest }, report) {
    if (replicas === undefined || (Number.isInteger(replicas) && replicas >= 0)) return;
    report({
      field: findField(manifest, (key, value) => key === 'replicas' && Object.is(value, replicas)) ?? [
        'spec',
        'replicas',
      ],
      given: replicas,
      allowed: 'a whole number from 0',
      message: `There cannot be ${replicas} replicas.`,
    });
  },
});
