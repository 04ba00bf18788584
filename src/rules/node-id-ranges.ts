import { objectRule } from './rule';

const ANNOTATIONS = ['strimzi.io/next-node-ids', 'strimzi.io/remove-node-ids'];
const FORM = /^\[\s*(\d+(\s*-\s*\d+)?\s*(,\s*\d+(\s*-\s*\d+)?\s*)*)?\]$/;

/** Numbers of nodes are given as the operator reads them. */
export const nodeIdRanges = objectRule({
  id: 'node-id-ranges',
  summary: 'Numbers for the nodes of a pool are a list of numbers and ranges.',
  remedy: 'Write them as "[0, 4-7]".',
  effect: 'ignored',
  source: 'The operator says so in its log alone, and counts on by itself (Strimzi 0.45.2, 1.2.0, NodeIdRange).',
  catalog: ['P-010'],
  nouns: ['nodePool'],
  check({ record: { annotations = {} } }, report) {
    for (const name of ANNOTATIONS) {
      const given = annotations[name];
      if (given === undefined || given.trim() === '' || FORM.test(given.trim())) continue;
      report({
        field: ['metadata', 'annotations', name],
        given,
        allowed: 'numbers and ranges in brackets',
        message: 'The operator reads no numbers of nodes here.',
      });
    }
  },
});
