import type { MirrorMakerRecord } from '../../model/mirror-maker';
import type { ChangeEffect } from '../change';
import { always, changed, changedFields, changedSettings } from '../effects';
import type { NounChanges } from '../scene';
import { keptOfMirror, labelsOfMirror, mirrorLife, mirrorPods } from './mirror';

const RESTART = 'The mirror restarts.';

/** KafkaMirrorMaker. */
export const mirrorMakerChanges: NounChanges<MirrorMakerRecord> = {
  ...mirrorLife,
  fields: {
    ...mirrorPods,
    tracing: always('spec.tracing', 'restarts-mirror', RESTART),
    include: always(
      'spec.include',
      'restarts-mirror',
      'The mirror restarts, and copies other topics. Copies of those no longer meant stay.',
    ),
    source: (was, is) => endEffects(was, is, 'spec.consumer'),
    target: (was, is) => endEffects(was, is, 'spec.producer'),
  },
  labels: labelsOfMirror,
  kept: keptOfMirror,
};

type Source = MirrorMakerRecord['source'];
type End = Partial<Source> & Partial<MirrorMakerRecord['target']>;

function endEffects(was: End, is: End, field: string): readonly ChangeEffect[] {
  return changedFields<End>(was, is).flatMap((name): readonly ChangeEffect[] => {
    switch (name) {
      case 'config':
        return changedSettings(was.config, is.config, [...field.split('.'), 'config']).map(
          ({ name: _, ...setting }) => ({
            class: 'restarts-mirror',
            ...setting,
            message: RESTART,
          }),
        );
      case 'groupId':
        return [
          {
            class: 'may-lose-data',
            ...changed(`${field}.groupId`, was.groupId, is.groupId),
            message:
              'The mirror begins where auto.offset.reset says, at the end if it says nothing: what is there by then and not copied never is.',
            remedy: 'Set the offsets of the new group first, with kafka-consumer-groups.sh.',
          },
        ];
      case 'trust':
        return [{ class: 'restarts-mirror', field: `${field}.tls`, message: RESTART }];
      case 'credentials':
      case 'login':
        return [{ class: 'restarts-mirror', field: `${field}.authentication`, message: RESTART }];
      default:
        return always(`${field}.${name}`, 'restarts-mirror', RESTART)(was[name], is[name]);
    }
  });
}
