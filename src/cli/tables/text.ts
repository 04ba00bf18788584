import { visible, type Paint } from '../../check/formats/text';
import type { Tables } from './inventory';

const PLAIN: Paint = (_, text) => text;

/** Tables for a reader at a terminal. */
export function tablesText(all: readonly Tables[], paint: Paint = PLAIN): string {
  const parts = all.flatMap(({ place, tables }) => [
    ...(place === '' ? [] : [paint('bold', visible(place))]),
    ...tables.map(({ title, count, columns, rows }) =>
      [paint('bold', `${title} (${count})`), ...aligned([columns.map((column) => column.toUpperCase()), ...rows])].join(
        '\n',
      ),
    ),
  ]);
  return parts.length === 0 ? 'there is nothing to tell of what was read\n' : `${parts.join('\n\n')}\n`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const told = rows.map((row) => row.map(visible));
  const widths = (told[0] ?? []).map((_, column) =>
    told.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  return told.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd());
}
