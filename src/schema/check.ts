import { satisfiesAlternatives, withDefaults } from './alternatives';
import { alternativesText, fieldsText, nodeText, valuesText } from './describe';
import type { SchemaFault } from './fault';
import { apiVersionsOf, kindAt, releasesOf, servedBy, type Kind } from './kinds';
import { ReleaseSchemas, SchemaNode, type Type } from './node';
import { fieldSince, valuePresence } from './presence';
import { repeatsOf } from './repeats';
import { SchemaFile } from './store';

/** Stands for the schema of a field that an object does not have. */
const NO_FIELD = new SchemaNode({}, {}, new ReleaseSchemas(new SchemaFile(''), 0));

/**
 * Holds an object to the schema of its kind as one release of its operator serves it, as the API server's strict
 * validation does: fields that the schema does not know are faults, and so are nulls that the API server would drop
 * without a word. A fault of an unknown field says so where the server keeps it. A CEL rule
 * is judged where the value that it is about has no other fault.
 *
 * @param version - of the operator that serves the kind: a Strimzi version for Kafka resources, a minor or with its patch.
 *   A version between two releases that are known is judged as the older one, and one before all of them as the oldest.
 *   Without a version it is the newest release that serves the kind.
 * @returns all faults in the order of the object's fields; one fault, `not-served`, where the release does not serve the
 *   kind; undefined where no schema of the kind is known
 * @throws where the version is none
 */
export function checkManifest(object: Kind, version?: string): SchemaFault[] | undefined {
  const judge = judgeOf(object, version);
  if (judge === undefined) return undefined;
  if (judge === 'not-served') return [notServed(object, version)];
  const walk = new Walk(judge);
  walk.visit(judge.root, object, 0);
  return walk.faults;
}

/** What judges the objects of a kind at a release. */
interface Judge {
  readonly kind: Kind;
  readonly root: SchemaNode;
  /** The releases that are known of the operator. */
  readonly releases: readonly string[];
}

type Verdict = Judge | 'not-served' | undefined;

const judges = new Map<string | undefined, Map<string, Map<string, Verdict>>>();

function judgeOf(object: Kind, version: string | undefined): Verdict {
  const kinds = inner(inner(judges, version), object.apiVersion);
  const known = kinds.get(object.kind);
  if (known !== undefined || kinds.has(object.kind)) return known;
  const judge = newJudge(object, version);
  kinds.set(object.kind, judge);
  return judge;
}

function inner<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known) return known;
  const added = new Map<L, V>();
  maps.set(key, added);
  return added;
}

function newJudge(object: Kind, version: string | undefined): Verdict {
  const served = kindAt(object, version);
  if (served === undefined || served === 'not-served') return served;
  const { raw, file, release } = served;
  return {
    kind: { apiVersion: object.apiVersion, kind: object.kind },
    root: schemasOf(file, release).node(raw),
    releases: releasesOf(servedBy(object.apiVersion, object.kind)?.operator ?? ''),
  };
}

const prepared = new Map<SchemaFile, Map<number, ReleaseSchemas>>();

function schemasOf(file: SchemaFile, release: number): ReleaseSchemas {
  const releases = inner(prepared, file);
  const schemas = releases.get(release) ?? new ReleaseSchemas(file, release);
  releases.set(release, schemas);
  return schemas;
}

function notServed(object: Kind, version: string | undefined): SchemaFault {
  const { apiVersion, kind } = object;
  const others = apiVersionsOf(apiVersion, kind).filter((each) => {
    const other = kindAt({ apiVersion: each, kind }, version);
    return other !== undefined && other !== 'not-served';
  });
  const { operator: _, ...presence } = servedBy(apiVersion, kind) ?? { operator: '' };
  return {
    path: ['apiVersion'],
    code: 'not-served',
    given: apiVersion,
    allowed: others.length > 0 ? others.join(', ') : `no ${kind}`,
    ...presence,
  };
}

/** One walk over an object along the schema of its kind. */
class Walk {
  public readonly faults: SchemaFault[] = [];
  /** The keys and indexes from the object to the value that is visited. */
  private readonly trail: (string | number)[] = [];

  public constructor(private readonly by: Judge) {}

  public visit(node: SchemaNode, value: unknown, depth: number): void {
    if (value === null) {
      if (node.nullable || node.type === 'any') return;
      this.report(depth, { code: 'null', given: value, allowed: `${nodeText(node)}, or leave the field out` });
    } else if (hasType(node.type, value)) {
      const before = this.faults.length;
      this.judge(node, value, depth);
      this.visitParts(node, value, depth);
      if (node.alternatives) this.judgeAlternatives(node, value, depth, before);
      if (node.rules.length > 0) this.judgeRules(node, value, depth, before);
    } else this.report(depth, { code: 'type', given: value, allowed: nodeText(node) });
  }

