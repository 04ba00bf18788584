/**
 * Evaluates health expressions as Flux does: inProgress, failed, current; the first that holds is the answer. `none` where none
 * holds, or one cannot be evaluated: Flux goes on waiting. (A process of its own: the evaluator is an ES module.)
 */
import { readFileSync } from 'node:fs';
import { parse } from '@marcbachmann/cel-js';

function answer(expressions, object) {
  for (const name of ['inProgress', 'failed', 'current']) {
    if (expressions[name] === undefined) continue;
    try {
      if (parse(expressions[name])(object) === true) return name;
    } catch {
      return 'none';
    }
  }
  return 'none';
}

const cases = JSON.parse(readFileSync(0, 'utf8'), (_, value) => (Number.isInteger(value) ? BigInt(value) : value));
console.log(JSON.stringify(cases.map(({ expressions, object }) => answer(expressions, object))));
