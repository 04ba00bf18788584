import { consumptionOf, type ClientRecord, type ClientRole } from '../../model/client';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { FieldChange, NounChanges } from '../scene';

const RESTART = 'The pods of the application restart.';

/** What an environment says is told by the variables, which may hold secrets. */
function restart<F extends keyof ClientRecord>(field?: string): FieldChange<ClientRecord, F> {
  return (was, is) => [
    { class: 'restarts-pods', ...(field === undefined ? CONTAINER : changed(field, was, is)), message: RESTART },
  ];
}

const CONTAINER = { field: 'spec.template.spec.containers[0]' };

/** Deployments of client applications. */
export const clientChanges: NounChanges<ClientRecord> = {
  added: () => [{ class: 'safe', message: 'An application starts.' }],
  removed: () => [{ class: 'restarts-pods', message: 'The pods of the application are gone.' }],
  fields: {
    workload: restart('kind'),
    container: restart(),
    role: (was, is) => roleEffects(was, is),
    contract: restart(),
    variables: restart(),
    image: restart('spec.template.spec.containers[0].image'),
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
    resources: restart('spec.template.spec.containers[0].resources'),
    probes: restart(),
    placement: restart('spec.template.spec.affinity'),
    serviceAccount: restart('spec.template.spec.serviceAccountName'),
    imagePullPolicy: restart('spec.template.spec.containers[0].imagePullPolicy'),
    imagePullSecrets: restart('spec.template.spec.imagePullSecrets'),
    podLabels: restart('spec.template.metadata.labels'),
    podAnnotations: restart('spec.template.metadata.annotations'),
    runAsUser: restart('spec.template.spec.securityContext'),
    restricted: restart('spec.template.spec.securityContext'),
  },
  kept: [
    {
      at: 'spec.selector',
      class: 'manual-step',
      message: 'The API server refuses it: a Deployment selects the same pods for its life.',
      remedy: 'Delete the Deployment first, or give it another name.',
    },
    { at: 'spec.template', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'safe', message: 'It is about how pods are replaced, or about the object alone.' },
  ],
};

function roleEffects(was: ClientRole, is: ClientRole): readonly ChangeEffect[] {
  const [before, after] = [consumptionOf(was)?.group, consumptionOf(is)?.group];
  if (before !== undefined && after !== undefined && before !== after) {
    return [
      {
        class: 'manual-step',
        ...changed(CONTAINER.field, before, after),
        message:
          'The application is a group that Kafka does not know: it begins where auto.offset.reset says, and keeps nothing of its state.',
        remedy: 'Set the offsets of the new group first, with kafka-consumer-groups.sh.',
      },
    ];
  }
  return [{ class: 'restarts-pods', ...CONTAINER, message: RESTART }];
}