  private visitParts(node: SchemaNode, value: unknown, depth: number): void {
    const { type } = node;
    if (type === 'array' || (type === 'object-or-array' && Array.isArray(value))) {
      this.visitItems(node, value as readonly unknown[], depth);
    } else if (type === 'object' || type === 'object-or-array') {
      this.visitFields(node, value as Readonly<Record<string, unknown>>, depth);
    }
  }

  /** What is to be said of a value of the right type, apart from what it holds. */
  private judge(node: SchemaNode, value: unknown, depth: number): void {
    if (node.enum !== undefined && !node.enum.includes(value)) {
      const presence = valuePresence(node.line, value, this.by.releases);
      this.report(depth, { code: 'enum', given: value, allowed: valuesText(node.enum), ...presence });
    }
    for (const bound of node.bounds) {
      if (bound.offends(value)) this.report(depth, { code: bound.code, given: value, allowed: bound.allowed });
    }
  }

  /** A field that is null is told, and may be the one that is missing. */
  private judgeAlternatives(node: SchemaNode, value: unknown, depth: number, before: number): void {
    if (satisfiesAlternatives(node.raw, withDefaults(node, value))) return;
    const later = this.faults.splice(before);
    if (!later.some(({ code, path }) => code === 'null' && path.length === depth + 1)) {
      this.report(depth, { code: 'alternatives', given: value, allowed: alternativesText(node.raw) });
    }
    this.faults.push(...later);
  }

  /** The API server asks for rules where a value is of the form that they take for granted. */
  private judgeRules(node: SchemaNode, value: unknown, depth: number, before: number): void {
    if (this.faults.slice(before).some(({ code }) => code !== 'unknown-field' && code !== 'rule')) return;
    const whole = withDefaults(node, value);
    for (const { isKept, message } of node.rules) {
      if (!isKept(whole)) this.report(depth, { code: 'rule', given: value, allowed: message });
    }
  }

  private visitFields(node: SchemaNode, object: Readonly<Record<string, unknown>>, depth: number): void {
    const before = this.faults.length;
    const { lastNames, lastNodes, lastRequired } = node;
    let at = 0;
    let missing = node.required.length;
    for (const name in object) {
      const value = object[name];
      if (value === undefined) continue;
      this.trail[depth] = name;
      if (lastNames[at] !== name) remember(node, name, at);
      const field = lastNodes[at];
      if (lastRequired[at]) missing -= 1;
      at += 1;
      if (field !== NO_FIELD) this.visit(field as SchemaNode, value, depth + 1);
      else if (!node.open) this.reportUnknown(node, name, value, depth + 1);
    }
    if (missing > 0) this.reportMissing(node, object, depth, before);
  }

  private reportUnknown(node: SchemaNode, name: string, value: unknown, depth: number): void {
    const { kind, root } = this.by;
    const path = this.trail.slice(0, depth);
    this.faults.push({
      path,
      code: 'unknown-field',
      given: value,
      // To look for fields of a like name takes longer than all the rest, and most callers never ask.
      get allowed() {
        return fieldsText(node.names(), name);
      },
      ...(node.isElsewhere(name) && fieldSince(kind.apiVersion, kind.kind, path)),
      ...(root.raw.keepsUnknownFields && { kept: true }),
    });
  }

  /** A missing field stands where its object stands: before the object's fields. */
  private reportMissing(node: SchemaNode, object: object, depth: number, before: number): void {
    const later = this.faults.splice(before);
    for (const name of node.required) {
      if ((object as Readonly<Record<string, unknown>>)[name] !== undefined) continue;
      this.trail[depth] = name;
      const field = node.field(name);
      this.report(depth + 1, { code: 'required', given: undefined, allowed: field ? nodeText(field) : 'a value' });
    }
    this.faults.push(...later);
  }

  private visitItems(node: SchemaNode, list: readonly unknown[], depth: number): void {
    const item = node.item();
    if (item === undefined) return;
    for (let at = 0; at < list.length; at += 1) {
      this.trail[depth] = at;
      this.visit(item, list[at], depth + 1);
    }
    if (!node.distinct || list.length < 2) return;
    for (const { at, allowed } of repeatsOf(node.raw, item.raw, list)) {
      this.trail[depth] = at;
      this.report(depth + 1, { code: 'duplicate', given: list[at], allowed });
    }
  }

  private report(depth: number, fault: Omit<SchemaFault, 'path'>): void {
    this.faults.push({ path: this.trail.slice(0, depth), ...fault });
  }
}

function remember(node: SchemaNode, name: string, at: number): void {
  node.lastNames[at] = name;
  node.lastNodes[at] = node.field(name) ?? NO_FIELD;
  node.lastRequired[at] = node.required.includes(name);
}

function hasType(type: Type, value: unknown): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'object-or-array':
      return typeof value === 'object';
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value);
  }
}
