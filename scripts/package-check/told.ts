import type { Outcome } from '../project';

let failures = 0;

/** Says whether something holds, and why it does not. */
export function check(claim: string, holds: boolean, because = ''): boolean {
  console.log(`${holds ? 'ok    ' : 'NOT OK'} ${claim}`);
  if (!holds && because !== '') console.log(because.trimEnd().replace(/^/gm, '       '));
  if (!holds) failures += 1;
  return holds;
}

/** Says whether a run ended well, and what it said if it did not. */
export function checkRun(claim: string, { ok, stdout, stderr }: Outcome): boolean {
  return check(claim, ok, stdout + stderr);
}

/** Says how many claims do not hold, and ends with it. */
export function conclude(): void {
  console.log(failures === 0 ? 'the package is ready' : `${String(failures)} claims do not hold`);
  process.exitCode = failures === 0 ? 0 : 1;
}
