/* eslint-disable @typescript-eslint/no-require-imports -- most programs read no files of teams, and do not load what reads YAML */

/** What reads the files of teams. */
export function teamFiles(): typeof import('./team-files') {
  return require('./team-files') as typeof import('./team-files');
}
