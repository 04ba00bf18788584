import type { Contract } from './contract';

/** Variables that a function of the team's own made: the object's annotation tells all that is known of them. */
export const own: Contract = {
  title: "a function of the team's own",
  images: {},
  roleOf: () => undefined,
  variables: () => ({}),
  fixed: () => [],
  defaults: () => [],
  files: { files: 'path', pkcs12: 'path' },
  passwordFiles: true,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  tellsPlaintext: false,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};
