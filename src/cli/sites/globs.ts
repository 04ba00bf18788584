/**
 * Whether a path matches a pattern: `*` and `?` stand for characters of one name, `**` for any number of folders. A pattern
 * that matches a folder takes all that is below it.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const names = namesOf(path);
  const parts = namesOf(pattern);
  return matches(names, [...parts, '**'], '**', matchesName);
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

function matchesName(name: string, pattern: string): boolean {
  return matches([...name], [...pattern], '*', (character, wanted) => wanted === '?' || wanted === character);
}

/**
 * Matches a sequence with one that has wildcards for any number of elements. It goes back to the last wildcard alone, so
 * that the time is at most the product of the two lengths.
 */
function matches(
  given: readonly string[],
  pattern: readonly string[],
  wildcard: string,
  fits: (one: string, wanted: string) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  let last: { at: number; next: number } | undefined;
  while (at < given.length) {
    const wanted = pattern[next];
    if (wanted === wildcard) {
      last = { at, next };
      next += 1;
    } else if (wanted !== undefined && fits(given[at] ?? '', wanted)) {
      at += 1;
      next += 1;
    } else if (last) {
      last.at += 1;
      at = last.at;
      next = last.next + 1;
    } else return false;
  }
  return pattern.slice(next).every((rest) => rest === wildcard);
}
