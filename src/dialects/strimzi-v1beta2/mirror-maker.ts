import type { KafkaMirrorMakerManifest } from '../../../imports/strimzi-v1beta2';
import { mirrorMakerCodec } from '../common/mirror-maker';
import { API_VERSION } from './api';

/** A variable has no address of a node. */
export type Lacks = 'spec.template.mirrorMakerContainer.env.valueFrom.fieldRef';

/** KafkaMirrorMaker: topics are chosen by `include`. */
export const mirrorMaker = mirrorMakerCodec<KafkaMirrorMakerManifest, Lacks>(API_VERSION, { include: 'include' });
