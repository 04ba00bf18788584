import { satisfiesAlternatives, withDefaults } from './alternatives';
import { boundFaults, repeats } from './bounds';
import { alternativesText, fieldsText, nodeText, valuesText } from './describe';
import type { FaultCode, SchemaFault } from './fault';
import { nodeOf, SchemaNode, type Type } from './node';
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
  const faults: SchemaFault[] = [];
  visit(root, object, faults, 0);
  return faults;
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

/** The keys and indexes from the object to the value that is visited; what a fault's path is written from. */
const trail: (string | number)[] = [];

function visit(node: SchemaNode, value: unknown, faults: SchemaFault[], depth: number): void {
  if (value === null) {
    if (!node.nullable && node.type !== 'any') report(faults, depth, 'null', value, `${nodeText(node)}, or leave the field out`);
    return;
  }
  if (!hasType(node.type, value)) {
    report(faults, depth, 'type', value, nodeText(node));
    return;
  }
  if (node.enum !== undefined && !node.enum.includes(value)) report(faults, depth, 'enum', value, valuesText(node.enum));
  if (node.bounded) boundFaults(node, value, (code, allowed) => report(faults, depth, code, value, allowed));
  if (node.alternatives && !satisfiesAlternatives(node.raw, withDefaults(node, value))) {
    report(faults, depth, 'alternatives', value, alternativesText(node.raw));
  }
  if (node.type === 'object') visitFields(node, value as Readonly<Record<string, unknown>>, faults, depth);
  else if (node.type === 'array') visitItems(node, value as readonly unknown[], faults, depth);
}

function visitFields(
  node: SchemaNode,
  object: Readonly<Record<string, unknown>>,
  faults: SchemaFault[],
  depth: number,
): void {
  const before = faults.length;
  const { lastNames, lastNodes, lastRequired } = node;
  let at = 0;
  let missing = node.required.length;
  for (const name in object) {
    const value = object[name];
    if (value === undefined) continue;
    trail[depth] = name;
    if (lastNames[at] !== name) remember(node, name, at);
    const field = lastNodes[at];
    if (lastRequired[at]) missing -= 1;
    at += 1;
    if (field !== NO_FIELD) visit(field as SchemaNode, value, faults, depth + 1);
    else if (!node.open) report(faults, depth + 1, 'unknown-field', value, fieldsText(node, name));
  }
  if (missing > 0) faults.splice(before, 0, ...missingFields(node, object, depth));
}

function remember(node: SchemaNode, name: string, at: number): void {
  node.lastNames[at] = name;
  node.lastNodes[at] = node.field(name) ?? NO_FIELD;
  node.lastRequired[at] = node.required.includes(name);
}

/** A missing field stands where its object stands: before the object's fields. */
function missingFields(node: SchemaNode, object: Readonly<Record<string, unknown>>, depth: number): SchemaFault[] {
  const faults: SchemaFault[] = [];
  for (const name of node.required) {
    if (object[name] !== undefined) continue;
    trail[depth] = name;
    const field = node.field(name);
    report(faults, depth + 1, 'required', undefined, field ? nodeText(field) : 'a value');
  }
  return faults;
}

function visitItems(node: SchemaNode, list: readonly unknown[], faults: SchemaFault[], depth: number): void {
  const item = node.item();
  if (item === undefined) return;
  for (let at = 0; at < list.length; at += 1) {
    trail[depth] = at;
    visit(item, list[at], faults, depth + 1);
  }
  if (!node.distinct || list.length < 2) return;
  for (const { at, allowed } of repeats(node.raw, item.raw, list)) {
    trail[depth] = at;
    report(faults, depth + 1, 'duplicate', list[at], allowed);
  }
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

function report(faults: SchemaFault[], depth: number, code: FaultCode, given: unknown, allowed: string): void {
  faults.push({ field: pathText(depth), code, given, allowed });
}

function pathText(depth: number): string {
  let text = '';
  for (let at = 0; at < depth; at += 1) {
    const part = trail[at] as string | number;
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[\w-]+$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `['${part.replace(/['\\]/g, '\\$&')}']`;
  }
  return text;
}
