import type { KafkaBridgeManifest } from '../../../imports/strimzi-v1beta1';
import { bridgeCodec } from '../common/bridge';
import { INLINE_FILES } from '../common/workload';
import { ALPHA_API_VERSION } from './api';

/** Newer words, and values of variables from elsewhere. */
export type Lacks =
  | 'spec.tls.trustedCertificates.pattern'
  | `spec.${'consumer' | 'producer'}.enabled`
  | `spec.${'consumer.timeoutSeconds' | 'rack' | 'adminClient' | 'metricsConfig'}`
  | 'spec.template.bridgeContainer.env.valueFrom';

/** KafkaBridge. */
export const bridge = bridgeCodec<KafkaBridgeManifest, Lacks>(ALPHA_API_VERSION, INLINE_FILES);
