import type { IConstruct } from 'constructs';

/** Mark of an app that tells the findings of its whole topology itself while it is true: its sites need not. */
export const CHECKS_FINDINGS = Symbol.for('cdk8s-strimzi.checksFindings');

/** Whether the root of a tree tells the findings of its sites now. */
export function checksFindings(root: IConstruct): boolean {
  return (root as { readonly [CHECKS_FINDINGS]?: boolean })[CHECKS_FINDINGS] === true;
}
