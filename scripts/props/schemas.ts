import { AMOUNT_PATTERNS } from '../../src/model/amounts';
import { SchemaWriter, type JsonSchema } from './json-schema';
import type { Shapes } from './shapes';
import { topicSettingsSchema } from './topic-settings';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The JSON Schemas that are published, each with the name of its file. */
export function schemaFiles(shapes: Shapes): Readonly<Record<string, string>> {
  const schemas = { 'team.json': teamSchema(shapes), 'model.json': modelSchema(shapes) };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}

/** The schema of the file of a team. */
function teamSchema(shapes: Shapes): JsonSchema {
  const settings = {
    retention: { type: 'string', pattern: AMOUNT_PATTERNS.time },
    segmentSize: { type: 'string', pattern: AMOUNT_PATTERNS.size },
    config: topicSettingsSchema(shapes.docs['TopicConfig']?.fields ?? {}),
  };
  const ofTopics = ['TeamTopic', 'TeamTopicSettings'].flatMap((props) =>
    Object.entries(settings).map(([name, schema]) => [`${props}.${name}`, schema] as const),
  );
  const instead = { ...Object.fromEntries(ofTopics), 'TeamTopic.name': NOT_EMPTY, 'TeamUser.name': NOT_EMPTY };
  const writer = new SchemaWriter(shapes, { instead });
  const file = writer.schemaOf({ props: 'TeamFile' });
  return {
    $schema: DRAFT,
    title: 'The file of a team of cdk8s-strimzi',
    ...file,
    definitions: sorted(writer.definitions),
  };
}

const NOT_EMPTY: JsonSchema = { type: 'string', minLength: 1 };

/** The schema of a record with its noun. A record says what was read: whether an operator takes a number is for the judge. */
function modelSchema(shapes: Shapes): JsonSchema {
  const writer = new SchemaWriter(shapes, { bounds: false });
  const described = shapes.table.calls['writeRecord']?.[0]?.[1];
  if (described === undefined) throw new Error('writeRecord takes no record');
  const record = writer.schemaOf(described);
  return {
    $schema: DRAFT,
    title: 'A record of cdk8s-strimzi, with its noun',
    ...record,
    definitions: sorted(writer.definitions),
  };
}

function sorted(definitions: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(definitions).sort(([one], [other]) => (one < other ? -1 : 1)));
}
