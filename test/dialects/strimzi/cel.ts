import { execFileSync } from 'node:child_process';
import type { Manifest } from '../../../src/dialects/common/codec';
import { schemaOf, type RawSchema } from '../../../src/schema';

/** A CEL rule of a schema beside the value that it is about. */
interface Judgement {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly self: unknown;
}

/** The rules that the API server holds the object to. */
function judgements(manifest: Manifest): Judgement[] {
  const found: Judgement[] = [];
  const visit = (schema: RawSchema | undefined, value: unknown, path: string): void => {
    if (!schema || value === undefined) return;
    for (const { rule, message = rule } of schema['x-kubernetes-validations'] ?? []) {
      found.push({ path, rule, message, self: value });
    }
    if (Array.isArray(value)) value.forEach((each, index) => visit(schema.items, each, `${path}[${index}]`));
    else if (typeof value === 'object' && value !== null) {
      const { additionalProperties } = schema;
      for (const [name, each] of Object.entries(value)) {
        const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
        visit(schema.properties?.[name] ?? other, each, `${path}.${name}`);
      }
    }
  };
  visit(schemaOf(manifest.apiVersion, manifest.kind), manifest, manifest.kind);
  return found;
}

/** The evaluator is an ES module, which jest does not load; so all rules are judged by one process. */
const EVALUATE = `
import { readFileSync } from 'node:fs';
import { evaluate } from '@marcbachmann/cel-js';
const judge = ({ path, rule, message, self }) => {
  try {
    return evaluate(rule, { self }) === true ? [] : [path + ': ' + message];
  } catch (error) {
    return [path + ': ' + message + ' (' + error.message + ')'];
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).flatMap(judge)));
`;

/** How many rules the objects are held to, and which are broken, by path and message. */
export function celFaults(manifests: readonly Manifest[]): { judged: number; faults: readonly string[] } {
  const all = manifests.flatMap(judgements);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', EVALUATE], {
    input: JSON.stringify(all),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: __dirname,
  });
  return { judged: all.length, faults: JSON.parse(printed) as string[] };
}
