/**
 * Annotation of an object whose pods are a client application: it tells a reader of the object which variable is which, and
 * what no variable tells, such as topics. Programs take no notice of it.
 */
export const CLIENT_ANNOTATION = 'cdk8s-strimzi/client';
