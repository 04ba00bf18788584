import type { Finding } from '../finding';

/** A finding, and where in a file it is. */
export interface LocatedFinding extends Finding {
  /** Absent: it is about no file, but about a site or about what was read as a whole. */
  readonly place?: Place;
}

/** A stretch of a file: lines and columns from 1, in UTF-16 code units; the end is the place after the last character. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What was judged, in figures. */
export interface Summary {
  /** Files that were read. */
  readonly files: number;
  /** Documents in them, those that are malformed included. */
  readonly documents: number;
  /** Files and folders that could not be read. */
  readonly unreadable: number;
  /** Documents and objects that were left out: templates, patches, what is no Kubernetes object. */
  readonly leftOut: number;
  /** Objects that were judged. */
  readonly objects: number;
  /** Objects of other APIs, which are not judged. */
  readonly otherObjects: number;
  /** Findings that were weighed and taken. */
  readonly waived: number;
}

/** What a check has to say. */
export interface CheckReport {
  /** In the order in which they are told. */
  readonly findings: readonly LocatedFinding[];
  /** What else the reader should know, such as files that were left out. */
  readonly notes: readonly string[];
  readonly summary: Summary;
}

/** Where a finding is, as editors and terminals understand it: `orders.yaml:9:13`. */
export function placeText({ place, path }: LocatedFinding): string {
  return place ? `${place.file}:${place.line}:${place.column}` : path;
}

/** How many findings of each severity there are. */
export function countsOf(findings: readonly Finding[]): { readonly errors: number; readonly warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}
