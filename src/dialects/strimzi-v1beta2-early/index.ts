import { SINGLE_ACLS } from '../common/acl';
import { pauseLimits } from '../common/connector-limits';
import { mirrorMakerCodec } from '../common/mirror-maker';
import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { envLimits, tracingLimits } from '../common/tracing';
import { userCodec } from '../common/user';
import type { StrimziDialect } from '../dialect';
import { API_VERSION } from '../strimzi-v1beta2/api';
import { kafkaCluster } from '../strimzi-v1beta2/kafka-cluster';
import { nodePool } from '../strimzi-v1beta2/node-pool';
import { topic } from '../strimzi-v1beta2/topic';

/**
 * Strimzi 0.22 to 0.32: the API that later releases have, in the words that they gave up: a rule of a user for each
 * operation, `whitelist` and its like, `pause`, and tracing by Jaeger's own clients.
 */
export const dialect: StrimziDialect = {
  kafkaCluster,
  nodePool,
  topic,
  user: userCodec(API_VERSION, { acls: SINGLE_ACLS }),
  mirrorMaker: mirrorMakerCodec(API_VERSION, { include: 'whitelist', tracing: ['jaeger'], secretEnv: false }),
  mirrorMaker2: listedMirrorMaker2Codec(API_VERSION, {
    flow: { exclude: 'BlacklistPattern', state: 'pause' },
    limits: ({ mirrors, tracing, env }) => [
      ...mirrors.flatMap((flow, index) => pauseLimits(`mirrors[${index}]`, flow)),
      ...tracingLimits(tracing, ['jaeger']),
      ...envLimits(env, false),
    ],
  }),
};
