import type { EntityOperator, UserOperator } from '../../model/entity-operator';
import type { ChangeEffect } from '../change';
import { always, changedFields } from '../effects';
import { containerChanges, workloadChanges } from './workload';

const RESTART = 'The operators of topics and users restart.';

/** What the operators see to, in the words of their fields. */
const MEMBERS = { topicOperator: 'topics', userOperator: 'users' } as const;
type Operator = keyof typeof MEMBERS;

/**
 * What comes of operators of topics and users that are otherwise.
 * @param namespace - that of their cluster
 */
export function entityOperatorEffects(
  was: EntityOperator | undefined,
  is: EntityOperator | undefined,
  namespace: string | undefined,
): readonly ChangeEffect[] {
  return changedFields<EntityOperator>(was, is).flatMap((name): readonly ChangeEffect[] =>
    isOperator(name)
      ? operatorEffects(name, was?.[name], is?.[name], namespace)
      : always('spec.entityOperator', 'restarts-pods', RESTART)(was?.[name], is?.[name]),
  );
}

function isOperator(name: string): name is Operator {
  return Object.hasOwn(MEMBERS, name);
}

function operatorEffects(
  name: Operator,
  was: UserOperator | undefined,
  is: UserOperator | undefined,
  namespace: string | undefined,
): readonly ChangeEffect[] {
  const field = `spec.entityOperator.${name}`;
  const members = MEMBERS[name];
  if (was && is) {
    const changes = programChanges(name, field, namespace);
    return changedFields<UserOperator>(was, is).flatMap((each) => changes[each](was[each], is[each]));
  }
  if (is)
    return [{ class: 'safe', field, message: `What manifests say of ${members} is put into Kafka from then on.` }];
  return [
    {
      class: 'manual-step',
      field,
      message: `Nobody puts what manifests say of ${members} into Kafka any more; what is there stays.`,
      remedy: `See to ${members} in another way.`,
    },
  ];
}

function programChanges(
  name: Operator,
  field: string,
  namespace: string | undefined,
): Readonly<Record<keyof UserOperator, (was: unknown, is: unknown) => readonly ChangeEffect[]>> {
  return {
    ...workloadChanges(field, { class: 'restarts-pods', message: RESTART }),
    watchedNamespace: (was, is) => {
      const {
        class: changeClass,
        message,
        remedy,
      } = (was ?? namespace) === (is ?? namespace) ? WATCHED_STILL : WATCHED[name];
      return always(`${field}.watchedNamespace`, changeClass, message, remedy)(was, is);
    },
    intervalMs: always(`${field}.reconciliationIntervalMs`, 'restarts-pods', RESTART),
    secretPrefix: always(`${field}.secretPrefix`, 'manual-step', RENAMED, RENAMED_REMEDY),
    image: always(`${field}.image`, 'restarts-pods', RESTART),
    resources: always(`${field}.resources`, 'restarts-pods', RESTART),
    ...containerChanges(`spec.entityOperator.template.${name}Container`, { class: 'restarts-pods', message: RESTART }),
  };
}

/** @see KafkaUserOperator of Strimzi 0.21.1 to 1.2.0: what it finds no Secret for, it makes credentials for. */
const RENAMED =
  'All users get new credentials, in Secrets of other names; passwords that the operator made before work no more, and the old Secrets stay until their users go.';
const RENAMED_REMEDY = 'Have programs that are users read the new Secrets, and remove the old ones.';

type Effect = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;
const WATCHED_STILL: Effect = { class: 'no-effect', message: 'The operator looks at the namespace that it looked at.' };

/**
 * What comes of another namespace that an operator looks at.
 * @see getAllUsers of KafkaUserOperator of Strimzi 0.18.0 to 1.2.0: users that Kafka knows and no object describes are removed
 */
const WATCHED: Readonly<Record<Operator, Effect>> = {
  topicOperator: {
    class: 'manual-step',
    message:
      'The topic operator looks at topics of the other namespace alone; those of the old one stay in Kafka as they are.',
    remedy: 'Move the KafkaTopics to the other namespace.',
  },
  userOperator: {
    class: 'manual-step',
    message:
      'The user operator takes away the rights and passwords of users that the other namespace does not describe.',
    remedy: 'Put the KafkaUsers into the other namespace first, and bring their Secrets to the clients.',
  },
};
