import { compareMinors } from '../model/minors';
import { groupOf } from './object-id';

/** How far an object of a cluster is. */
export interface Readiness {
  /**
   * `ready`: it is there, and whoever runs it is content. `waiting`: that is not so yet. `failed`: whoever runs it says
   * that something is wrong. It may still mend itself: operators go on trying.
   */
  readonly state: 'ready' | 'waiting' | 'failed';
  /** What keeps it, in the words of whoever runs it. */
  readonly why?: string;
  /** What whoever runs it warns of although it is content. */
  readonly warnings?: readonly string[];
}

/** An object as an API server tells it. Everything of it may be missing. */
export interface LiveObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Fields;
  readonly status?: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

type Judge = (object: LiveObject) => Readiness;

const READY: Readiness = { state: 'ready' };

/** What says of each kind how far it is, by group or by kind and group; others are ready as soon as they are there. */
const JUDGES: Readonly<Record<string, Judge>> = {
  'kafka.strimzi.io': strimzi,
  'Kafka.kafka.strimzi.io': (object) => worse(strimzi(object), kafka(object)),
  'KafkaNodePool.kafka.strimzi.io': nodePool,
  'KafkaRebalance.kafka.strimzi.io': rebalance,
  'KafkaConnector.kafka.strimzi.io': (object) => worse(strimzi(object), connectors([field(object, 'connectorStatus')])),
  'KafkaMirrorMaker2.kafka.strimzi.io': (object) =>
    worse(strimzi(object), connectors(items(object.status, 'connectors'))),
  'KafkaAccess.access.strimzi.io': strimzi,
  'StrimziPodSet.core.strimzi.io': podSet,
  'Jaeger.jaegertracing.io': phase('Running'),
  'OpenTelemetryCollector.opentelemetry.io': collector,
  'Deployment.apps': (object) => replicas(object, 'availableReplicas'),
  'StatefulSet.apps': (object) => replicas(object, 'readyReplicas'),
  'Job.batch': job,
  PersistentVolumeClaim: phase('Bound'),
  Namespace: phase('Active'),
  Pod: pod,
  'Route.route.openshift.io': route,
  'Subscription.operators.coreos.com': subscription,
};

/** Whether more than its presence says how far an object of the kind is. */
export function hasReadiness(id: Pick<LiveObject, 'apiVersion' | 'kind'>): boolean {
  return judgeOf(id) !== undefined;
}

/**
 * How far an object is.
 * @param operator - the version of the Kafka operator that is to have it in hand; absent: any
 */
export function readinessOf(object: LiveObject, operator?: string): Readiness {
  if (object.metadata?.deletionTimestamp !== undefined) return { state: 'waiting', why: 'It is being deleted.' };
  const readiness = judgeOf(object)?.(object) ?? READY;
  return operator === undefined ? readiness : worse(readiness, takenUpBy(object, operator));
}

/** Which operator a cluster was last content under, as operators from 0.37 on tell of clusters. A patch makes no difference. */
function takenUpBy(object: LiveObject, operator: string): Readiness {
  const last = field(object, 'operatorLastSuccessfulVersion');
  return typeof last !== 'string' || compareMinors(last, operator) === 0
    ? READY
    : { state: 'waiting', why: `It is in the hands of operator ${last}, and ${operator} is to have it.` };
}

function judgeOf(id: Pick<LiveObject, 'apiVersion' | 'kind'>): Judge | undefined {
  const group = groupOf(id);
  const kind = group === '' ? id.kind : `${id.kind}.${group}`;
  const key = [kind, group].find((each) => Object.hasOwn(JUDGES, each));
  return key === undefined ? undefined : JUDGES[key];
}

/** Conditions of the Strimzi operators: `Ready`, `NotReady`, `Warning`, `ReconciliationPaused`. */
function strimzi(object: LiveObject): Readiness {
  const behind = behindOf(object);
  if (behind) return behind;
  const conditions = conditionsOf(object);
  const warnings = conditions.filter(({ type, status }) => type === 'Warning' && status === 'True').map(wordsOf);
  const told = warnings.length > 0 ? { warnings } : {};
  const isTrue = (type: string) => conditions.find((each) => each.type === type && each.status === 'True');
  const paused = isTrue('ReconciliationPaused');
  if (paused) return { state: 'waiting', why: 'Its reconciliation is paused.', ...told };
  if (isTrue('Ready')) return { state: 'ready', ...told };
  const fault = isTrue('NotReady') ?? conditions.find(({ type, status }) => type === 'Ready' && status === 'False');
  // The operator calls a cluster that it is still making not ready.
  if (fault?.reason === 'Creating') return { state: 'waiting', why: wordsOf(fault), ...told };
  if (fault) return { state: 'failed', why: wordsOf(fault), ...told };
  return { state: 'waiting', why: 'Its operator says nothing of it yet.', ...told };
}

