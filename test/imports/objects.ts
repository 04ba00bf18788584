import fc from 'fast-check';
import { enumOf, requiredOf, type JsonValue, type Schema } from '../../scripts/import/schema';

/** Chooses among the variants of an object under a property; undefined for an object that has none. */
export type Variants = (property: string, schema: Schema) => readonly Schema[] | undefined;

type Draw = fc.GeneratorValue;

/** Objects that a schema takes. Deep optional fields are rare, so that objects stay small. */
export function objectsOf(
  schema: Schema,
  kind: string,
  variants: Variants = () => undefined,
): fc.Arbitrary<JsonObject> {
  return fc.gen().map((draw) => new Maker(draw, variants).value(schema, kind, 0) as JsonObject);
}

export type JsonObject = { [key: string]: JsonValue };

const patterns = new Map<string, fc.Arbitrary<string>>();

class Maker {
  public constructor(
    private readonly draw: Draw,
    private readonly variants: Variants,
  ) {}

  public value(schema: Schema, property: string, depth: number): JsonValue {
    const values = enumOf(schema);
    if (values) return this.one(values);
    if (schema.nullable && this.chance(0.2)) return null;
    if (schema.either) return this.value(this.one(schema.either), property, depth);
    if (schema.type === undefined && schema.oneOf) return this.value(this.one(schema.oneOf), property, depth);
    if (schema['x-kubernetes-int-or-string']) return this.chance(0.5) ? this.draw(fc.nat) : this.text(schema);
    switch (schema.type) {
      case 'object':
        return this.object(schema, property, depth);
      case 'object-or-array':
        return this.chance(0.5) ? this.object(schema, property, depth) : this.list(schema, property, depth);
      case 'array':
        return this.list(schema, property, depth);
      case 'string':
        return this.text(schema);
      case 'integer':
        return this.draw(fc.integer, this.range(schema));
      case 'number':
        return this.draw(fc.integer, this.range(schema));
      case 'boolean':
        return this.draw(fc.boolean);
      default:
        return this.one<JsonValue>([1, 'any', true, { any: [1, { b: null }] }]);
    }
  }

  private object(schema: Schema, property: string, depth: number): JsonObject {
    const variants = this.variants(property, schema);
    if (variants) return this.fields(this.one(variants), depth);
    return this.fields(schema, depth);
  }

  private fields(schema: Schema, depth: number): JsonObject {
    const result: JsonObject = {};
    const branch = schema.oneOf ? this.one(schema.oneOf) : undefined;
    const others = (schema.oneOf ?? [])
      .flatMap((each) => each.required ?? [])
      .filter((each) => !branch?.required?.includes(each));
    const required = new Set([...requiredOf(schema), ...(branch?.required ?? [])]);
    for (const [name, each] of Object.entries(schema.properties ?? {})) {
      if (name === 'status' || others.includes(name)) continue;
      if (required.has(name) || this.chance(depth < 3 ? 0.5 : depth < 6 ? 0.25 : 0.1)) {
        result[name] = this.value(each, name, depth + 1);
      }
    }
    const { additionalProperties } = schema;
    if (typeof additionalProperties === 'object' && this.chance(0.7)) {
      result['a.b/c'] = this.value(additionalProperties, '', depth + 1);
      result['-d'] = this.value(additionalProperties, '', depth + 1);
    }
    if (schema['x-kubernetes-preserve-unknown-fields'] && !additionalProperties && this.chance(0.7))
      result['free.form'] = { a: [1, 'b', null] };
    return result;
  }

  private list(schema: Schema, property: string, depth: number): JsonValue[] {
    const least = Number(schema['minItems'] ?? 0);
    const length = Math.max(least, this.draw(fc.nat, { max: depth < 4 ? 3 : 1 }));
    return Array.from({ length }, () => this.value(schema.items ?? {}, property, depth + 1));
  }

  private text(schema: Schema): string {
    if (schema['format'] === 'duration') return this.one(['30s', '1h5m', '0.5s']);
    const { pattern } = schema;
    if (typeof pattern === 'string') {
      const matching = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern), { size: '-1' });
      patterns.set(pattern, matching);
      return this.draw(() => matching);
    }
    const least = Number(schema['minLength'] ?? 0);
    return this.draw(fc.string, {
      minLength: least,
      maxLength: Math.min(Number(schema['maxLength'] ?? 12), least + 8),
    });
  }

  private range(schema: Schema): { min: number; max: number } {
    const min = Number(schema['minimum'] ?? -5);
    return { min, max: Math.min(Number(schema['maximum'] ?? Infinity), min + 1000) };
  }

  private one<T>(values: readonly T[]): T {
    return values[this.draw(fc.nat, { max: values.length - 1 })] as T;
  }

  private chance(share: number): boolean {
    return this.draw(fc.double, { min: 0, max: 1, noNaN: true }) < share;
  }
}
