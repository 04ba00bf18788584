import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first and the last minor that have something; absent where those are the first and the last of what holds it. */
export interface Presence {
  readonly since?: string;
  readonly until?: string;
}

/**
 * A schema as the files of `imports/` hold it: OpenAPI v3 without prose, as the newest release has it. `$ref` is the name
 * of a definition of the file; `since` and `until` say which releases have a part, `was` what earlier ones said.
 */
export interface RawSchema extends Presence {
  readonly $ref?: string;
  /** Earlier forms, oldest first: the last minor of each, and the keywords that differ, null where it had none. */
  readonly was?: readonly ({ readonly until: string } & Readonly<Record<string, unknown>>)[];
  /** OpenAPI's types, and `object-or-array` for what takes both. */
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
  /** CEL rules, and what the API server says where one is broken. */
  readonly 'x-kubernetes-validations'?: readonly { readonly rule: string; readonly message?: string }[];
  /** Of a whole kind: the server keeps the fields that the schema lacks, as it does for CRDs of apiextensions v1beta1. */
  readonly keepsUnknownFields?: boolean;
}

/** The schemas of one API by name: kinds by `apiVersion/kind`, and the definitions that they refer to. */
export class SchemaFile {
  private readonly known = new Map<string, RawSchema>();
  private readonly lines: string;

  /** @param text - a line of JSON a schema: its name, and itself. A line is parsed when it is asked for. */
  public constructor(text: string) {
    this.lines = `\n${text}`;
  }

  /** The schema of a name; undefined where there is none. */
  public get(name: string): RawSchema | undefined {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const start = this.lines.indexOf(`\n[${JSON.stringify(name)},`) + 1;
    if (start === 0) return undefined;
    const [, schema] = JSON.parse(this.lines.slice(start, this.lines.indexOf('\n', start))) as [string, RawSchema];
    this.known.set(name, schema);
    return schema;
  }
}

/** What is known without reading a schema. */
export interface Index {
  /** The releases of each operator whose schemas are known, oldest first. */
  readonly releases: Readonly<Record<string, readonly string[]>>;
  /** By apiVersion. An API without a file is served, and its schemas are not known. */
  readonly apis: Readonly<
    Record<
      string,
      { readonly operator: string; readonly file?: string; readonly kinds: Readonly<Record<string, Presence>> }
    >
  >;
}

// The same path from the sources and from the compiled code.
const FOLDER = join(__dirname, '../../imports');
const files = new Map<string, SchemaFile>();
let index: Index | undefined;

/** Which releases serve which kinds. */
export function readIndex(): Index {
  return (index ??= JSON.parse(read('kinds.json')) as Index);
}

/** The schemas of a file, read when they are first asked for. */
export function readSchemas(name: string): SchemaFile {
  const known = files.get(name) ?? new SchemaFile(read(name));
  files.set(name, known);
  return known;
}

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
