import type { BridgeRecord } from '../../model/bridge';
import { always } from '../effects';
import type { NounChanges } from '../scene';
import { podsChanges, workloadChanges } from './workload';

const RESTART = 'The pods of the bridge restart: consumers of HTTP clients are gone, and have to be made anew.';

/** KafkaBridge. */
export const bridgeChanges: NounChanges<BridgeRecord> = {
  added: () => [{ class: 'safe', message: 'A bridge starts.' }],
  removed: () => [
    { class: 'restarts-pods', message: 'HTTP clients reach no bridge any more. What is in topics stays.' },
  ],
  fields: {
    replicas: always(
      'spec.replicas',
      'safe',
      'Pods are added or taken away; a consumer of an HTTP client is gone with its pod.',
    ),
    endpoint: () => [{ class: 'restarts-pods', field: 'spec.bootstrapServers', message: RESTART }],
    image: always('spec.image', 'restarts-pods', RESTART),
    enableMetrics: always('spec.enableMetrics', 'restarts-pods', RESTART),
    http: always('spec.http', 'restarts-pods', RESTART),
    consumer: () => [{ class: 'restarts-pods', field: 'spec.consumer', message: RESTART }],
    producer: () => [{ class: 'restarts-pods', field: 'spec.producer', message: RESTART }],
    adminConfig: () => [{ class: 'restarts-pods', field: 'spec.adminClient', message: RESTART }],
    rack: always('spec.rack', 'restarts-pods', RESTART),
    tracing: always('spec.tracing', 'restarts-pods', RESTART),
    ...workloadChanges('spec', { class: 'restarts-pods', message: RESTART }),
    ...podsChanges('spec', { class: 'restarts-pods', message: RESTART }),
    volumes: always('spec.template', 'restarts-pods', RESTART),
    // Values may be secret.
    env: () => [{ class: 'restarts-pods', field: 'spec.template', message: RESTART }],
    resources: always('spec.resources', 'restarts-pods', RESTART),
    placement: always('spec.template.pod.affinity', 'restarts-pods', RESTART),
  },
  labels: () => ({ class: 'restarts-pods', message: RESTART }),
  kept: [
    { at: 'spec.logging', class: 'safe', message: 'Pods take up levels while they run.' },
    { at: 'spec', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};
