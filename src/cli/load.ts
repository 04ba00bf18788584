/* eslint-disable @typescript-eslint/no-require-imports -- a call loads the command that it names, and no other */
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';

/** Does what a command is for. */
export type Run = (args: Arguments, io: Io) => Promise<ExitCode>;

/** What runs each command; loaded when it is asked for. */
export const RUNS = {
  check: (): Run => (require('./check') as typeof import('./check')).check,
  diff: (): Run => (require('./diff') as typeof import('./diff')).diff,
  report: (): Run => (require('./reports') as typeof import('./reports')).report,
  convert: (): Run => (require('./convert') as typeof import('./convert')).convert,
  migrate: (): Run => (require('./migrate') as typeof import('./migrate')).migrate,
  explain: (): Run => (require('./explain') as typeof import('./explain')).explain,
  synth: (): Run => (require('./synth') as typeof import('./synth')).synth,
  teardown: (): Run => (require('./teardown') as typeof import('./teardown')).teardown,
  verify: (): Run => (require('./verify') as typeof import('./verify')).verify,
};
