import { fieldOf } from '../../src/props/fields';
import type { NumberShape, Shape } from '../../src/props/shape';
import type { Shapes } from './shapes';

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema says besides shapes. */
export interface SchemaOptions {
  /** Schemas that take the place of those of shapes, by `Props.prop`. */
  readonly instead?: Readonly<Record<string, JsonSchema>>;
  /**
   * Whether numbers are held to their bounds.
   * @default true
   */
  readonly bounds?: boolean;
}

/** Schemas of shapes, with the definitions that they refer to. What is no JSON, such as a function, has none. */
export class SchemaWriter {
  readonly definitions: Record<string, JsonSchema> = {};

  constructor(
    private readonly shapes: Shapes,
    private readonly options: SchemaOptions = {},
  ) {}

  /** The schema of a shape; absent: no JSON is of it. */
  schemaOf(shape: Shape): JsonSchema | undefined {
    if (typeof shape === 'string') return PLAIN[shape];
    if ('least' in shape) return this.numberSchema(shape);
    if ('literals' in shape) return literalsSchema(shape.literals);
    if ('instance' in shape) return undefined;
    if ('list' in shape) return { type: 'array', items: this.schemaOf(shape.list) ?? false };
    if ('map' in shape) return { type: 'object', additionalProperties: this.schemaOf(shape.map) ?? false };
    if ('union' in shape) return this.unionSchema(shape.union);
    return this.propsSchema(shape.props);
  }

  private numberSchema({ least, most, fractions = false }: NumberShape): JsonSchema {
    if (this.options.bounds === false) return { type: 'number' };
    return {
      type: fractions ? 'number' : 'integer',
      minimum: least,
      ...(most !== undefined && { maximum: most }),
    };
  }

  private unionSchema(union: readonly Shape[]): JsonSchema | undefined {
    const schemas = union.map((each) => this.schemaOf(each)).filter((schema) => schema !== undefined);
    return schemas.length > 1 ? { anyOf: schemas } : schemas[0];
  }

  /** Props that have a name of their own are a definition; those that the types give no name stand where they are. */
  private propsSchema(props: string): JsonSchema {
    if (!/^\w+$/.test(props)) return this.objectSchema(props);
    if (!(props in this.definitions)) {
      this.definitions[props] = {}; // what refers to itself finds it
      this.definitions[props] = this.objectSchema(props);
    }
    return { $ref: `#/definitions/${props}` };
  }

  private objectSchema(props: string): JsonSchema {
    const fields = Object.entries(this.shapes.table.props[props] ?? {});
    const docs = this.shapes.docs[props];
    const known = fields.filter(([name]) => name !== OTHERS).map(([name, shape]) => fieldOf(name, shape));
    const properties = known.flatMap(({ name, shape }) => {
      const schema = this.options.instead?.[`${props}.${name}`] ?? this.schemaOf(shape);
      return schema ? [[name, described(docs?.fields[name], schema)] as const] : [];
    });
    const required = known.flatMap(({ name, isOptional }) => (isOptional ? [] : [name]));
    return described(docs?.text, {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      ...(known.length === fields.length && { additionalProperties: false }),
    });
  }
}

const OTHERS = '...';

const PLAIN: Readonly<Record<Extract<Shape, string>, JsonSchema | undefined>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  json: {},
  anything: {},
  function: undefined,
  iterable: undefined,
};

function literalsSchema(literals: readonly unknown[]): JsonSchema {
  return literals.length === 1 ? { const: literals[0] } : { enum: literals };
}

/** What stands in the docs of a thing; links lead nowhere in a schema. */
function described(docs: string | undefined, schema: JsonSchema): JsonSchema {
  if (docs === undefined || docs === '') return schema;
  return { description: docs.replace(/\{@link ([^}]*)\}/g, '$1').replace(/`/g, ''), ...schema };
}
