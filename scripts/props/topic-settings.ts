import { TOPIC } from '../../src/rules/kafka-settings';
import type { SettingForm } from '../../src/rules/setting-values';
import type { JsonSchema } from './json-schema';
import type { PropsDocs } from './docs';

/**
 * The schema of topics' settings: each that some version of Kafka has, with what the most lenient of the versions takes. Which
 * of them a cluster knows is for the judge to say.
 *
 * @param docs - what the types say of the settings
 */
export function topicSettingsSchema(docs: PropsDocs['fields']): JsonSchema {
  const properties = Object.entries(TOPIC).map(([name, json]) => {
    const forms = JSON.parse(json) as readonly SettingForm[];
    const schemas = [...new Set(forms.map((form) => JSON.stringify(formSchema(form))))];
    const schema = schemas.length === 1 ? formSchema(forms[0] ?? {}) : { anyOf: forms.map(formSchema) };
    const description = docs[name];
    return [name, { ...(description !== undefined && { description: description.replace(/`/g, '') }), ...schema }];
  });
  return { type: 'object', properties: Object.fromEntries(properties) as JsonSchema, additionalProperties: false };
}

/** Kafka takes numbers and booleans as texts too. */
function formSchema(form: SettingForm): JsonSchema {
  const { type, min, max, values, accepts = [[min ?? null, max ?? null]] } = form;
  switch (type) {
    case 'SHORT':
    case 'INT':
    case 'LONG':
      return { anyOf: [...accepts.map((bounds) => numberSchema('integer', bounds)), textSchema('[-+]?\\d+')] };
    case 'DOUBLE':
      return { anyOf: [...accepts.map((bounds) => numberSchema('number', bounds)), textSchema('[-+]?\\d*\\.?\\d+')] };
    case 'BOOLEAN':
      return { anyOf: [{ type: 'boolean' }, { enum: ['true', 'false'] }] };
    case 'LIST':
      return values ? listSchema(values) : ANY_TEXT;
    default:
      return values ? { enum: values } : ANY_TEXT;
  }
}

type Bound = number | string | null;

function numberSchema(type: 'integer' | 'number', [least, most]: readonly [Bound, Bound]): JsonSchema {
  return {
    type,
    ...(least !== null && { minimum: Number(least) }),
    ...(most !== null && { maximum: Number(most) }),
  };
}

function textSchema(form: string): JsonSchema {
  return { type: 'string', pattern: `^\\s*${form}\\s*$` };
}

function listSchema(values: readonly string[]): JsonSchema {
  const item = `(${values.join('|')})`;
  return { ...textSchema(`${item}(\\s*,\\s*${item})*`), examples: values };
}

/** A text may look like a number. */
const ANY_TEXT: JsonSchema = { type: ['string', 'number', 'boolean'] };
