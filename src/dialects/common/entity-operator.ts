import type { EntityOperator, EntityProgram, UserOperator } from '../../model/entity-operator';
import { defined } from './codec';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readResources, withPlainResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { readSidecar, SIDECAR_SHAPE, withPlainSidecar, writeSidecar } from './tls-sidecar';
import { plainWorkload, PROGRAM_SHAPE, readWorkload, writeWorkload, type WorkloadForm } from './workload';

const OPERATOR = {
  watchedNamespace: 'text',
  reconciliationIntervalSeconds: 'number',
  reconciliationIntervalMs: 'number',
  resources: POD_SHAPES.resources,
  image: 'text',
  ...PROGRAM_SHAPE,
} as const satisfies Shape;
const USER_OPERATOR = { ...OPERATOR, secretPrefix: 'text' } as const satisfies Shape;
/** What readers take the operators for. */
export const ENTITY_OPERATOR_SHAPE = {
  topicOperator: OPERATOR,
  userOperator: USER_OPERATOR,
  tlsSidecar: SIDECAR_SHAPE,
  template: {
    ...TEMPLATE_SHAPE,
    pod: POD_WITH_VOLUMES,
    topicOperatorContainer: CONTAINER_SHAPE,
    userOperatorContainer: CONTAINER_SHAPE,
  },
} as const satisfies Shape;

/** The operators of topics and users beside a cluster. */
type WireEntityOperator = Fitting<typeof ENTITY_OPERATOR_SHAPE>;
type WireOperator = Fitting<typeof OPERATOR>;
type WireUserOperator = Fitting<typeof USER_OPERATOR>;

/** The unit that an API version has for the operators' intervals; `both`: the seconds are an older word. */
export type IntervalUnit = 'seconds' | 'milliseconds' | 'both';

/** How an API spells the operators. */
export interface EntityOperatorForm {
  readonly interval: IntervalUnit;
  /** How it spells the other programs of a cluster. */
  readonly workload: WorkloadForm;
}

/** Spells the operators. */
export function writeEntityOperator(operators: EntityOperator, form: EntityOperatorForm): WireEntityOperator {
  const { topicOperator, userOperator } = operators;
  return defined({
    topicOperator: topicOperator && writeOperator(topicOperator, form),
    userOperator: userOperator && writeUserOperator(userOperator, form),
    tlsSidecar: writeSidecar(operators.tlsSidecar),
    template: withContainers(writeTemplate(operators), {
      topicOperatorContainer: topicOperator,
      userOperatorContainer: userOperator,
    }),
  });
}

/** Reads the operators. */
export function readEntityOperator(wire: WireEntityOperator, form: EntityOperatorForm): EntityOperator {
  const { topicOperator, userOperator, template } = wire;
  return defined({
    topicOperator: topicOperator && {
      ...readOperator(topicOperator, form),
      ...readContainer(template, 'topicOperatorContainer'),
    },
    userOperator: userOperator && {
      ...readOperator(userOperator, form),
      ...defined({ secretPrefix: userOperator.secretPrefix }),
      ...readContainer(template, 'userOperatorContainer'),
    },
    tlsSidecar: readSidecar(wire.tlsSidecar),
    ...readTemplate(template),
  });
}

/** The operators in the words that `writeEntityOperator` uses. */
export function plainEntityOperator(wire: WireEntityOperator, form: EntityOperatorForm): WireEntityOperator {
  const { topicOperator, userOperator } = wire;
  return defined({
    ...withPlainSidecar(wire),
    topicOperator: topicOperator && plainOperator(topicOperator, form),
    userOperator: userOperator && plainOperator(userOperator, form),
  });
}

function writeOperator(operator: EntityProgram, { interval, workload }: EntityOperatorForm): WireOperator {
  const { watchedNamespace, intervalMs, resources, image } = operator;
  return defined({
    watchedNamespace,
    image,
    ...writeInterval(intervalMs, interval),
    resources: writeResources(resources),
    ...writeWorkload(operator, ownForm(workload)),
  });
}

function writeUserOperator(operator: UserOperator, form: EntityOperatorForm): WireUserOperator {
  const { secretPrefix } = operator;
  return defined({ ...writeOperator(operator, form), secretPrefix });
}

function readOperator(wire: WireOperator, { interval, workload }: EntityOperatorForm): EntityProgram {
  return defined({
    watchedNamespace: wire.watchedNamespace,
    image: wire.image,
    intervalMs: readInterval(wire, interval),
    resources: readResources(wire.resources),
    ...readWorkload(wire, ownForm(workload)),
  });
}

function plainOperator(wire: WireOperator, { interval, workload }: EntityOperatorForm): WireOperator {
  const plain = plainWorkload(withPlainResources(wire), ownForm(workload));
  return interval === 'both' ? inMilliseconds(plain) : plain;
}

/** These operators had another version of log4j than Kafka. */
function ownForm(form: WorkloadForm): WorkloadForm {
  return form.files === 'inline' ? { ...form, loggingKey: 'log4j2.properties' } : form;
}

/** An interval that is no whole number of seconds has no words where there are seconds alone. */
function writeInterval(intervalMs: number | undefined, unit: IntervalUnit): WireOperator {
  if (intervalMs === undefined) return {};
  if (unit !== 'seconds') return { reconciliationIntervalMs: intervalMs };
  return intervalMs % 1000 === 0 ? { reconciliationIntervalSeconds: intervalMs / 1000 } : {};
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
