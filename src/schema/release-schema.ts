import { kindAt } from './kinds';
import { ReleaseSchemas } from './node';
import type { RawSchema } from './store';

/**
 * The schema of a kind as a release has it, with every reference replaced by what it names; equal parts are one object.
 * Undefined where the kind is not known, or the release does not serve it. Versions are those of `checkManifest`.
 */
export function schemaOf(apiVersion: string, kind: string, version?: string): RawSchema | undefined {
  const served = kindAt({ apiVersion, kind }, version);
  if (served === undefined || served === 'not-served') return undefined;
  return new Whole(new ReleaseSchemas(served.file, served.release)).of(served.raw);
}

class Whole {
  private readonly known = new Map<RawSchema, RawSchema>();

  public constructor(private readonly schemas: ReleaseSchemas) {}

  /** A schema or a reference to one, with all that is in it. */
  public of(part: RawSchema): RawSchema {
    const { raw } = this.schemas.node(part);
    const known = this.known.get(raw);
    if (known) return known;
    const { properties, items, additionalProperties: values, was: _, since: __, until: ___, ...own } = raw;
    const whole: RawSchema = {
      ...own,
      ...(properties && this.hasAny(properties) && { properties: this.fields(properties) }),
      ...(items && this.schemas.has(items) && { items: this.of(items) }),
      ...(typeof values === 'boolean' && { additionalProperties: values }),
      ...(typeof values === 'object' && this.schemas.has(values) && { additionalProperties: this.of(values) }),
    };
    this.known.set(raw, whole);
    return whole;
  }

  private hasAny(properties: Readonly<Record<string, RawSchema>>): boolean {
    return Object.values(properties).some((each) => this.schemas.has(each));
  }

  private fields(properties: Readonly<Record<string, RawSchema>>): Record<string, RawSchema> {
    const present = Object.entries(properties).filter(([, each]) => this.schemas.has(each));
    return Object.fromEntries(present.map(([name, each]) => [name, this.of(each)]));
  }
}
