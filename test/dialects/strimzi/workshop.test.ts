import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../../src/dialects/common/codec';
import { SPOKEN } from './generations';

const FOLDER = resolve(__dirname, '../../../../shared/reference/workshop');
const isThere = existsSync(FOLDER);
const inTest = isThere ? it : it.skip;
const orSkipped = isThere ? '' : ' (skipped: there is no ../shared/reference/workshop beside the checkout)';

inTest(`the workshop's Kafka resources are understood whole, and written back as they were${orSkipped}`, () => {
  const manifests = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')))
    .map((document) => document.toJS() as Manifest);
  const kinds = manifests.flatMap((manifest) => {
    const { apiVersion, kind } = manifest;
    const codec = SPOKEN.find((spoken) => spoken.codec.apiVersion === apiVersion && spoken.codec.kind === kind)?.codec;
    if (!codec) return [];
    const record = codec.read(manifest);
    expect(codec.write(record)).toEqual(manifest);
    expect(record.rest).toBeUndefined();
    return [kind];
  });
  expect(kinds).toEqual(['Kafka', 'Kafka', 'KafkaTopic', 'KafkaUser', 'KafkaUser', 'KafkaMirrorMaker']);
});
