import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { FieldPath } from '../model/field';
import type { Span } from '../yaml/content';
import { contentOf } from '../yaml/documents';
import { Positions } from '../yaml/positions';
import { reasonOf } from '../yaml/reason';
import { readText } from '../yaml/text';
import type { Fault } from './faults';

/** What became of the file of a team. */
export interface ReadTeamFile {
  /** What it says; `null`: nothing. */
  readonly written: unknown;
  /** Why it could not be read. */
  readonly faults: readonly Fault[];
  /** Tells where a field stands: `teams/shop.yaml:9:17`. */
  readonly placeOf: (field: FieldPath) => string;
}

/** Reads the file of a team. */
export function readTeamFile(path: string): ReadTeamFile {
  const file = path.replaceAll('\\', '/');
  const read = readText(path, process.cwd());
  if ('unreadable' in read) return withoutContent(file, unreadable(path, read.unreadable));
  const { documents, problems } = contentOf(read.text);
  const [problem] = problems;
  if (problem) {
    const { line, column, message } = problem;
    return withoutContent(file, malformed(`${file}:${line}:${column}`, message, 'Mend it as the message says.'));
  }
  const [document, second] = documents.filter(({ value }) => value !== undefined);
  if (second) {
    const source = `${file}:${second.span.firstLine}:1`;
    return withoutContent(
      file,
      malformed(source, 'Another document begins here.', 'Give each team a file of its own.'),
    );
  }
  const placeOf = document ? placesIn(file, read.text, document.span) : () => file;
  return { written: document?.value ?? null, faults: [], placeOf };
}

/** A file of a team. */
interface FoundFile {
  /** Name of the file without its ending. */
  readonly team: string;
  readonly path: string;
}

/** The files of teams in a folder, in order, and why there are none. */
export function teamFilesIn(folder: string): {
  readonly files: readonly FoundFile[];
  readonly faults: readonly Fault[];
} {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.(ya?ml|json)$/i.test(name));
    const files = names.sort().map((name) => ({ team: basename(name, extname(name)), path: join(folder, name) }));
    return { files, faults: [] };
  } catch (error) {
    return { files: [], faults: [unreadable(folder, reasonOf(error))] };
  }
}

function withoutContent(file: string, fault: Fault): ReadTeamFile {
  return { written: {}, faults: [fault], placeOf: () => file };
}

function unreadable(path: string, why: string): Fault {
  return {
    rule: 'is-readable',
    field: 'path',
    given: path,
    message: `${path} cannot be read: ${why}.`,
    remedy: 'Give its path from the folder that the program runs in, or an absolute one.',
  };
}

function malformed(source: string, message: string, remedy: string): Fault {
  return { rule: 'is-yaml', source, allowed: 'one document of YAML or JSON', message, remedy };
}

/** Positions are looked for when a finding asks for one. */
function placesIn(file: string, text: string, span: Span): ReadTeamFile['placeOf'] {
  let positions: Positions | undefined;
  return (field) => {
    positions ??= new Positions(text, span);
    const { line, column } = positions.regionOf(field);
    return `${file}:${line}:${column}`;
  };
}
