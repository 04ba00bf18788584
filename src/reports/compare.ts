import { clientsBeside, codecsOf, originOf, type Described } from '../dialects/read';
import type { Manifest } from '../dialects/common/codec';
import { equal } from '../dialects/common/values';
import { fieldPath } from '../model/field';
import { valueAt } from '../model/guarded';
import type { Noun, Records } from '../model/nouns';
import type { ResourceRecord } from '../model/resource';
import { changeOf, type Change, type ChangeEffect, type Diff, type UnjudgedChange } from './change';
import { weightOf } from './change-class';
import { CHANGES } from './changes';
import { besideEffects } from './changes/client';
import { foreignEffects } from './changes/foreign';
import { KEPT_OF_METADATA, metadataEffects, removalEffects } from './changes/metadata';
import { withoutSecrets } from './confidential';
import { keptEffects } from './kept';
import { withInherited } from './inherited';
import { References } from './references';
import { Renames } from './renames';
import type { FieldChange, NounChanges, Scene } from './scene';
import type { Side, Stated, Unread } from './side';
import { withoutUsual } from './usual-values';

/** Compares two sides. */
export function compareSides(before: Side, after: Side): Diff {
  const comparison = new Comparison({ before, after });
  for (const key of new Set([...before.objects.keys(), ...after.objects.keys()])) {
    for (const pair of paired(before.objects.get(key) ?? [], after.objects.get(key) ?? [])) comparison.add(...pair);
  }
  return comparison.result();
}

type ObjectPair = readonly [was: Stated | undefined, is: Stated | undefined];

/** Objects of one name: those of one place belong together, the others as they come. */
function paired(before: readonly Stated[], after: readonly Stated[]): readonly ObjectPair[] {
  if (before.length <= 1 && after.length <= 1) return [[before[0], after[0]]];
  const places = new Map(after.map((stated) => [stated.file, stated]));
  const partner = new Map(
    before.flatMap((was) => {
      const is = places.get(was.file);
      return is ? [[was, is] as const] : [];
    }),
  );
  const taken = new Set(partner.values());
  const left = after.filter((is) => !taken.has(is));
  const pairs = before.map((was): ObjectPair => [was, partner.get(was) ?? left.shift()]);
  return [...pairs, ...left.map((is): ObjectPair => [undefined, is])];
}

/** A manifest, and what it describes. */
type Read = readonly [manifest: Manifest, described: Described];

/** A record, whatever it is of. */
type Fields = ResourceRecord & Readonly<Record<string, unknown>>;

class Comparison {
  private readonly changes: Change[] = [];
  private readonly unjudged: UnjudgedChange[] = [];
  private readonly unread: Unread[];
  private readonly renames = new Renames();
  private readonly references: References;

  constructor(private readonly scene: Scene) {
    this.unread = [...scene.before.unread, ...scene.after.unread];
    this.references = new References(scene.after);
  }

  add(was: Stated | undefined, is: Stated | undefined): void {
    if (was && is && equal(was.manifest, is.manifest)) return;
    const { manifest, path } = (is ?? was) as Stated;
    const { name, namespace } = manifest.metadata;
    const object: UnjudgedChange = {
      kind: manifest.kind,
      name,
      ...(namespace !== undefined && { namespace }),
      what: was ? (is ? 'changed' : 'removed') : 'added',
      path,
    };
    const effects = this.effectsOf(was, is);
    if (!effects) this.unjudged.push(object);
    else if (effects.length > 0) this.changes.push(changeOf(object, effects.map(withoutSecrets)));
    if (!was || !is) this.renames.note(object, manifest);
  }

  result(): Diff {
    const changes = this.renames.told(this.changes);
    return {
      changes: changes.sort((a, b) => weightOf(b.class) - weightOf(a.class) || compareNames(a, b)),
      unjudged: this.unjudged.sort(compareNames),
      unread: this.unread,
    };
  }

  /** Absent: the kind is not known here. */
  private effectsOf(was: Stated | undefined, is: Stated | undefined): readonly ChangeEffect[] | undefined {
    const { before, after } = this.scene;
    const [old, now] = [this.read(was, before), this.read(is, after)];
    if (old === 'unknown' || now === 'unknown') return [];
    if (!old && !now) return foreignEffects(was?.manifest, is?.manifest, this.references, this.scene);
    if (!was || !is || !old || !now || old.noun !== now.noun)
      return [...this.removedEffects(old), ...this.additionEffects(now)];
    return this.changedEffects(was.manifest, is.manifest);
  }

