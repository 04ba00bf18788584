import type { ChangeClass } from '../../src/reports/change-class';

/** A place of a text, what is to stand there, and the class of what comes of it. */
export type LineEdit = readonly [what: string, from: string, to: string, changeClass: ChangeClass];
