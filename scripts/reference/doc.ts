import type { Links } from './links';

/** What a docstring says, as Markdown. */
export interface Doc {
  readonly text: string;
  /** What each tag says, in the order given; `param` begins with the name of the parameter. */
  readonly tags: readonly (readonly [tag: string, text: string])[];
}

/** The comment that API Extractor gives a constructor that has none. */
const MADE_UP = /^Constructs a new instance of the/;

/** Reads a docstring. The same text is meant in Markdown, but for links to other declarations. */
export function docOf(comment: string | undefined, links: Links): Doc {
  const lines = (comment ?? '').replace(/^\/\*\*\n?|\s*\*\/\s*$/g, '').replace(/^ ?\* ?/gm, '');
  const [text = '', ...blocks] = lines.split(/^@(?=[a-z])/m).map((part) => part.trim());
  const tags = blocks.map((block): [string, string] => {
    const [, tag = '', said = ''] = /^(\w+)\s*([\s\S]*)$/.exec(block) ?? [];
    return [tag, linked(said, links)];
  });
  return { text: MADE_UP.test(text) ? '' : linked(text, links), tags };
}

/** What a doc says with a tag: nothing, once or several times. */
export function told({ tags }: Doc, tag: string): string[] {
  return tags.flatMap(([name, text]) => (name === tag ? [text] : []));
}

function linked(text: string, links: Links): string {
  return text.replace(/\{@link ([^}|]+?)\s*\}/g, (_, name: string) => links.toName(name));
}
