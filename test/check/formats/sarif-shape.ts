/**
 * What SARIF 2.1.0 asks of the parts that a report has, in words of our own.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
const text = { type: 'string', minLength: 1 };
/** 3.11: a message has its text, or the id of one. */
const message = object({ text }, ['text']);
const LEVEL = { enum: ['none', 'note', 'warning', 'error'] };
const position = { type: 'integer', minimum: 1 };
/** 3.30: a stretch of a text. */
const region = object({ startLine: position, startColumn: position, endLine: position, endColumn: position }, [
  'startLine',
]);
/** 3.4.3: an address by RFC 3986, in which a blank or a bracket is encoded. */
const uri = { type: 'string', pattern: "^[A-Za-z0-9._~!$&'()*+,;=:@%/-]+$" };
const physicalLocation = object({ artifactLocation: object({ uri, uriBaseId: text }, ['uri']), region }, [
  'artifactLocation',
]);
const location = object({ physicalLocation, logicalLocations: list(object({ fullyQualifiedName: text, name: text })) });
/** 3.49: what a tool can find. */
const rule = object(
  { id: text, shortDescription: message, help: message, helpUri: uri, properties: { type: 'object' } },
  ['id'],
);
/** 3.27: ruleIndex is -1 where the rule is not described. */
const result = object(
  { ruleId: text, ruleIndex: { type: 'integer', minimum: -1 }, level: LEVEL, message, locations: list(location) },
  ['message'],
);
const driver = object({ name: text, version: text, informationUri: uri, rules: list(rule) }, ['name']);
/** 3.20: how a run of the tool went. */
const invocation = object(
  {
    executionSuccessful: { type: 'boolean' },
    toolExecutionNotifications: list(object({ level: LEVEL, message }, ['message'])),
  },
  ['executionSuccessful'],
);
const run = object(
  {
    tool: object({ driver }, ['driver']),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    invocations: list(invocation),
    results: list(result),
  },
  ['tool'],
);

/** A whole log. A property that the standard has and a report lacks is not listed: none comes without a look here. */
export const SARIF_SHAPE = object({ $schema: uri, version: { const: '2.1.0' }, runs: list(run) }, ['version', 'runs']);

function object(properties: Readonly<Record<string, object>>, required: readonly string[] = []): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object): object {
  return { type: 'array', items };
}
