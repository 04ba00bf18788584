import type { MirrorEngine } from '../model/release';
import type { MirrorStrategy } from './mirror';
import { mirrorMaker } from './mirror-maker';
import { mirrorMaker2 } from './mirror-maker-2';

/** How the engines mirror. */
export const MIRROR_STRATEGIES: Readonly<Record<MirrorEngine, MirrorStrategy>> = { mirrorMaker, mirrorMaker2 };
