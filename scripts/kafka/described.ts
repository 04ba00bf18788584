import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readManifest } from '../../src';
import type { Records } from '../../src/model/nouns';
import { filesBelow } from '../project';

/** What manifests describe, as far as brokers, workers and clients go. */
export interface Described {
  readonly clusters: readonly Records['kafkaCluster'][];
  readonly topics: readonly Records['topic'][];
  readonly users: readonly Records['user'][];
  readonly clients: readonly Records['client'][];
  readonly mirror: Records['mirrorMaker2'];
}

/** Reads what manifests of a folder describe. */
export function describedIn(folder: string): Described {
  const found = filesBelow(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .flatMap((document) => readManifest(document.toJS()) ?? []);
  const of = <N extends keyof Records>(noun: N): Records[N][] =>
    found.flatMap((described) => (described.noun === noun ? [described.record as Records[N]] : []));
  const [mirror] = of('mirrorMaker2');
  if (!mirror) throw new Error(`${folder} has no MirrorMaker 2`);
  return { clusters: of('kafkaCluster'), topics: of('topic'), users: of('user'), clients: of('client'), mirror };
}
