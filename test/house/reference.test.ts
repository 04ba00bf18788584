import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../../scripts/project';
import type { ApiItem, Token } from '../../scripts/reference/api';
import { referenceFiles } from '../../scripts/reference/files';

const FILE = 'lib/src/constructs/topic.d.ts';

function item(kind: string, name: string, parts: Partial<ApiItem> = {}): ApiItem {
  const excerptTokens = [{ text: `export declare ${kind.toLowerCase()} ${name}` }];
  return { kind, name, canonicalReference: `lib!${name}`, fileUrlPath: FILE, excerptTokens, ...parts };
}

function prop(name: string, type: Token, docComment = ''): ApiItem {
  const excerptTokens = [{ text: `readonly ${name}?: ` }, type, { text: ';' }];
  const propertyTypeTokenRange = { startIndex: 1, endIndex: 2 };
  const canonicalReference = `lib!Props#${name}`;
  return {
    ...{ kind: 'PropertySignature', name, canonicalReference, docComment, excerptTokens, propertyTypeTokenRange },
    isOptional: true,
  };
}

function pageOf(...items: readonly ApiItem[]): string {
  return referenceFiles(items).get('topics-and-users.md') ?? '';
}

const topic = item('Class', 'KafkaTopic', {
  docComment: '/**\n * A topic.\n *\n * @throws where there is none\n */\n',
  members: [
    {
      ...item('Method', 'at', { canonicalReference: 'lib!KafkaTopic#at' }),
      excerptTokens: [{ text: 'at(cluster: string, how?: ' }, { text: 'Props', canonicalReference: 'lib!Props' }],
      docComment: '/**\n * The copy.\n *\n * @param cluster - where it is\n */\n',
      parameters: [
        { parameterName: 'cluster', isOptional: false },
        { parameterName: 'how', isOptional: true },
      ],
    },
  ],
});

const props = item('Interface', 'Props', {
  members: [
    prop(
      'partitions',
      { text: 'number' },
      '/**\n * Partitions of a {@link KafkaTopic}, 1 at least.\n * @default - 1 | 2\n */\n',
    ),
    prop(
      'of',
      { text: 'KafkaTopic', canonicalReference: 'lib!KafkaTopic' },
      '/**\n * @default none()\n *\n * @see\n *\n * https://kafka.apache.org\n */\n',
    ),
  ],
});

describe('the reference', () => {
  it('tells of a call its parameters, what it takes with links, and what a class throws', () => {
    const page = pageOf(topic, props);
    expect(page).toContain('## KafkaTopic\n\nA topic.\n\nThrows where there is none\n\n`class KafkaTopic`\n');
    expect(page).toContain(
      '### KafkaTopic.at(cluster, how?)\n\nThe copy.\n\n- `cluster`: where it is\n\n`at(cluster: string, how?:` [`Props`](#props)',
    );
  });

  it('tells of each prop its type, its default and what it is, with links', () => {
    const page = pageOf(topic, props);
    expect(page).toContain(
      '| `partitions?` | `number` | 1 \\| 2 | Partitions of a [`KafkaTopic`](#kafkatopic), 1 at least. |',
    );
    expect(page).toContain('| `of?` | [`KafkaTopic`](#kafkatopic) | `none()` | See <https://kafka.apache.org> |');
  });

  it('tells what an interface has of another one', () => {
    const excerptTokens = [
      { text: 'export interface More extends ' },
      { text: 'Props', canonicalReference: 'lib!Props' },
    ];
    const more = item('Interface', 'More', { excerptTokens, extendsTokenRanges: [{ startIndex: 1, endIndex: 2 }] });
    expect(pageOf(props, more)).toContain('As [`Props`](#props): `partitions`, `of`.');
  });

  it('gives a method without a docstring that of what it stands for', () => {
    const excerptTokens = [
      { text: 'class Copy extends ' },
      { text: 'KafkaTopic', canonicalReference: 'lib!KafkaTopic' },
    ];
    const { docComment: _, ...at } = topic.members![0]!;
    const members = [{ ...at, canonicalReference: 'lib!Copy#at' }];
    const copy = item('Class', 'Copy', { excerptTokens, extendsTokenRange: { startIndex: 1, endIndex: 2 }, members });
    expect(pageOf(topic, copy)).toContain('### Copy.at(cluster, how?)\n\nThe copy.');
  });

  it('takes no docstring from what a base is of', () => {
    const record = item('Interface', 'Record', {
      members: [prop('size', { text: 'number' }, '/**\n * In a record.\n */\n')],
    });
    const of = { text: 'Record', canonicalReference: 'lib!Record' };
    const excerptTokens = [{ text: 'class Sized extends ' }, { text: 'Base', canonicalReference: 'lib!Base' }, of];
    const extendsTokenRange = { startIndex: 1, endIndex: 3 };
    const sized = item('Class', 'Sized', {
      excerptTokens,
      extendsTokenRange,
      members: [prop('size', { text: 'number' })],
    });
    expect(pageOf(record, item('Class', 'Base'), sized)).toContain('| `size?` | `number` |  |');
  });

  it('shows an example of several lines as it is', () => {
    const docComment = '/**\n * A thing.\n *\n * @example\n * ```ts\n * thing();\n * ```\n */\n';
    expect(pageOf(item('Class', 'Thing', { docComment }))).toContain('A thing.\n\n```ts\nthing();\n```\n\n');
  });

  it('links to the second of two headings that have one anchor', () => {
    const one = item('Interface', 'Diff', { members: [prop('of', { text: 'diff', canonicalReference: 'lib!diff' })] });
    const other = item('TypeAlias', 'diff');
    expect(pageOf(one, other)).toContain('| `of?` | [`diff`](#diff-1) |  |');
  });

  it('puts a record that is exported by itself on the page of its subject alone', () => {
    const record = {
      ...item('Interface', 'Acl'),
      canonicalReference: 'lib!model.Acl',
      fileUrlPath: 'lib/src/model/acl.d.ts',
    };
    const acl = { ...record, canonicalReference: 'lib!Acl' };
    const user = item('Interface', 'User', {
      members: [prop('acl', { text: 'Acl', canonicalReference: 'lib!model.Acl' })],
    });
    const files = referenceFiles([acl, user, item('Namespace', 'model', { members: [record] })]);
    expect(files.get('topics-and-users.md')).toContain('| `acl?` | [`Acl`](#acl) |  |');
    expect(files.get('model.md')).not.toContain('Acl');
  });

  it('refuses an export that is on no page', () => {
    const stray = item('Interface', 'Stray', { fileUrlPath: 'lib/src/some/where.d.ts' });
    expect(() => referenceFiles([stray])).toThrow('Stray of src/some/where is on no page');
  });
});

it('the committed reference has each export, on one page', () => {
  const report = readFileSync(join(ROOT, 'api/cdk8s-strimzi.api.md'), 'utf8');
  const declared = /^export (?:declare )?(?:abstract )?(?:class|interface|type|function|const) (\w+)/gm;
  const exported = [...report.matchAll(declared)].map(([, name = '']) => name);
  const pages = filesBelow(join(ROOT, 'docs/api')).filter((file) => file !== 'README.md' && file !== 'model.md');
  const headings = pages.flatMap((file) =>
    [...readFileSync(join(ROOT, 'docs/api', file), 'utf8').matchAll(/^## (\w+)/gm)].map(([, name = '']) => name),
  );
  expect(exported.length).toBeGreaterThan(400);
  expect(headings.sort()).toEqual([...exported].sort());
});
