/** What programs import. */
export const NAME = 'cdk8s-strimzi';
