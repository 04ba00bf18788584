import type { Rule } from './rule';

/** Tracing of a mirror does something. */
export const mirrorTraced: Rule = {
  id: 'mirror-traced',
  summary: 'The program of a mirror traces itself where tracing is asked for.',
  remedy: 'Take the tracing of the release, or another engine or release.',
  source:
    'MirrorMaker 2 of Strimzi 0.18.0 takes the field and lacks the interceptors; 0.19.0 has them. Until 1.0 the type jaeger ' +
    'is taken, and does nothing from 0.37 on.',
  check: ({ records, release }, report) => {
    const { traced } = release.mirrorMaker2;
    const mirrors = [
      ...records.mirrorMaker.map(({ record, path }) => ({ record, path, program: 'MirrorMaker', works: true })),
      ...records.mirrorMaker2.map(({ record, path }) => ({ record, path, program: 'MirrorMaker 2', works: traced })),
    ];
    for (const { record, path, program, works } of mirrors) {
      if (record.tracing === undefined || (works && record.tracing === release.tracing)) continue;
      report({
        path,
        severity: 'warning',
        field: 'spec.tracing',
        given: record.tracing,
        message: `${program} of ${release.name} takes the tracing and does none.`,
      });
    }
  },
};
