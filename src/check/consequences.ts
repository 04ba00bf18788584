import { fieldPath } from '../model/field';
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
  return refusals.flatMap((refusal) => {
    const follow = breaches.filter((breach) => follows(breach, refusal));
    const isSaidBetter =
      refusal.code === 'rule' && breaches.some((breach) => isError(breach) && isSpokenOf(breach, refusal));
    return isSaidBetter ? [...follow, refusal] : follow;
  });
}

function follows(breach: Told<unknown>, refusal: Told<unknown>): boolean {
  if (refusal.code === 'rule') return !isError(breach) && isSpokenOf(breach, refusal);
  if (!WITHOUT_PARTS.includes(refusal.code)) return false;
  const [field, refused] = [breach.finding.field ?? '', refusal.finding.field ?? ''];
  if (isBelow(field, refused)) return true;
  return refusal.code === 'null' && (isItemOf(refused, field) || (!isError(breach) && field === refused));
}

/** Whether a breach is of a field that the schema's own rule names. */
function isSpokenOf({ finding }: Told<unknown>, refusal: Told<unknown>): boolean {
  const [field = '', holder = ''] = [finding.field, refusal.finding.field];
  if (!isBelow(field, holder)) return false;
  const name = String(fieldPath(field)[fieldPath(holder).length]);
  return new RegExp(`\\b${name}\\b`).test(refusal.finding.allowed ?? '');
}

function isError({ finding }: Told<unknown>): boolean {
  return finding.severity === 'error';
}

function isBelow(field: string, holder: string): boolean {
  return field.startsWith(holder) && ['.', '['].includes(field.charAt(holder.length));
}

/** Whether a place is that of an item of a list. */
function isItemOf(item: string, list: string): boolean {
  return item.startsWith(list) && /^\[\d+\]$/.test(item.slice(list.length));
}
