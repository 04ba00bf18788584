import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from './reason';

/** The text of a file, or why there is none. */
export type Text = { readonly text: string } | { readonly unreadable: string };

/** Larger files are no manifests: 100,000 topics in a list have 40 MiB. */
const LARGEST = 128 * 2 ** 20;
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads a file as UTF-8. */
export function readText(file: string, cwd: string): Text {
  try {
    return textOf(readFileSync(resolve(cwd, file)));
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
}

/** The text that bytes spell in UTF-8. */
export function textOf(bytes: Uint8Array): Text {
  if (bytes.length > LARGEST) return { unreadable: `it has more than ${LARGEST / 2 ** 20} MiB` };
  if (bytes.includes(0)) return { unreadable: 'it is no text: it holds NUL bytes, as binary files and UTF-16 do' };
  if (!isUtf8(bytes)) return { unreadable: 'it is not UTF-8' };
  return {
    text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').replace(BYTE_ORDER_MARK, ''),
  };
}