/**
 * Where the metadata of a cluster have to be before the next step, by what its annotation asks for. Of KRaft operators from
 * 0.49 on tell nothing.
 * @see https://strimzi.io/docs/operators/0.45.0/deploying#proc-deploy-migrate-kraft-str
 */
const METADATA_STATES: Readonly<Record<string, string>> = {
  migration: 'KRaftPostMigration',
  enabled: 'KRaft',
  rollback: 'KRaftDualWriting',
  disabled: 'ZooKeeper',
};

/** An operator calls a cluster ready while it is on the way to another Kafka, or to KRaft. */
function kafka(object: LiveObject): Readiness {
  const wanted = METADATA_STATES[object.metadata?.annotations?.['strimzi.io/kraft'] ?? ''];
  const state = field(object, 'kafkaMetadataState');
  if (wanted !== undefined && typeof state === 'string' && state !== wanted)
    return { state: 'waiting', why: `Its metadata are in the state ${state}, on the way to ${wanted}.` };
  const version = (object.spec?.['kafka'] as Fields | undefined)?.['version'];
  const running = field(object, 'kafkaVersion');
  return typeof version !== 'string' || typeof running !== 'string' || version === running
    ? READY
    : { state: 'waiting', why: `It runs Kafka ${running}, on the way to ${version}.` };
}

/** A node pool has no condition of its own: its cluster has. */
function nodePool(object: LiveObject): Readiness {
  const behind = behindOf(object);
  if (behind) return behind;
  const faults = conditionsOf(object).filter(({ type, status }) => type === 'NotReady' && status === 'True');
  if (faults[0]) return { state: 'failed', why: wordsOf(faults[0]) };
  const wanted = object.spec?.['replicas'];
  const there = items(object.status, 'nodeIds').length;
  return typeof wanted !== 'number' || there === wanted ? READY : short(there, wanted, 'nodes');
}

/** The states of a rebalance are the types of its condition. */
function rebalance(object: LiveObject): Readiness {
  const state = conditionsOf(object).find(({ type, status }) => type !== 'Warning' && status === 'True');
  if (!state) return { state: 'waiting', why: 'Its operator says nothing of it yet.' };
  if (['Ready', 'ProposalReady'].includes(state.type)) return READY;
  return { state: state.type === 'NotReady' ? 'failed' : 'waiting', why: wordsOf(state) };
}

/** What Kafka Connect says of connectors and their tasks. */
function connectors(statuses: readonly unknown[]): Readiness {
  for (const status of statuses) {
    const told = (status ?? {}) as Fields;
    const parts = [told['connector'], ...items(told, 'tasks')] as (Fields | undefined)[];
    const failed = parts.find((each) => each?.['state'] === 'FAILED');
    if (failed) return { state: 'failed', why: `${text(told['name'])}: ${firstLine(failed['trace'])}` };
  }
  return READY;
}

function podSet(object: LiveObject): Readiness {
  const { pods, readyPods } = object.status ?? {};
  if (typeof pods !== 'number' || typeof readyPods !== 'number')
    return { state: 'waiting', why: 'It has no pods yet.' };
  return readyPods === pods ? READY : short(readyPods, pods, 'pods');
}

function phase(wanted: string): Judge {
  return ({ status }) => {
    const given = status?.['phase'];
    if (given === wanted) return READY;
    return {
      state: given === 'Failed' ? 'failed' : 'waiting',
      why: typeof given === 'string' ? `It is ${given}.` : 'It has no phase yet.',
    };
  };
}

/** The operator tells its pods as `ready/wanted`. */
function collector(object: LiveObject): Readiness {
  const [ready, wanted] = text((field(object, 'scale') as Fields | undefined)?.['statusReplicas']).split('/');
  if (wanted === undefined) return { state: 'waiting', why: 'Its operator says nothing of it yet.' };
  return ready === wanted ? READY : short(Number(ready), Number(wanted), 'pods');
}

