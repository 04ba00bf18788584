import type { KafkaMirrorMaker2Manifest } from '../../../imports/strimzi-v1beta2';
import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import type { FlowForm } from '../common/mirror-maker-2-parts';
import { FILES_IN_CONFIG_MAPS, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

/** Early words are gone; a variable has no address of a node. */
export type Lacks = EarlyWords<'spec'> | 'spec.template.connectContainer.env.valueFrom.fieldRef';

/** The words of flows. */
export const FORM: FlowForm = { exclude: 'ExcludePattern', state: 'state', workload: FILES_IN_CONFIG_MAPS };

/** KafkaMirrorMaker2: a list of clusters, named by mirrors. */
export const mirrorMaker2 = listedMirrorMaker2Codec<KafkaMirrorMaker2Manifest, Lacks>(API_VERSION, FORM);
