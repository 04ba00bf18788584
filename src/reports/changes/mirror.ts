import type { ContainerRecord } from '../../model/container';
import type { HostedRecord } from '../../model/pods';
import type { Resources } from '../../model/resource';
import type { WorkloadRecord } from '../../model/workload';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { KeptRow } from '../kept';
import { podsChanges, workloadChanges } from './workload';

/** The pods of a mirror. */
interface MirrorPods extends WorkloadRecord, HostedRecord, ContainerRecord {
  readonly replicas: number;
  readonly version?: string;
  readonly image?: string;
  readonly resources?: Resources;
}

const RESTART = 'The pods of the mirror restart.';

/** What comes of a mirror that is new, or gone. */
export const mirrorLife = {
  added: (): readonly ChangeEffect[] => [{ class: 'safe', message: 'A mirror begins to copy.' }],
  removed: (): readonly ChangeEffect[] => [
    {
      class: 'restarts-mirror',
      message: 'The mirror stops for good: nothing is copied any more, and what was copied stays.',
    },
  ],
};

/** What comes of other pods of a mirror. */
export const mirrorPods = {
  replicas: (was: number, is: number): readonly ChangeEffect[] => [
    {
      class: 'restarts-mirror',
      ...changed('spec.replicas', was, is),
      message:
        is === 0
          ? 'The mirror stops. What the source deletes meanwhile is never copied.'
          : 'The work is spread over other pods anew.',
    },
  ],
  version: always('spec.version', 'restarts-mirror', 'The pods of the mirror restart with the other version of Kafka.'),
  image: always('spec.image', 'restarts-mirror', RESTART),
  ...workloadChanges('spec', { class: 'restarts-mirror', message: RESTART }),
  ...podsChanges('spec', { class: 'restarts-mirror', message: RESTART }),
  // Values may be secret.
  env: (): readonly ChangeEffect[] => [{ class: 'restarts-mirror', field: 'spec.template', message: RESTART }],
  volumes: always('spec.template', 'restarts-mirror', RESTART),
  resources: always('spec.resources', 'restarts-mirror', RESTART),
  placement: always('spec.template.pod.affinity', 'restarts-mirror', RESTART),
} satisfies Record<keyof MirrorPods, unknown>;

/** What comes of other labels of a mirror, which its pods have too. */
export const labelsOfMirror = (): Pick<ChangeEffect, 'class' | 'message'> => ({
  class: 'restarts-mirror',
  message: RESTART,
});

/** Fields of mirrors that the model does not know. */
export const keptOfMirror: readonly KeptRow[] = [
  { at: 'spec.logging', class: 'safe', message: 'The pods take up levels while they run.' },
  { at: 'spec', class: 'restarts-mirror', message: RESTART },
  { at: '', class: 'no-effect', message: 'It is about the object alone.' },
];
