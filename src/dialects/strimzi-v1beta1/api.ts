/** Group and version of the kinds that this API generation has in beta. */
export const API_VERSION = 'kafka.strimzi.io/v1beta1';
/** Group and version of the kinds that it still has in alpha. */
export const ALPHA_API_VERSION = 'kafka.strimzi.io/v1alpha1';
