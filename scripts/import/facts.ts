import { formsOf, type WholeForm } from './forms';
import { textOf } from './keywords';
import type { LineSchema, Member } from './line-schema';
import type { JsonValue } from './schema';

/** What keywords say that types cannot, in words. */
const WORDS: Readonly<Record<string, (value: string) => string>> = {
  minimum: (value) => `minimum ${value}`,
  maximum: (value) => `maximum ${value}`,
  multipleOf: (value) => `multiple of ${value}`,
  minLength: (value) => `at least ${count(value, 'character')}`,
  maxLength: (value) => `at most ${count(value, 'character')}`,
  minItems: (value) => `at least ${count(value, 'item')}`,
  maxItems: (value) => `at most ${count(value, 'item')}`,
  pattern: (value) => `pattern \`${value}\``,
  format: (value) => `format ${value}`,
  default: (value) => `default ${value}`,
};

/** What types cannot say of values, a sentence a fact; what is not so in all releases says since when it is. */
export function factsOf(line: LineSchema): string[] {
  const forms = formsOf(line);
  const facts = Object.entries(WORDS).flatMap(([keyword, words]) => {
    const value = line.keywords[keyword];
    const text = ({ keywords }: WholeForm) => textOf({ [keyword]: keywords[keyword] ?? null });
    const isOther = (form: WholeForm) => text(form) !== text({ since: '', keywords: line.keywords });
    return value === undefined ? [] : [sentence(words(textOfValue(value)), startOf(forms, isOther))];
  });
  return [...facts, ...newValues(forms)];
}

/** From when to when releases have a field. */
export function presenceFacts({ since, until }: Omit<Member, 'schema'>): string[] {
  if (since !== undefined) return [until === undefined ? `Since ${since}.` : `From ${since} to ${until}.`];
  return until === undefined ? [] : [`Until ${until}.`];
}

/** Enumerated values that not all releases take. */
function newValues(forms: readonly WholeForm[]): string[] {
  const valuesOf = ({ keywords }: WholeForm) => keywords['enum'] as JsonValue[] | undefined;
  const [newest] = forms;
  return ((newest && valuesOf(newest)) ?? []).flatMap((value) => {
    const since = startOf(forms, (form) => valuesOf(form)?.includes(value) === false);
    return since === undefined ? [] : [sentence(`\`${textOfValue(value)}\``, since)];
  });
}

/** The release since which no form is another; undefined where none ever was. */
function startOf(forms: readonly WholeForm[], isOther: (form: WholeForm) => boolean): string | undefined {
  return forms[forms.findIndex(isOther) - 1]?.since;
}

function sentence(words: string, since: string | undefined): string {
  const text = since === undefined ? words : `${words} since ${since}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const textOfValue = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const count = (value: string, noun: string): string => `${value} ${noun}${value === '1' ? '' : 's'}`;
