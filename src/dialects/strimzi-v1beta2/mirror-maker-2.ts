import { listedMirrorMaker2Codec } from '../common/mirror-maker-2';
import { API_VERSION } from './api';

/** KafkaMirrorMaker2: a list of clusters, named by mirrors. */
export const mirrorMaker2 = listedMirrorMaker2Codec(API_VERSION, { exclude: 'ExcludePattern', state: 'state' });
