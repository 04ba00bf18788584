import { templatePlace } from '../../dialects/common/pod-place';
import type { ClientRecord, ClientRole } from '../../model/client';
import type { Manifest } from '../../dialects/common/codec';
import { map, valueAt } from '../../model/guarded';
import { equal } from '../../dialects/common/values';
import { hostsOf } from '../../model/address';
import { consumptionOf } from '../../model/client-role';
import type { Endpoint } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import type { ChangeEffect } from '../change';
import { weightOf } from '../change-class';
import { callerEffects, namespaceLabels } from '../callers';
import { changed } from '../effects';
import type { KeptRow } from '../kept';
import type { Around, FieldChange, NounChanges } from '../scene';
import type { Side } from '../side';

const RESTART = 'The pods of the application restart.';
const NEXT_JOB = 'The next Job has it; one that runs does not.';
const FIXED = {
  message: 'The API server refuses it: the pods of a Job are as they were made.',
  remedy: 'Delete the Job first, or give it another name.',
};

const FIXED_SELECTOR = {
  class: 'manual-step',
  message: 'The API server refuses it: a Deployment selects the same pods for its life.',
  remedy: 'Delete the Deployment first, or give it another name.',
} as const;
const FIXED_OF_STATEFUL_SET = ['podManagementPolicy', 'serviceName', 'volumeClaimTemplates'];

const OTHER_GROUP = {
  class: 'manual-step',
  message:
    'The application is a group that Kafka does not know: it begins where auto.offset.reset says, and keeps nothing of its state.',
  remedy: 'Set the offsets of the new group first, with kafka-consumer-groups.sh.',
} as const;

/** What an environment says is told by the variables, which may hold secrets. */
function restart<F extends keyof ClientRecord>(field?: string): FieldChange<ClientRecord, F> {
  return (was, is, { is: record }) => [
    {
      ...(field === undefined ? { field: containerPlace(record) } : changed(placeOf(record, field), was, is)),
      ...outcomeOf(record),
    },
  ];
}

/** What comes of other pods, by the kind that has them. */
function outcomeOf({ workload }: ClientRecord): Pick<ChangeEffect, 'class' | 'message' | 'remedy'> {
  if (workload?.kind === 'Job') return { class: 'manual-step', ...FIXED };
  if (workload?.kind === 'CronJob') return { class: 'safe', message: NEXT_JOB };
  return { class: 'restarts-pods', message: RESTART };
}

/** Where a field of the template of pods stands. */
function placeOf({ workload }: ClientRecord, field: string): string {
  const place = templatePlace(workload?.kind ?? 'Deployment');
  return [...place, field].join('.');
}

function containerPlace(record: ClientRecord): string {
  return placeOf(record, 'spec.containers[0]');
}

