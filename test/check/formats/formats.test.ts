import { access } from '../../../src';
import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/project';
import { githubReport } from '../../../src/check/formats/github';
import { jsonReport } from '../../../src/check/formats/json';
import type { CheckReport, LocatedFinding, Place } from '../../../src/check/formats/located';
import { sarifReport, type ToldRule } from '../../../src/check/formats/sarif';
import { SARIF_SHAPE } from './sarif-shape';
import { textReport } from '../../../src/check/formats/text';

const TOPIC: LocatedFinding = {
  rule: 'topic-replicas',
  effect: 'refused',
  severity: 'error',
  path: 'my topics/orders.yaml',
  field: 'spec.replicas',
  given: 4,
  allowed: '1 to 3, the brokers of europe',
  message: 'Topic "orders" asks for 4 replicas of each partition.',
  remedy: 'Ask for fewer replicas, or for more brokers.',
  place: { file: 'my topics/orders.yaml', line: 9, column: 13, endLine: 9, endColumn: 14 },
};
const USER: LocatedFinding = {
  rule: 'user-can-log-in',
  effect: 'unlooked',
  severity: 'warning',
  path: 'users.yaml',
  message: '100% open: no,\nnot yet.',
  place: { file: 'a,b:c/users.yaml', line: 1, column: 1, endLine: 3, endColumn: 2 },
};
const SITE: LocatedFinding = {
  rule: 'unused-waiver',
  effect: 'ignored',
  severity: 'warning',
  path: 'porto',
  message: 'It meets nothing.',
};

const REPORT: CheckReport = {
  findings: [TOPIC, USER, SITE],
  notes: ['left out: 1 patch of kustomize (a-patch.yaml)'],
  summary: { files: 12_345, documents: 8, unreadable: 1, leftOut: 5, objects: 1, otherObjects: 1, waived: 2 },
};

describe('the text', () => {
  test('tells each finding with its facts, then notes and figures', () => {
    expect(textReport(REPORT))
      .toBe(`error topic-replicas at my topics/orders.yaml:9:13: Topic "orders" asks for 4 replicas of each partition.
    field:   spec.replicas
    given:   4
    allowed: 1 to 3, the brokers of europe
    do:      Ask for fewer replicas, or for more brokers.

warning user-can-log-in at a,b:c/users.yaml:1:1: 100% open: no,\\u000anot yet.

warning unused-waiver at porto: It meets nothing.

note: left out: 1 patch of kustomize (a-patch.yaml)

1 error, 2 warnings in 1 object of 12,345 files; 2 findings waived; 1 object of other APIs left alone; 5 left out; 1 file could not be read
`);
  });

  test('marks what it paints, and leaves the words as they are', () => {
    const painted = textReport(REPORT, (style, text) => `<${style}>${text}</${style}>`);
    expect(painted).toContain('<red>error</red> topic-replicas at <bold>my topics/orders.yaml:9:13</bold>: Topic');
    expect(painted).toContain('<yellow>warning</yellow> user-can-log-in');
    expect(painted.replace(/<\/?\w+>/g, '')).toBe(textReport(REPORT));
  });

  test('lets nothing through to the terminal that moves the cursor or turns the writing', () => {
    const message = 'a\u001B[2Jb\u009Bc\u202Ed\re';
    expect(textReport({ ...REPORT, findings: [{ ...USER, message, given: message }] })).not.toMatch(
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      /[\u001B\u009B\u202E\r]/,
    );
  });
});

test('JSON tells everything that a finding says, with its place', () => {
  expect(JSON.parse(jsonReport(REPORT))).toEqual({
    findings: [
      {
        rule: 'topic-replicas',
        effect: 'refused',
        severity: 'error',
        path: 'my topics/orders.yaml',
        field: 'spec.replicas',
        given: 4,
        allowed: '1 to 3, the brokers of europe',
        message: 'Topic "orders" asks for 4 replicas of each partition.',
        remedy: 'Ask for fewer replicas, or for more brokers.',
        file: 'my topics/orders.yaml',
        line: 9,
        column: 13,
        endLine: 9,
        endColumn: 14,
      },
      expect.objectContaining({ rule: 'user-can-log-in', file: 'a,b:c/users.yaml', line: 1 }),
      { rule: 'unused-waiver', effect: 'ignored', severity: 'warning', path: 'porto', message: 'It meets nothing.' },
    ],
    notes: ['left out: 1 patch of kustomize (a-patch.yaml)'],
    summary: { errors: 1, warnings: 2, ...REPORT.summary },
  });
});

