import type { KafkaConnectManifest } from '../../../imports/strimzi-v1beta2';
import { connectCodec } from '../common/connect';
import { FILES_IN_CONFIG_MAPS, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

/** Early words are gone; a variable has no address of a node. */
type Lacks = EarlyWords<'spec'> | 'spec.template.connectContainer.env.valueFrom.fieldRef';

/** KafkaConnect. */
export const connect = connectCodec<KafkaConnectManifest, Lacks>(API_VERSION, {
  names: 'config',
  files: 'externalConfiguration',
  workload: FILES_IN_CONFIG_MAPS,
});
