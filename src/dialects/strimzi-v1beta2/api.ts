/** Group and version of all kinds of this API generation. */
export const API_VERSION = 'kafka.strimzi.io/v1beta2';
