import { list, map } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

const ENDS = ['spec.clusters.*', 'spec.target', 'spec.mirrors.*.source'];

/** Volumes that are called by an alias can have its letters. */
export const aliasLetters = kindRule({
  id: 'alias-letters',
  summary: 'The alias of a cluster with certificates or credentials has no capital letters.',
  remedy: 'Write the alias in lower-case letters, in all places.',
  effect: 'fails',
  source:
    'The operator calls volumes of the pods by the alias, and Kubernetes refuses the pods (Strimzi 0.18.0 to 1.0.1, KafkaMirrorMaker2Cluster, VolumeUtils).',
  releases: { until: '1.0' },
  catalog: ['M2-064'],
  kinds: strimziKinds('KafkaMirrorMaker2'),
  check({ manifest }, report) {
    for (const { field, value } of ENDS.flatMap((at) => placesOf(manifest, at))) {
      const { alias: given, authentication, tls } = map(value);
      const isMounted = hasFiles(authentication) || list(map(tls)['trustedCertificates']).length > 0;
      if (!isMounted || typeof given !== 'string' || given === given.toLowerCase()) continue;
      report({
        field: [...field, 'alias'],
        given,
        allowed: given.toLowerCase(),
        message: 'Pods have volumes of this name, and Kubernetes takes no capital letters there.',
      });
    }
  },
});

/** Whether what a program logs in with is mounted: of a user with a password, a Secret. */
function hasFiles(authentication: unknown): boolean {
  const { certificateAndKey, passwordSecret } = map(authentication);
  return certificateAndKey !== undefined || passwordSecret !== undefined;
}
