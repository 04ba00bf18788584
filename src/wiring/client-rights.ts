import type { IntentGrant } from '../model/grant';
import { compareMinors } from '../model/minors';
import type { NameOrPrefix } from '../model/permissions';

/** How a producer writes. */
export interface ProduceOptions {
  /**
   * Whether its first record may make the topic, known at once. Brokers that would make none then do.
   * @default false
   */
  readonly createTopic?: boolean;
  /**
   * Beginning of the transactional ids that it uses, known at once.
   * @default - no transactions
   */
  readonly transactionalIdPrefix?: string;
  /**
   * Whether it writes each record once (`enable.idempotence`, on by default in clients from Kafka 3.0 on), known at once. Brokers before
   * Kafka 2.8 ask for a right of its own, on the cluster as a whole; later ones for none.
   * @default false
   */
  readonly idempotent?: boolean;
}

/** The version of Kafka whose brokers let whoever may write to a topic write idempotently (KIP-679). */
const IDEMPOTENT_BY_WRITE = '2.8';

/** What a producer needs of brokers of a version of Kafka. */
export function produceRights(topic: NameOrPrefix, brokers: string, options: ProduceOptions = {}): IntentGrant[] {
  const { createTopic = false, transactionalIdPrefix, idempotent = false } = options;
  const rights: IntentGrant[] = [{ intent: 'produce', topic }];
  if (createTopic) rights.push({ intent: 'create', topic });
  if (transactionalIdPrefix !== undefined) rights.push(transactRight({ prefix: transactionalIdPrefix }));
  if (idempotent && compareMinors(brokers, IDEMPOTENT_BY_WRITE) < 0) rights.push({ intent: 'idempotentWrite' });
  return rights;
}

/** What a producer needs to write in transactions. */
export function transactRight(transactionalId: NameOrPrefix): IntentGrant {
  return { intent: 'transact', transactionalId };
}

/** What a consumer needs. */
export function consumeRights(topic: NameOrPrefix, group: NameOrPrefix): IntentGrant[] {
  return [{ intent: 'consume', topic, group }];
}

/** What it takes to make, change and remove topics by other means than a KafkaTopic. */
export function administerRights(topic: NameOrPrefix): IntentGrant[] {
  return [{ intent: 'administer', topic }];
}

/** How a Kafka Streams application works. */
export interface StreamsOptions {
  /**
   * Whether it processes each record exactly once (`processing.guarantee`), known at once: it then writes in transactions whose ids begin
   * with its id.
   * @default false
   */
  readonly exactlyOnce?: boolean;
}

/** What a Kafka Streams application needs besides the topics that it reads and writes: those that it keeps for itself. */
export function streamRights(applicationId: string, { exactlyOnce = false }: StreamsOptions = {}): IntentGrant[] {
  const own = { prefix: `${applicationId}-` };
  return [{ intent: 'stream', topic: own, group: applicationId }, ...(exactlyOnce ? [transactRight(own)] : [])];
}
