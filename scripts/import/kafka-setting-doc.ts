import { settingUnit } from '../../src/model/setting-unit';
import { formsOf, minorOf, type Form, type Option } from './kafka-options';

/** What is known of a setting, as the comment of its field. */
export function settingDoc(name: string, option: Option): string {
  const lines = [
    capital([...valueTexts(name, option), ...spanTexts(option)].join('. ')) + '.',
    ...defaultTexts(option),
    ...(isDeprecated(option) ? ['@deprecated by Kafka'] : []),
  ];
  return lines.length === 1
    ? `/** ${lines[0] ?? ''} */`
    : ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
}

/** What a value has to be, the newest versions first. */
function valueTexts(name: string, option: Option): string[] {
  const forms = formsOf(option);
  const last = forms.at(-1) ?? {};
  const texts = [formText(name, last)];
  forms
    .slice(0, -1)
    .reverse()
    .forEach((form, at) => {
      const next = forms[forms.length - 1 - at];
      const text = formText(name, form);
      if (text !== texts.at(-1)?.replace(/^Before Kafka [\d.]+: /, ''))
        texts.push(`Before Kafka ${next?.since ?? ''}: ${text}`);
    });
  return texts;
}

function formText(name: string, form: Form): string {
  return `${kindText(name, form)}${boundsText(form)}`;
}

function kindText(name: string, { type = '', values }: Form): string {
  switch (type) {
    case 'BOOLEAN':
      return 'true or false';
    case 'SHORT':
    case 'INT':
    case 'LONG':
      return settingUnit(name) ?? 'a whole number';
    case 'DOUBLE':
      return settingUnit(name) ?? 'a number';
    case 'LIST':
      return values ? `one or several of ${values.join(', ')}` : 'a list, with commas between';
    case 'CLASS':
      return 'a Java class';
    case 'PASSWORD':
      return 'a secret';
    default:
      return values ? `one of ${values.join(', ')}` : 'a text';
  }
}

function boundsText({ min, max, accepts }: Form): string {
  if (accepts)
    return `, ${accepts.map(([from, to]) => (from === to ? `${from ?? ''}` : `${from ?? ''} to ${to ?? ''}`)).join(' or ')}`;
  if (min !== undefined && max !== undefined) return `, ${min} to ${max}`;
  if (min !== undefined) return `, ${min} at least`;
  return max === undefined ? '' : `, ${max} at most`;
}

function spanTexts({ since, until, scope, changes = [] }: Option): string[] {
  const last = changes.findLast((change) => change.scope !== undefined && change.scope !== null)?.scope ?? scope;
  return [
    ...(last === 'read-only' ? ['Takes a restart'] : []),
    ...(since === undefined ? [] : [`From Kafka ${minorOf(since)} on`]),
    ...(until === undefined ? [] : [`Up to Kafka ${minorOf(until)}`]),
  ];
}

/** The default, the newest first. */
function defaultTexts({ changes = [], brokerSynonym, ...option }: Option): string[] {
  const all = [
    { since: undefined as string | undefined, value: option.default },
    ...changes
      .filter((change) => change.default !== undefined)
      .map(({ from, default: value }) => ({ since: from, value })),
  ];
  const last = all.at(-1)?.value;
  if (last === undefined || last === 'required') return [];
  const usual = last === null || last === '' ? 'none' : last;
  if (brokerSynonym !== undefined) return [`@default - as the brokers have it in ${brokerSynonym}: ${usual}`];
  const before = all
    .slice(0, -1)
    .map(
      ({ value }, at) =>
        `before Kafka ${minorOf(all[at + 1]?.since ?? '')}: ${value === null || value === '' ? 'none' : (value ?? '')}`,
    );
  return [
    `@default ${usual === 'none' ? '- none' : usual}${before.length > 0 ? ` (${before.reverse().join('; ')})` : ''}`,
  ];
}

function isDeprecated({ deprecated = false, changes = [] }: Option): boolean {
  return changes.findLast((change) => change.deprecated !== undefined)?.deprecated ?? deprecated;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
