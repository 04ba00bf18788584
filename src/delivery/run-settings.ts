import { appendFileSync, mkdtempSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Changes } from './changes';
import type { Edited } from './files';

/** Names of the environment variables with which `cdk8s-strimzi synth` tells the apps of a program what it was asked for. */
export const VARIABLES = {
  /** `overwrite`: files that somebody changed are written over. */
  edited: 'CDK8S_STRIMZI_EDITED',
  /** A file; each app adds a line of JSON to it, an {@link AppReport}. */
  report: 'CDK8S_STRIMZI_REPORT',
  /** The output folder to compare with. Apps that would write to CDK8S_OUTDIR then write nothing but what is different, to a folder beside the report. */
  compare: 'CDK8S_STRIMZI_COMPARE',
} as const;

/** What an app says of a run. */
export interface AppReport {
  /** The output folder. */
  readonly outdir: string;
  /** Where the files are that are other than those of the output folder, if it was only compared. */
  readonly aside?: string;
  /** Whether an earlier run was killed while it wrote, and no other has finished that yet. */
  readonly isInterrupted?: boolean;
  /** Whether the app printed its manifests, and wrote no file. */
  readonly isPrinted?: boolean;
  readonly changes: Changes;
}

/** What `cdk8s-strimzi synth` asked for, if a program runs under it. */
export class RunSettings {
  constructor(private readonly env: Readonly<Record<string, string | undefined>> = process.env) {}

  /** Whether output is only compared. */
  get compares(): boolean {
    return this.value('compare') !== undefined;
  }

  get edited(): Edited | undefined {
    return this.value('edited') === 'overwrite' ? 'overwrite' : undefined;
  }

  /** The output folder that an app means: that to compare with, where it was given another in its place. */
  folderOf(outdir: string): string {
    const compared = this.value('compare');
    const given = this.env.CDK8S_OUTDIR;
    if (compared === undefined || given === undefined) return outdir;
    const below = relative(given, outdir);
    return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? outdir : join(compared, below);
  }

  /** A new folder for files that are other than those of the output folder. */
  newAside(): string {
    const report = this.value('report');
    if (report === undefined) throw new Error(`${VARIABLES.compare} goes with ${VARIABLES.report}`);
    return mkdtempSync(join(dirname(report), 'aside-'));
  }

  /** Tells what became of an output folder. */
  report(report: AppReport): void {
    const file = this.value('report');
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(report)}\n`);
  }

  private value(name: keyof typeof VARIABLES): string | undefined {
    return this.env[VARIABLES[name]] || undefined;
  }
}
