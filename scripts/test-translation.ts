/**
 * `npm run test:translation -- [--crds FOLDER] PATH...`: whether real manifests keep the law of translation.
 *
 * Each object of the Kafka operator in the files is taken in the newest release whose CRD takes it, and translated to every
 * minor. What comes out is held to the CRD of that minor by ajv and a CEL evaluator, and read back. All objects of a file
 * of the time before KRaft are modernised together for the newest release as well. Objects that several files have are
 * tried once. FOLDER has a file of CRDs a release, strimzi/0.45.2.yaml; PATH is a file or a folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { modernise, readManifest, StrimziRelease, writeRecord, type Manifest } from '../src';
import { isMap } from '../src/model/guarded';
import { fieldText } from '../src/model/field';
import { outcomeOf, type Broken } from '../test/check/law';
import { partsOf } from '../test/check/fields';
import { Validators } from '../test/check/validators';
import { crdKinds, CRDS } from '../test/imports/crds';
import type { RuleOf } from '../test/schema/strict';
import { filesBelow } from './project';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { crds: { type: 'string', default: CRDS } },
  });
  if (positionals.length === 0) throw new Error('name files or folders of manifests');
  const kinds = await crdKinds((operator) => operator === 'strimzi', resolve(values.crds));
  const validators = new Validators(kinds, await otherEvaluator());
  const files = positionals.flatMap(manifestFiles).map((file) => ({ file, objects: objectsOf(file) }));
  const tally = new Tally();
  const seen = new Set<string>();
  for (const { file, objects } of files) {
    const isNew = objects.filter((object) => !seen.has(JSON.stringify(object)));
    for (const object of isNew) {
      seen.add(JSON.stringify(object));
      tryAlone(object, file, validators, tally);
    }
    if (isNew.length > 0) tryTogether(objects, file, validators, tally);
  }
  return tally.conclude();
}

function manifestFiles(path: string): string[] {
  const full = resolve(path);
  if (statSync(full).isFile()) return [full];
  return filesBelow(full)
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => join(full, file));
}

/** The objects of the Kafka operator in a file; templates and what is no YAML have none. */
function objectsOf(file: string): Manifest[] {
  const text = readFileSync(file, 'utf8');
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return [...documents].flatMap((document) => {
    if (document.errors.length > 0) return [];
    const value: unknown = document.toJS();
    const items = isMap(value) && value['kind'] === 'List' && Array.isArray(value['items']) ? value['items'] : [value];
    return items.filter(isOfKafka);
  });
}

function isOfKafka(value: unknown): value is Manifest {
  return isMap(value) && /^kafka\.strimzi\.io\//.test(String(value['apiVersion'])) && readManifest(value) !== undefined;
}

/** The objects of an era that ended with this release are modernised. */
const LAST_WITH_ZOOKEEPER = StrimziRelease.V0_45;
const NEWEST = StrimziRelease.ALL.at(-1) as StrimziRelease;

function tryAlone(object: Manifest, file: string, validators: Validators, tally: Tally): void {
  const home = validators.homeOf(object);
  if (!home) {
    tally.note('valid in no release');
    return;
  }
  tally.note('objects');
  for (const target of StrimziRelease.ALL) {
    const outcome = outcomeOf({ object, home, target, errorsOf: (release) => validators.errorsOf(release) });
    if (!outcome) tally.note('translations to a release without the kind');
    else tally.note('translations');
    for (const broken of outcome?.broken ?? []) tally.blame(broken, file, object, target);
  }
}

/** Holds what all objects of a file become in the newest release to its CRDs. */
function tryTogether(objects: readonly Manifest[], file: string, validators: Validators, tally: Tally): void {
  const homes = objects.map((object) => validators.homeOf(object));
  const isOfThatTime = homes.every(
    (home) => home && StrimziRelease.ALL.indexOf(home) <= StrimziRelease.ALL.indexOf(LAST_WITH_ZOOKEEPER),
  );
  const [first] = objects;
  if (!first || !isOfThatTime) return;
  tally.note('files modernised');
  const reader = { release: NEWEST };
  try {
    const { described, losses } = modernise(
      objects.flatMap((object) => readManifest(object) ?? []),
      reader,
    );
    for (const each of described) {
      const manifest = writeRecord(each, reader);
      // What is written beside them is Kubernetes' own.
      if (!isOfKafka(manifest)) continue;
      const asked = losses.filter(({ name, remedy }) => name === each.record.name && remedy !== undefined);
      for (const path of validators.errorsOf(NEWEST)(manifest)) {
        const isTold = asked.some(({ field }) => partsOf(field).every((step, at) => path[at] === step));
        if (!isTold)
          tally.blame(
            { breach: 'modernised: invalid without a loss', detail: fieldText(path) },
            file,
            manifest,
            NEWEST,
          );
      }
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    tally.blame({ breach: 'modernised: thrown', detail }, file, first, NEWEST);
  }
}

/** What judges CEL rules, beside the library's own evaluator. */
async function otherEvaluator(): Promise<RuleOf> {
  const { parse } = await import('@marcbachmann/cel-js');
  return (rule) => {
    const program = parse(rule);
    return (self) => {
      try {
        return program({ self }) === true;
      } catch {
        // The API server refuses what a rule has no answer for.
        return false;
      }
    };
  };
}

/** What was seen, by what it is, with one place of each. */
class Tally {
  private readonly counts = new Map<string, number>();
  private readonly breaches = new Map<string, { count: number; readonly where: string }>();

  note(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  blame({ breach, detail }: Broken, file: string, { apiVersion, kind }: Manifest, target: StrimziRelease): void {
    this.counts.set(breach, (this.counts.get(breach) ?? 0) + 1);
    const key = `${breach}: ${apiVersion} ${kind} ${detail.replace(/\[\d+\]/g, '[]')}`;
    const known = this.breaches.get(key);
    if (known) known.count += 1;
    else this.breaches.set(key, { count: 1, where: `${file} to ${target.name}` });
  }

  /** Prints all; the exit code. */
  conclude(): number {
    for (const [key, { count, where }] of this.breaches) console.log(`${key}\n  ${count} times, as in ${where}`);
    for (const [what, count] of this.counts) console.log(`${String(count).padStart(8)} ${what}`);
    return this.breaches.size > 0 ? 1 : 0;
  }
}

void main().then((code) => (process.exitCode = code));
