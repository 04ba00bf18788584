import type { KafkaConnectManifest } from '../../../imports/strimzi-v1';
import { connectCodec } from '../common/connect';
import { FILES_IN_CONFIG_MAPS, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

/** Variables and files are those of the pods; a variable has no address of a node. */
type Lacks =
  | EarlyWords<'spec'>
  | 'spec.build.output.additionalKanikoOptions'
  | 'spec.externalConfiguration'
  | 'spec.template.connectContainer.env.valueFrom.fieldRef';

/** KafkaConnect. */
export const connect = connectCodec<KafkaConnectManifest, Lacks>(API_VERSION, {
  names: 'fields',
  files: 'template',
  workload: FILES_IN_CONFIG_MAPS,
});
