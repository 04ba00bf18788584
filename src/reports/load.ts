/* eslint-disable @typescript-eslint/no-require-imports -- most programs ask for no report */

/** What compares two sides; loaded when it is asked for. */
export const comparison = (): typeof import('./compare') => require('./compare') as typeof import('./compare');

/** What takes stock; loaded when it is asked for. */
export const stock = (): typeof import('./stock') => require('./stock') as typeof import('./stock');
