const SECRET = /^\s*(?:- )?kind: ["']?Secret["']?\s*$/m;
const VALUES = /^(\s*)(?:- )?(?:data|stringData):/;

/** The text of manifests without the values of Secrets. */
export function withoutSecrets(text: string): string {
  return text
    .split(/^(?=---)/m)
    .map((document) => (SECRET.test(document) ? withoutValues(document) : document))
    .join('');
}

function withoutValues(document: string): string {
  /** How far the field with values, and the names in it, are from the margin, while in it. */
  let margin: number | undefined;
  let names: number | undefined;
  const lines = document.split('\n').map((line) => {
    const indent = line.search(/\S/);
    if (margin !== undefined && (indent > margin || indent < 0)) {
      names ??= indent;
      return indent === names ? nameOf(line) : '';
    }
    const [, blanks] = VALUES.exec(line) ?? [];
    margin = blanks?.length;
    names = undefined;
    return blanks === undefined ? line : line.replace(/(data|stringData):.*$/, '$1:');
  });
  return lines.join('\n');
}

function nameOf(line: string): string {
  return /^\s*(?:"[^"]*"|[^\s:"]+):/.exec(line)?.[0] ?? '';
}
