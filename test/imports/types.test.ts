import { existsSync, readFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import * as ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { apiLines, typedKinds } from '../../scripts/import/api-line';
import { UnionTable } from '../../scripts/import/unions';
import type { JsonValue, KindSchema } from '../../scripts/import/schema';
import { CRDS, haveCrds, orSkipped, ROOT } from './crds';
import { broken, sitesOf, TYPE_FAULTS } from './faults';
import { objectsOf, type JsonObject, type Variants } from './objects';

const WORKSHOP = path.join(ROOT, '../shared/reference/workshop');
const OBJECTS_A_KIND = 3;

/** A kind with what any release takes. */
interface ApiKind extends KindSchema {
  readonly api: string;
}

interface Literal {
  readonly kind: ApiKind;
  readonly object: JsonValue;
  readonly why: string;
}

const inTest = haveCrds && existsSync(WORKSHOP) ? test : test.skip;

inTest(
  `the types take what the schemas take and refuse what they refuse${orSkipped}`,
  async () => {
    const kinds = (await apiLines(CRDS)).flatMap(({ api, kinds: all }) =>
      typedKinds(all).map((kind): ApiKind => ({ ...kind, api: api.name })),
    );
    const good = [...workshop(kinds), ...kinds.flatMap(generated)];
    const bad = good.flatMap(({ kind, object }, at) => faultyOne(kind, object as JsonObject, at));
    const errors = typeErrors([...good, ...bad]);

    const refused = good.flatMap((each, at) => (errors[at] ? [`${each.why}: ${errors[at]}`] : []));
    expect(refused).toEqual([]);
    const taken = bad
      .filter((_, at) => errors[good.length + at] === undefined)
      .map((each) => `${each.kind.api} ${each.why}`);
    expect(taken).toEqual([]);
    expect(new Set(bad.map(({ why }) => why.split(':')[0]))).toEqual(new Set(TYPE_FAULTS));
  },
  120_000,
);

/** The manifests of the article whose kinds have types. */
function workshop(kinds: readonly ApiKind[]): Literal[] {
  const texts = readdirSync(WORKSHOP)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(path.join(WORKSHOP, file), 'utf8'));
  const objects = texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as JsonObject));
  return objects.flatMap((object) => {
    const kind = kinds.find((each) => each.apiVersion === object['apiVersion'] && each.kind === object['kind']);
    return kind ? [{ kind, object, why: `the article's ${kind.kind}` }] : [];
  });
}

/** Objects of a kind whose unions are of one variant, as the types want them. */
function generated(kind: ApiKind): Literal[] {
  const table = new UnionTable(kind.api);
  const variants: Variants = (property, schema) =>
    schema.properties ? table.split(property, schema)?.variants.map((each) => each.schema) : undefined;
  const arbitrary = objectsOf(kind.schema, kind.kind, variants);
  return fc
    .sample(arbitrary, { numRuns: OBJECTS_A_KIND, seed: 1 })
    .map((object, at) => ({ kind, object, why: `${kind.api} ${kind.kind} ${at}` }));
}

/** The object with one fault, whose sort and place the number chooses. */
function faultyOne(kind: ApiKind, object: JsonObject, choice: number): Literal[] {
  const sites = sitesOf(kind.schema, object).filter(({ path: at }) => at.length > 0);
  return [TYPE_FAULTS[choice % TYPE_FAULTS.length]].flatMap((fault) => {
    const possible = sites.filter((site) => site.fault === fault);
    const site = possible[(choice * 7) % Math.max(1, possible.length)];
    return site ? [{ kind, object: broken(object, site), why: `${fault}: ${kind.kind} ${site.path.join('.')}` }] : [];
  });
}

/** The first type error of each literal, all checked as one program. */
function typeErrors(literals: readonly Literal[]): (string | undefined)[] {
  const file = path.join(ROOT, 'test/imports/literals.ts');
  const apis = [...new Set(literals.map(({ kind }) => kind.api))];
  const imports = apis.map((api) => `import type * as ${variable(api)} from '../../imports/${api}';\n`);
  const lines = literals.map(
    ({ kind, object }, at) =>
      `export const x${at}: ${variable(kind.api)}.${kind.kind}Manifest = ${JSON.stringify(object)};\n`,
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const text = imports.join('') + lines.join('');
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    path.resolve(name) === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  const errors: (string | undefined)[] = literals.map(() => undefined);
  for (const diagnostic of program.getSemanticDiagnostics(source)) {
    const line = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    errors[line - imports.length] ??= ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
  }
  return errors;
}

const variable = (api: string): string => api.replaceAll('-', '_');
