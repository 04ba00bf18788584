import type { MirrorMakerRecord } from '../../model/mirror-maker';
import type { ChangeEffect } from '../change';
import { always, changedFields } from '../effects';
import type { NounChanges } from '../scene';
import { settingsEffects } from './client-settings';
import { endpointEffects } from './endpoint';
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

/**
 * The ends of the mirror.
 * @see MirrorMaker of Kafka 2.5 to 3.9: it waits for all replicas, and ends where a record cannot be written
 */
type Source = MirrorMakerRecord['source'];
type Target = MirrorMakerRecord['target'];
type End = Source | Target;

const ENDPOINT = {
  restart: { class: 'restarts-mirror', message: RESTART },
  moved: {
    class: 'manual-step',
    message: `${RESTART} If the address is of another cluster, it copies from there, or to there, from where its group is by then.`,
    remedy: 'See that it is the same cluster, or set the offsets of the group first.',
  },
} as const;

/** What the way to a cluster says. */
const OF_ENDPOINT: readonly string[] = ['bootstrapServers', 'trust', 'credentials', 'login'];

function endEffects(was: End, is: End, field: string): readonly ChangeEffect[] {
  const others = changedFields<Partial<Source & Target>>(was, is).filter((name) => !OF_ENDPOINT.includes(name));
  return [
    ...endpointEffects(was, is, field, ENDPOINT),
    ...others.flatMap((name) => fieldEffects(name, was, is, field)),
  ];
}

function fieldEffects(
  name: keyof Source | keyof Target,
  was: Partial<Source & Target>,
  is: Partial<Source & Target>,
  field: string,
): readonly ChangeEffect[] {
  const [before, after] = [was[name], is[name]];
  switch (name) {
    case 'config':
      return settingsEffects(was.config, is.config, [...field.split('.'), 'config'], ENDPOINT.restart);
    case 'groupId':
      return always(
        `${field}.groupId`,
        'may-lose-data',
        'The mirror begins where auto.offset.reset says, at the end if it says nothing: what is there by then and not copied never is.',
        'Set the offsets of the new group first, with kafka-consumer-groups.sh.',
      )(before, after);
    case 'abortOnSendFailure':
      return after === false
        ? always(
            `${field}.abortOnSendFailure`,
            'may-lose-data',
            `${RESTART} Records that cannot be written are left out from then on, and it goes on.`,
          )(before, after)
        : always(`${field}.abortOnSendFailure`, 'restarts-mirror', RESTART)(before, after);
    default:
      return always(`${field}.${name}`, 'restarts-mirror', RESTART)(before, after);
  }
}
