/* eslint-disable @typescript-eslint/no-require-imports -- most programs migrate nothing */

/** What plans migrations; loaded when it is asked for. */
export const migration = (): typeof import('./migration') => require('./migration') as typeof import('./migration');
