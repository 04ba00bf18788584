import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { ALPHA_API_VERSION } from './api';

/**
 * KafkaMirrorMaker2, still in alpha. The operator takes `tracing: jaeger` and traces nothing: it can be said, and the
 * release's `mirrorMaker2.traced` tells a rule to warn of it.
 */
export const mirrorMaker2 = listedMirrorMaker2Codec(ALPHA_API_VERSION, { exclude: 'BlacklistPattern', state: 'pause' });
