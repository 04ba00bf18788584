import { unfold, type History } from './history';
import { keywordsOf, textOf } from './keywords';
import type { Schema } from './schema';

/** Gives a number to each schema; those that judge alike, with all that is in them, have the same. */
export class Identities {
  private readonly ofSchema = new WeakMap<Schema, number>();
  private readonly ofText = new Map<string, number>();

  /** The numbers of a history; 0 where a release has no such place. */
  public ofHistory(history: History): number[] {
    return history.map((schema) => (schema ? this.of(schema) : 0));
  }

  private of(schema: Schema): number {
    const known = this.ofSchema.get(schema);
    if (known !== undefined) return known;
    const id = this.ofTextOf(schema);
    this.ofSchema.set(schema, id);
    return id;
  }

  private ofTextOf(schema: Schema): number {
    const { properties = {}, items, additionalProperties } = schema;
    const inside = (part: Schema) => this.of(unfold(part));
    const fields = Object.keys(properties)
      .sort()
      .map((name) => `${name}:${inside(properties[name] ?? {})}`);
    const text = [
      textOf(keywordsOf(schema)),
      ...(schema.properties ? [`{${fields.join()}}`] : []),
      ...(items ? [`[${inside(items)}]`] : []),
      ...(typeof additionalProperties === 'object' ? [`*${inside(additionalProperties)}`] : []),
    ].join(' ');
    const id = this.ofText.get(text) ?? this.ofText.size + 1;
    this.ofText.set(text, id);
    return id;
  }
}
