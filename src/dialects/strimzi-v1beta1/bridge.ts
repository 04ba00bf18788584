import type { KafkaBridgeManifest } from '../../../imports/strimzi-v1beta1';
import { bridgeCodec } from '../common/bridge';
import { ALPHA_API_VERSION } from './api';

/** Newer words, and values of variables from elsewhere. */
type Lacks =
  | 'spec.tls.trustedCertificates.pattern'
  | `spec.${'consumer' | 'producer'}.enabled`
  | `spec.${'consumer.timeoutSeconds' | 'rack' | 'adminClient'}`
  | 'spec.template.bridgeContainer.env.valueFrom';

/** KafkaBridge. */
export const bridge = bridgeCodec<KafkaBridgeManifest, Lacks>(ALPHA_API_VERSION);