function replicas(object: LiveObject, counted: string): Readiness {
  const behind = behindOf(object);
  if (behind) return behind;
  const wanted = object.spec?.['replicas'] ?? 1;
  const there = object.status?.[counted] ?? 0;
  const updated = object.status?.['updatedReplicas'] ?? there;
  if (Number(there) >= Number(wanted) && Number(updated) >= Number(wanted)) return READY;
  const fault = conditionsOf(object).find(({ type, status }) => FAULTS.has(`${type} ${status}`));
  if (fault) return { state: 'failed', why: wordsOf(fault) };
  return short(Math.min(Number(there), Number(updated)), Number(wanted), 'pods');
}

const FAULTS = new Set(['ReplicaFailure True', 'Progressing False']);

function job(object: LiveObject): Readiness {
  const conditions = conditionsOf(object).filter(({ status }) => status === 'True');
  const failed = conditions.find(({ type }) => type === 'Failed');
  if (failed) return { state: 'failed', why: wordsOf(failed) };
  return conditions.some(({ type }) => type === 'Complete') ? READY : { state: 'waiting', why: 'It is not done yet.' };
}

function pod(object: LiveObject): Readiness {
  const conditions = conditionsOf(object);
  const isReady = conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
  if (isReady || object.status?.['phase'] === 'Succeeded') return READY;
  const containers = ['initContainerStatuses', 'containerStatuses'].flatMap((name) => items(object.status, name));
  for (const each of containers) {
    const { waiting } = ((each as Fields)['state'] ?? {}) as { readonly waiting?: Condition };
    if (waiting && !STARTING.has(waiting.reason ?? '')) return { state: 'failed', why: wordsOf(waiting) };
  }
  const unscheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  return { state: 'waiting', why: unscheduled ? wordsOf(unscheduled) : 'Its containers are starting.' };
}

const STARTING = new Set(['ContainerCreating', 'PodInitializing']);

function route(object: LiveObject): Readiness {
  const conditions = items(object.status, 'ingress').flatMap((each) =>
    items(each as Fields, 'conditions'),
  ) as Condition[];
  const refused = conditions.find(({ type, status }) => type === 'Admitted' && status === 'False');
  if (refused) return { state: 'failed', why: wordsOf(refused) };
  return conditions.some(({ type }) => type === 'Admitted')
    ? READY
    : { state: 'waiting', why: 'No router has admitted it yet.' };
}

function subscription(object: LiveObject): Readiness {
  const state = object.status?.['state'];
  if (state === 'AtLatestKnown') return READY;
  const fault = conditionsOf(object).find(({ type, status }) => type === 'ResolutionFailed' && status === 'True');
  if (fault) return { state: 'failed', why: wordsOf(fault) };
  return { state: 'waiting', why: typeof state === 'string' ? `It is ${state}.` : 'It is not resolved yet.' };
}

/** Waiting, where the status is of an earlier version of the object. */
function behindOf({ metadata, status }: LiveObject): Readiness | undefined {
  const observed = status?.['observedGeneration'];
  const { generation } = metadata ?? {};
  if (typeof observed !== 'number' || generation === undefined || observed >= generation) return undefined;
  return { state: 'waiting', why: 'Its operator has not seen the latest change yet.' };
}

function worse(one: Readiness, other: Readiness): Readiness {
  return one.state === 'ready' && other.state !== 'ready' ? { ...one, ...other } : one;
}

function short(there: number, wanted: number, what: string): Readiness {
  return { state: 'waiting', why: `${there} of ${wanted} ${what} are ready.` };
}

function conditionsOf({ status }: LiveObject): readonly Condition[] {
  return items(status, 'conditions') as readonly Condition[];
}

function items(fields: Fields | undefined, name: string): readonly unknown[] {
  const value = fields?.[name];
  return Array.isArray(value) ? value : [];
}

function field({ status }: LiveObject, name: string): unknown {
  return status?.[name];
}

function wordsOf({ reason, message }: Pick<Condition, 'reason' | 'message'>): string {
  return [reason, message].filter((each) => each !== undefined && each !== '').join(': ');
}

function firstLine(trace: unknown): string {
  return text(trace).split('\n')[0] ?? '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
