import type { Effect } from '../../rules/rule';
import { factsOf } from '../finding';
import type { CheckReport, LocatedFinding, Place } from './located';

/** What a report tells of a rule. */
export interface ToldRule {
  readonly id: string;
  /** What it asks, in one sentence. */
  readonly summary: string;
  /** What becomes of a fault. */
  readonly effect: Effect;
  /** What to do where it is broken. */
  readonly remedy?: string;
  /** Where it comes from. */
  readonly source?: string;
}

/** Who reports. */
export interface Reporter {
  /** The version of the package. */
  readonly version: string;
  /** All rules that a finding can be of. */
  readonly rules: readonly ToldRule[];
}

const HOME = 'https://www.npmjs.com/package/cdk8s-strimzi';

/**
 * A report in SARIF 2.1.0, which code scanners and editors read.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ findings, notes, summary }: CheckReport, { version, rules }: Reporter): string {
  const named = new Set<string>(findings.map(({ rule }) => rule));
  const told = rules.filter(({ id }) => named.has(id));
  const indexes = new Map(told.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: 'cdk8s-strimzi',
        version,
        informationUri: HOME,
        rules: told.map(ruleOf),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: summary.unreadable === 0,
        toolExecutionNotifications: notes.map((text) => ({ level: 'note', message: { text } })),
      },
    ],
    results: findings.map((finding) => resultOf(finding, indexes.get(finding.rule))),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, summary, effect, remedy, source }: ToldRule): object {
  const help = [summary, remedy, source].filter((text) => text !== undefined).join('\n\n');
  return { id, shortDescription: { text: summary }, help: { text: help }, properties: { effect } };
}

function resultOf(finding: LocatedFinding, ruleIndex = -1): object {
  const { rule, severity, message, path, field, place } = finding;
  const text = [message, ...factsOf(finding).map(([label, fact]) => `${label}: ${fact}`)].join('\n');
  const name = field === undefined || field === '' ? path : `${path} ${field}`;
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text },
    locations: [
      {
        ...(place && { physicalLocation: physicalLocation(place) }),
        logicalLocations: [{ fullyQualifiedName: name }],
      },
    ],
  };
}

function physicalLocation({ file, line, column, endLine, endColumn }: Place): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
