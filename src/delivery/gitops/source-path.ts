import { isAbsolute, posix, sep } from 'node:path';
import { faultFinding } from '../../check/finding';
import type { UnitFinding } from './unit';

/**
 * Where a folder of the output is in the repository.
 * @param given - where the output folder is; absent: at the app's `outdir`
 */
export function sourcePath(given: string | undefined, outdir: string, folder: string): string {
  return posix.join((given ?? outdir).split(sep).join('/'), folder);
}

/** What is wrong where nobody says where the output folder is in the repository, and `outdir` tells nothing of it. */
export function missingPath(given: string | undefined, outdir: string): UnitFinding[] {
  if (given !== undefined || !isAbsolute(outdir)) return [];
  const finding = faultFinding({
    rule: 'prop-missing',
    path: 'App',
    field: 'gitOps.path',
    allowed: 'a path within the repository, such as dist',
    message: `path has to be given: outdir is ${outdir}, which says nothing of a repository.`,
    remedy: 'Give the output folder within the repository.',
  });
  return [{ finding }];
}
