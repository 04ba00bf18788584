import { readManifest, translate, writeRecord, type Limit, type Manifest, type StrimziRelease } from '../../src';
import { lostFields } from '../../src/check/lost';
import { AbsentKindError, type Described } from '../../src/dialects/read';
import { mergeAcls } from '../../src/model/acl';
import { fieldText, type FieldPath } from '../../src/model/field';
import { partsOf, without } from './fields';

/** A breach of the law, and where it is. */
export interface Broken {
  readonly breach: string;
  readonly detail: string;
}

/** An object, the release that it is of, and the one that it is translated to. */
export interface Journey {
  readonly object: Manifest;
  readonly home: StrimziRelease;
  readonly target: StrimziRelease;
  /** The fields that a release's own CRDs refuse of an object, by somebody else's validator. */
  readonly errorsOf: (release: StrimziRelease) => (manifest: Manifest) => readonly FieldPath[];
}

/** What a translation comes to. */
export interface Outcome {
  readonly losses: readonly Limit[];
  readonly broken: readonly Broken[];
}

/**
 * Holds a translation to its law: what it writes is valid for the target and says what was read, but for what is told, and
 * each loss is told once.
 * @returns undefined where the target has no such kind
 */
export function outcomeOf(journey: Journey): Outcome | undefined {
  try {
    const { object, home, target } = journey;
    const first = told(object, target);
    if (!first) return undefined;
    const broken = [
      ...toldTwice(first),
      ...invalid(first, journey),
      ...withoutWhatIsTold(first, object, target),
      ...differing(first, object, home),
    ];
    return { losses: first.losses, broken };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { losses: [], broken: [{ breach: 'thrown', detail }] };
  }
}

interface Told {
  readonly manifest: Manifest;
  readonly losses: readonly Limit[];
  /** Fields of the object that are lost. */
  readonly lost: readonly string[];
  /** Fields that the target asks for, and nobody gave. */
  readonly asked: readonly string[];
}

function told(object: Manifest, release: StrimziRelease): Told | undefined {
  try {
    const { manifest, losses } = translate(described(object), { release });
    const lost = losses.flatMap(({ field, given }) => (given === undefined ? [] : [field]));
    const asked = losses.flatMap(({ field, remedy }) => (remedy === undefined ? [] : [field]));
    return { manifest, losses, lost, asked };
  } catch (error) {
    if (error instanceof AbsentKindError) return undefined;
    throw error;
  }
}

function described(object: Manifest): Described {
  const result = readManifest(object);
  if (!result) throw new Error(`${object.apiVersion} ${object.kind} is not read`);
  return result;
}

/** A field that is told again, by itself or as a part of one that is told. */
function toldTwice({ lost, asked }: Told): Broken[] {
  const fields = [...lost, ...asked.filter((field) => !lost.includes(field))].map(partsOf);
  const all = new Set(fields.map(fieldText));
  const again = fields.filter(
    (path, at) =>
      path.some((_, length) => length > 0 && all.has(fieldText(path.slice(0, length)))) ||
      fields.findIndex((other) => fieldText(other) === fieldText(path)) !== at,
  );
  return again.map((path) => ({ breach: 'told twice', detail: fieldText(path) }));
}

/** What the target refuses, and neither is told nor was wrong from the beginning. */
function invalid({ manifest, asked }: Told, { object, home, target, errorsOf }: Journey): Broken[] {
  const known = [...asked.map(partsOf), ...errorsOf(home)(object)].map(unnumbered);
  return errorsOf(target)(manifest)
    .filter((path) => !known.some((field) => isBelow(unnumbered(path), field) || isBelow(field, unnumbered(path))))
    .map((path) => ({ breach: 'invalid without a loss', detail: fieldText(path) }));
}

/** An item has another number where items before it are gone. */
function unnumbered(path: FieldPath): FieldPath {
  return path.filter((step) => typeof step === 'string');
}

function isBelow(path: FieldPath, field: FieldPath): boolean {
  return field.every((step, at) => path[at] === step);
}

/** A connector that cannot be stopped is paused: that is told, and is something else than running. */
const isPaused = (losses: readonly Limit[]): boolean =>
  losses.some(({ field, given }) => field.endsWith('.state') && given !== undefined);

/** Whoever takes out what is told gets the same, but for what the target asks for, and is told nothing more. */
function withoutWhatIsTold(
  { manifest, lost, losses, asked }: Told,
  object: Manifest,
  target: StrimziRelease,
): Broken[] {
  const again = told(without(object, lost), target);
  if (!again) return [];
  const differences = isPaused(losses)
    ? []
    : differencesOf(inOneForm(again.manifest, target), inOneForm(manifest, target));
  const others = differences.filter((field) => !isAbout(field, asked));
  return [...again.lost, ...others].map((detail) => ({ breach: 'told too little or too much', detail }));
}

/** Whether a field is one of others, or holds or is held by one. */
function isAbout(field: string, others: readonly string[]): boolean {
  const path = partsOf(field);
  return others.map(partsOf).some((other) => isBelow(path, other) || isBelow(other, path));
}

/** What is left comes back as it was. */
function differing({ manifest, lost, asked, losses }: Told, object: Manifest, home: StrimziRelease): Broken[] {
  if (asked.length > 0 || isPaused(losses)) return [];
  const back = told(manifest, home);
  if (!back) return [];
  const differences = differencesOf(inOneForm(back.manifest, home), inOneForm(without(object, lost), home));
  // A Kafka that has lost its ZooKeeper nodes is read as one with KRaft.
  const isOther = (field: string): boolean => lost.includes('spec.zookeeper') && MARKS.test(field);
  return differences
    .filter((field) => !isOther(field) && !isAbout(field, back.lost))
    .map((detail) => ({ breach: 'record differs', detail }));
}

const MARKS = /"strimzi\.io\/(kraft|node-pools)"/;

/** The object in the library's own words and in the one form that its record has. */
function inOneForm(manifest: Manifest, release: StrimziRelease): Manifest {
  const all = described(manifest);
  const { wording: _, ...record } = all.record;
  const acls = 'acls' in record && record.acls ? { acls: mergeAcls(record.acls) } : {};
  return withoutEmptyListeners(writeRecord({ ...all, record: { ...record, ...acls } } as Described, { release }));
}

/** Some releases write that there are no listeners, others leave them out. */
function withoutEmptyListeners(manifest: Manifest): Manifest {
  const copy = structuredClone(manifest) as Manifest & { spec?: { kafka?: { listeners?: object } } };
  const kafka = copy.spec?.kafka;
  if (kafka?.listeners && Object.keys(kafka.listeners).length === 0) delete kafka.listeners;
  return copy;
}

/** Fields that two objects do not share: a few of them, for objects are large. */
function differencesOf(one: unknown, other: unknown): string[] {
  const [first, second] = [withoutEmptyLists(one), withoutEmptyLists(other)];
  const fields = [...lostFields(first, second), ...lostFields(second, first)];
  return fields.slice(0, 5).map(({ path }) => fieldText(path));
}

/** An empty list says what none says, and so does a map that holds nothing else. */
function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const left = withoutEmptyLists(each);
    return isEmpty(left) && (Array.isArray(each) || !isEmpty(each)) ? [] : [[key, left] as const];
  });
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
