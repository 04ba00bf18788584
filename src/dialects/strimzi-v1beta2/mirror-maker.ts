import type { KafkaMirrorMakerManifest } from '../../../imports/strimzi-v1beta2';
import { mirrorMakerCodec } from '../common/mirror-maker';
import { FILES_IN_CONFIG_MAPS, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

/** Early words are gone; a variable has no address of a node. */
export type Lacks = EarlyWords<'spec'> | 'spec.template.mirrorMakerContainer.env.valueFrom.fieldRef';

/** KafkaMirrorMaker: topics are chosen by `include`. */
export const mirrorMaker = mirrorMakerCodec<KafkaMirrorMakerManifest, Lacks>(API_VERSION, {
  include: 'include',
  workload: FILES_IN_CONFIG_MAPS,
});
