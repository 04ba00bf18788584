import fc from 'fast-check';
import type { Schema } from '../../scripts/import/schema';
import {
  readManifest,
  StrimziRelease,
  translate,
  writeRecord,
  type Limit,
  type Manifest,
  type Reader,
} from '../../src';
import { lostFields } from '../../src/check/lost';
import { isMap } from '../../src/dialects/common/values';
import { fieldText } from '../../src/model/field';
import { isServedAt, knownKinds, schemaOf } from '../../src/schema';
import { crdKinds, haveCrds, orSkipped, type ReleaseKind } from '../imports/crds';
import { objectsOf } from '../imports/objects';
import { strictValidator } from '../schema/strict';
import { unordered, without } from './fields';

jest.setTimeout(300_000);
/** Objects of the largest kinds have thousands of fields. */
const RUNS = { numRuns: Number(process.env['LAW_RUNS'] ?? 2), endOnFailure: true, seed: 20 };
/** Of each spelling the first and the last release, or one that differs from it. */
const RELEASES = ['0.18', '0.21', '0.22', '0.30', '0.38', '0.45', '0.49', '1.2'].map((version) => {
  const release = StrimziRelease.of(version);
  return { name: release.name, release };
});
/** A release that speaks the API. */
const HOMES: Readonly<Record<string, StrimziRelease>> = {
  'kafka.strimzi.io/v1alpha1': StrimziRelease.V0_21,
  'kafka.strimzi.io/v1beta1': StrimziRelease.V0_21,
  'kafka.strimzi.io/v1beta2': StrimziRelease.V0_45,
  'kafka.strimzi.io/v1': StrimziRelease.V1_2,
};

let validators: ReadonlyMap<string, (object: object) => unknown[]>;
beforeAll(async () => {
  const versions = RELEASES.map(({ release }) => release.facts.version);
  const kinds: readonly ReleaseKind[] = haveCrds
    ? await crdKinds((operator, version) => operator === 'strimzi' && versions.includes(version))
    : [];
  validators = new Map(kinds.map((kind) => [`${kind.version} ${kind.apiVersion}/${kind.kind}`, once(kind)]));
}, 60_000);

/** A validator that is compiled when it is asked for the first time. */
function once(kind: ReleaseKind): (object: object) => unknown[] {
  let validate: ((object: object) => unknown[]) | undefined;
  return (object) => (validate ??= strictValidator(kind))(object);
}

const inTest = haveCrds ? it : it.skip;

interface Told {
  readonly manifest: Manifest;
  readonly lost: readonly Limit[];
  readonly missing: readonly Limit[];
}

/** What becomes of a manifest for a reader; undefined: the reader's release does not have the kind. */
function told(object: Manifest, reader: Reader): Told | undefined {
  const described = readManifest(object);
  if (!described) throw new Error(`${object.kind} is not read`);
  try {
    const { manifest, losses } = translate(described, reader);
    return {
      manifest,
      lost: losses.filter(({ given }) => given !== undefined),
      missing: losses.filter(({ given }) => given === undefined),
    };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith(`${reader.release.name} has no `)) return undefined;
    throw error;
  }
}

/** Whether the object says nothing twice: what is left then is not what was lost. */
function isSound({ spec }: Manifest): boolean {
  if (!isMap(spec)) return false;
  const { entityOperator, target, mirrors } = spec;
  const operators = isMap(entityOperator) ? [entityOperator['topicOperator'], entityOperator['userOperator']] : [];
  const saysTwice = operators.some((operator) => isMap(operator) && INTERVALS.every((field) => field in operator));
  const isOwnSource = JSON.stringify(mirrors ?? []).includes(
    `"alias":${JSON.stringify(isMap(target) ? target['alias'] : 0)}`,
  );
  const texts = JSON.stringify(spec).match(/\{[^{}]*"secretName"[^{}]*\}/g) ?? [];
  const secrets = texts.map((text) => (JSON.parse(text) as { secretName: unknown }).secretName);
  return !saysTwice && !isOwnSource && new Set(secrets).size === secrets.length;
}

const INTERVALS = ['reconciliationIntervalMs', 'reconciliationIntervalSeconds'];

const fields = (limits: readonly Limit[]): string[] => limits.map(({ field }) => field);

/** Kinds whose objects are small; LAW_RUNS asks for all kinds, which takes many minutes. */
const SMALL: readonly string[] = ['KafkaTopic', 'KafkaUser'];

const KINDS = knownKinds().filter((kind) => {
  const home = HOMES[kind.apiVersion];
  return home !== undefined && isServedAt(kind, home.facts.version) && isTried(kind.kind);
});

function isTried(kind: string): boolean {
  return SMALL.includes(kind) || (process.env['LAW_RUNS'] !== undefined && kind !== 'StrimziPodSet');
}

/** Fields that two objects do not share: a few of them, for objects are large. */
function differences(one: unknown, other: unknown): string[] {
  const lost = [...lostFields(one, other), ...lostFields(other, one)];
  return lost.slice(0, 5).map(({ path }) => fieldText(path));
}

describe.each(KINDS)('a $kind of $apiVersion, whatever its schema lets it be', ({ apiVersion, kind }) => {
  const objects = objectsOf((schemaOf(apiVersion, kind, HOMES[apiVersion]?.facts.version) ?? {}) as Schema, kind)
    .map((object): Manifest => ({
      ...object,
      apiVersion,
      kind,
      metadata: { name: 'mine', labels: { 'strimzi.io/cluster': 'europe' } },
    }))
    .filter(isSound);

  inTest.each(RELEASES)(
    `keeps in $name all that is not told, and is told no more than it loses${orSkipped}`,
    ({ release }) => {
      fc.assert(
        fc.property(objects, (object) => {
          const first = told(object, { release });
          if (!first) return;
          const { manifest, lost, missing } = first;
          const all = fields([...lost, ...missing]);
          expect(new Set(all).size).toBe(all.length);

          const errors =
            validators.get(`${release.facts.version} ${manifest.apiVersion}/${manifest.kind}`)?.(manifest) ?? [];
          if (missing.length === 0 && lost.every(({ remedy }) => remedy === undefined)) expect(errors).toEqual([]);

          // A connector that cannot be stopped is paused: that is told, and is something else than running.
          const isPaused = all.some((field) => field.endsWith('.state'));
          // Whoever takes out what is told gets the same manifest, and is told nothing more.
          const rest = without(object, fields(lost));
          const again = told(rest, { release });
          expect(again && fields(again.lost)).toEqual([]);
          if (!isPaused) expect(differences(unordered(again?.manifest), unordered(manifest))).toEqual([]);

          // What is left comes back from the other API as it was.
          const back = told(manifest, { release: HOMES[apiVersion] as StrimziRelease });
          if (missing.length > 0 || isPaused || !back) return;
          expect(
            differences(unordered(written(back.manifest, apiVersion)), unordered(written(rest, apiVersion))),
          ).toEqual([]);
        }),
        RUNS,
      );
    },
  );
});

/** The manifest in the library's own words. */
function written(manifest: Manifest, apiVersion: string): Manifest {
  const described = readManifest(manifest);
  if (!described) throw new Error(`${manifest.kind} is not read`);
  const { wording: _, ...record } = described.record;
  return writeRecord({ ...described, record } as typeof described, { release: HOMES[apiVersion] as StrimziRelease });
}
