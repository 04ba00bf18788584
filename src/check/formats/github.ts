import { factsOf } from '../finding';
import type { CheckReport, LocatedFinding } from './located';

/**
 * A report as commands of a GitHub workflow, which shows each finding beside the line that it is about.
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport({ findings, notes }: CheckReport): string {
  const lines = findings.map((finding) => command(finding.severity, placeOf(finding), textOf(finding)));
  return [...lines, ...notes.map((note) => command('notice', {}, note))].map((line) => `${line}\n`).join('');
}

type Properties = Readonly<Record<string, string | number | undefined>>;

function placeOf({ rule, place }: LocatedFinding): Properties {
  if (!place) return { title: rule };
  const { file, line, column, endLine, endColumn } = place;
  // GitHub takes columns where the finding is on one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  return { file, line, endLine, ...columns, title: rule };
}

function textOf(finding: LocatedFinding): string {
  return [finding.message, ...factsOf(finding).map(([label, text]) => `${label}: ${text}`)].join('\n');
}

function command(name: string, properties: Properties, message: string): string {
  const told = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${escapedProperty(String(value))}`,
  );
  return `::${[name, told.join(',')].filter((part) => part !== '').join(' ')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
