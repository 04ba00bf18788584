import { absent } from '../common/codec';

/** KafkaMirrorMaker is gone since 0.46. */
export const mirrorMaker = absent(
  'MirrorMaker 1 went with Kafka 4; MirrorMaker 2 does its work.',
  'Strimzi 0.45.2, the last one',
  'MirrorMaker 2',
);
