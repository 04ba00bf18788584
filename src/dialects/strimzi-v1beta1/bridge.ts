import type { KafkaBridgeManifest } from '../../../imports/strimzi-v1beta1';
import { bridgeCodec } from '../common/bridge';
import type { LateContainerWords } from '../common/container';
import { INLINE_FILES } from '../common/workload';
import { ALPHA_API_VERSION } from './api';

/** Newer words, and values of variables from elsewhere. */
export type Lacks =
  | 'spec.tls.trustedCertificates.pattern'
  | 'spec.http.tls'
  | `spec.${'consumer' | 'producer'}.enabled`
  | `spec.${'consumer.timeoutSeconds' | 'rack' | 'adminClient' | 'metricsConfig'}`
  | LateContainerWords<'spec.template.bridgeContainer'>
  | 'spec.template.serviceAccount'
  | 'spec.template.pod.volumes';

/** KafkaBridge. */
export const bridge = bridgeCodec<KafkaBridgeManifest, Lacks>(ALPHA_API_VERSION, INLINE_FILES);
