import { groupOf, objectId, type Identified, type ObjectId } from './object-id';

/** Part of a clean-up: what can go at once, when all that comes before is gone. */
export interface TeardownStep {
  /** What goes. */
  readonly title: string;
  readonly objects: readonly ObjectId[];
  /** What else goes, that operators made and nobody described. */
  readonly made: readonly MadeObjects[];
  /** Data that is lost for good; absent: none is. */
  readonly data?: string;
}

/** Objects that operators made, by their labels. */
export interface MadeObjects {
  /** Kind, in lower case, with its group: `pod`, `clusterserviceversion.operators.coreos.com`. */
  readonly resource: string;
  readonly selector: string;
  readonly namespace?: string;
  /** Whether they go by themselves, and it is enough to wait for that. */
  readonly wait: boolean;
}

/** A clean-up. */
export interface Teardown {
  readonly steps: readonly TeardownStep[];
  /** What is described and stays. */
  readonly kept: readonly ObjectId[];
}

/** How a clean-up is made. */
export interface TeardownOptions {
  /**
   * Whether the claims of the clusters go too, and with them their volumes.
   * @default false
   */
  readonly claims?: boolean;
}

/**
 * The order in which what manifests describe can be deleted: programs before what they talk to, topics and users while
 * the operator runs that has to let go of them, operators when nothing of theirs is left. Definitions of kinds stay:
 * deleting one deletes all objects of the kind, whoever they belong to.
 */
export function teardown(manifests: readonly Identified[], { claims = false }: TeardownOptions = {}): Teardown {
  const byPhase = new Map<Phase, Identified[]>();
  const kept: ObjectId[] = [];
  for (const manifest of manifests) {
    const id = objectId(manifest);
    if (!id) continue;
    const phase = phaseOf(id);
    if (phase === undefined) {
      kept.push(id);
      continue;
    }
    const ofPhase = byPhase.get(phase);
    if (ofPhase) ofPhase.push(manifest);
    else byPhase.set(phase, [manifest]);
  }
  const steps = PHASES.flatMap((phase) => phase.steps(byPhase.get(phase) ?? [], claims));
  return { steps, kept: kept.sort(byIdentity) };
}

interface Phase {
  /** Kinds with their groups; absent: what no other phase has. */
  readonly kinds?: readonly string[];
  readonly steps: (manifests: readonly Identified[], claims: boolean) => readonly TeardownStep[];
}

const STRIMZI = 'kafka.strimzi.io';
const OLM = 'operators.coreos.com';

const CLIENTS = [
  'Deployment.apps',
  'StatefulSet.apps',
  'DaemonSet.apps',
  'ReplicaSet.apps',
  'Job.batch',
  'CronJob.batch',
  'Pod',
  'DeploymentConfig.apps.openshift.io',
  'Service.serving.knative.dev',
];

const PHASES: readonly Phase[] = [
  { kinds: CLIENTS, steps: plain('Programs') },
  { kinds: ['KafkaAccess.access.strimzi.io'], steps: plain('Secrets for programs') },
  { kinds: [`KafkaConnector.${STRIMZI}`, `KafkaRebalance.${STRIMZI}`], steps: plain('Connectors and rebalances') },
  {
    kinds: ['KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaConnect', 'KafkaBridge'].map((kind) => `${kind}.${STRIMZI}`),
    steps: plain('Mirrors, Connect and bridges'),
  },
  { kinds: [`KafkaTopic.${STRIMZI}`], steps: topicSteps },
  { kinds: [`KafkaUser.${STRIMZI}`], steps: plain('Users') },
  { kinds: [`Kafka.${STRIMZI}`, `KafkaNodePool.${STRIMZI}`], steps: clusterSteps },
  { kinds: ['Jaeger.jaegertracing.io', 'OpenTelemetryCollector.opentelemetry.io'], steps: plain('Tracing') },
  { steps: plain('What else there is') },
  { kinds: [`Subscription.${OLM}`, `OperatorGroup.${OLM}`], steps: operatorSteps },
  {
    kinds: ['Namespace', 'Project.project.openshift.io'],
    steps: plain('Namespaces', 'all that is left in them, also claims and their volumes'),
  },
];

const KEPT = new Set(['CustomResourceDefinition.apiextensions.k8s.io']);

const PHASE_OF = new Map(PHASES.flatMap((phase) => (phase.kinds ?? []).map((kind) => [kind, phase] as const)));
const REST = PHASES.find(({ kinds }) => kinds === undefined);

