import { isMap } from '../model/guarded';
import type { FieldPath } from '../model/field';

/** Why something is no manifest. */
export interface ManifestFault {
  readonly field: FieldPath;
  readonly given: unknown;
  readonly allowed: string;
}

/** What keeps a value from being a manifest; empty: it is one. */
export function manifestFaults(value: unknown): readonly ManifestFault[] {
  if (!isMap(value)) return [{ field: [], given: value, allowed: 'an object with apiVersion, kind and metadata' }];
  const { apiVersion, kind, metadata, items } = value;
  // A sound list is taken apart before.
  if (apiVersion === 'v1' && kind === 'List') return [{ field: ['items'], given: items, allowed: 'a list of objects' }];
  return [
    ...textFault(['apiVersion'], apiVersion, 'GROUP/VERSION, or v1'),
    ...textFault(['kind'], kind, 'the kind of the object'),
    ...(isMap(metadata)
      ? metadataFaults(metadata)
      : [{ field: ['metadata'], given: metadata, allowed: 'an object with a name' }]),
  ];
}

/**
 * An object as it was meant whose metadata has numbers or booleans where texts belong: in quotes. Labels and annotations
 * that are neither are left out.
 * @returns absent: more than that keeps it from being a manifest
 */
export function manifestMeant(value: unknown): unknown {
  if (!isMap(value) || !isMap(value.metadata)) return undefined;
  const { name, namespace, labels, annotations } = value.metadata;
  const metadata = {
    ...value.metadata,
    ...(isBare(name) && { name: String(name) }),
    ...(isBare(namespace) && { namespace: String(namespace) }),
    ...(labels !== undefined && { labels: textsMeant(labels) }),
    ...(annotations !== undefined && { annotations: textsMeant(annotations) }),
  };
  const meant = { ...value, metadata };
  return manifestFaults(meant).length === 0 ? meant : undefined;
}

function textsMeant(given: unknown): Map {
  if (!isMap(given)) return {};
  const entries = Object.entries(given).map(([key, value]) => [key, isBare(value) ? String(value) : value]);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) as Map;
}

/** Whether a value is what YAML takes a text for that lacks quotes, such as `yes`, `on` and `12`. */
function isBare(value: unknown): value is number | boolean {
  return typeof value === 'boolean' || typeof value === 'number';
}

function metadataFaults({ name, generateName, namespace, labels, annotations }: Map): ManifestFault[] {
  return [
    ...(name === undefined && typeof generateName === 'string' ? [] : textFault(['metadata', 'name'], name, 'a name')),
    ...(namespace === undefined ? [] : textFault(['metadata', 'namespace'], namespace, 'the name of a namespace')),
    ...textsFaults(['metadata', 'labels'], labels),
    ...textsFaults(['metadata', 'annotations'], annotations),
  ];
}

function textFault(field: FieldPath, given: unknown, allowed: string): ManifestFault[] {
  if (typeof given === 'string' && given !== '') return [];
  return [{ field, given, allowed: isBare(given) ? `text, in quotes: ${allowed}` : allowed }];
}

function textsFaults(field: FieldPath, given: unknown): ManifestFault[] {
  if (given === undefined || given === null) return [];
  if (!isMap(given)) return [{ field, given, allowed: 'an object of texts' }];
  return Object.entries(given).flatMap(([key, value]) =>
    typeof value === 'string' ? [] : [{ field: [...field, key], given: value, allowed: 'text, in quotes' }],
  );
}

type Map = Readonly<Record<string, unknown>>;
