import { spawnSync } from 'node:child_process';
import { shellWord } from '../../text/shell-word';
import type { Arguments } from '../arguments';
import { UsageError, type Io } from '../io';

/** What a call of kubectl said, and how it ended. */
export interface Answer {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Lists of large clusters are long. */
const LONGEST_ANSWER = 2 ** 30;

/** The `kubectl` of the person who calls, or what `KUBECTL` names, such as `oc`. */
export class Kubectl {
  private readonly program: string;
  private readonly context: readonly string[];

  constructor(
    args: Arguments,
    private readonly io: Io,
  ) {
    this.program = io.env['KUBECTL'] ?? 'kubectl';
    const context = args.text('context');
    this.context = context === undefined ? [] : ['--context', context];
  }

  /** A call, as a person types it into a shell. */
  text(args: readonly string[]): string {
    return [this.program, ...this.context, ...args].map(shellWord).join(' ');
  }

  /**
   * Calls it and waits for the answer.
   * @throws UsageError where there is no such program
   */
  call(args: readonly string[]): Answer {
    const { error, status, stdout, stderr } = spawnSync(this.program, [...this.context, ...args], {
      cwd: this.io.cwd,
      env: this.io.env,
      encoding: 'utf8',
      maxBuffer: LONGEST_ANSWER,
    });
    if (error)
      throw new UsageError(
        `${this.program} cannot be called (${error.message}); install it, or name another in KUBECTL`,
      );
    return { ok: status === 0, stdout, stderr };
  }
}
