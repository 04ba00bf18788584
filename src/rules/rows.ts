import { isWithin } from './rule';

/** A row of a table that holds for some minors of Strimzi. */
export interface Row {
  /** The first and the last minor. */
  readonly since?: string;
  readonly until?: string;
}

/** The rows of a table that hold for a kind of object at a version: rules ask for each object, and there are few kinds. */
export function rowsOf<R extends Row>(
  table: readonly R[],
  isAbout: (row: R, kind: string) => boolean,
): (kind: string, version: string) => readonly R[] {
  const known = new Map<string, Map<string, readonly R[]>>();
  return (kind, version) => {
    const versions = known.get(kind) ?? new Map<string, readonly R[]>();
    known.set(kind, versions);
    const rows =
      versions.get(version) ?? table.filter((row) => isAbout(row, kind) && isWithin(version, row.since, row.until));
    versions.set(version, rows);
    return rows;
  };
}