test('the page of formats tells each field of JSON, and no other', () => {
  const page = readFileSync(join(ROOT, 'docs/formats.md'), 'utf8');
  const [ofCheck = [], ofAccess = []] = page
    .split('\n# ')
    .map((part) =>
      [...part.matchAll(/^\| ((?:`\w+`(?:, )?)+) +\|/gm)].flatMap(([, cell = '']) =>
        [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
      ),
    );
  const { findings, summary } = JSON.parse(jsonReport(REPORT)) as Record<'findings' | 'summary', object[] & object>;
  expect([...ofCheck].sort()).toEqual([...Object.keys(findings[0] ?? {}), ...Object.keys(summary)].sort());
  expect(ofAccess).toEqual(Object.keys(access([])));
});

test('GitHub reads back from a command what was told, whatever that is', () => {
  const unescaped = (text: string): string =>
    text.replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  fc.assert(
    fc.property(fc.string(), fc.string(), (file, message) => {
      const finding = { ...USER, message, place: { ...(USER.place as Place), file } };
      const lines = githubReport({ ...REPORT, findings: [finding], notes: [] }).split('\n');
      expect(lines).toHaveLength(2);
      // As the runner takes a command apart: properties end at the second pair of colons.
      const [, properties = '', told = ''] = /^::warning (.*?)::(.*)$/.exec(lines[0] ?? '') ?? [];
      const named = Object.fromEntries(properties.split(',').map((each) => each.split('=') as [string, string]));
      const given = properties.split(',').find((each) => each.startsWith('file='));
      expect([unescaped(given?.slice('file='.length) ?? ''), unescaped(told)]).toEqual([file, message]);
      expect(named).toMatchObject({ line: '1', endLine: '3', title: 'user-can-log-in' });
    }),
  );
});

test('GitHub gets a command a finding, with all that it would misread escaped', () => {
  expect(githubReport(REPORT)).toBe(
    [
      '::error file=my topics/orders.yaml,line=9,endLine=9,col=13,endColumn=14,title=topic-replicas::Topic "orders" asks for 4 replicas of each partition.%0Afield: spec.replicas%0Agiven: 4%0Aallowed: 1 to 3, the brokers of europe%0Ado: Ask for fewer replicas, or for more brokers.',
      '::warning file=a%2Cb%3Ac/users.yaml,line=1,endLine=3,title=user-can-log-in::100%25 open: no,%0Anot yet.',
      '::warning title=unused-waiver::It meets nothing.',
      '::notice::left out: 1 patch of kustomize (a-patch.yaml)',
      '',
    ].join('\n'),
  );
});

describe('SARIF', () => {
  const rules: readonly ToldRule[] = [
    {
      id: 'topic-replicas',
      summary: 'A topic has replicas.',
      effect: 'refused',
      remedy: 'Ask for fewer.',
      source: 'Kafka.',
    },
    { id: 'topic-once', summary: 'One resource manages a topic.', effect: 'refused' },
    { id: 'user-can-log-in', summary: 'A user can log in.', effect: 'unlooked' },
    { id: 'unused-waiver', summary: 'A waiver meets a finding.', effect: 'ignored' },
  ];
  const log = JSON.parse(sarifReport(REPORT, { version: '1.2.3', rules })) as {
    readonly version: string;
    readonly runs: readonly [
      {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string }[];
      },
    ];
  };
  const [run] = log.runs;

  test('is of version 2.1.0 and says who reports', () => {
    expect(log).toMatchObject({
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [{ tool: { driver: { name: 'cdk8s-strimzi', version: '1.2.3' } }, columnKind: 'utf16CodeUnits' }],
    });
  });

  test('describes each rule that a result names, with help', () => {
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['topic-replicas', 'user-can-log-in', 'unused-waiver']);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run.tool.driver.rules).toContainEqual({
      id: 'topic-replicas',
      shortDescription: { text: 'A topic has replicas.' },
      help: { text: 'A topic has replicas.\n\nAsk for fewer.\n\nKafka.' },
      properties: { effect: 'refused' },
    });
  });

  test('has the shape that the standard asks for, whatever is found', () => {
    const validate = new Ajv().compile(SARIF_SHAPE);
    const word = fc.string({ unit: 'binary', minLength: 1 });
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const findings = fc.array(
      fc
        .record({
          path: word,
          field: optional(word),
          given: fc.jsonValue(),
          allowed: optional(word),
          message: word,
          file: word,
        })
        .map(({ file, field, allowed, ...facts }) => ({
          ...TOPIC,
          ...facts,
          ...(field !== undefined && { field }),
          ...(allowed !== undefined && { allowed }),
          place: { ...(TOPIC.place as Place), file },
        })),
    );
    fc.assert(
      fc.property(findings, fc.array(word), fc.nat(1), (found, notes, unreadable) => {
        const report = { findings: [...found, SITE], notes, summary: { ...REPORT.summary, unreadable } };
        const told: unknown = JSON.parse(sarifReport(report, { version: '1.2.3', rules }));
        expect([validate(told), validate.errors]).toEqual([true, null]);
      }),
    );
  });

  test('says where a file could not be read that the run was no success', () => {
    const successOf = (unreadable: number): unknown =>
      JSON.parse(sarifReport({ ...REPORT, summary: { ...REPORT.summary, unreadable } }, { version: '1', rules }));
    expect(successOf(0)).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: true }] }] });
    expect(successOf(1)).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false }] }] });
  });

  test('gives each result a level, a region and the object that it is about', () => {
    expect(run.results[0]).toEqual({
      ruleId: 'topic-replicas',
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.stringMatching(/^Topic "orders" asks for 4 replicas .*\nfield: spec\.replicas\n/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20topics/orders.yaml' },
            region: { startLine: 9, startColumn: 13, endLine: 9, endColumn: 14 },
          },
          logicalLocations: [{ fullyQualifiedName: 'my topics/orders.yaml spec.replicas' }],
        },
      ],
    });
    expect(run.results[2]).toMatchObject({
      level: 'warning',
      locations: [{ logicalLocations: [{ fullyQualifiedName: 'porto' }] }],
    });
  });
});
