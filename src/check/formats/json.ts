import { countsOf, type CheckReport } from './located';

/** A report for programs: one JSON object, with everything that a finding tells. */
export function jsonReport({ findings, notes, summary }: CheckReport): string {
  const told = findings.map(({ place, ...finding }) => ({ ...finding, ...place }));
  return `${JSON.stringify({ findings: told, notes, summary: { ...countsOf(findings), ...summary } }, null, 2)}\n`;
}
