import type { Limit, Manifest } from '../dialects/common/codec';
import { AbsentKindError, readManifest, type Described, type Reader } from '../dialects/read';
import type { Noun } from '../model/nouns';
import { modernise } from './modernise';
import { translate, writeRecord } from './translation';

/** Something that an object stands in. */
export interface Holder {
  readonly manifest: { readonly apiVersion: string; readonly kind: string };
}

/** What an object is told anew with, and what is lost on the way. */
export interface Translated<T extends Holder = Holder> {
  readonly object: T;
  /** The objects that stand in its place; none: the release has no such kind. */
  readonly manifests: readonly Manifest[];
  readonly losses: readonly Limit[];
}

/** API groups that releases tell differently. */
const GROUPS = /^(kafka\.strimzi\.io|access\.strimzi\.io|jaegertracing\.io|opentelemetry\.io)\//;

/** Whether releases tell an object differently. */
export function isTold({ apiVersion }: Holder['manifest']): boolean {
  return GROUPS.test(apiVersion);
}

/** An object that was read, and what becomes of it. */
interface Telling<T extends Holder = Holder> {
  readonly object: T;
  readonly described: Described;
  readonly manifests: Manifest[];
  readonly losses: Limit[];
}

/** Tells objects anew in the words of a reader; those that no release tells differently are left out. */
export function translated<T extends Holder>(objects: readonly T[], reader: Reader): readonly Translated<T>[] {
  const cases = objects.flatMap((object): Telling<T>[] => {
    if (!isTold(object.manifest)) return [];
    const described = readManifest(object.manifest, reader.platform);
    return described ? [{ object, described, manifests: [], losses: [] }] : [];
  });
  try {
    translateTogether(cases, reader);
  } catch (error) {
    if (!(error instanceof AbsentKindError)) throw error;
    translateTogether(
      cases.filter((each) => !isAbsent(each, reader)),
      reader,
    );
  }
  return cases;
}

/** Whether the release has the object in no form. That is told as its loss. */
function isAbsent({ described, losses }: Telling, reader: Reader): boolean {
  try {
    modernise([described], reader);
    return false;
  } catch (error) {
    if (!(error instanceof AbsentKindError)) throw error;
    losses.push({ field: '', message: `${error.message} The object is left out.` });
    return true;
  }
}

/** Objects of one cluster may become others: what is new comes behind what it comes from. */
function translateTogether(cases: readonly Telling[], reader: Reader): void {
  const owners = new Owners(cases);
  const { described, losses } = modernise(
    cases.map((each) => each.described),
    reader,
  );
  for (const each of described) owners.claim(each).manifests.push(writeRecord(each, reader));
  for (const loss of losses) owners.of(loss.noun, loss)?.losses.push(loss);
  // Nothing that was read gets lost, whatever became of it.
  for (const each of cases) if (each.manifests.length === 0) translateAlone(each, reader);
}

/** What was of another noun before it was modernised: a MirrorMaker 1, and a KafkaConnectS2I. */
const FORMER: Partial<Readonly<Record<Noun, Noun>>> = { mirrorMaker2: 'mirrorMaker', connect: 'other' };

/** Whose each object is. Several files may describe an object of one name: they come in their order. */
class Owners {
  private readonly waiting = new Map<string, Telling[]>();
  private readonly known = new Map<string, Telling>();
  private last?: Telling;

  constructor(cases: readonly Telling[]) {
    for (const each of cases) {
      const key = keyOf(each.described.noun, each.described.record);
      const ofOneName = this.waiting.get(key);
      if (ofOneName) ofOneName.push(each);
      else this.waiting.set(key, [each]);
    }
  }

  /** The object that another stands in the place of, or comes behind. */
  claim({ noun, record }: Described): Telling {
    const key = keyOf(noun, record);
    const former = FORMER[noun];
    const own = this.waiting.get(key)?.shift() ?? (former && this.waiting.get(keyOf(former, record))?.shift());
    const owner = own ?? this.last;
    if (!owner) throw new Error(`${record.name} comes of nothing`);
    this.known.set(key, owner);
    // What is lost of it is told by the noun that it was.
    if (own) this.known.set(keyOf(own.described.noun, own.described.record), own);
    return (this.last = owner);
  }

  of(noun: string, loss: { readonly name: string; readonly namespace?: string }): Telling | undefined {
    const key = keyOf(noun, loss);
    return this.known.get(key) ?? this.waiting.get(key)?.[0] ?? this.last;
  }
}

function keyOf(noun: string, { name, namespace = '' }: { readonly name: string; readonly namespace?: string }): string {
  return JSON.stringify([noun, namespace, name]);
}

function translateAlone({ described, manifests, losses }: Telling, reader: Reader): void {
  const { manifest, losses: lost } = translate(described, reader);
  manifests.push(manifest);
  losses.length = 0;
  losses.push(...lost);
}
