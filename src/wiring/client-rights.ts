import type { IntentGrant } from '../model/grant';

/** How a producer writes. */
export interface ProduceOptions {
  /**
   * Whether its first record may make the topic. Brokers that would make none then do.
   * @default false
   */
  readonly createTopic?: boolean;
  /**
   * Beginning of the transactional ids that it uses.
   * @default - no transactions
   */
  readonly transactionalIdPrefix?: string;
}

/** What a producer needs. */
export function produceRights(topic: string, options: ProduceOptions = {}): IntentGrant[] {
  const { createTopic = false, transactionalIdPrefix } = options;
  const rights: IntentGrant[] = [{ intent: 'produce', topic }];
  if (createTopic) rights.push({ intent: 'create', topic });
  if (transactionalIdPrefix !== undefined)
    rights.push({ intent: 'transact', transactionalId: { prefix: transactionalIdPrefix } });
  return rights;
}

/** What a consumer needs. */
export function consumeRights(topic: string, group: string): IntentGrant[] {
  return [{ intent: 'consume', topic, group }];
}

/** What a Kafka Streams application needs besides its own two topics: those that it keeps for itself. */
export function streamRights(applicationId: string): IntentGrant[] {
  return [{ intent: 'stream', topic: { prefix: `${applicationId}-` }, group: applicationId }];
}
