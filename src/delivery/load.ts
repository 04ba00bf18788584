/* eslint-disable @typescript-eslint/no-require-imports -- most runs are handed to no GitOps tool, and do not load what does it */

/** What hands manifests to a GitOps tool. */
export function gitOps(): typeof import('./gitops') {
  return require('./gitops') as typeof import('./gitops');
}