/** Deployments of client applications, and other objects that they are in. */
export const clientChanges: NounChanges<ClientRecord> = {
  added: () => [{ class: 'safe', message: 'An application starts.' }],
  removed: (record) => [
    isClusterOperator(record)
      ? UNATTENDED
      : { class: 'restarts-pods', message: 'The pods of the application are gone.' },
  ],
  fields: {
    workload: restart(),
    container: restart(),
    role: roleEffects,
    contract: restart(),
    prefix: restart(),
    variables: restart(),
    image: restart('spec.containers[0].image'),
    replicas: (was, is, { is: record }) => [replicasEffect(was, is, record)],
    endpoint: (was, is, { is: record }) => [endpointEffect(was, is, record)],
    credentialsAs: restart(),
    tracing: restart(),
    delayMs: restart(),
    messageCount: restart(),
    logLevel: restart(),
    env: (_was, _is, around) => envEffects(around),
    command: restart(),
    args: restart(),
    resources: restart('spec.containers[0].resources'),
    probes: restart(),
    placement: restart('spec.affinity'),
    serviceAccount: restart('spec.serviceAccountName'),
    imagePullPolicy: restart('spec.containers[0].imagePullPolicy'),
    imagePullSecrets: restart('spec.imagePullSecrets'),
    podLabels: restart('metadata.labels'),
    podAnnotations: restart('metadata.annotations'),
    runAsUser: restart('spec.securityContext'),
    restricted: restart('spec.securityContext'),
  },
  manifests: (was, is, { after }) => [
    ...(selectionOf(was).length > 0 && selectionOf(is).length === 0 ? [UNSELECTING] : []),
    ...(isSelected(was) && !isSelected(is) ? [UNSELECTED] : []),
    ...callerEffects(callersOf(was, after), callersOf(is, after), PODS_LABELS, after),
  ],
  besides: (told, { is }, [from, to]) => templateEffects(told, is, [from, to]),
  kept: [
    { at: 'spec.selector', ...FIXED_SELECTOR },
    ...FIXED_OF_STATEFUL_SET.map((name): KeptRow => ({
      at: `spec.${name}`,
      kind: 'StatefulSet',
      class: 'manual-step',
      message: 'The API server refuses it: a StatefulSet keeps it for its life.',
      remedy: 'Delete the StatefulSet without its pods first (--cascade=orphan), or give it another name.',
    })),
    {
      at: 'spec.paused',
      isAbout: (_, after) => after === true,
      class: 'manual-step',
      message: 'Changes of its pods wait until this is taken back.',
    },
    { at: 'spec.template', kind: 'Job', class: 'manual-step', ...FIXED },
    { at: 'spec.jobTemplate', kind: 'CronJob', class: 'safe', message: NEXT_JOB },
    { at: 'spec.template', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'safe', message: 'It is about how pods are replaced, or about the object alone.' },
  ],
};

/** What comes of a template that is otherwise in ways that records do not tell, such as another order of variables. */
function templateEffects(
  told: readonly ChangeEffect[],
  record: ClientRecord,
  manifests: readonly [was: Manifest, is: Manifest],
): readonly ChangeEffect[] {
  const outcome = outcomeOf(record);
  if (told.some(({ class: changeClass }) => weightOf(changeClass) >= weightOf(outcome.class))) return [];
  const place = templatePlace(record.workload?.kind ?? 'Deployment');
  const [was, is] = manifests.map((manifest) => bare(valueAt(manifest, place)));
  return equal(was, is) ? [] : [{ field: place.join('.'), ...outcome }];
}

/** A value without what says nothing: empty lists and maps. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(bare);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const fields = Object.entries(value).map(([name, field]) => [name, bare(field)] as const);
  const left = fields.filter(([, field]) => field !== undefined);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

const UNSELECTED: ChangeEffect = {
  class: 'manual-step',
  field: 'spec.template.metadata.labels',
  message: 'The API server refuses it: the object does not select its own pods.',
  remedy: 'Give the pods the labels that spec.selector asks for.',
};

const PODS_LABELS = 'spec.template.metadata.labels';

function callersOf(manifest: Manifest, side: Side): Parameters<typeof callerEffects>[0] {
  const { namespace } = manifest.metadata;
  const pod = valueAt(manifest, templatePlace(manifest.kind));
  return {
    namespace,
    labels: map(map(map(pod)['metadata'])['labels']),
    namespaceLabels: namespaceLabels(side, namespace),
  };
}

const UNSELECTING: ChangeEffect = { field: 'spec.selector', ...FIXED_SELECTOR };

/** Whether pods have the labels that the object selects them by. */
function isSelected(manifest: Manifest): boolean {
  const labels = map(map(map(map(manifest['spec'])['template'])['metadata'])['labels']);
  return selectionOf(manifest).every(([name, value]) => labels[name] === value);
}

function selectionOf({ spec }: Manifest): readonly (readonly [string, unknown])[] {
  return Object.entries(map(map(map(spec)['selector'])['matchLabels']));
}

