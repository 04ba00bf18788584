import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap } from '../../model/guarded';
import { UsageError } from '../io';

/** The file in a folder that says which stage stands there. Readers of manifests pass over files with a dot in front. */
export const STANDING = '.cdk8s-strimzi-stage';

/** The stage that a folder holds. */
export interface Standing {
  /** The releases that the migration leads from and to. */
  readonly from: string;
  readonly to: string;
  /** Whether the plan leaves releases out: its stages have other numbers than those of one that does not. */
  readonly skipReleases: boolean;
  /** Its number in the plan, from 1. */
  readonly stage: number;
  /** The files of the stage, below the folder. */
  readonly files: readonly string[];
}

/**
 * The stage that stands in a folder; absent: the folder is empty, or not there.
 * @throws UsageError where it holds something else
 */
export function standingIn(folder: string, told: string): Standing | undefined {
  if (!existsSync(folder) || readdirSync(folder).every((name) => name === '.git')) return undefined;
  const file = join(folder, STANDING);
  if (!existsSync(file))
    throw new UsageError(`${told} holds files that no stage left there (${STANDING} is missing); name an empty folder`);
  const found = parsed(readFileSync(file, 'utf8'));
  if (!found) throw new UsageError(`${told}/${STANDING} does not say which stage stands there; name an empty folder`);
  return found;
}

/** The text of the file. */
export function standingText(standing: Standing): string {
  return `${JSON.stringify(standing, undefined, 2)}\n`;
}

function parsed(text: string): Standing | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(value) || !Array.isArray(value['files'])) return undefined;
  const { from, to, skipReleases, stage, files } = value;
  const isSound = typeof from === 'string' && typeof to === 'string' && typeof stage === 'number';
  if (!isSound) return undefined;
  return { from, to, skipReleases: skipReleases === true, stage, files: files.map(String).filter(isBelow) };
}

/** Nothing but what is below the folder is taken away, whatever the file says. */
function isBelow(file: string): boolean {
  return !file.startsWith('/') && !file.split('/').includes('..');
}
