/** A `ts` block of a text, and the `yaml` block that shows what it writes. */
export interface Program {
  /** File and line, for the test's name. */
  readonly where: string;
  readonly code: string;
  readonly output: Output | undefined;
  /** `yaml` blocks of the text that name their file in the first line (`# teams/shop.yaml`) and that no program writes. */
  readonly inputs: readonly InputFile[];
}

/** A file that a program reads. */
export interface InputFile {
  readonly file: string;
  readonly text: string;
}

/** What a text says that a program writes. */
export interface Output {
  readonly where: string;
  readonly text: string;
}

/** What is to be tried of a text, and what no test would look at. */
export interface Blocks {
  readonly programs: readonly Program[];
  /** `yaml` blocks that follow no program. */
  readonly strays: readonly Output[];
}

interface Block {
  readonly language: string;
  readonly where: string;
  readonly text: string;
}

const FENCE = /^ {0,3}```[ \t]*([^\s`]*)[^\n`]*\n([\s\S]*?)^ {0,3}```[ \t]*$/gm;

/** The blocks of a Markdown text. A `yaml` block is the output of the `ts` block that comes just before it. */
export function blocksOf(file: string, text: string): Blocks {
  const blocks = [...text.matchAll(FENCE)].map(([, language = '', body = ''], index, all): Block => {
    const line = text.slice(0, all[index]?.index).split('\n').length;
    return { language, where: `${file}:${String(line)}`, text: body };
  });
  const programs: Omit<Program, 'inputs'>[] = [];
  const strays: Output[] = [];
  for (const [index, { language, where, text: body }] of blocks.entries()) {
    const next = blocks[index + 1];
    const before = blocks[index - 1];
    if (isTypeScript(language)) {
      programs.push({ where, code: body, output: next && isYaml(next.language) ? next : undefined });
    } else if (isYaml(language) && !isTypeScript(before?.language)) {
      strays.push({ where, text: body });
    }
  }
  const inputs = strays.flatMap(({ text: content }) => {
    const named = /^# (\S+\.ya?ml)\n/.exec(content)?.[1];
    return named === undefined ? [] : [{ file: named, text: content }];
  });
  return { programs: programs.map((program) => ({ ...program, inputs })), strays };
}

function isTypeScript(language: string | undefined): boolean {
  return language === 'ts' || language === 'typescript';
}

function isYaml(language: string): boolean {
  return language === 'yaml' || language === 'yml';
}
