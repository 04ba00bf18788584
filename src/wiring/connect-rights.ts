import type { IntentGrant } from '../model/grant';
import type { OwnConfig } from '../model/resource';

/** What Kafka Connect workers keep to themselves: all of it is known at once. */
export interface ConnectWorkers {
  /** The group that the workers are members of (`group.id`). */
  readonly groupId: string;
  /** The topics of their configuration, offsets and status. */
  readonly storageTopics: readonly string[];
  /**
   * Whether source connectors write each record exactly once (`exactly.once.source.support`). What each connector needs
   * for it is another thing: the transactional ids that begin with group, connector and a hyphen between them.
   * @default false
   */
  readonly exactlyOnce?: boolean;
}

/** What Kafka Connect workers need, whatever their connectors do. */
export function connectRights({ groupId, storageTopics, exactlyOnce = false }: ConnectWorkers): IntentGrant[] {
  return [
    { intent: 'connectGroup', group: groupId },
    ...storageTopics.map((topic): IntentGrant => ({ intent: 'connectStorage', topic })),
    ...(exactlyOnce ? [{ intent: 'connectExactlyOnce' as const, transactionalId: `connect-cluster-${groupId}` }] : []),
  ];
}

/** How far workers are set to write each record exactly once; absent: they are not. */
export function exactlyOnce(config: OwnConfig = {}): 'preparing' | 'enabled' | undefined {
  const support = String(config['exactly.once.source.support'] ?? 'disabled').toLowerCase();
  return support === 'enabled' || support === 'preparing' ? support : undefined;
}
