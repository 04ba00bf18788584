import { DEEPEST } from '../model/depth';

/** More values than this are none that a person or a tool wrote down: aliases were expanded over and over. */
const MOST_VALUES = 5_000_000;

/**
 * What is yet to be put in the place of it: `${NAME}` of envsubst and Flux, also with a default (Kafka's own `${file:…}` and
 * `${secrets:…}` name a provider); `$NAME`, `%NAME%`, `@NAME@` and `(( … ))` where they are all of the text; `<name>`, which
 * is no group of a regular expression.
 */
const PLACEHOLDERS = [
  /\$\{[A-Za-z_]\w*(?::?[-=+?][^}$]*[}$]|\})/,
  /^(?:\$[A-Z_][A-Z0-9_]*|%[A-Z_][A-Z0-9_]*%|@+[A-Z_][A-Z0-9_.]*@+|\(\( .* \)\))$/,
  /(?<!\?)<[A-Za-z][\w .-]{0,60}>/,
];
const MARKS = /[$%@(<]/;

/** Why a value cannot be walked over; undefined: it can. Walks without calling itself. */
export function refusalOf(value: unknown): string | undefined {
  let values = 0;
  const open: [unknown, number][] = [[value, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [each, depth] = next;
    values += 1;
    if (values > MOST_VALUES) return 'Its aliases stand for more values than a manifest can have.';
    if (typeof each !== 'object' || each === null) continue;
    if (depth > DEEPEST) return `It is nested more than ${DEEPEST} levels deep.`;
    for (const inside of Object.values(each)) open.push([inside, depth + 1]);
  }
  return undefined;
}

/** What a text of an object is yet to be filled in with. */
export type Unfinished = 'template' | 'placeholder';

/** Whether an object that can be walked over holds texts that are yet to be filled in. */
export function unfinishedIn(value: unknown): Unfinished | undefined {
  if (typeof value === 'string') {
    if (isTemplate(value)) return 'template';
    return MARKS.test(value) && PLACEHOLDERS.some((form) => form.test(value)) ? 'placeholder' : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inside of Object.values(value)) {
    const found = unfinishedIn(inside);
    if (found) return found;
  }
  return undefined;
}

/** How the parts begin and end that Helm, Jinja and ERB fill in. */
const FILLED_IN = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
] as const;

/** Whether a text holds `{{ … }}`, as those of Helm do, or what is like it. */
export function isTemplate(text: string): boolean {
  return FILLED_IN.some(([open, close]) => {
    const start = text.indexOf(open);
    return start >= 0 && text.includes(close, start);
  });
}

/** Whether a file holds instructions for ytt, which stand in comments. */
export function isForYtt(text: string): boolean {
  return text.includes('#@') && /(?:^|\s)#@(?: |overlay\/|data\/|schema\/|library\/)/.test(text);
}
