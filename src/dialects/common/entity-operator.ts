import type { EntityOperator } from '../../model/kafka-cluster';
import { defined } from './codec';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import type { Fitting, Shape } from './shape';

const OPERATOR = {
  reconciliationIntervalSeconds: 'number',
  reconciliationIntervalMs: 'number',
} as const satisfies Shape;
/** What readers take the operators for. */
export const ENTITY_OPERATOR_SHAPE = {
  topicOperator: OPERATOR,
  userOperator: OPERATOR,
  template: TEMPLATE_SHAPE,
} as const satisfies Shape;

/** The operators of topics and users beside a cluster. */
type WireEntityOperator = Fitting<typeof ENTITY_OPERATOR_SHAPE>;
type WireOperator = Fitting<typeof OPERATOR>;

/** The unit that an API version has for the operators' intervals; `both`: the seconds are an older word. */
export type IntervalUnit = 'seconds' | 'milliseconds' | 'both';

/** Spells the operators. */
export function writeEntityOperator(operators: EntityOperator, unit: IntervalUnit): WireEntityOperator {
  const { topicOperator, userOperator, topicOperatorIntervalMs, userOperatorIntervalMs } = operators;
  return defined({
    topicOperator: topicOperator ? writeOperator(topicOperatorIntervalMs, unit) : undefined,
    userOperator: userOperator ? writeOperator(userOperatorIntervalMs, unit) : undefined,
    template: writeTemplate(operators),
  });
}

/** Reads the operators. */
export function readEntityOperator(wire: WireEntityOperator, unit: IntervalUnit): EntityOperator {
  const { topicOperator, userOperator } = wire;
  return defined({
    topicOperator: topicOperator !== undefined,
    userOperator: userOperator !== undefined,
    topicOperatorIntervalMs: topicOperator && readInterval(topicOperator, unit),
    userOperatorIntervalMs: userOperator && readInterval(userOperator, unit),
    ...readTemplate(wire.template),
  });
}

/** The operators with their intervals in milliseconds. */
export function plainEntityOperator(wire: WireEntityOperator, unit: IntervalUnit): WireEntityOperator {
  if (unit !== 'both') return wire;
  const { topicOperator, userOperator } = wire;
  return defined({
    ...wire,
    topicOperator: topicOperator && inMilliseconds(topicOperator),
    userOperator: userOperator && inMilliseconds(userOperator),
  });
}

/** An interval that is no whole number of seconds has no words where there are seconds alone. */
function writeOperator(interval: number | undefined, unit: IntervalUnit): WireOperator {
  if (interval === undefined) return {};
  if (unit !== 'seconds') return { reconciliationIntervalMs: interval };
  return interval % 1000 === 0 ? { reconciliationIntervalSeconds: interval / 1000 } : {};
}

function readInterval(wire: WireOperator, unit: IntervalUnit): number | undefined {
  if (unit !== 'seconds') return wire.reconciliationIntervalMs;
  const { reconciliationIntervalSeconds: seconds } = wire;
  return seconds === undefined ? undefined : seconds * 1000;
}

function inMilliseconds(operator: WireOperator): WireOperator {
  const { reconciliationIntervalSeconds: seconds, ...others } = operator;
  if (seconds === undefined) return operator;
  return { ...others, reconciliationIntervalMs: others.reconciliationIntervalMs ?? seconds * 1000 };
}
