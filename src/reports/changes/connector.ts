import { equal } from '../../dialects/common/values';
import { hostsOf } from '../../model/address';
import { connectorGroup, type ConnectRecord, type ConnectorRecord } from '../../model/connect';
import type { Config } from '../../model/resource';
import type { ChangeEffect } from '../change';
import { always, changed, changedSettings } from '../effects';
import type { Around, NounChanges } from '../scene';
import { recordsEffect } from './client-settings';
import { LOOK, mirrorSettingEffect, RENAMED } from './mirror-settings';
import { offsetsEffect } from './offsets';

const RESTART = 'The connector and its tasks restart; the workers stay.';
const ANEW = 'The connector is another group: it begins where auto.offset.reset says.';

/** KafkaConnector. */
export const connectorChanges: NounChanges<ConnectorRecord> = {
  added: () => [STARTS],
  removed: () => [ENDS],
  fields: {
    connect: (was, is, around) => [connectEffect(was, is, around)],
    class: always(
      'spec.class',
      'manual-step',
      'Another program takes over the offsets of this one, and may not understand them.',
      'Give the connector another name.',
    ),
    tasksMax: always('spec.tasksMax', 'safe', RESTART),
    config: (was, is, { is: now }) => configEffects(was, is, now),
    state: (was, is) => [
      {
        class: 'safe',
        ...changed('spec.state', was, is),
        message:
          (is ?? 'running') === 'running'
            ? 'The connector goes on where it stopped.'
            : 'The connector does nothing until it runs again.',
      },
    ],
    autoRestart: always('spec.autoRestart', 'no-effect', 'It is about connectors that fail.'),
    version: always('spec.version', 'safe', RESTART),
    listOffsetsTo: always('spec.listOffsets', 'no-effect', 'It is about offsets that are listed.'),
    alterOffsetsFrom: always('spec.alterOffsets', 'no-effect', 'It is about offsets that are altered.'),
    offsets: (was, is) => [offsetsEffect(was, is)],
  },
  kept: [
    { at: 'spec', class: 'safe', message: RESTART },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};

const STARTS = { class: 'safe', message: 'A connector starts.' } as const;
const ENDS = { class: 'safe', message: 'The connector ends. Its offsets stay, for one of the same name.' } as const;

function connectEffect(was: string, is: string, around: Around<ConnectorRecord>): ChangeEffect {
  const field = changed('metadata.labels["strimzi.io/cluster"]', was || undefined, is || undefined);
  if (was === '' || is === '') return { ...field, ...(was === '' ? STARTS : ENDS) };
  if (keepsOffsets(around)) {
    const message = `It runs in ${is}, which keeps offsets where ${was} does: it goes on where it stopped.`;
    return { class: 'safe', ...field, message };
  }
  return {
    class: 'manual-step',
    ...field,
    message: `It runs in ${is}, where a source begins anew; the one in ${was} ends.`,
    remedy: 'Take the offsets along: list them there, and alter them here before it starts.',
  };
}

/** Whether the workers before and after are one group with one topic of offsets, at one cluster: those of sinks are there too. */
function keepsOffsets({ was, is, before, after }: Around<ConnectorRecord>): boolean {
  const [old, now] = [before.connect(was.namespace, was.connect), after.connect(is.namespace, is.connect)];
  if (!old || !now) return false;
  const placeOf = ({ groupId, offsetStorageTopic, endpoint }: ConnectRecord): unknown => [
    groupId,
    offsetStorageTopic,
    hostsOf(endpoint.bootstrapServers).sort(),
  ];
  return old.offsetStorageTopic !== undefined && equal(placeOf(old), placeOf(now));
}

function configEffects(
  was: Config | undefined,
  is: Config | undefined,
  { name, class: program }: ConnectorRecord,
): readonly ChangeEffect[] {
  const isOtherGroup = connectorGroup(name, was) !== connectorGroup(name, is);
  return changedSettings(was, is, ['spec', 'config']).map((setting): ChangeEffect => {
    const { name: key, ...field } = setting;
    if (isOtherGroup && key === 'consumer.override.group.id')
      return { class: 'manual-step', ...field, message: ANEW, remedy: 'Set the offsets of the new group first.' };
    const ofMirror = MIRROR.test(program ?? '') ? (aliasEffect(key) ?? mirrorSettingEffect(setting)) : undefined;
    return { ...field, ...(ofMirror ?? recordsEffect(setting) ?? { class: 'safe', message: RESTART }) };
  });
}

/** Connectors of MirrorMaker 2, which can run in any Kafka Connect. */
const MIRROR = /^org\.apache\.kafka\.connect\.mirror\./;

function aliasEffect(setting: string): Pick<ChangeEffect, 'class' | 'message' | 'remedy'> | undefined {
  if (setting !== 'source.cluster.alias' && setting !== 'target.cluster.alias') return undefined;
  return { class: 'manual-step', message: `${RENAMED} The mirror begins anew.`, remedy: LOOK };
}
