import { DEEPEST } from '../../model/depth';

/** More values than this are none that a person or a tool wrote down: aliases were expanded over and over. */
const MOST_VALUES = 5_000_000;

/** `${NAME}` of envsubst and Flux, also with a default; Kafka's own `${file:…}` and `${secrets:…}` name a provider. */
const PLACEHOLDER = /\$\{[A-Za-z_]\w*(?::?[-=+?][^}$]*[}$]|\})/;

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
    return value.includes('${') && PLACEHOLDER.test(value) ? 'placeholder' : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inside of Object.values(value)) {
    const found = unfinishedIn(inside);
    if (found) return found;
  }
  return undefined;
}

/** Whether a text holds `{{ … }}`, as those of Helm do. */
export function isTemplate(text: string): boolean {
  const start = text.indexOf('{{');
  return start >= 0 && text.includes('}}', start);
}
