import * as ts from 'typescript';

/** What the docs of props say. */
export interface PropsDocs {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the docs of a type and of its props say, each with its default. */
export function propsDocs(
  checker: ts.TypeChecker,
  named: ts.Symbol | undefined,
  properties: readonly ts.Symbol[],
): PropsDocs {
  const fields = properties.map((property) => [property.name, docsOf(checker, property)] as const);
  return { text: named ? docsOf(checker, named) : '', fields: Object.fromEntries(fields) };
}

function docsOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'default');
  const usual = tag && ` Default: ${ts.displayPartsToString(tag.text).replace(/^- /, '')}.`;
  return `${text}${usual ?? ''}`.replace(/\s+/g, ' ').trim();
}
