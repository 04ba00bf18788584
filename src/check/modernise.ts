import type { Limit } from '../dialects/common/codec';
import type { Described, Reader } from '../dialects/read';
import { restructured } from '../wiring/modernise';
import { asConnect } from '../wiring/modernise-connect';
import { withMetricsApart } from '../wiring/modernise-metrics';
import type { Noun } from '../model/nouns';
import { limitsOf } from './translation';

/** Objects in the form that a later release has for them. */
export interface Modernised {
  /** What to write, in the order of what was read; what is new stands behind what it comes from. */
  readonly described: readonly Described[];
  /** What is lost on the way. */
  readonly losses: readonly ObjectLoss[];
}

/** A field that is lost, and the object that had it. */
export interface ObjectLoss extends Limit {
  /** What the object is. */
  readonly noun: Noun;
  /** Name of the object. */
  readonly name: string;
  /** Namespace of the object; absent: it names none. */
  readonly namespace?: string;
}

/**
 * Describes objects as a later release has them, where that takes other objects.
 * @throws where the release does not have one of the kinds in any form.
 */
export function modernise(all: readonly Described[], reader: Reader): Modernised {
  const { described, dropped } = restructured(all, reader.release.facts);
  const written = described.flatMap((each) => told(each, reader));
  return {
    described: written,
    losses: [
      ...dropped.map(({ of, field, given, message }) => lossOf(of, { field, given, message })),
      ...written.flatMap((each) => limitsOf(each, reader).map((limit) => lossOf(each, limit))),
    ],
  };
}

/** An object in a form that the release takes, where its own is refused for fields that have another place now. */
function told(each: Described, reader: Reader): readonly Described[] {
  const taken = asConnect(each);
  const hasMetrics = limitsOf(taken, reader).some(({ field }) => /\bmetrics$/.test(field));
  return hasMetrics ? withMetricsApart(taken) : [taken];
}

function lossOf({ noun, record: { name, namespace } }: Described, limit: Limit): ObjectLoss {
  return { noun, name, ...(namespace !== undefined && { namespace }), ...limit };
}
