import { isAbsolute, posix, sep } from 'node:path';

/**
 * Where a folder of the output is in the repository.
 * @param given - where the output folder is; absent: at the app's `outdir`
 * @throws where that is not said, and `outdir` tells nothing of a repository
 */
export function sourcePath(given: string | undefined, outdir: string, folder: string): string {
  if (given === undefined && isAbsolute(outdir)) {
    throw new Error(`gitOps needs \`path\`, the output folder within the repository: outdir is ${outdir}`);
  }
  return posix.join((given ?? outdir).split(sep).join('/'), folder);
}
