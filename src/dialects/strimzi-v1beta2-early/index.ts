import type {
  KafkaConnectorManifest,
  KafkaMirrorMaker2Manifest,
  KafkaMirrorMakerManifest,
  KafkaUserManifest,
} from '../../../imports/strimzi-v1beta2';
import { SINGLE_ACLS } from '../common/acl';
import { connectorCodec } from '../common/connector';
import { mirrorMakerCodec } from '../common/mirror-maker';
import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { userCodec } from '../common/user';
import { FILES_IN_CONFIG_MAPS } from '../common/workload';
import type { StrimziDialect } from '../dialect';
import { API_VERSION } from '../strimzi-v1beta2/api';
import type { Lacks as MirrorMakerLacks } from '../strimzi-v1beta2/mirror-maker';
import type { Lacks as MirrorMaker2Lacks } from '../strimzi-v1beta2/mirror-maker-2';
import { dialect as later } from '../strimzi-v1beta2-middle';

/**
 * Strimzi 0.22 to 0.32: the API that later releases have, in the words that they gave up: a rule of a user for each
 * operation, `whitelist` and its like, `pause`, and tracing by Jaeger's own clients.
 */
export const dialect: StrimziDialect = {
  ...later,
  user: userCodec<KafkaUserManifest>(API_VERSION, SINGLE_ACLS),
  mirrorMaker: mirrorMakerCodec<KafkaMirrorMakerManifest, MirrorMakerLacks>(API_VERSION, {
    include: 'whitelist',
    workload: FILES_IN_CONFIG_MAPS,
  }),
  mirrorMaker2: listedMirrorMaker2Codec<KafkaMirrorMaker2Manifest, MirrorMaker2Lacks>(API_VERSION, {
    exclude: 'BlacklistPattern',
    state: 'pause',
    workload: FILES_IN_CONFIG_MAPS,
  }),
  connector: connectorCodec<KafkaConnectorManifest>(API_VERSION, 'pause'),
};
