import { mirrorMakerCodec } from '../common/mirror-maker';
import { API_VERSION } from './api';

/** KafkaMirrorMaker: topics are chosen by `whitelist`. */
export const mirrorMaker = mirrorMakerCodec(API_VERSION, { include: 'whitelist' });
