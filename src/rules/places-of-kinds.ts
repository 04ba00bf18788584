/** Kinds, and the places in them where one thing stands. */
export type PlacesOfKinds = readonly (readonly [kinds: readonly string[], at: string])[];

/** Where programs say how they log in to Kafka. */
export const CLIENT_AUTHENTICATION: PlacesOfKinds = [
  [['KafkaConnect', 'KafkaConnectS2I', 'KafkaBridge'], 'spec.authentication'],
  [['KafkaMirrorMaker'], 'spec.consumer.authentication'],
  [['KafkaMirrorMaker'], 'spec.producer.authentication'],
  [['KafkaMirrorMaker2'], 'spec.clusters.*.authentication'],
  [['KafkaMirrorMaker2'], 'spec.target.authentication'],
  [['KafkaMirrorMaker2'], 'spec.mirrors.*.source.authentication'],
];

/** Where programs are described that the operator configures: what they log and measure stands there. */
export const PROGRAMS: PlacesOfKinds = [
  ...['spec.kafka', 'spec.zookeeper', 'spec.cruiseControl', 'spec.entityOperator.topicOperator']
    .concat('spec.entityOperator.userOperator')
    .map((at) => [['Kafka'], at] as const),
  [['KafkaConnect', 'KafkaConnectS2I', 'KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'], 'spec'],
];

/** Where nodes of a cluster say what they keep their data on. */
export const NODE_STORAGE: PlacesOfKinds = [
  [['Kafka'], 'spec.kafka.storage'],
  [['Kafka'], 'spec.zookeeper.storage'],
  [['KafkaNodePool'], 'spec.storage'],
];
