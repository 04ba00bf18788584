/** A value in a text. */
export interface JsonPart {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the objects of a stream of JSON stand, as `jq '.items[]'` prints them: one after the other, with nothing but blanks
 * between.
 * @returns absent: the text is something else, or one object alone
 */
export function jsonParts(text: string): readonly JsonPart[] | undefined {
  const parts: JsonPart[] = [];
  for (let start = blanksEnd(text, 0); start < text.length;) {
    const end = objectEnd(text, start);
    if (end === undefined) return undefined;
    parts.push({ start, end });
    start = blanksEnd(text, end);
  }
  return parts.length > 1 ? parts : undefined;
}

/** Where the object ends that begins there; absent: none does, or it has no end. */
function objectEnd(text: string, start: number): number | undefined {
  // A template of Helm begins with two braces.
  if (text[start] !== '{' || !/["}]/.test(text[blanksEnd(text, start + 1)] ?? '')) return undefined;
  const token = /"(?:[^"\\]|\\.)*"|[{}]|[^{}"]+/gy;
  token.lastIndex = start;
  for (let depth = 0, found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}' && --depth === 0) return token.lastIndex;
  }
  return undefined;
}

function blanksEnd(text: string, from: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = from;
  blanks.exec(text);
  return blanks.lastIndex;
}
