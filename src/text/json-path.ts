const CLOSING = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/** Whether a text is certainly no JsonPath query: it is empty, or a bracket or quote of it has no other end. */
export function isNoQuery(text: string): boolean {
  if (text.trim() === '') return true;
  if (text.includes('=~')) return false; // what stands in a regular expression is of it
  const open: string[] = [];
  for (const char of unquoted(text)) {
    const closing = CLOSING.get(char);
    if (closing !== undefined) open.push(closing);
    else if ((char === ')' || char === ']') && open.pop() !== char) return true;
    else if (char === "'" || char === '"') return true;
  }
  return open.length > 0;
}

/** Whether a text is certainly no filter of JsonPath: it is no query, or has half an operator. */
export function isNoFilter(text: string): boolean {
  return isNoQuery(text) || /(?<![=!<>])=(?![=~])|(?<!&)&(?!&)|(?<!\|)\|(?!\|)/.test(unquoted(text));
}

/** The text without what stands in quotes. */
function unquoted(text: string): string {
  return text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
}
