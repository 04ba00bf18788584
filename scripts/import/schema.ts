/** A JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** The part of OpenAPI v3 that a CustomResourceDefinition may use. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  enum?: JsonValue[];
  default?: JsonValue;
  nullable?: boolean;
  oneOf?: Schema[] | null;
  anyOf?: Schema[] | null;
  allOf?: Schema[] | null;
  not?: Schema | null;
  /** Only in what types are made from: schemas of different types, of which a value has one. */
  either?: Schema[];
  /** Only in what types are made from: which releases have which property, where not all of them do. */
  presence?: Record<string, { since?: string; until?: string }>;
  /** Only in what types are made from: sentences about the values that the types cannot say. */
  facts?: string[];
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  [keyword: string]: unknown;
}

/** One kind in one version, as its CRD describes it. */
export interface KindSchema {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schema: Schema;
}

/** The values that a schema allows by enumeration, its own and those of its `allOf`; undefined when it enumerates none. */
export function enumOf(schema: Schema): JsonValue[] | undefined {
  return (schema.allOf ?? []).reduce<JsonValue[] | undefined>(
    (values, part) =>
      part.enum && values ? values.filter((value) => part.enum?.includes(value)) : (values ?? part.enum),
    schema.enum,
  );
}

/** What a manifest has to carry: a required field that has a default may be left out. */
export function requiredOf(schema: Schema): ReadonlySet<string> {
  return new Set((schema.required ?? []).filter((name) => schema.properties?.[name]?.default === undefined));
}