  private changedEffects(one: Manifest, other: Manifest): readonly ChangeEffect[] {
    const { before, after } = this.scene;
    const [was, is] = withoutUsual(...withInherited(one, other, this.scene));
    const [old, now] = [before.read(was), after.read(is)];
    if (!old || !now) return [];
    return [
      ...this.changeEffects([was, old], [is, now]),
      ...besideEffects(clientsBeside(was, old), clientsBeside(is, now)),
    ];
  }

  /** What an object describes; absent: there is none, or its kind is not known. */
  private read(stated: Stated | undefined, side: Side): Described | 'unknown' | undefined {
    const described = stated && side.read(stated.manifest);
    if (!stated || described || !isOfOperator(stated)) return described;
    this.unread.push({ path: stated.path, message: unknownText(stated.manifest) });
    return 'unknown';
  }

  private additionEffects(now: Described | undefined): readonly ChangeEffect[] {
    return now ? changesOf(now).added(now.record, this.scene) : [];
  }

  private removedEffects(old: Described | undefined): readonly ChangeEffect[] {
    if (!old) return [];
    return removalEffects(old.record.annotations, () => changesOf(old).removed(old.record, this.scene));
  }

  private changeEffects([from, old]: Read, [to, now]: Read): readonly ChangeEffect[] {
    const { besides, fields, kept, labels, manifests, unheeded } = changesOf(now);
    const isTranslated = from.apiVersion !== to.apiVersion;
    const [was, is] = [old.record, now.record];
    const around = { ...this.scene, was: was as Fields, is: is as Fields };
    const own = Object.entries(fields).flatMap(([field, change]) => {
      const [before, after] = [was, is].map((record) => (record as Fields)[field]);
      return equal(before, after) ? [] : (change as FieldChange<Fields, string>)(before, after, around);
    });
    const reason = unheeded?.(around);
    const heeded =
      reason === undefined ? own : own.map((effect) => ({ ...effect, class: 'no-effect' as const, message: reason }));
    const left = keptEffects(
      isTranslated ? inApiOf(old, now) : was,
      is,
      [...KEPT_OF_METADATA, ...kept],
      isTranslated ? undefined : [from, to],
    );
    const told = [
      ...heeded,
      ...left.filter((effect) => !heeded.some((other) => isPartOf(effect, other))),
      ...metadataEffects(was, is, labels?.(is, originOf(now))).filter(
        ({ field = '' }) => !isSaidAlike(field, from, to),
      ),
      ...(manifests?.(from, to, around) ?? []),
    ];
    const effects = [...told, ...(besides?.(told, around, [from, to]) ?? [])];
    if (effects.length > 0) return effects;
    const message = isTranslated
      ? 'It says the same in another version of the API.'
      : 'It says the same in other words.';
    return [{ class: 'no-effect', message }];
  }
}

/** Whether a field is the same in two manifests, of which one API has it in a field of the record, and the other has not. */
function isSaidAlike(field: string, ...manifests: readonly Manifest[]): boolean {
  const [was, is] = manifests.map((manifest) => valueAt(manifest, fieldPath(field)));
  return was !== undefined && equal(was, is);
}

/** Whether what comes of a part that is gone is what comes of the field that had it. */
function isPartOf(one: ChangeEffect, other: ChangeEffect): boolean {
  const isWithin = other.field !== undefined && one.field?.startsWith(`${other.field}.`) === true;
  return isWithin && one.after === undefined && one.class === other.class;
}

/** Whether an object is of an API that is known here in all its versions. */
function isOfOperator({ manifest }: Stated): boolean {
  return /^((kafka|access)\.strimzi\.io|jaegertracing\.io)\//.test(manifest.apiVersion);
}

function unknownText({ apiVersion, kind }: Manifest): string {
  return `There is no ${kind} in ${apiVersion} that is known here.`;
}

/** What comes of changes of an object's noun. */
function changesOf({ noun }: Described): NounChanges<Records[Noun]> {
  return CHANGES[noun] as unknown as NounChanges<Records[Noun]>;
}

/** A record with what its reader kept in the words of another's API. */
function inApiOf(old: Described, now: Described): ResourceRecord {
  const [codec] = codecsOf(now);
  return codec ? codec.read(codec.adopt(old.record)) : old.record;
}

/** Clusters before what belongs to them. */
const KINDS: readonly string[] = ['Namespace', 'Kafka', 'KafkaNodePool', 'KafkaTopic', 'KafkaUser'];

function compareNames(a: UnjudgedChange, b: UnjudgedChange): number {
  const rank = ({ kind }: UnjudgedChange): number => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  return (
    rank(a) - rank(b) ||
    compareTexts(a.kind, b.kind) ||
    compareTexts(a.namespace ?? '', b.namespace ?? '') ||
    compareTexts(a.name, b.name)
  );
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
