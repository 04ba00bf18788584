import type { KafkaConnectorManifest, KafkaMirrorMaker2Manifest } from '../../../imports/strimzi-v1beta2';
import { connectorCodec } from '../common/connector';
import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import type { StrimziDialect } from '../dialect';
import { API_VERSION } from '../strimzi-v1beta2/api';
import { FORM, type Lacks } from '../strimzi-v1beta2/mirror-maker-2';
import { dialect as later } from '../strimzi-v1beta2-late';

/** Strimzi 0.33 to 0.37: the API that later releases have, whose connectors have `pause` and no state. */
export const dialect: StrimziDialect = {
  ...later,
  mirrorMaker2: listedMirrorMaker2Codec<KafkaMirrorMaker2Manifest, Lacks>(API_VERSION, { ...FORM, state: 'pause' }),
  connector: connectorCodec<KafkaConnectorManifest>(API_VERSION, 'pause'),
};
