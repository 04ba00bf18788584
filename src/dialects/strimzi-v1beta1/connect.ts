import type { KafkaConnectManifest } from '../../../imports/strimzi-v1beta1';
import { connectCodec } from '../common/connect';
import type { LateObjects } from '../common/made-objects';
import { INLINE_FILES, type LateWords } from '../common/workload';
import { API_VERSION } from './api';

/** Newer words, values of variables from elsewhere beside those of `externalConfiguration`, and other plugins. */
type Lacks =
  | LateWords<'spec'>
  | 'spec.tls.trustedCertificates.pattern'
  | `spec.${'groupId' | 'configStorageTopic' | 'offsetStorageTopic' | 'statusStorageTopic'}`
  | 'spec.template.pod.volumes'
  | `spec.template.${LateObjects}`
  | `spec.build.output.${'additionalBuildOptions' | 'additionalPushOptions'}`
  | `spec.template.connectContainer.${'env.valueFrom' | 'volumeMounts'}`
  | `spec.build.plugins.artifacts.${'fileName' | 'group' | 'artifact' | 'version' | 'repository'}`;

/** KafkaConnect. */
export const connect = connectCodec<KafkaConnectManifest, Lacks>(API_VERSION, {
  names: 'config',
  files: 'externalConfiguration',
  workload: INLINE_FILES,
});
