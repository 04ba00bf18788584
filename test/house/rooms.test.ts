import { ROOT, run } from '../../scripts/project';

interface Case {
  readonly claim: string;
  readonly file: string;
  readonly text: string;
  /** Undefined if nothing is to be said. */
  readonly says?: RegExp;
}

const CASES: readonly Case[] = [
  {
    claim: 'the model imports nothing',
    file: 'src/model/topic.ts',
    text: "export { codec } from '../dialects/common/codec';",
    says: /no-restricted-paths: .* The model is plain data/,
  },
  {
    claim: 'the model does not even import types of others',
    file: 'src/model/topic.ts',
    text: "export type { Site } from '../constructs/site';",
    says: /no-restricted-paths: .* The model is plain data/,
  },
  {
    claim: 'a dialect does not know constructs',
    file: 'src/dialects/common/topic.ts',
    text: "export { Site } from '../../constructs/site';",
    says: /no-restricted-paths: .* A dialect spells the model/,
  },
  {
    claim: 'the reader of YAML does not know what a file says',
    file: 'src/yaml/lines.ts',
    text: "export type { TeamFile } from '../constructs/team-props';",
    says: /no-restricted-paths: .* Whoever reads a text knows documents and places/,
  },
  {
    claim: 'the schema validator does not know the model',
    file: 'src/schema/check.ts',
    text: "export { NOUNS } from '../model/nouns';",
    says: /no-restricted-paths: .* The schema validator/,
  },
  {
    claim: 'wiring does not know constructs, not even their types',
    file: 'src/wiring/identity.ts',
    text: "export type { Site } from '../constructs/site';",
    says: /no-restricted-paths: .* Wiring makes records of records/,
  },
  {
    claim: 'wiring does not load the dialect of an API',
    file: 'src/wiring/identity.ts',
    text: "import { dialect } from '../dialects/openshift';\nexport const used = dialect;",
    says: /no-restricted-imports: .* A run loads the dialects that its sites speak/,
  },
  {
    claim: 'rules do not know constructs',
    file: 'src/rules/find-field.ts',
    text: "export { Site } from '../constructs/site';",
    says: /no-restricted-paths: .* Rules judge the model/,
  },
  {
    claim: 'rules run no code of a dialect',
    file: 'src/rules/find-field.ts',
    text: "import { codec } from '../dialects/common/codec';\nexport const used = codec;",
    says: /no-restricted-imports: .* A rule may know the wire types/,
  },
  {
    claim: 'rules may import types of a dialect',
    file: 'src/rules/find-field.ts',
    text: "import type { Codec } from '../dialects/common/codec';\nexport type Used = Codec<never>;",
  },
  {
    claim: 'constructs do not know delivery',
    file: 'src/constructs/site.ts',
    text: "export { App } from '../delivery/app';",
    says: /no-restricted-paths: .* Constructs fill the model/,
  },
  {
    claim: 'constructs do not load the dialect of an API',
    file: 'src/constructs/site.ts',
    text: "import { dialect } from '../dialects/openshift';\nexport const used = dialect;",
    says: /no-restricted-imports: .* A run loads the dialects that its sites speak/,
  },
  {
    claim: 'the library does not load generated code',
    file: 'src/constructs/site.ts',
    text: "import { Route } from '../../imports/openshift';\nexport const used = Route;",
    says: /no-restricted-imports: .* Generated code is heavy/,
  },
  {
    claim: 'no room goes through the entry',
    file: 'src/delivery/app.ts',
    text: "export { Site } from '../index';",
    says: /no-restricted-paths: .* The entry is for users/,
  },
  {
    claim: 'the library stands without the examples',
    file: 'src/delivery/app.ts',
    text: "export { workshop } from '../../examples/workshop';",
    says: /no-restricted-paths: .* The library stands without what is around it/,
  },
  {
    claim: 'files import each other in no circle',
    file: 'src/rules/topic-replicas.ts',
    text: "import { RULES } from './registry';\nexport const topicReplicas = RULES;",
    says: /import-x\/no-cycle: /,
  },
];

let answers: readonly (readonly string[])[];

beforeAll(() => {
  const input = JSON.stringify(CASES.map(({ file, text }) => ({ file, text })));
  const { ok, stdout, stderr } = run(process.execPath, ['test/house/lint-texts.mjs'], { cwd: ROOT, input });
  if (!ok) throw new Error(stderr);
  answers = JSON.parse(stdout) as string[][];
}, 60_000);

test.each(CASES.map((entry, index) => ({ ...entry, index })))('$claim', ({ index, says }) => {
  const expected = says ? expect.arrayContaining([expect.stringMatching(says)]) : [];
  expect(answers[index]).toEqual(expected);
});
