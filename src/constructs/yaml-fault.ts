import { isMap } from '../model/guarded';
import { contentOf } from '../yaml/documents';

/** Why a text is no mapping of YAML, with line and column; absent: it is one, or empty. */
export function mappingFault(text: string): string | undefined {
  const { documents, problems } = contentOf(text);
  const [problem] = problems;
  if (problem) return `${problem.line}:${problem.column}: ${problem.message}`;
  const [first, second] = documents.filter(({ value }) => value !== undefined);
  if (second) return `${second.span.firstLine}:1: Another document begins here.`;
  if (!first || isMap(first.value)) return undefined;
  return `${first.span.firstLine}:1: It is ${Array.isArray(first.value) ? 'a list' : 'a single value'}.`;
}
