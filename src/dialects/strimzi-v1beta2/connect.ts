import type { KafkaConnectManifest } from '../../../imports/strimzi-v1beta2';
import { connectCodec } from '../common/connect';
import { API_VERSION } from './api';

/** A variable has no address of a node. */
type Lacks = 'spec.template.connectContainer.env.valueFrom.fieldRef';

/** KafkaConnect. */
export const connect = connectCodec<KafkaConnectManifest, Lacks>(API_VERSION, {
  names: 'config',
  files: 'externalConfiguration',
});
