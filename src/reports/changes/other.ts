import type { OtherRecord } from '../../model/other';
import type { ChangeEffect } from '../change';
import type { KeptRow } from '../kept';
import type { NounChanges } from '../scene';

const BRIEF: Readonly<Record<string, ChangeEffect>> = {
  KafkaConnector: { class: 'safe', message: 'The connector ends. Its offsets stay, for one of the same name.' },
  KafkaRebalance: { class: 'no-effect', message: 'A rebalance that runs is stopped; what was moved stays moved.' },
};

/** Kinds of the operators that the model has no noun of its own for. */
export const otherChanges: NounChanges<OtherRecord> = {
  added: ({ kind }) => [{ class: 'safe', message: `The operator takes up the ${kind}.` }],
  removed: ({ kind }) => [
    (Object.hasOwn(BRIEF, kind) ? BRIEF[kind] : undefined) ?? {
      class: 'restarts-pods',
      message: `The pods of the ${kind} are gone. What is in topics stays.`,
    },
  ],
  fields: { kind: () => [] },
  kept: [
    ...connectNames(),
    {
      kind: 'KafkaConnector',
      at: 'spec.class',
      class: 'manual-step',
      message: 'Another program takes over the offsets of this one, and may not understand them.',
      remedy: 'Give the connector another name.',
    },
    {
      kind: 'KafkaConnector',
      at: 'spec',
      class: 'safe',
      message: 'The connector and its tasks restart; the workers stay.',
    },
    { kind: 'KafkaRebalance', at: 'spec', class: 'safe', message: 'The next proposal is made by it.' },
    { at: 'spec.logging', class: 'safe', message: 'Pods take up levels while they run.' },
    { at: 'spec', class: 'restarts-pods', message: 'The pods restart.' },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};

/** What Connect workers keep to themselves, in the words of all APIs. */
function connectNames(): readonly KeptRow[] {
  const remedy = 'Keep the name.';
  const names: readonly (readonly [field: string, setting: string, message: string])[] = [
    [
      'groupId',
      'group.id',
      'The workers are another group: until the last has restarted, two of them run the same connectors.',
    ],
    ['configStorageTopic', 'config.storage.topic', 'The workers forget their connectors.'],
    [
      'offsetStorageTopic',
      'offset.storage.topic',
      'Connectors forget how far they are: sources begin anew, and write records twice.',
    ],
    ['statusStorageTopic', 'status.storage.topic', 'The workers forget the state of their connectors.'],
  ];
  return names.flatMap(([field, setting, message]) =>
    [`spec.${field}`, `spec.config["${setting}"]`].map((at): KeptRow => ({
      kind: 'KafkaConnect',
      at,
      class: 'manual-step',
      message,
      remedy,
    })),
  );
}
