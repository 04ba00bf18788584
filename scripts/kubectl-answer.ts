/** Something that an API server says against an object. */
export interface Fault {
  /** Where in the manifest; undefined if the whole object is meant. */
  readonly field?: string;
  readonly message: string;
}

const PREFIXES = [
  /^Warning: /,
  /^error: /,
  /^Error from server(?: \([A-Za-z]+\))?: /,
  /^failed to create typed patch object \([^)]*\): /,
  /^The \S+ "[^"]*" is invalid: ?/,
  /^error when creating "STDIN": /,
  /^\S+ in version "[^"]*" cannot be handled as a \S+: /,
  /^strict decoding error: /,
];
const UNKNOWN_FIELD = /^(unknown|duplicate) field "([^"]+)"$/;
const FIELD = /^\.?([A-Za-z$][\w.$-]*(?:\[[^\]]*\][\w.$-]*)*): (.+)$/;
const MISSING = /no matches for kind "([^"]+)" in version "([^"]+)"/;

/** The faults that kubectl's standard error lists, one for each line that says something. */
export function faultsOf(stderr: string): Fault[] {
  return stderr
    .split('\n')
    .map((line) => withoutPrefixes(line.trim().replace(/^\* /, '')))
    .flatMap((line) => (line.startsWith('unknown field') ? line.split(/, (?=unknown|duplicate)/) : [line]))
    .filter((line) => line !== '' && line !== 'errors:' && line !== 'ensure CRDs are installed first')
    .map(faultOf);
}

/** The kind and API version that the server does not have, if that is what it says. */
export function missingApiOf(stderr: string): string | undefined {
  const [, kind, version] = MISSING.exec(stderr) ?? [];
  return kind === undefined || version === undefined ? undefined : `${kind} of ${version}`;
}

function withoutPrefixes(line: string): string {
  return PREFIXES.reduce((rest, prefix) => rest.replace(prefix, ''), line);
}

function faultOf(line: string): Fault {
  const [, what, unknown] = UNKNOWN_FIELD.exec(line) ?? [];
  if (what !== undefined && unknown !== undefined) return { field: unknown, message: `${what} field` };
  const [, field, message] = FIELD.exec(line) ?? [];
  return field === undefined || message === undefined ? { message: line } : { field, message };
}
