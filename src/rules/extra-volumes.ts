import { map } from '../model/guarded';
import { KINDS_WITH_PODS } from './kinds';
import { operatorVolumes } from './operator-volumes';
import { placesOf, type Place } from './places';
import { kindRule, type Breach } from './rule';

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
    'The operator refuses other paths and names of its own with InvalidResource, and Kubernetes other names (Strimzi 0.44.0 to 1.2.0, TemplateUtils).',
  releases: { since: '0.44' },
  catalog: ['G-028', 'G-029', 'G-030', 'G-031', 'G-032', 'G-033', 'G-034', 'G-035'],
  kinds: KINDS_WITH_PODS.filter((kind) => kind.startsWith('kafka.strimzi.io/')),
  check(object, report) {
    const { manifest, site } = object;
    for (const template of TEMPLATES.flatMap((path) => placesOf(manifest, `${path}.template`))) {
      const named = misnamed(template, site.release.takes.volumeNames);
      for (const breach of [
        ...named,
        ...nameless(template),
        ...namedTwice(template),
        ...placeholders(template),
        ...mounts(template),
      ]) {
        report({ ...breach, field: [...template.field, ...(breach.field ?? [])] });
      }
    }
    for (const [pod, names] of operatorVolumes(object)) {
      for (const { field, value } of namesAt(manifest, pod)) {
        if (typeof value === 'string' && names.includes(value)) report(takenBreach(field, value, names));
      }
    }
  },
});

/** The operator, where it looks at names, takes none of one letter, which Kubernetes does. */
const OPERATORS = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])$/;
const KUBERNETES = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

function misnamed({ value }: Place, doesOperatorLook: boolean): Breach[] {
  const legal = doesOperatorLook ? OPERATORS : KUBERNETES;
  return namesAt(value, 'pod')
    .filter(({ value: name }) => typeof name === 'string' && !legal.test(name))
    .map(({ field, value: given }) => ({
      field,
      given,
      ...(!doesOperatorLook && { effect: 'fails' }),
      allowed: `${doesOperatorLook ? 2 : 1} to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends`,
      message: 'A volume cannot have this name.',
    }));
}

/** A name that is no text is the schema's to tell. */
function nameless({ value }: Place): Breach[] {
  return ['volumes', 'templatedVolumes']
    .flatMap((volumes) => placesOf(value, `pod.${volumes}.*`))
    .filter(({ value: volume }) => typeof volume === 'object' && volume !== null && map(volume)['name'] === undefined)
    .map(({ field }) => ({
      field: [...field, 'name'],
      effect: 'fails',
      message: 'The volume has no name: no container can mount it, and Kubernetes takes no such pod.',
      remedy: 'Give it a name.',
    }));
}

function takenBreach(field: Place['field'], given: string, names: readonly string[]): Breach {
  return {
    field,
    given,
    allowed: `a name that is not ${names.join(', ')}`,
    message: 'The operator gives this name to a volume of its own.',
  };
}

/** The names of the volumes that are added to a pod. */
function namesAt(value: unknown, pod: string): readonly Place[] {
  return ['volumes', 'templatedVolumes'].flatMap((volumes) => placesOf(value, `${pod}.${volumes}.*.name`));
}

function namedTwice({ value }: Place): Breach[] {
  const volumes = placesOf(value, 'pod.volumes.*.name').filter(({ value: name }) => typeof name === 'string');
  const first = new Map([...volumes].reverse().map((volume) => [volume.value, volume]));
  return volumes.flatMap((volume): Breach[] => {
    if (first.get(volume.value) === volume) return [];
    const [field, given] = [volume.field, volume.value];
    return [{ field, given, allowed: 'a name that no other volume has', message: 'Another volume has this name.' }];
  });
}

/** What the names of what each node mounts may have for the node. */
const PLACEHOLDERS = ['{nodeId}', '{nodePodName}'];
const NAMES_OF_NODES = ['secret.secretName', 'configMap.name', 'persistentVolumeClaim.claimName'];

function placeholders({ value }: Place): Breach[] {
  return NAMES_OF_NODES.flatMap((name) => placesOf(value, `pod.templatedVolumes.*.${name}`)).flatMap(
    ({ field, value: given }): Breach[] => {
      const [unknown] = (typeof given === 'string' ? (given.match(/\{[^{}]*\}/g) ?? []) : []).filter(
        (each) => !PLACEHOLDERS.includes(each),
      );
      if (unknown === undefined) return [];
      return [
        {
          field,
          given,
          effect: 'fails',
          allowed: PLACEHOLDERS.join(', '),
          message: `The operator puts nothing in the place of ${unknown}: nothing can have this name.`,
          remedy: 'Write {nodeId} for the number of the node, or {nodePodName} for its pod.',
        },
      ];
    },
  );
}

function mounts({ value: template }: Place): Breach[] {
  const lists = ['volumes', 'templatedVolumes'].flatMap((volumes) => placesOf(template, `pod.${volumes}`));
  // What is no list is told by the schema, and nobody knows which volumes are meant.
  if (lists.some(({ value }) => !Array.isArray(value))) return [];
  const volumes = namesAt(template, 'pod').map(({ value }) => String(value));
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

function nameBreach(given: unknown, volumes: readonly string[]): Breach[] {
  if (typeof given !== 'string' || volumes.includes(given)) return [];
  return [
    {
      field: ['name'],
      effect: 'fails',
      given,
      allowed: [...volumes].sort().join(', ') || 'a volume of template.pod.volumes',
      message: `The pod has no volume "${given}".`,
    },
  ];
}
