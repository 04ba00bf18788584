import { OPERATIONS_OF } from '../model/acl';
import type { FieldPath } from '../model/field';
import { list, map, text, texts } from '../model/guarded';
import { TOPIC_NAME } from '../model/names';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule, type Breach } from './rule';

/** What a rule on each kind of resource can be about. */
const OPERATIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(OPERATIONS_OF).map(([type, operations]) => [type, [...operations, 'All']]),
);

/** Rules of a user are about something that there can be. */
export const aclResources = kindRule({
  id: 'acl-resources',
  summary: 'An ACL has operations that its resource has, on a name that the resource can have.',
  remedy: 'Correct the name or the operations, or leave the rule out.',
  effect: 'ignored',
  source: 'Kafka keeps the ACL, and no request ever meets it (Kafka 2.4 to 4.3, AclEntry.supportedOperations).',
  catalog: ['U-011', 'U-015'],
  kinds: strimziKinds('KafkaUser'),
  check({ manifest }, report) {
    for (const place of placesOf(manifest, 'spec.authorization.acls.*')) {
      const acl = map(place.value);
      const resource = map(acl['resource']);
      const breaches = [nameBreach(resource), operationBreach(acl, text(resource['type']) ?? '')];
      for (const breach of breaches.flat()) {
        report({ ...breach, field: [...place.field, ...(breach.field ?? [])] });
      }
    }
  },
});

function nameBreach({ type, name, patternType }: Readonly<Record<string, unknown>>): Breach[] {
  if (type !== 'topic' || typeof name !== 'string' || name === '') return [];
  const [field, given]: [FieldPath, string] = [['resource', 'name'], name];
  if (patternType === 'prefix') {
    if (/^[\w.-]+$/.test(name)) return [];
    const every = name === '*' ? 'a topic that begins with an asterisk' : 'a topic that begins so';
    return [
      {
        field,
        given,
        allowed: 'the beginning of the name of a topic',
        message: `There is never ${every}.`,
        remedy: EVERY,
      },
    ];
  }
  if (name === '*' || TOPIC_NAME.isLegal(name)) return [];
  const remedy = name.endsWith('*') ? 'Take patternType: prefix, and leave the asterisk out.' : undefined;
  return [{ field, given, allowed: TOPIC_NAME.allowed, message: `"${name}" is no topic.`, ...(remedy && { remedy }) }];
}

const EVERY = 'For all topics, take the name "*" and patternType: literal.';

function operationBreach(acl: Readonly<Record<string, unknown>>, type: string): Breach[] {
  const known = Object.hasOwn(OPERATIONS, type) ? OPERATIONS[type] : undefined;
  if (Array.isArray(acl['operations']) && list(acl['operations']).length === 0) {
    return [
      { field: ['operations'], given: [], allowed: (known ?? []).join(', '), message: 'The rule allows nothing.' },
    ];
  }
  if (acl['operations'] === undefined && acl['operation'] === undefined) {
    return [
      {
        effect: 'fails',
        field: ['operations'],
        ...(known && { allowed: known.join(', ') }),
        message: 'The rule has no operation: the user operator fails on it.',
      },
    ];
  }
  const listed = texts(acl['operations']).map((given, index) => ({ field: ['operations', index], given }));
  const single = typeof acl['operation'] === 'string' ? [{ field: ['operation'], given: acl['operation'] }] : [];
  return [...listed, ...single].flatMap(({ field, given }): Breach[] => {
    if (!known || known.includes(given) || !ALL_OPERATIONS.has(given)) return [];
    return [{ field, given, allowed: known.join(', '), message: `A ${type} has no operation ${given}.` }];
  });
}

/** What is no operation at all the schema tells of. */
const ALL_OPERATIONS: ReadonlySet<string> = new Set(Object.values(OPERATIONS).flat());
