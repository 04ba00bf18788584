import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { envLimits, tracingLimits } from '../common/tracing';
import { API_VERSION } from './api';

/** KafkaMirrorMaker2: a list of clusters, named by mirrors. */
export const mirrorMaker2 = listedMirrorMaker2Codec(API_VERSION, {
  flow: { exclude: 'ExcludePattern', state: 'state' },
  limits: ({ tracing, env }) => [...tracingLimits(tracing, ['opentelemetry']), ...envLimits(env, true)],
});
