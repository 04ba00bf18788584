import { findField } from './find-field';
import { objectRule } from './rule';

/** Numbers of pods have 32 bits. */
const MOST = 2_147_483_647;

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
    if (replicas === undefined || (Number.isInteger(replicas) && replicas >= 0 && replicas <= MOST)) return;
    report({
      field: findField(manifest, (key, value) => key === 'replicas' && Object.is(value, replicas)) ?? [
        'spec',
        'replicas',
      ],
      given: replicas,
      allowed: `a whole number from 0 to ${MOST}`,
      message: `There cannot be ${replicas} replicas.`,
    });
  },
});
