import { knownKinds, operatorOf, schemaOf, type RawSchema } from '../../src/schema';
import { releasesOf } from '../../src/schema/kinds';

/** The versions of Strimzi whose CRDs are known, a patch of each minor, oldest first. */
export const VERSIONS = releasesOf('strimzi');

/** The fields of the `spec` of a kind, in all versions of its API and all releases together. */
export class KindFields {
  /** By path, with `[]` for the items of a list and `*` for the names of a map: which releases have the field. */
  private readonly known = new Map<string, Set<string>>();
  private readonly groups = new Set<string>();

  constructor(readonly kind: string) {}

  /** Takes up what a schema has. Lists and maps of plain values are fields themselves. */
  add({ properties = {}, items, additionalProperties }: RawSchema, path: string, version: string): void {
    this.note(path, version);
    for (const [name, field] of Object.entries(properties)) this.addPart(field, `${path}.${name}`, path, version);
    if (items && hasParts(items)) this.addPart(items, `${path}[]`, path, version);
    if (typeof additionalProperties === 'object' && hasParts(additionalProperties))
      this.addPart(additionalProperties, `${path}.*`, path, version);
  }

  private addPart(schema: RawSchema, path: string, owner: string, version: string): void {
    this.groups.add(owner);
    this.add(schema, path, version);
  }

  private note(path: string, version: string): void {
    const releases = this.known.get(path) ?? new Set();
    this.known.set(path, releases.add(version));
  }

  /** The fields that hold no others, by their names. */
  get leaves(): readonly string[] {
    return [...this.known.keys()].filter((path) => !this.groups.has(path)).sort();
  }

  /** Those that a field holds, or itself. */
  leavesBelow(path: string): readonly string[] {
    return this.leaves.filter((leaf) => leaf === path || isBelow(leaf, path));
  }

  /** What a field holds, one level down. */
  partsOf(path: string): readonly string[] {
    const below = [...this.known.keys()].filter((each) => isBelow(each, path)).sort();
    return below.filter((each) => !below.some((other) => isBelow(each, other)));
  }

  /** The releases that have a field, oldest first. */
  releasesOf(path: string): readonly string[] {
    const releases = this.known.get(path);
    return VERSIONS.filter((version) => releases?.has(version));
  }

  /** The field below a path that a key of a manifest leads to; undefined where the path is one that holds no others. */
  step(path: string, key: string | number): string | undefined {
    const below = typeof key === 'number' ? [`${path}[]`] : [`${path}.${key}`, `${path}.*`];
    return below.find((each) => this.known.has(each));
  }

  isGroup(path: string): boolean {
    return this.groups.has(path);
  }
}

/** The kinds of Strimzi with their fields, by name. */
export function strimziKinds(): ReadonlyMap<string, KindFields> {
  const kinds = new Map<string, KindFields>();
  for (const { apiVersion, kind } of knownKinds()) {
    if (operatorOf(apiVersion, kind) !== 'strimzi') continue;
    const fields = kinds.get(kind) ?? new KindFields(kind);
    kinds.set(kind, fields);
    for (const version of VERSIONS) {
      const schema = schemaOf(apiVersion, kind, version);
      if (!schema) continue;
      fields.add(METADATA, 'metadata', version);
      const spec = schema.properties?.['spec'];
      if (spec) fields.add(spec, 'spec', version);
    }
  }
  return new Map([...kinds].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isBelow(path: string, owner: string): boolean {
  return path.startsWith(owner) && /^[.[]/.test(path.slice(owner.length));
}

/** What Kubernetes gives every object, as far as programs say it. */
const METADATA: RawSchema = { properties: { name: {}, namespace: {}, labels: {}, annotations: {} } };

function hasParts({ properties, items, additionalProperties }: RawSchema): boolean {
  return (
    properties !== undefined ||
    (items !== undefined && hasParts(items)) ||
    (typeof additionalProperties === 'object' && hasParts(additionalProperties))
  );
}
