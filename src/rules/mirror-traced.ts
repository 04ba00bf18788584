import { objectRule } from './rule';

/** Tracing of a mirror does something. */
export const mirrorTraced = objectRule({
  id: 'mirror-traced',
  summary: 'The program of a mirror traces itself where tracing is asked for.',
  remedy: 'Take the engine mirrorMaker, or name a later release.',
  effect: 'ignored',
  source: 'MirrorMaker 2 of Strimzi 0.18.0 takes the field and lacks the interceptors; 0.19.0 has them.',
  nouns: ['mirrorMaker2'],
  check({ record: { tracing }, site: { release } }, report) {
    if (release.mirrorMaker2.traced || tracing === undefined) return;
    report({
      field: ['spec', 'tracing'],
      given: tracing,
      message: `MirrorMaker 2 of ${release.name} takes the tracing and does none.`,
    });
  },
});
