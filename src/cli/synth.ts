import { resolve } from 'node:path';
import type { Arguments } from './arguments';
import { EXIT, UsageError, type ExitCode, type Io } from './io';
import { paintFor } from './paint';
import { compare } from './synth/comparison';
import { comparisonText } from './synth/comparison-text';
import { runProgram, type ProgramRun } from './synth/program';
import { readProject, type Project } from './synth/project';
import { summaryText } from './synth/summary';
import { watch } from './synth/watch';

/** Runs a cdk8s program and leaves all of its output or none, or compares its output with what it gives. */
export async function synth(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.positionals.length > 0) {
    throw new UsageError(
      `it takes no ${args.positionals.join(' ')}; the command that runs the program goes with --app`,
    );
  }
  const project = readProject(args, io);
  for (const note of project.notes) io.stderr.write(`note: ${note}\n`);
  const options = { compares: args.has('check'), overwritesEdited: args.has('overwrite-edited') };
  const turn = (): Promise<ExitCode> =>
    runProgram(project, options, io, (run) => told(run, project, options.compares, io));
  if (args.has('watch')) return watch(project, turn, io);
  // The program is told too. What it leaves behind is to be removed.
  io.onInterrupt(() => undefined);
  return turn();
}

function told(run: ProgramRun, { output }: Project, compares: boolean, io: Io): ExitCode {
  if (run.code !== 0) {
    const how = run.code === null ? 'was ended by a signal' : `ended with ${run.code}`;
    io.stderr.write(`The program ${how}; ${compares ? 'nothing was compared' : 'nothing more was written'}.\n`);
    return EXIT.findings;
  }
  if (run.gaveNothing) io.stderr.write('note: the program ended well and gave no manifest: does it call synth()?\n');
  if (!compares) {
    io.stderr.write(summaryText(run.reports, io.cwd));
    return EXIT.fine;
  }
  const comparison = compare(resolve(io.cwd, output), run);
  io.stdout.write(comparisonText(comparison, io.cwd, paintFor(io, io.stdout)));
  return comparison.differences.length > 0 ? EXIT.findings : EXIT.fine;
}
