import type { MirrorMaker2Record } from '../../model/mirror-maker-2';
import type { Limit } from '../common/codec';
import { pauseLimits } from '../common/connector-limits';
import { endpointLimits } from '../common/endpoint';
import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { envLimits, tracingLimits } from '../common/tracing';
import { ALPHA_API_VERSION } from './api';

/**
 * KafkaMirrorMaker2, still in alpha. The operator takes `tracing: jaeger` and traces nothing: it can be said, so it is no
 * limit, and the release's `mirrorMaker2.traced` tells a rule to warn of it.
 */
export const mirrorMaker2 = listedMirrorMaker2Codec(ALPHA_API_VERSION, {
  flow: { exclude: 'BlacklistPattern', state: 'pause' },
  limits,
});

function limits({ target, mirrors, tracing, env }: MirrorMaker2Record): Limit[] {
  return [
    ...endpointLimits('target', target),
    ...mirrors.flatMap((flow, index) => [
      ...endpointLimits(`mirrors[${index}].source`, flow.source),
      ...pauseLimits(`mirrors[${index}]`, flow),
    ]),
    ...tracingLimits(tracing, ['jaeger']),
    ...envLimits(env, false),
  ];
}
