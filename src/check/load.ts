/* eslint-disable @typescript-eslint/no-require-imports -- most files have no policies, and what holds them to their shape needs a peer */

/** What reads policies that stand in a file. */
export function policyFile(): typeof import('./policy-file') {
  return require('./policy-file') as typeof import('./policy-file');
}
