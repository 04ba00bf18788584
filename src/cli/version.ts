import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package. */
export function packageVersion(): string {
  // The same path from the sources and from the bundle.
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  return version;
}
