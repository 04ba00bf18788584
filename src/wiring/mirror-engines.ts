import type { MirrorEngine } from '../model/release';
import type { MirrorProgram } from './mirror';
import { mirrorMaker } from './mirror-maker';
import { mirrorMaker2 } from './mirror-maker-2';

/** The programs that mirror, by engine. */
export const MIRROR_PROGRAMS: Readonly<Record<MirrorEngine, MirrorProgram>> = { mirrorMaker, mirrorMaker2 };