function replicasEffect(was: number, is: number, record: ClientRecord): ChangeEffect {
  const field = changed('spec.replicas', was, is);
  if (is > 0) return { class: 'safe', ...field, message: 'Pods are added or taken away; the others stay.' };
  return {
    ...field,
    ...(isClusterOperator(record)
      ? UNATTENDED
      : { class: 'restarts-pods', message: 'The pods of the application are gone.' }),
  };
}

function endpointEffect(was: Endpoint, is: Endpoint, record: ClientRecord): ChangeEffect {
  const hosts = [was, is].map(({ bootstrapServers }) => hostsOf(bootstrapServers).sort());
  if (equal(hosts[0], hosts[1])) return { field: containerPlace(record), ...outcomeOf(record) };
  return {
    class: 'manual-step',
    ...changed(containerPlace(record), was.bootstrapServers, is.bootstrapServers),
    message: 'If the address is of another cluster, offsets of the application stay at the old one.',
    remedy: 'See that it is the same cluster, or where the application is to begin.',
  };
}

/** The operator that looks after Kafka is a Deployment like others, where nobody else installs it. */
const WATCHED = 'STRIMZI_NAMESPACE';
const UNATTENDED = {
  class: 'manual-step',
  message: 'No operator looks after what is described any more: it runs on as it is, and changes wait.',
  remedy: 'See that another operator takes it over.',
} as const;

function watched({ env = [] }: ClientRecord): EnvVar | undefined {
  return env.find(({ name }) => name === WATCHED);
}

function isClusterOperator(record: ClientRecord): boolean {
  return watched(record) !== undefined;
}

/** Variables that name a consumer group, or a Kafka Streams application, which is one. */
const GROUP = /(GROUP|APPLICATION)[._]?ID$|CONSUMER[._]GROUP$/i;

function isOtherGroup({ env: before = [] }: ClientRecord, { env: after = [] }: ClientRecord): boolean {
  const valueIn = (env: readonly EnvVar[], name: string): unknown =>
    env.find((variable) => variable.name === name && 'value' in variable);
  return before.some(({ name }) => {
    const [was, is] = [valueIn(before, name), valueIn(after, name)];
    return GROUP.test(name) && was !== undefined && is !== undefined && !equal(was, is);
  });
}

function envEffects({ was, is }: Around<ClientRecord>): readonly ChangeEffect[] {
  const field = containerPlace(is);
  const effect: ChangeEffect = { field, ...outcomeOf(is) };
  if (isOtherGroup(was, is)) return [{ field, ...OTHER_GROUP }, effect];
  if (!isClusterOperator(was) || equal(watched(was), watched(is))) return [effect];
  return [
    {
      class: 'manual-step',
      field,
      message: 'The operator looks at other namespaces: what is elsewhere runs on, and changes there wait.',
      remedy: 'See that another operator looks at those that this one leaves.',
    },
    effect,
  ];
}

function roleEffects(was: ClientRole, is: ClientRole, { is: record }: Around<ClientRecord>): readonly ChangeEffect[] {
  const ofGroup = groupEffect(was, is, containerPlace(record));
  return [ofGroup ?? { field: containerPlace(record), ...outcomeOf(record) }];
}

function groupEffect(was: ClientRole, is: ClientRole, field: string): ChangeEffect | undefined {
  const [before, after] = [consumptionOf(was)?.group, consumptionOf(is)?.group];
  if (before === undefined || after === undefined || before === after) return undefined;
  return {
    ...changed(field, before, after),
    ...OTHER_GROUP,
  };
}

/**
 * What comes of other client applications in an object that is read as one of them. That their pods restart, their object
 * tells.
 */
export function besideEffects(was: readonly ClientRecord[], is: readonly ClientRecord[]): readonly ChangeEffect[] {
  const keyOf = ({ container = '', prefix = '' }: ClientRecord): string => `${container}\0${prefix}`;
  const before = new Map(was.map((record) => [keyOf(record), record]));
  return is.flatMap((record) => {
    const known = before.get(keyOf(record));
    return (known && groupEffect(known.role, record.role, placeOf(record, 'spec.containers'))) ?? [];
  });
}
