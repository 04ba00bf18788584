import type { LoggingRecord } from '../model/workload';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** What a program writes to its log. */
export class Logging {
  static {
    valueClass(this, 'Logging');
    holdCalls(this, 'Logging');
  }

  /** Loggers and their levels, in the keys of log4j: `{ 'rootLogger.level': 'INFO' }`. They are added to the operator's. */
  static inline(loggers: Readonly<Record<string, string>>): Logging {
    return new Logging({ type: 'inline', loggers });
  }

  /**
   * A configuration of log4j in a ConfigMap that is there, in place of the operator's.
   * @param props - `key`: before Strimzi 0.22 it has to be `log4j.properties`, or `log4j2.properties` for the entity
   * operator
   */
  static external(props: { readonly configMap: string; readonly key: string }): Logging {
    return new Logging({ type: 'external', configMap: props.configMap, key: props.key });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: LoggingRecord,
  ) {}
}
