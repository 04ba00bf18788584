import type { ChangeClass } from '../reports/change-class';

/** A stream that a command writes to. */
export interface Sink {
  write(text: string): unknown;
  /** Whether a person reads it at a terminal. */
  readonly isTTY?: boolean;
}

/** What a command reads from and writes to: those of the process, or a test's stand-ins. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Environment;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Milliseconds since some moment; for telling progress, and nothing else. */
  readonly now: () => number;
  /** Runs a command of the shell to its end, its output on one of the streams. @returns its exit code; null where a signal ended it */
  readonly shell: (command: string, env: Environment, stdout: Sink) => Promise<number | null>;
  /** Calls when somebody asks the process to end. */
  readonly onInterrupt: (act: () => void) => void;
  /** Lets so many milliseconds go by. */
  readonly sleep: (time: number) => Promise<void>;
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a command ends. */
export const EXIT = {
  /** Nothing is wrong. */
  fine: 0,
  /** Something that was read is wrong, or something would be lost. */
  findings: 1,
  /** The command was called in a way that it does not understand, or a file could not be read. */
  trouble: 2,
} as const;

/** How a comparison ends: what the worst change does that is not allowed. */
export const CHANGE_EXITS = {
  'no-effect': EXIT.fine,
  safe: EXIT.fine,
  'restarts-pods': 3,
  'restarts-mirror': 4,
  'narrows-access': 5,
  'widens-access': 6,
  'manual-step': 7,
  'may-lose-data': 8,
  'destroys-data': 9,
} as const satisfies Readonly<Record<ChangeClass, number>>;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT] | (typeof CHANGE_EXITS)[ChangeClass];

const USAGE_ERROR = 'UsageError';

/** A call that cannot be done as it was given. Its message says what to type instead. */
export class UsageError extends Error {
  override readonly name = USAGE_ERROR;
}

/** Told by its name: each bundle has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === USAGE_ERROR;
}
