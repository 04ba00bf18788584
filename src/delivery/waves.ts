import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Dependency } from './graph';
import { chartOf, childrenOf, isWithin } from './tree';

/** Something that comes after something else, and the wave from which on it may; unknown until it is asked for. */
interface Need extends Dependency {
  from?: number;
}

/**
 * Numbers objects so that each has a higher number than all that it depends on, and otherwise the lowest.
 *
 * Objects are taken in the order in which they are written. An order that somebody asked for and that this one
 * contradicts is found on the way.
 */
export class Waves {
  /** The first dependency on something that comes later. */
  contradiction?: Dependency;
  private readonly waves = new Map<IConstruct, number>();
  private readonly needs = new Map<IConstruct, readonly Need[]>();

  /** Takes the next object. @returns its wave */
  take(object: ApiObject): number {
    let wave = 0;
    for (const scope of scopesOf(object)) {
      for (const need of this.needsOf(scope)) {
        const isFirst = need.target !== scope && isWithin(object, need.target) && isWithin(need.target, scope);
        if (!isFirst) wave = Math.max(wave, (need.from ??= this.after(need)));
      }
    }
    this.waves.set(object, wave);
    return wave;
  }

  private needsOf(source: IConstruct): readonly Need[] {
    let needs = this.needs.get(source);
    if (!needs) {
      needs = source.node.dependencies.filter((target) => target !== source).map((target) => ({ source, target }));
      this.needs.set(source, needs);
    }
    return needs;
  }

  /** The first wave in which something may come after the target of a dependency. */
  private after(need: Need): number {
    const { source, target } = need;
    // What is beneath an object is no part of it for what is beneath it too.
    const isOfObject = ApiObject.isApiObject(target) && isWithin(source, target);
    const objects = isOfObject ? [target] : objectsBeneath(target, source);
    // A scope without objects hands an order on.
    if (objects.length === 0) return Math.max(0, ...this.needsOf(target).map((inner) => this.after(inner)));
    return 1 + objects.reduce((latest, object) => Math.max(latest, this.waveOf(object, need)), 0);
  }

  private waveOf(object: IConstruct, need: Need): number {
    const wave = this.waves.get(object);
    if (wave === undefined) this.contradiction ??= need;
    return wave ?? 0;
  }
}

/** An object and the scopes whose dependencies are its own: those of its chart, and those that are in none. */
function scopesOf(object: ApiObject): IConstruct[] {
  const own = chartOf(object);
  return object.node.scopes.filter((scope) => {
    const chart = chartOf(scope);
    return chart === undefined || chart === own;
  });
}

/** All objects beneath a construct, itself included, but for those of charts within its chart and those beneath another. */
function objectsBeneath(construct: IConstruct, except: IConstruct): ApiObject[] {
  const own = chartOf(construct);
  const objects: ApiObject[] = [];
  const open = [construct];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next === except || (own !== undefined && next !== construct && Chart.isChart(next))) continue;
    if (ApiObject.isApiObject(next)) objects.push(next);
    open.push(...childrenOf(next));
  }
  return objects;
}
