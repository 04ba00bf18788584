import type { Contract } from './contract';
import { namedForm } from './oauth';

/** An image of the team's own, whose variables the team names. */
export const generic: Contract = {
  title: "an image of the team's own",
  images: {},
  roleOf: () => 'other',
  variables: (_, given = {}) => given,
  fixed: () => [],
  defaults: () => [],
  files: { files: 'path', pkcs12: 'path' },
  passwordFiles: true,
  sasl: ['scram-sha-512', 'scram-sha-256', 'plain'],
  oauth: namedForm,
  tellsPlaintext: true,
  tracing: ['opentelemetry', 'jaeger'],
  needsDelay: [],
};
