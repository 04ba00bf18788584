import type { KafkaMirrorMakerManifest } from '../../../imports/strimzi-v1beta1';
import type { LateContainerWords } from '../common/container';
import { mirrorMakerCodec } from '../common/mirror-maker';
import { INLINE_FILES, type LateWords } from '../common/workload';
import { API_VERSION } from './api';

/** Newer words, and values of variables from elsewhere. */
type Lacks =
  | LateWords<'spec'>
  | `spec.${'consumer' | 'producer'}.tls.trustedCertificates.pattern`
  | 'spec.include'
  | LateContainerWords<'spec.template.mirrorMakerContainer'>
  | 'spec.template.pod.volumes';

/** KafkaMirrorMaker: topics are chosen by `whitelist`. */
export const mirrorMaker = mirrorMakerCodec<KafkaMirrorMakerManifest, Lacks>(API_VERSION, {
  include: 'whitelist',
  workload: INLINE_FILES,
});
