import { absent } from '../common/codec';

/** KafkaNodePool came with 0.36. */
export const nodePool = absent('Nodes are described in the Kafka resource itself.', 'Strimzi 0.45.2');
