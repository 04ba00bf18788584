import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow, ROOT, run } from '../../scripts/project';
import { anchorOf } from '../../scripts/reference/links';

/** A link of a text, to a place of this project. */
interface Link {
  readonly from: string;
  /** The path from the project's folder. */
  readonly path: string;
  readonly anchor: string | undefined;
}

const guides = filesBelow(join(ROOT, 'docs')).map((file) => `docs/${file}`);
const texts = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...guides];
const links = texts.flatMap(linksOf);

function proseOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/^ *```[\s\S]*?^ *```$/gm, '');
}

function linksOf(from: string): Link[] {
  return [...proseOf(from).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, path = '', anchor]) => ({
    from,
    path: path === '' ? from : normalize(join(dirname(from), path)),
    anchor,
  }));
}

const known = new Map<string, ReadonlySet<string>>();

function anchorsIn(file: string): ReadonlySet<string> {
  const there = known.get(file);
  if (there) return there;
  const times = new Map<string, number>();
  const anchors = [...proseOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const anchor = anchorOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    const before = times.get(anchor) ?? 0;
    times.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
  known.set(file, new Set(anchors));
  return new Set(anchors);
}

test('the README links to the guides, the reference and the examples', () => {
  const paths = new Set(links.flatMap(({ from, path }) => (from === 'README.md' ? [path] : [])));
  expect([...paths]).toEqual(
    expect.arrayContaining(['docs/api/README.md', 'docs/fields.md', 'docs/findings.md', 'examples/workshop/index.ts']),
  );
});

test('no link leads to a file that is not there', () => {
  expect(links.filter(({ path }) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('no link leads to a heading that is not there', () => {
  const lost = links.filter(({ path, anchor }) => anchor !== undefined && !anchorsIn(path).has(anchor));
  expect(lost).toEqual([]);
});

test('whoever has the package has all that its texts link to', () => {
  const { stdout } = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
  const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
  const files = packed.files.map(({ path }) => path);
  const isPacked = (path: string): boolean =>
    statSync(join(ROOT, path)).isDirectory() ? files.some((file) => file.startsWith(`${path}/`)) : files.includes(path);
  expect(texts.filter((text) => !isPacked(text))).toEqual([]);
  expect(links.filter(({ path }) => !isPacked(path))).toEqual([]);
});