function phaseOf(id: ObjectId): Phase | undefined {
  const kind = kindOf(id);
  return KEPT.has(kind) ? undefined : (PHASE_OF.get(kind) ?? REST);
}

function kindOf(id: Pick<ObjectId, 'apiVersion' | 'kind'>): string {
  const group = groupOf(id);
  return group === '' ? id.kind : `${id.kind}.${group}`;
}

function plain(title: string, data?: string): Phase['steps'] {
  return (manifests) => step({ title, manifests, data });
}

interface StepParts {
  readonly title: string;
  readonly manifests: readonly Identified[];
  readonly made?: readonly MadeObjects[];
  readonly data?: string | undefined;
}

/** One step, or none where nothing goes. */
function step({ title, manifests, made = [], data }: StepParts): readonly TeardownStep[] {
  const objects = idsOf(manifests);
  return objects.length + made.length === 0 ? [] : [{ title, objects, made, ...(data !== undefined && { data }) }];
}

/** What each object is, once, in an order that does not depend on the files. */
function idsOf(manifests: readonly Identified[]): readonly ObjectId[] {
  const ids = new Map<string, ObjectId>();
  for (const manifest of manifests) {
    const id = objectId(manifest);
    if (id) ids.set(identityOf(id), id);
  }
  return [...ids.values()].sort(byIdentity);
}

/** A topic that the operator does not manage stays in Kafka when its object goes. */
function topicSteps(manifests: readonly Identified[]): readonly TeardownStep[] {
  const unmanaged = new Set(manifests.filter((manifest) => annotationOf(manifest, 'strimzi.io/managed') === 'false'));
  return [
    ...step({ title: 'Topics that nobody manages, which stay in Kafka', manifests: [...unmanaged] }),
    ...step({
      title: 'Topics, which their operator deletes in Kafka',
      manifests: manifests.filter((manifest) => !unmanaged.has(manifest)),
      data: 'the records of the topics',
    }),
  ];
}

function clusterSteps(manifests: readonly Identified[], claims: boolean): readonly TeardownStep[] {
  const clusters = manifests.filter(({ kind }) => kind === 'Kafka');
  const pools = manifests.filter(({ kind }) => kind !== 'Kafka');
  const selected = (resource: string, wait: boolean): MadeObjects[] =>
    idsOf(clusters).map(({ name, namespace }) => ({
      resource,
      selector: `strimzi.io/cluster=${name}`,
      ...(namespace !== undefined && { namespace }),
      wait,
    }));
  return [
    ...step({
      title: 'Kafka clusters',
      manifests: clusters,
      made: selected('pod', true),
      data: 'what is on ephemeral volumes, and on claims with deleteClaim',
    }),
    ...step({ title: 'Node pools', manifests: pools }),
    ...(claims && clusters.length > 0
      ? step({
          title: 'Claims of the clusters',
          manifests: [],
          made: selected('persistentvolumeclaim', false),
          data: 'the volumes of the clusters',
        })
      : []),
  ];
}

/** A subscription that goes leaves the operator that it installed. */
function operatorSteps(manifests: readonly Identified[]): readonly TeardownStep[] {
  const made = manifests.flatMap(({ kind, metadata, spec }: Identified & { readonly spec?: unknown }) => {
    const { namespace } = (metadata ?? {}) as { readonly namespace?: unknown };
    const { name } = (spec ?? {}) as { readonly name?: unknown };
    if (kind !== 'Subscription' || typeof name !== 'string' || typeof namespace !== 'string') return [];
    const resource = `clusterserviceversion.${OLM}`;
    return [{ resource, selector: `${OLM}/${name}.${namespace}`, namespace, wait: false }];
  });
  return step({ title: 'Operators, which other namespaces may use too', manifests, made });
}

function annotationOf({ metadata }: Identified, key: string): unknown {
  const { annotations } = (metadata ?? {}) as { readonly annotations?: Readonly<Record<string, unknown>> };
  return annotations?.[key];
}

function identityOf({ apiVersion, kind, namespace = '', name }: ObjectId): string {
  return JSON.stringify([namespace, kindOf({ apiVersion, kind }), name]);
}

function byIdentity(one: ObjectId, other: ObjectId): number {
  return identityOf(one) < identityOf(other) ? -1 : 1;
}
