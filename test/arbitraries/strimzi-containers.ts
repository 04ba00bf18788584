import fc from 'fast-check';
import type { ContainerRecord, MountedVolume } from '../../src/model/container';
import type { EnvVar } from '../../src/model/env';
import type { JsonObject } from '../../src/model/json';
import type { Generation } from './strimzi-workloads';
import { env } from './strimzi-endpoints';

const name = fc.stringMatching(/^[a-z][-a-z0-9]{0,12}[a-z0-9]$/);
const sources: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject[]>(
  { emptyDir: {} },
  { secret: { secretName: 'a', defaultMode: 256 } },
  { csi: { driver: 'a.b', readOnly: true } },
);

/** Variables and files of a container, as the generation can say them; volumes have a name of their own in their pod. */
export function containers(generation: Generation, prefix = ''): fc.Arbitrary<ContainerRecord> {
  return fc.record(containerFields(generation, prefix), { requiredKeys: [] });
}

interface ContainerFields {
  readonly env: fc.Arbitrary<EnvVar[]>;
  readonly volumes?: fc.Arbitrary<MountedVolume[]>;
}

/** The same, each by itself. */
export function containerFields(generation: Generation, prefix = ''): ContainerFields {
  const named = name.map((its) => `${prefix}${its}`);
  const path = name.map((its) => `/mnt/${its}`);
  const volume: fc.Arbitrary<MountedVolume> = fc.oneof(
    fc.record({ name: named, path, secret: name }),
    fc.record({ name: named, path, configMap: name }),
    fc.record({ name: named, path, claim: name }),
    fc.record({ name: named, path, source: sources }),
  );
  const volumes = fc.uniqueArray(volume, { selector: (each) => each.name, minLength: 1, maxLength: 3 });
  return { env: env(generation), ...(generation !== 'v1beta1' && { volumes }) };
}
