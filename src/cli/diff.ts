import { CHANGE_CLASSES, worstOf } from '../reports/change-class';
import { compareSides } from '../reports/compare';
import type { Arguments } from './arguments';
import { diffMarkdown } from './diff/markdown';
import { readSides, type Sides } from './diff/sides';
import { diffText } from './diff/text';
import { summaryOf, type DiffReport } from './diff/told';
import { CHANGE_EXITS, EXIT, type ExitCode, type Io } from './io';
import { paintFor } from './paint';

/** Tells what a change of manifests does to Kafka. */
export async function diff(args: Arguments, io: Io): Promise<ExitCode> {
  const sides = await readSides(args.positionals, io);
  const report = reportOf(sides);
  io.stdout.write(formatted(report, args.text('format') ?? 'text', io));
  if (report.problems.length + report.unread.length > 0) return EXIT.trouble;
  const allowed = new Set(args.texts('allow'));
  const counting = CHANGE_CLASSES.filter((each) => !allowed.has(each) && report.summary.effects[each] !== undefined);
  return CHANGE_EXITS[worstOf(counting) ?? 'no-effect'];
}

function reportOf({ before, after }: Sides): DiffReport {
  const found = compareSides(before.side, after.side);
  const notes = [...new Set([...before.notes, ...after.notes])];
  return { ...found, problems: [...before.problems, ...after.problems], notes, summary: summaryOf(found) };
}

function formatted(report: DiffReport, format: string, io: Io): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'markdown':
      return diffMarkdown(report);
    default:
      return diffText(report, paintFor(io, io.stdout));
  }
}
