import type { MirrorConnector, MirrorMaker2Record } from '../../model/mirror-maker-2';
import type { Limit } from '../common/codec';
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
      ...stateLimits(`mirrors[${index}].sourceConnector`, flow.sourceConnector),
      ...stateLimits(`mirrors[${index}].checkpointConnector`, flow.checkpointConnector),
      ...stateLimits(`mirrors[${index}].heartbeatConnector`, flow.heartbeatConnector),
    ]),
    ...tracingLimits(tracing, ['jaeger']),
    ...envLimits(env, false),
  ];
}

function stateLimits(field: string, connector: MirrorConnector | undefined): Limit[] {
  if (connector?.state !== 'stopped') return [];
  return [
    {
      field: `${field}.state`,
      given: 'stopped',
      message: 'A connector can be paused, not stopped.',
      allowed: 'running, paused',
      since: 'Strimzi 0.45.2',
    },
  ];
}
