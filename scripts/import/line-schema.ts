import type { Keywords } from './keywords';

/** A schema as a line of releases knows it: what the newest release says, and how and until when it was otherwise. */
export interface LineSchema {
  readonly keywords: Keywords;
  /** The first release that says so. */
  readonly since: string;
  /** Earlier forms, oldest first, each with its last release and with the keywords that differ; null for none. */
  readonly was: readonly Form[];
  readonly properties: ReadonlyMap<string, Member>;
  readonly items?: Member;
  /** The schema of a map's values. */
  readonly values?: Member;
}

/** What keywords were until a release. */
export interface Form {
  readonly since: string;
  readonly until: string;
  readonly keywords: Readonly<Record<string, Keywords[string] | null>>;
}

/** A part of a schema, with the first and the last release that has it where those are not its parent's. */
export interface Member {
  readonly since?: string;
  readonly until?: string;
  readonly schema: LineSchema;
}

/** One kind of one apiVersion, with the first and the last release that serves it where those are not the line's. */
export interface LineKind extends Member {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The schemas right below one. */
export function membersOf({ properties, items, values }: LineSchema): Member[] {
  return [...properties.values(), ...(items ? [items] : []), ...(values ? [values] : [])];
}
