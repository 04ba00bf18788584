import { escaped } from '../markdown';
import type { Tables } from './inventory';

/** Tables for a page of a repository. */
export function tablesMarkdown(all: readonly Tables[]): string {
  return all
    .flatMap(({ place, tables }) => [
      ...(place === '' ? [] : [`## ${escaped(place)}`]),
      ...tables.map(({ title, count, columns, rows }) =>
        [
          `### ${title} (${count})\n`,
          row(columns),
          row(columns.map(() => '---')),
          ...rows.map((cells) => row(cells.map(escaped))),
        ].join('\n'),
      ),
    ])
    .map((part) => `${part}\n`)
    .join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
