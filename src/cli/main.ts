import { nearestNames } from '../text/nearest';
import { readArguments } from './arguments';
import type { Command } from './command';
import { COMMANDS } from './commands';
import { helpOf, overview, PROGRAM } from './help';
import { EXIT, isUsageError, UsageError, type ExitCode, type Io } from './io';
import { packageVersion } from './version';

/** Runs the command line. @returns the exit code */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined) return told(io, overview(), EXIT.trouble);
    if (name === '--version' || name === '-v') return told(io, `${packageVersion()}\n`);
    if (name === '--help' || name === '-h') return told(io, overview());
    if (name === 'help') return told(io, rest[0] === undefined ? overview() : helpOf(commandOf(rest[0])));
    const command = commandOf(name);
    const args = readArguments(rest, command.options);
    if (args.has('help')) return told(io, helpOf(command));
    return await command.load()(args, io);
  } catch (error) {
    io.stderr.write(troubleText(error, name));
    return EXIT.trouble;
  }
}

function told(io: Io, text: string, code: ExitCode = EXIT.fine): ExitCode {
  (code === EXIT.fine ? io.stdout : io.stderr).write(text);
  return code;
}

function commandOf(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  const names = COMMANDS.map((each) => each.name);
  const [nearest] = nearestNames(name, names);
  if (name.startsWith('-')) throw new UsageError(`there is no option ${name} before a command`);
  throw new UsageError(
    `there is no command ${name}; ${nearest === undefined ? `commands are ${names.join(', ')}` : `did you mean ${nearest}?`}`,
  );
}

/** A call that is not understood is told in a sentence; what is our own fault, with all that helps to find it. */
function troubleText(error: unknown, name = ''): string {
  if (isUsageError(error)) {
    const command = COMMANDS.some((each) => each.name === name) ? ` ${name}` : '';
    return `${PROGRAM}${command}: ${error.message}\n\nSee ${PROGRAM}${command} --help.\n`;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${PROGRAM} has a fault of its own, which you may report:\n${trace}\n`;
}
