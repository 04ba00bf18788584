import type { TraceStorageRecord, TracingBackendRecord } from '../../model/tracing';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { NounChanges, PassedOn } from '../scene';

const RESTART = 'Jaeger restarts.';

/**
 * The OpenTelemetry operator gives pods the labels and annotations of their object, but for labels that it sets itself, and
 * unless its flags filter them. The Jaeger operator does not.
 * @see Labels and PodAnnotations of manifestutils, and Deployment, of the OpenTelemetry operator 0.158
 */
const PASSED_ON: PassedOn = {
  class: 'restarts-pods',
  message: RESTART,
  kept: /^app\.kubernetes\.io\/(managed-by|instance|part-of|component|version)$/,
  keptAnnotations: /^kubectl\.kubernetes\.io\/last-applied-configuration$/,
};

/** Jaegers. No record in Kafka depends on them. */
export const tracingChanges: NounChanges<TracingBackendRecord> = {
  added: () => [{ class: 'safe', message: 'A Jaeger starts.' }],
  removed: ({ storage }) => [
    isKept(storage)
      ? { class: 'restarts-pods', message: 'The Jaeger is gone; traces stay in its store.' }
      : { class: 'may-lose-data', message: 'The Jaeger is gone, and the traces with it.' },
  ],
  fields: {
    strategy: always('spec.strategy', 'restarts-pods', RESTART),
    part: always('spec.config', 'restarts-pods', RESTART),
    image: always('spec.image', 'restarts-pods', RESTART),
    storage: (was, is) => [storageEffect(was, is)],
    buffer: always('spec.collector', 'restarts-pods', RESTART),
    logLevel: always('spec.config', 'restarts-pods', RESTART),
    agent: always(
      'spec.agent',
      'restarts-pods',
      'Agents run in another way: programs that send to them may need another address.',
    ),
    exposed: (_was, is) => [
      is === true
        ? { class: 'widens-access', message: 'Traces can be looked at from outside.' }
        : { class: 'narrows-access', message: 'Traces cannot be looked at from outside.' },
    ],
    jaegerClients: always('spec.config', 'restarts-pods', RESTART),
    memoryLimiter: always('spec.config', 'restarts-pods', RESTART),
    batch: always('spec.config', 'restarts-pods', RESTART),
    tailSampling: always('spec.config', 'restarts-pods', `${RESTART} Other traces are kept from then on.`),
    spanMetrics: always('spec.config', 'restarts-pods', RESTART),
    metricsUrl: always('spec.config', 'restarts-pods', RESTART),
    replicas: always('spec.replicas', 'safe', 'Collectors are added or taken away.'),
    resources: always('spec.resources', 'restarts-pods', RESTART),
    podAnnotations: always('spec.podAnnotations', 'restarts-pods', RESTART),
  },
  labels: (_, apiVersion) => (apiVersion?.startsWith('opentelemetry.io/') ? PASSED_ON : undefined),
  kept: [
    { at: 'spec', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};

function storageEffect(was: TraceStorageRecord, is: TraceStorageRecord): ChangeEffect {
  const field = changed('spec.storage', was.type, is.type);
  if (isKept(was) && was.type === is.type) return { class: 'restarts-pods', ...field, message: RESTART };
  return {
    class: 'may-lose-data',
    ...field,
    message: isKept(was)
      ? 'Traces until then stay in the old store, and are not shown.'
      : 'Traces until then are gone.',
  };
}

/** Whether traces outlive the process. */
function isKept(storage: TraceStorageRecord): boolean {
  if (storage.type === 'badger') return storage.size !== undefined || storage.claim !== undefined;
  return storage.type !== 'memory';
}
