import { endpointLimits } from '../common/endpoint';
import { mirrorMakerCodec } from '../common/mirror-maker';
import { API_VERSION } from './api';

/** KafkaMirrorMaker: topics are chosen by `whitelist`. */
export const mirrorMaker = mirrorMakerCodec(API_VERSION, {
  include: 'whitelist',
  tracing: ['jaeger'],
  secretEnv: false,
  limits: ({ source, target }) => [...endpointLimits('source', source), ...endpointLimits('target', target)],
});
