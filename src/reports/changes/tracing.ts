import type { TraceStorageRecord, TracingBackendRecord } from '../../model/tracing';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { NounChanges, PassedOn } from '../scene';
import { isOpened, RECEIVERS } from './beside';

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

/** @see JaegerEsIndexCleanerSpec of the Jaeger operator 1.65.0 */
const USUAL_DAYS = 7;

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
    storeName: always('spec.config', 'restarts-pods', RESTART),
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
    hosts: always('spec.ingress.hosts', 'safe', 'Browsers find it by another host.'),
    jaegerClients: always('spec.config', 'restarts-pods', RESTART),
    memoryLimiter: always('spec.config', 'restarts-pods', RESTART),
    batch: always('spec.config', 'restarts-pods', RESTART),
    tailSampling: always('spec.config', 'restarts-pods', `${RESTART} Other traces are kept from then on.`),
    spanMetrics: always('spec.config', 'restarts-pods', RESTART),
    metricsUrl: always('spec.config', 'restarts-pods', RESTART),
    replicas: (was, is) => [
      is === 0
        ? { class: 'restarts-pods', ...changed('spec.replicas', was, is), message: 'Nobody takes traces any more.' }
        : { class: 'safe', ...changed('spec.replicas', was, is), message: 'Collectors are added or taken away.' },
    ],
    resources: always('spec.resources', 'restarts-pods', RESTART),
    podAnnotations: always('spec.podAnnotations', 'restarts-pods', RESTART),
  },
  labels: (_, apiVersion) => (apiVersion?.startsWith('opentelemetry.io/') ? PASSED_ON : undefined),
  kept: [
    {
      at: 'spec.storage.esIndexCleaner.numberOfDays',
      isAbout: (before, after) => Number(after ?? USUAL_DAYS) < Number(before ?? USUAL_DAYS),
      class: 'may-lose-data',
      message: 'Traces are deleted earlier.',
    },
    {
      at: 'spec.storage.esIndexCleaner.enabled',
      isAbout: (_, after) => after !== false,
      class: 'may-lose-data',
      message: 'Old traces are deleted from then on.',
    },
    { at: 'spec.storage.esIndexCleaner', class: 'safe', message: 'It is about the job that deletes old traces.' },
    {
      at: 'spec.ingress.security',
      isAbout: (_, after) => after !== 'oauth-proxy',
      class: 'widens-access',
      message: 'Traces can be looked at from outside without a login.',
    },
    RECEIVERS,
    { at: 'spec.ingress.type', isAbout: isOpened, class: 'widens-access', message: 'It is reached from outside.' },
    { at: 'spec', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};

function storageEffect(was: TraceStorageRecord, is: TraceStorageRecord): ChangeEffect {
  const field = changed('spec.storage', was.type, is.type);
  if (!isKept(was)) return { class: 'may-lose-data', ...field, message: 'Traces until then are gone.' };
  if (isElsewhere(was, is)) {
    const message = 'Traces until then stay in the old store, and are not shown.';
    return { class: 'may-lose-data', ...field, message };
  }
  if (was.type === 'badger' && is.type === 'badger' && was.ttl !== is.ttl) {
    const message = `${RESTART} Where traces are kept for a shorter time, older ones are gone.`;
    return { class: 'may-lose-data', ...changed('spec.storage', was.ttl, is.ttl), message };
  }
  return { class: 'restarts-pods', ...field, message: RESTART };
}

/** Whether traces are looked for elsewhere than where they were written. */
function isElsewhere(was: TraceStorageRecord, is: TraceStorageRecord): boolean {
  const [before, after] = [placeOf(was), placeOf(is)];
  return before.store !== after.store || !before.hosts.some((host) => after.hosts.includes(host));
}

/** Where traces are: what names the store, and who serves it, of whom one at least has to stay. */
function placeOf(storage: TraceStorageRecord): { readonly store: string; readonly hosts: readonly string[] } {
  switch (storage.type) {
    case 'badger':
      return { store: `badger ${storage.claim ?? ''} ${String(isKept(storage))}`, hosts: [''] };
    case 'cassandra':
      return { store: `cassandra ${storage.keyspace}`, hosts: storage.servers };
    case 'elasticsearch':
    case 'opensearch':
      return { store: `search ${storage.indexPrefix ?? ''}`, hosts: storage.serverUrls };
    case 'otlp':
      return { store: 'otlp', hosts: [storage.endpoint] };
    default:
      return { store: storage.type, hosts: [''] };
  }
}

/** Whether traces outlive the process. */
function isKept(storage: TraceStorageRecord): boolean {
  if (storage.type === 'badger') return storage.size !== undefined || storage.claim !== undefined;
  return storage.type !== 'memory';
}
