import type { Keywords } from './keywords';
import type { LineSchema } from './line-schema';

/** What a schema says from a release on. */
export interface WholeForm {
  readonly since: string;
  readonly keywords: Keywords;
}

/** All forms of a schema with all their keywords, newest first. */
export function formsOf({ keywords, since, was }: LineSchema): WholeForm[] {
  const earlier = was.map((form) => {
    const entries = Object.entries({ ...keywords, ...form.keywords }).filter(([, value]) => value !== null);
    return { since: form.since, keywords: Object.fromEntries(entries) };
  });
  return [{ since, keywords }, ...earlier.reverse()];
}
