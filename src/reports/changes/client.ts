import { templatePlace } from '../../dialects/common/pod-place';
import type { ClientRecord, ClientRole } from '../../model/client';
import { consumptionOf } from '../../model/client-role';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { Around, FieldChange, NounChanges } from '../scene';

const RESTART = 'The pods of the application restart.';
const NEXT_JOB = 'The next Job has it; one that runs does not.';
const FIXED = {
  message: 'The API server refuses it: the pods of a Job are as they were made.',
  remedy: 'Delete the Job first, or give it another name.',
};

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
  removed: () => [{ class: 'restarts-pods', message: 'The pods of the application are gone.' }],
  fields: {
    workload: restart(),
    container: restart(),
    role: roleEffects,
    contract: restart(),
    prefix: restart(),
    variables: restart(),
    image: restart('spec.containers[0].image'),
    replicas: always('spec.replicas', 'safe', 'Pods are added or taken away; the others stay.'),
    endpoint: restart(),
    credentialsAs: restart(),
    tracing: restart(),
    delayMs: restart(),
    messageCount: restart(),
    logLevel: restart(),
    env: restart(),
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
  kept: [
    {
      at: 'spec.selector',
      class: 'manual-step',
      message: 'The API server refuses it: a Deployment selects the same pods for its life.',
      remedy: 'Delete the Deployment first, or give it another name.',
    },
    { at: 'spec.template', kind: 'Job', class: 'manual-step', ...FIXED },
    { at: 'spec.jobTemplate', kind: 'CronJob', class: 'safe', message: NEXT_JOB },
    { at: 'spec.template', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'safe', message: 'It is about how pods are replaced, or about the object alone.' },
  ],
};

function roleEffects(was: ClientRole, is: ClientRole, { is: record }: Around<ClientRecord>): readonly ChangeEffect[] {
  const ofGroup = groupEffect(was, is, containerPlace(record));
  return [ofGroup ?? { field: containerPlace(record), ...outcomeOf(record) }];
}

function groupEffect(was: ClientRole, is: ClientRole, field: string): ChangeEffect | undefined {
  const [before, after] = [consumptionOf(was)?.group, consumptionOf(is)?.group];
  if (before === undefined || after === undefined || before === after) return undefined;
  return {
    class: 'manual-step',
    ...changed(field, before, after),
    message:
      'The application is a group that Kafka does not know: it begins where auto.offset.reset says, and keeps nothing of its state.',
    remedy: 'Set the offsets of the new group first, with kafka-consumer-groups.sh.',
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
