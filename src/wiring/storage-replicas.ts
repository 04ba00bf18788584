const WANTED = 3;
/** Kafka's word for the brokers' own default. */
const BROKER_DEFAULT = -1;

/** Replicas of a topic that workers keep for themselves: three, or as many as there are brokers. */
export function storageReplicas(brokers: number | undefined): number {
  return brokers === undefined ? BROKER_DEFAULT : Math.max(1, Math.min(WANTED, brokers));
}
