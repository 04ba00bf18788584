import { fieldPath, fieldText } from '../model/field';
import type { FaultCode } from '../schema';
import { isByRule, type Told } from './told';

/** What a field cannot have parts with: nobody asks for the parts of what is no map, or is not there. */
const WITHOUT_PARTS: readonly (FaultCode | undefined)[] = ['null', 'type', 'required'];

/** What is told of one object. */
interface OfObject<S> {
  readonly refusals: Told<S>[];
  readonly breaches: Told<S>[];
}

/**
 * What is told of a field because the schema refuses another one, and would not be told if that were mended. Where the
 * schema has a rule of its own and one of ours names the field that it speaks of, ours says more: the schema's goes.
 */
export function consequencesOf<S>(told: readonly Told<S>[], objectOf: (each: Told<S>) => string): ReadonlySet<Told<S>> {
  const objects = new Map<string, OfObject<S>>();
  for (const each of told) {
    if (each.code === undefined || each.finding.field === undefined) continue;
    const object = objects.get(objectOf(each)) ?? { refusals: [], breaches: [] };
    objects.set(objectOf(each), object);
    object.refusals.push(each);
  }
  if (objects.size === 0) return new Set();
  for (const each of told) {
    if (isByRule(each) && each.finding.field !== undefined) objects.get(objectOf(each))?.breaches.push(each);
  }
  return new Set([...objects.values()].flatMap(consequences));
}

function consequences<S>({ refusals, breaches }: OfObject<S>): Told<S>[] {
  const refused = new Refused(refusals);
  const found: Told<S>[] = [];
  const saidBetter = new Set<Told<S>>();
  for (const breach of breaches) {
    if (refused.isFollowedBy(breach)) found.push(breach);
    for (const rule of refused.rulesThatName(breach)) {
      if (isError(breach)) saidBetter.add(rule);
      else found.push(breach);
    }
  }
  return [...found, ...saidBetter];
}

/** What the schema refuses of an object, by the field. */
class Refused<S> {
  /** Fields without parts. */
  private readonly partless = new Set<string>();
  private readonly nulls = new Set<string>();
  private readonly missing = new Set<string>();
  /** Lists that have a null for an item. */
  private readonly listsOfNulls = new Set<string>();
  /** What has a type that there is not: nobody knows what would come of it. */
  private readonly typeless = new Set<string>();
  private readonly rules = new Map<string, Told<S>[]>();

  constructor(refusals: readonly Told<S>[]) {
    for (const refusal of refusals) {
      const { code, finding } = refusal;
      const field = finding.field ?? '';
      if (WITHOUT_PARTS.includes(code)) this.partless.add(field);
      if (code === 'required') this.missing.add(field);
      if (code === 'null') {
        this.nulls.add(field);
        this.listsOfNulls.add(field.replace(/\[\d+\]$/, ''));
      }
      if (code === 'enum' && field.endsWith('.type')) this.typeless.add(field.replace(/\.type$/, ''));
      if (code !== 'rule') continue;
      const rules = this.rules.get(field);
      if (rules) rules.push(refusal);
      else this.rules.set(field, [refusal]);
    }
  }

  /** Whether a breach is of a part of what has none. */
  isFollowedBy(breach: Told<S>): boolean {
    const field = breach.finding.field ?? '';
    if (holdersOf(field).some((holder) => this.partless.has(holder))) return true;
    if (this.typeless.has(field) && !isError(breach)) return true;
    if (this.missing.has(field) || this.nulls.has(field)) return !isError(breach);
    return this.listsOfNulls.has(field);
  }

  /** The schema's own rules about the field of a breach. */
  rulesThatName({ finding: { field = '' } }: Told<S>): readonly Told<S>[] {
    if (this.rules.size === 0) return [];
    return holdersOf(field).flatMap((holder) => {
      const name = String(fieldPath(field)[fieldPath(holder).length]);
      const rules = this.rules.get(holder) ?? [];
      return rules.filter(({ finding: { allowed = '' } }) => allowed.split(/[^\w-]+/).includes(name));
    });
  }
}

/** The fields around a field, and the object itself. */
function holdersOf(field: string): readonly string[] {
  const path = fieldPath(field);
  return path.map((_, at) => fieldText(path.slice(0, at)));
}

function isError({ finding }: Told<unknown>): boolean {
  return finding.severity === 'error';
}
