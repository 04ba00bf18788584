import type { Rule } from './rule';

/** Tracing of a mirror does something. */
export const mirrorTraced: Rule = {
  id: 'mirror-traced',
  summary: 'The program of a mirror traces itself where tracing is asked for.',
  remedy: 'Take the engine mirrorMaker, or name a later release.',
  source: 'MirrorMaker 2 of Strimzi 0.18.0 takes the field and lacks the interceptors; 0.19.0 has them.',
  check: ({ records, release }, report) => {
    if (release.mirrorMaker2.traced) return;
    for (const { record, path } of records.mirrorMaker2) {
      if (record.tracing === undefined) continue;
      report({
        path,
        severity: 'warning',
        field: 'spec.tracing',
        given: record.tracing,
        message: `MirrorMaker 2 of ${release.name} takes the tracing and does none.`,
      });
    }
  },
};
