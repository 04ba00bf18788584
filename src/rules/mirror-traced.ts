import { NOUNS } from '../model/nouns';
import { objectRule } from './rule';

/** Tracing of a mirror, a Kafka Connect or a bridge does something. */
export const mirrorTraced = objectRule({
  id: 'mirror-traced',
  summary: 'The program of a mirror, a Kafka Connect or a bridge traces itself where tracing is asked for.',
  remedy: 'Take the tracing of the release, or another engine or release.',
  effect: 'ignored',
  source:
    'MirrorMaker 2 of Strimzi 0.18.0 takes the field and lacks the interceptors; 0.19.0 has them. Until 1.0 the type jaeger ' +
    'is taken, and does nothing from 0.37 on.',
  catalog: ['M1-014', 'M2-044'],
  nouns: ['mirrorMaker', 'mirrorMaker2', 'connect', 'bridge'],
  check({ noun, record: { tracing }, site: { release } }, report) {
    const works = noun !== 'mirrorMaker2' || release.mirrorMaker2.traced;
    if (tracing === undefined || (works && tracing === release.tracing)) return;
    report({
      field: ['spec', 'tracing'],
      given: tracing,
      allowed: works ? release.tracing : 'none',
      message: `${NOUNS[noun]} of ${release.name} takes this tracing, and traces nothing.`,
    });
  },
});
