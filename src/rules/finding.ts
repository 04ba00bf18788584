/** How much a finding weighs: an `error` stops the synthesis, a `warning` is printed. */
export type Severity = 'error' | 'warning';

/** One fault or doubt about a topology, told so that its reader can mend it without asking. */
export interface Finding {
  /** Id of the rule that was broken. */
  readonly rule: string;
  readonly severity: Severity;
  /** Construct path, or the file that a manifest was read from. */
  readonly path: string;
  /** Field of the manifest or of the props. */
  readonly field?: string;
  /** The value given there. */
  readonly given?: unknown;
  /** What would be accepted. */
  readonly allowed?: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
}

const INDENT = '    ';
const LONGEST_VALUE = 120;

/** Lists findings for a reader at a terminal: errors first, each with its facts on lines of their own. */
export function formatFindings(findings: readonly Finding[]): string {
  const bySeverity = [...findings].sort((a, b) => weight(a) - weight(b));
  return bySeverity.map(formatFinding).join('\n');
}

/** A run whose findings forbid writing anything. Its message lists all of them. */
export class FindingsError extends Error {
  readonly findings!: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    super(`${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was written\n\n${formatFindings(findings)}\n`);
    this.name = 'FindingsError';
    // Node prints an uncaught error with its fields and its stack: the message says all, and no line of code is to blame.
    Object.defineProperty(this, 'findings', { value: findings, enumerable: false });
    this.stack = `${this.name}: ${this.message}`;
  }
}

function weight(finding: Finding): number {
  return finding.severity === 'error' ? 0 : 1;
}

function formatFinding(finding: Finding): string {
  const facts: [string, string | undefined][] = [
    ['field', finding.field],
    ['given', finding.given === undefined ? undefined : formatValue(finding.given)],
    ['allowed', finding.allowed],
    ['do', finding.remedy],
  ];
  const lines = facts.flatMap(([label, text]) =>
    text === undefined ? [] : [`${INDENT}${`${label}:`.padEnd(9)}${text}`],
  );
  return [`${finding.severity} ${finding.rule} at ${finding.path}: ${finding.message}`, ...lines].join('\n');
}

function formatValue(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
