import type { KafkaMirrorMaker2Manifest } from '../../../imports/strimzi-v1beta1';
import type { LateContainerWords } from '../common/container';
import type { LateConnectorWords } from '../common/connector-parts';
import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { INLINE_FILES, type LateWords } from '../common/workload';
import { ALPHA_API_VERSION } from './api';

/** Newer words, and values of variables from elsewhere. */
type Lacks =
  | LateWords<'spec'>
  | 'spec.rack'
  | 'spec.clusters.tls.trustedCertificates.pattern'
  | `spec.mirrors.${'source' | 'heartbeat' | 'checkpoint'}Connector.${LateConnectorWords}`
  | `spec.mirrors.${'topics' | 'groups'}ExcludePattern`
  | LateContainerWords<'spec.template.connectContainer'>
  | 'spec.template.pod.volumes';

/**
 * KafkaMirrorMaker2, still in alpha. The operator takes `tracing: jaeger` and traces nothing: it can be said, and the
 * release's `mirrorMaker2.traced` tells a rule to warn of it.
 */
export const mirrorMaker2 = listedMirrorMaker2Codec<KafkaMirrorMaker2Manifest, Lacks>(ALPHA_API_VERSION, {
  exclude: 'BlacklistPattern',
  state: 'pause',
  workload: INLINE_FILES,
});
