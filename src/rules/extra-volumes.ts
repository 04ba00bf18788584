import { map } from '../model/guarded';
import { KINDS_WITH_PODS } from './kinds';
import { placesOf, type Place } from './places';
import { isWithin, kindRule, type Breach } from './rule';

const TEMPLATES = [
  'spec',
  'spec.kafka',
  'spec.zookeeper',
  'spec.entityOperator',
  'spec.cruiseControl',
  'spec.kafkaExporter',
];
const BELOW = '/mnt';

/** Volumes of a template are mounted where the operator allows it. */
export const extraVolumes = kindRule({
  id: 'extra-volumes',
  summary: 'Volumes of a template have a name each, and containers mount those that there are, below /mnt.',
  remedy: 'Correct the name, or mount it below /mnt.',
  effect: 'refused',
  source:
    'The operator refuses other paths with InvalidResource, and Kubernetes other names (Strimzi 0.45.2, 1.2.0, TemplateUtils).',
  releases: { since: '0.44' },
  catalog: ['G-028', 'G-031', 'G-032', 'G-033'],
  kinds: KINDS_WITH_PODS.filter((kind) => kind.startsWith('kafka.strimzi.io/')),
  check({ manifest, site }, report) {
    for (const template of TEMPLATES.flatMap((path) => placesOf(manifest, `${path}.template`))) {
      const named = isWithin(site.release.version, NAMES_SINCE) ? misnamed(template) : [];
      for (const breach of [...named, ...namedTwice(template), ...mounts(template)]) {
        report({ ...breach, field: [...template.field, ...(breach.field ?? [])] });
      }
    }
  },
});

/** The operator looks at the names of volumes, and Kubernetes takes fewer than it does. */
const NAMES_SINCE = '1.2';
const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])$/;

function misnamed({ value }: Place): Breach[] {
  return ['pod.volumes.*.name', 'pod.templatedVolumes.*.name']
    .flatMap((path) => placesOf(value, path))
    .filter(({ value: name }) => typeof name === 'string' && !NAME.test(name))
    .map(({ field, value: given }) => ({
      field,
      given,
      allowed: '2 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends',
      message: 'A volume cannot have this name.',
    }));
}

function namedTwice({ value }: Place): Breach[] {
  const volumes = placesOf(value, 'pod.volumes.*.name');
  const first = new Map([...volumes].reverse().map((volume) => [volume.value, volume]));
  return volumes.flatMap((volume): Breach[] => {
    if (first.get(volume.value) === volume) return [];
    const [field, given] = [volume.field, volume.value];
    return [{ field, given, allowed: 'a name that no other volume has', message: 'Another volume has this name.' }];
  });
}

function mounts({ value: template }: Place): Breach[] {
  const volumes = ['pod.volumes.*.name', 'pod.templatedVolumes.*.name']
    .flatMap((path) => placesOf(template, path))
    .map(({ value }) => value);
  return placesOf(template, '*.volumeMounts.*').flatMap(({ field, value }) => {
    const { name, mountPath } = map(value);
    return [...pathBreach(mountPath), ...nameBreach(name, volumes)].map((breach) => ({
      ...breach,
      field: [...field, ...(breach.field ?? [])],
    }));
  });
}

function pathBreach(given: unknown): Breach[] {
  if (typeof given !== 'string' || given.startsWith(BELOW)) return [];
  return [
    { field: ['mountPath'], given, allowed: `a path below ${BELOW}`, message: 'The operator mounts nothing there.' },
  ];
}

function nameBreach(given: unknown, volumes: readonly unknown[]): Breach[] {
  if (typeof given !== 'string' || volumes.includes(given)) return [];
  return [
    {
      field: ['name'],
      effect: 'fails',
      given,
      allowed: volumes.map(String).sort().join(', ') || 'a volume of template.pod.volumes',
      message: `The pod has no volume "${given}".`,
    },
  ];
}
