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
  const { apiVersion, kind, metadata } = value;
  return [
    ...textFault(['apiVersion'], apiVersion, 'GROUP/VERSION, or v1'),
    ...textFault(['kind'], kind, 'the kind of the object'),
    ...(isMap(metadata)
      ? metadataFaults(metadata)
      : [{ field: ['metadata'], given: metadata, allowed: 'an object with a name' }]),
  ];
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
  // YAML takes `yes`, `on` and `12` for something else than names.
  const isScalar = typeof given === 'boolean' || typeof given === 'number';
  return [{ field, given, allowed: isScalar ? `text, in quotes: ${allowed}` : allowed }];
}

function textsFaults(field: FieldPath, given: unknown): ManifestFault[] {
  if (given === undefined || given === null) return [];
  if (!isMap(given)) return [{ field, given, allowed: 'an object of texts' }];
  return Object.entries(given).flatMap(([key, value]) =>
    typeof value === 'string' ? [] : [{ field: [...field, key], given: value, allowed: 'text, in quotes' }],
  );
}

type Map = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
