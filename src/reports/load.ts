/* eslint-disable @typescript-eslint/no-require-imports -- most programs ask for no report */

/** What compares two sides; loaded when it is asked for. */
export const comparison = (): typeof import('./compare') => require('./compare') as typeof import('./compare');

/** What takes stock; loaded when it is asked for. */
export const stock = (): typeof import('./stock') => require('./stock') as typeof import('./stock');

/** What tells who may do what; loaded when it is asked for. */
export const accessOf = (): typeof import('./access-of-sites') =>
  require('./access-of-sites') as typeof import('./access-of-sites');
