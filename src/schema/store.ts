import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A schema as the files of `imports/` hold it: OpenAPI v3 without prose; `$ref` is the name of a definition of the file. */
export interface RawSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly additionalProperties?: RawSchema | boolean;
  readonly items?: RawSchema;
  readonly oneOf?: readonly RawSchema[];
  readonly anyOf?: readonly RawSchema[];
  readonly allOf?: readonly RawSchema[];
  readonly not?: RawSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  /** CEL rules. They are kept for whoever evaluates them; the validator does not. */
  readonly 'x-kubernetes-validations'?: readonly { readonly rule: string; readonly message?: string }[];
}

/** The schemas of one API. */
export interface SchemaFile {
  /** By `apiVersion/kind`. */
  readonly kinds: Readonly<Record<string, RawSchema>>;
  readonly definitions: Readonly<Record<string, RawSchema>>;
}

type Index = Readonly<Record<string, { readonly file: string; readonly kinds: readonly string[] }>>;

// The same path from the sources and from the compiled code.
const FOLDER = path.join(__dirname, '../../imports');
const files = new Map<string, SchemaFile>();
let index: Index | undefined;

/** Which kinds there are schemas for. Reads no schema. */
export function knownKinds(): readonly { readonly apiVersion: string; readonly kind: string }[] {
  return Object.entries(kindIndex()).flatMap(([apiVersion, { kinds }]) => kinds.map((kind) => ({ apiVersion, kind })));
}

/** The file that describes a kind, read when it is first asked for; undefined when there is none. */
export function schemaFileOf(apiVersion: string, kind: string): SchemaFile | undefined {
  const versions = kindIndex();
  const entry = Object.hasOwn(versions, apiVersion) ? versions[apiVersion] : undefined;
  return entry?.kinds.includes(kind) ? load(entry.file) : undefined;
}

/**
 * The schema of a kind with every reference replaced by what it names; equal parts are one object. Undefined when the
 * kind is not known.
 */
export function schemaOf(apiVersion: string, kind: string): RawSchema | undefined {
  const file = schemaFileOf(apiVersion, kind);
  const root = file?.kinds[`${apiVersion}/${kind}`];
  return file && root ? resolved(root, file, new Map()) : undefined;
}

function kindIndex(): Index {
  return (index ??= JSON.parse(readFileSync(path.join(FOLDER, 'kinds.json'), 'utf8')) as Index);
}

function load(name: string): SchemaFile {
  const known = files.get(name);
  if (known) return known;
  const file = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as SchemaFile;
  files.set(name, file);
  return file;
}

function resolved(schema: RawSchema, file: SchemaFile, done: Map<string, RawSchema>): RawSchema {
  const { $ref, properties, items, additionalProperties, ...own } = schema;
  if ($ref !== undefined) {
    const known = done.get($ref) ?? resolved(file.definitions[$ref] ?? {}, file, done);
    done.set($ref, known);
    return known;
  }
  const inside = (each: RawSchema) => resolved(each, file, done);
  return {
    ...own,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inside(each)])) }
      : {}),
    ...(items ? { items: inside(items) } : {}),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'object' ? inside(additionalProperties) : additionalProperties,
        }),
  };
}
