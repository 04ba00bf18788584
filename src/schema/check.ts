import { satisfiesAlternatives, withDefaults } from './alternatives';
import { alternativesText, fieldsText, nodeText, valuesText } from './describe';
import type { FaultCode, SchemaFault } from './fault';
import { nodeOf, SchemaNode, type Type } from './node';
import { repeatsOf } from './repeats';
import { schemaFileOf } from './store';

/** Stands for the schema of a field that an object does not have. */
const NO_FIELD = new SchemaNode({}, { kinds: {}, definitions: {} });

const roots = new Map<string, Map<string, SchemaNode | undefined>>();

/**
 * Holds an object to the schema of its kind, as the API server's strict validation does: fields that the schema does
 * not know are faults, and so are nulls that the API server would drop without a word. CEL rules are not evaluated.
 *
 * @returns all faults in the order of the object's fields, or undefined when no schema of the kind is known
 */
export function checkManifest(object: { apiVersion: string; kind: string }): SchemaFault[] | undefined {
  const root = rootOf(object.apiVersion, object.kind);
  if (root === undefined) return undefined;
  const walk = new Walk();
  walk.visit(root, object, 0);
  return walk.faults;
}

function rootOf(apiVersion: string, kind: string): SchemaNode | undefined {
  const kinds = roots.get(apiVersion);
  const known = kinds?.get(kind);
  if (known !== undefined || kinds?.has(kind)) return known;
  const file = schemaFileOf(apiVersion, kind);
  const raw = file?.kinds[`${apiVersion}/${kind}`];
  const root = file && raw ? nodeOf(raw, file) : undefined;
  (kinds ?? roots.set(apiVersion, new Map()).get(apiVersion))?.set(kind, root);
  return root;
}

/** One walk over an object along the schema of its kind. */
class Walk {
  public readonly faults: SchemaFault[] = [];
  /** The keys and indexes from the object to the value that is visited; what a fault's path is written from. */
  private readonly trail: (string | number)[] = [];

  public visit(node: SchemaNode, value: unknown, depth: number): void {
    if (value === null) {
      if (node.nullable || node.type === 'any') return;
      this.report(depth, 'null', value, `${nodeText(node)}, or leave the field out`);
    } else if (hasType(node.type, value)) {
      this.judge(node, value, depth);
      if (node.type === 'object') this.visitFields(node, value as Readonly<Record<string, unknown>>, depth);
      else if (node.type === 'array') this.visitItems(node, value as readonly unknown[], depth);
    } else this.report(depth, 'type', value, nodeText(node));
  }

  /** What is to be said of a value of the right type, apart from what it holds. */
  private judge(node: SchemaNode, value: unknown, depth: number): void {
    if (node.enum !== undefined && !node.enum.includes(value)) {
      this.report(depth, 'enum', value, valuesText(node.enum));
    }
    for (const bound of node.bounds) {
      if (bound.offends(value)) this.report(depth, bound.code, value, bound.allowed);
    }
    if (node.alternatives && !satisfiesAlternatives(node.raw, withDefaults(node, value))) {
      this.report(depth, 'alternatives', value, alternativesText(node.raw));
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
      else if (!node.open) this.report(depth + 1, 'unknown-field', value, fieldsText(node, name));
    }
    if (missing > 0) this.reportMissing(node, object, depth, before);
  }

  /** A missing field stands where its object stands: before the object's fields. */
  private reportMissing(node: SchemaNode, object: object, depth: number, before: number): void {
    const later = this.faults.splice(before);
    for (const name of node.required) {
      if ((object as Readonly<Record<string, unknown>>)[name] !== undefined) continue;
      this.trail[depth] = name;
      const field = node.field(name);
      this.report(depth + 1, 'required', undefined, field ? nodeText(field) : 'a value');
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
      this.report(depth + 1, 'duplicate', list[at], allowed);
    }
  }

  private report(depth: number, code: FaultCode, given: unknown, allowed: string): void {
    this.faults.push({ field: pathText(this.trail.slice(0, depth)), code, given, allowed });
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

function pathText(trail: readonly (string | number)[]): string {
  let text = '';
  for (const part of trail) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[\w-]+$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}
