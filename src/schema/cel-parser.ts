/** A part of a CEL expression: what it does, and with what. */
export type CelNode =
  | { readonly op: 'literal'; readonly value: unknown }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'field'; readonly name: string; readonly of: CelNode }
  | { readonly op: 'call'; readonly name: string; readonly of?: CelNode; readonly args: readonly CelNode[] }
  | { readonly op: CelOperator; readonly args: readonly CelNode[] };

type CelOperator = '!' | '?' | '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=';

const TOKEN = /\s*(\d+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*|\|\||&&|[=!<>]=|[!<>?:.,()])/y;

/** Operators between two expressions, those that bind least first. */
const LEVELS: readonly (readonly CelOperator[])[] = [['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=']];

const CONSTANTS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Reads an expression of the Common Expression Language, as far as the rules of CRDs go: no arithmetic, lists or maps.
 * @throws where it says anything else
 * @see https://github.com/google/cel-spec/blob/master/doc/langdef.md
 */
export function parseCel(text: string): CelNode {
  const parser = new Parser(tokensOf(text));
  const node = parser.choice();
  if (parser.next() !== undefined) throw new Error(`Nobody can read the end of the rule: ${text}`);
  return node;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`Nobody can read the rule: ${text}`);
    tokens.push(token);
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  next(): string | undefined {
    return this.tokens[this.at++];
  }

  choice(): CelNode {
    const condition = this.binary(0);
    if (!this.takes('?')) return condition;
    const yes = this.choice();
    this.expect(':');
    return { op: '?', args: [condition, yes, this.choice()] };
  }

  private binary(level: number): CelNode {
    const operators = LEVELS[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (let op = this.takesOne(operators); op; op = this.takesOne(operators)) {
      left = { op, args: [left, this.binary(level + 1)] };
    }
    return left;
  }

  private unary(): CelNode {
    if (this.takes('!')) return { op: '!', args: [this.unary()] };
    let node = this.primary();
    while (this.takes('.')) {
      const name = this.next() ?? '';
      node = this.takes('(') ? { op: 'call', name, of: node, args: this.args() } : { op: 'field', name, of: node };
    }
    return node;
  }

  private primary(): CelNode {
    const token = this.next() ?? '';
    if (token === '(') {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    if (/^\d/.test(token)) return { op: 'literal', value: Number(token) };
    if (/^["']/.test(token)) return { op: 'literal', value: unquoted(token) };
    if (CONSTANTS.has(token)) return { op: 'literal', value: CONSTANTS.get(token) };
    if (!/^[A-Za-z_]/.test(token)) throw new Error(`A rule has a value where ${token || 'the end'} stands.`);
    return this.takes('(') ? { op: 'call', name: token, args: this.args() } : { op: 'name', name: token };
  }

  private args(): CelNode[] {
    const args: CelNode[] = [];
    if (this.takes(')')) return args;
    do args.push(this.choice());
    while (this.takes(','));
    this.expect(')');
    return args;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private takesOne(operators: readonly CelOperator[]): CelOperator | undefined {
    return operators.find((op) => this.takes(op));
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`A rule lacks ${token}.`);
  }
}

/** Text without its quotes; of the escapes, those of a character by itself. */
function unquoted(token: string): string {
  return token.slice(1, -1).replace(/\\(["'\\`?])/g, '$1');
}
