import type { Position } from './lines';

/** Where a document stands in its file. */
export interface Span {
  readonly start: number;
  /** Where the first thing is that is written in it, after separators and comments. */
  readonly first: number;
  readonly end: number;
  /** Line of `start`, which may be that of a separator or a comment. */
  readonly line: number;
  /** Line of `first`. */
  readonly firstLine: number;
}

/** A document of a file, as plain data. */
export interface FileDocument {
  readonly span: Span;
  /** Absent for documents that hold nothing, or comments alone. */
  readonly value?: unknown;
}

/** Why a document could not be read. */
export interface Unreadable extends Position {
  readonly message: string;
  /** Whether it is a template, which is to become a document. */
  readonly isTemplate: boolean;
}

/** What a file holds. */
export interface FileContent {
  readonly documents: readonly FileDocument[];
  readonly problems: readonly Unreadable[];
}
