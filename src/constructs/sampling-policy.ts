import { Duration } from 'cdk8s';
import type { SamplingReason, TailSamplingRecord } from '../model/trace-processing';
import { setStandIn, valueClass } from '../props/stand-ins';
import { holdCalls } from './held';
import { goDuration } from './quantities';

/** A reason to keep a trace, once all of its spans are there. */
export class SamplingPolicy {
  static {
    valueClass(this, 'SamplingPolicy');
    holdCalls(this, 'SamplingPolicy');
    setStandIn('Duration', () => Duration.seconds(1));
  }

  /** A span of it failed. */
  static errors(): SamplingPolicy {
    return new SamplingPolicy({ type: 'errors' });
  }

  /**
   * It took longer than that.
   * @param duration - to the millisecond
   */
  static slowerThan(duration: Duration): SamplingPolicy {
    return new SamplingPolicy({ type: 'slow', milliseconds: duration.toMilliseconds() });
  }

  /**
   * Chance: a share of all traces.
   * @param ratio - from 0 to 1, fractions of all: 0.1 is a tenth
   */
  static ratio(ratio: number): SamplingPolicy {
    return new SamplingPolicy({ type: 'share', percentage: Number((ratio * 100).toPrecision(12)) });
  }

  /**
   * A span or the service has an attribute with one of the values.
   * @param key - name of the attribute, such as `service.name`
   */
  static attribute(key: string, values: readonly string[]): SamplingPolicy {
    return new SamplingPolicy({ type: 'attribute', key, values });
  }

  /**
   * No more than so many spans were kept in the same second.
   * @param spansPerSecond - 1 at least
   */
  static spansPerSecond(spansPerSecond: number): SamplingPolicy {
    return new SamplingPolicy({ type: 'rate', spansPerSecond });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: SamplingReason,
  ) {}
}

/** Which traces are kept once all of their spans are there. */
export interface TailSamplingProps {
  /** Reasons to keep a trace, one at least: one of them is enough. */
  readonly keep: readonly SamplingPolicy[];
  /**
   * Time from the first span of a trace to the decision, to the millisecond.
   * @default - the processor's own
   */
  readonly decisionWait?: Duration;
  /**
   * Traces that are held in memory until then, 1 at least.
   * @default - the processor's own
   */
  readonly maxTraces?: number;
}

/** The record of tail sampling. Names tell what each policy is; the number tells two of one kind apart. */
export function tailSamplingOf({ keep, decisionWait, maxTraces }: TailSamplingProps): TailSamplingRecord {
  return {
    ...(decisionWait && { decisionWait: goDuration(decisionWait) }),
    ...(maxTraces !== undefined && { maxTraces }),
    policies: keep.map(({ record }, index) => ({ name: `${record.type}-${index + 1}`, ...record })),
  };
}
