/** Mark of an app that tells the findings of its whole topology itself: its sites need not. */
export const CHECKS_FINDINGS = Symbol.for('cdk8s-strimzi.checksFindings');
