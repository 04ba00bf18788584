import type { Placed } from '../model/topology';
import type { Rule } from './rule';

/** Programs run in a whole number of pods. */
export const replicaCount: Rule = {
  id: 'replica-count',
  summary: 'Mirrors, Jaegers and client applications run in a whole number of pods, or in none.',
  remedy: 'Give a whole number from 0.',
  source: 'The API server refuses other numbers; for Deployments it is the only one that looks.',
  check: ({ records }, report) => {
    const programs: Placed<{ readonly replicas?: number }>[] = [
      ...records.mirrorMaker,
      ...records.mirrorMaker2,
      ...records.tracingBackend,
      ...records.client,
    ];
    for (const { record, path } of programs) {
      const { replicas } = record;
      if (replicas === undefined || (Number.isInteger(replicas) && replicas >= 0)) continue;
      report({
        path,
        field: 'spec.replicas',
        given: replicas,
        allowed: 'a whole number from 0',
        message: `There cannot be ${replicas} replicas.`,
      });
    }
  },
};
