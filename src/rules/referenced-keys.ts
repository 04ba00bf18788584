import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import type { ResourceRecord } from '../model/resource';
import type { Noun } from '../model/nouns';
import type { Placed } from '../model/topology';
import type { UserRecord } from '../model/user';
import { othersOf, Owners } from './of-cluster';
import { topologyRule, type Breach, type Effect } from './rule';

/** Nouns whose operators read Secrets and ConfigMaps. */
const READERS: readonly Noun[] = ['kafkaCluster', 'nodePool', 'connect', 'mirrorMaker', 'mirrorMaker2', 'bridge'];

/** A key that an object reads. */
interface Reference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key: string;
  readonly field: FieldPath;
  /** @default - the rule's */
  readonly effect?: Effect;
}

/** A Secret or a ConfigMap that is there has what is looked for in it. */
export const referencedKeys = topologyRule({
  id: 'referenced-keys',
  summary: 'A Secret or ConfigMap that is seen has the keys that others read.',
  remedy: 'Name a key that it has, or add the key.',
  effect: 'refused',
  source:
    'The operator refuses the object with InvalidResource or InvalidConfiguration (Strimzi 0.23.0 to 1.2.0, LoggingUtils, MetricsModel, VertxUtil, ReconcilerUtils); before, and for variables, pods do not start.',
  catalog: ['G-037', 'G-038', 'G-042', 'G-056', 'M1-018', 'M2-025', 'U-007', 'L-056', 'L-057', 'CC-020', 'L-084'],
  across: (topology, report) => {
    const kept = {
      Secret: new Owners(othersOf(topology, 'Secret')),
      ConfigMap: new Owners(othersOf(topology, 'ConfigMap')),
    };
    if (Object.values(kept).every(({ isEmpty }) => isEmpty)) return;
    for (const reader of READERS.flatMap((noun): readonly Placed<ResourceRecord>[] => topology.all(noun))) {
      for (const reference of referencesIn(map(reader.manifest)['spec'])) {
        const found = kept[reference.kind].beside(reader, reference.name);
        const breach = found && breachOf(found, reference);
        if (breach) report(reader, breach);
      }
    }
    for (const user of topology.all('user')) {
      const reference = passwordOf(user.record);
      const found = reference && kept.Secret.beside(user, reference.name);
      const breach = found && breachOf(found, reference);
      if (breach) report(user, breach);
    }
  },
});

/** Manifests of users are not kept: they are many, and a password has one place. */
function passwordOf({ authentication }: UserRecord): Reference | undefined {
  const password = authentication?.type === 'scram-sha-512' ? authentication.password : undefined;
  if (!password) return undefined;
  const field = ['spec', 'authentication', 'password', 'valueFrom', 'secretKeyRef', 'key'];
  return { kind: 'Secret', name: password.secret, key: password.key, field };
}

/** One without data is filled by somebody else. */
function breachOf(
  { manifest }: Placed<ResourceRecord>,
  { kind, name, key, field, effect }: Reference,
): Breach | undefined {
  const { data, stringData, binaryData } = map(manifest);
  const keys = [data, stringData, binaryData].flatMap((part) => Object.keys(map(part)));
  if (keys.length === 0 || keys.includes(key)) return undefined;
  return {
    ...(effect && { effect }),
    field,
    given: key,
    allowed: keys.sort().join(', '),
    message: `${kind} ${name} has no key "${key}".`,
  };
}

function referencesIn(spec: unknown): Reference[] {
  const references: Reference[] = [];
  gather(spec, ['spec'], references);
  return references;
}

function gather(value: unknown, field: FieldPath, references: Reference[]): void {
  if (typeof value !== 'object' || value === null) return;
  references.push(...keysOf(map(value), field));
  for (const [name, each] of Object.entries(value)) {
    if (typeof each === 'object') gather(each, [...field, Array.isArray(value) ? Number(name) : name], references);
  }
}

/** Fields beside `secretName` that name a key of the Secret. */
const OF_SECRETS = ['certificate', 'key', 'password'];

function keysOf(holder: Readonly<Record<string, unknown>>, field: FieldPath): Reference[] {
  const { secretName, secretKeyRef, configMapKeyRef } = holder;
  return [
    ...(field.at(-1) === 'logging' ? loggingOf(holder, field) : []),
    ...OF_SECRETS.flatMap((each) => referenceOf('Secret', secretName, holder[each], [...field, each])),
    ...referenceOf('Secret', map(secretKeyRef)['name'], keyOf(secretKeyRef), [...field, 'secretKeyRef', 'key']),
    ...referenceOf('ConfigMap', map(configMapKeyRef)['name'], keyOf(configMapKeyRef), [
      ...field,
      'configMapKeyRef',
      'key',
    ]),
  ];
}

/** A ConfigMap that is named alone: which key is read follows from the program. */
function loggingOf({ type, name }: Readonly<Record<string, unknown>>, field: FieldPath): Reference[] {
  const key =
    field.includes('entityOperator') || field.includes('topicOperator') ? 'log4j2.properties' : 'log4j.properties';
  return type === 'external'
    ? referenceOf('ConfigMap', name, key, [...field, 'name']).map((each) => ({ ...each, effect: 'ignored' }))
    : [];
}

function keyOf(reference: unknown): unknown {
  const { key, optional } = map(reference);
  return optional === true ? undefined : key;
}

function referenceOf(kind: Reference['kind'], name: unknown, key: unknown, field: FieldPath): Reference[] {
  return typeof name === 'string' && typeof key === 'string' ? [{ kind, name, key, field }] : [];
}
