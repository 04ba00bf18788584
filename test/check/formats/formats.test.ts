import { githubReport } from '../../../src/check/formats/github';
import { jsonReport } from '../../../src/check/formats/json';
import type { CheckReport, LocatedFinding } from '../../../src/check/formats/located';
import { sarifReport, type ToldRule } from '../../../src/check/formats/sarif';
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
  summary: { files: 12_345, objects: 1, otherObjects: 1, waived: 2 },
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

1 error, 2 warnings in 1 object of 12,345 files; 2 findings waived; 1 object of other APIs left alone
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
    summary: { errors: 1, warnings: 2, files: 12_345, objects: 1, otherObjects: 1, waived: 2 },
  });
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
