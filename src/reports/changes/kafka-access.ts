import { boundSecret, type KafkaAccessRecord } from '../../model/kafka-access';
import { always, changed } from '../effects';
import type { NounChanges } from '../scene';

const ANEW = 'The Secret says so at once, and programs that took variables from it when they start anew.';
const RESTART = 'Restart the programs that read the Secret.';

/** KafkaAccess. */
export const kafkaAccessChanges: NounChanges<KafkaAccessRecord> = {
  added: (record) => [{ class: 'safe', message: `The Access operator makes the Secret ${boundSecret(record)}.` }],
  removed: (record) => [
    {
      class: 'manual-step',
      message: `The Secret ${boundSecret(record)} is gone with it: programs that read it do not start any more.`,
      remedy: 'Let no program read it first.',
    },
  ],
  fields: {
    cluster: always('spec.kafka.name', 'manual-step', `Programs connect to another Kafka cluster. ${ANEW}`, RESTART),
    clusterNamespace: always(
      'spec.kafka.namespace',
      'manual-step',
      `Programs connect to another Kafka cluster. ${ANEW}`,
      RESTART,
    ),
    listener: always('spec.kafka.listener', 'manual-step', `Programs connect to another listener. ${ANEW}`, RESTART),
    user: always(
      'spec.user',
      'manual-step',
      `Programs are another user, with the rights of that one. ${ANEW}`,
      RESTART,
    ),
    secretName: (was, is, { is: record }) => [
      {
        class: 'manual-step',
        ...changed('spec.secretName', was, is),
        message: `The operator makes the Secret ${boundSecret(record)}, and removes the one before.`,
        remedy: 'Have programs read the new Secret.',
      },
    ],
    secretMetadata: always(
      'spec.template.secret.metadata',
      'safe',
      'Labels and annotations that the Secret has not are added; those that it has stay.',
    ),
  },
  kept: [
    { at: 'spec.user', class: 'manual-step', message: 'The operator takes KafkaUsers alone, and fails on others.' },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};
