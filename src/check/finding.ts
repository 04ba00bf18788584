import { fieldPath, fieldText } from '../model/field';
import { isSecretName } from '../model/secret-names';
import type { Located } from '../model/topology';
import type { Breach, Effect } from '../rules/rule';
import { FAULTS, type FaultId, type FindingRule } from './faults';

/** How much a finding weighs: an `error` stops the synthesis, a `warning` is printed. */
export type Severity = 'error' | 'warning';

/** One fault or doubt, told so that its reader can mend it without asking. */
export interface Finding {
  /** Id of the rule that was broken. */
  readonly rule: FindingRule;
  /** What becomes of it. */
  readonly effect: Effect;
  /** Follows from the effect: what is refused, fails or is forbidden is an error. */
  readonly severity: Severity;
  /** Construct path, or the file that a manifest was read from. */
  readonly path: string;
  /** Where somebody wrote what the object says, where that is a file of its own: `teams/shop.yaml:9:17`. */
  readonly source?: string;
  /** Field of the manifest, such as `spec.kafka.config["log.dirs"]`, or of the props. */
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

/** A finding, its severity in accord with its effect. What a field of the name of a secret has is never told. */
export function finding(facts: Omit<Finding, 'severity'>): Finding {
  const { rule, effect, path, ...others } = facts;
  const told = { rule, effect, severity: severityOf(effect), path, ...others };
  if (told.given === undefined || !isSecretName(String(fieldPath(told.field ?? '').at(-1)))) return told;
  const { given: _, ...hidden } = told;
  return hidden;
}

/** A fault that is no rule's, as a finding. Its effect is that of its kind, where nothing else is said. */
export function faultFinding({
  rule,
  effect = FAULTS[rule].effect,
  ...facts
}: Omit<Finding, 'severity' | 'rule' | 'effect'> & { readonly rule: FaultId; readonly effect?: Effect }): Finding {
  return finding({ rule, effect, ...facts });
}

/** What breaks a rule, as a finding of the object that is to be mended. */
export function breachFinding(
  { id, effect, remedy }: { readonly id: FindingRule; readonly effect: Effect; readonly remedy?: string },
  { path }: Located,
  { field, cause: _, ...breach }: Breach,
): Finding {
  return finding({
    rule: id,
    effect,
    path,
    ...(field && { field: fieldText(field) }),
    ...(remedy !== undefined && { remedy }),
    ...breach,
  });
}

function severityOf(effect: Effect): Severity {
  return effect === 'refused' || effect === 'fails' || effect === 'forbidden' ? 'error' : 'warning';
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
  /** All findings of the run, warnings too. */
  readonly findings!: readonly Finding[];

  /** @param waived - how many findings were weighed and taken */
  constructor(findings: readonly Finding[], waived = 0) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const taken = waived === 0 ? '' : `, ${waived} waived`;
    super(
      `${errors} ${errors === 1 ? 'error' : 'errors'}${taken}; nothing was written\n\n${formatFindings(findings)}\n`,
    );
    this.name = 'FindingsError';
    // Node prints an uncaught error with its fields and its stack: the message says all, and no line of code is to blame.
    Object.defineProperty(this, 'findings', { value: findings, enumerable: false });
    this.stack = `${this.name}: ${this.message}`;
  }
}

function weight({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

function formatFinding(finding: Finding): string {
  const { rule, severity, path, message } = finding;
  const lines = factsOf(finding).map(([label, text]) => `${INDENT}${`${label}:`.padEnd(9)}${text}`);
  return [`${severity} ${rule} at ${path}: ${message}`, ...lines].join('\n');
}

/** The facts of a finding, in the order in which people read them. */
export function factsOf({
  source,
  field,
  given,
  allowed,
  remedy,
}: Finding): readonly (readonly [label: string, text: string])[] {
  const facts: [string, string | undefined][] = [
    ['source', source],
    ['field', field === '' ? undefined : field],
    ['given', given === undefined ? undefined : formatValue(given)],
    ['allowed', allowed],
    ['do', remedy],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));
}

function formatValue(value: unknown): string {
  const text = valueText(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** A value as JSON where it is JSON: what cannot be written is given too. */
function valueText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return `a ${typeof value}`;
  try {
    return JSON.stringify(value);
  } catch {
    return 'a value that is no JSON';
  }
}
