/* eslint-disable @typescript-eslint/no-require-imports -- most programs read no files, and do not load what reads YAML */

/** What reads the files of teams. */
export function teamFiles(): typeof import('./team-files') {
  return require('./team-files') as typeof import('./team-files');
}

/** What looks whether a file is YAML. */
export function yamlFault(): typeof import('./yaml-fault') {
  return require('./yaml-fault') as typeof import('./yaml-fault');
}
