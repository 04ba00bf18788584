import type { OperatorTakes } from '../../model/release';
import type { Lines } from './line';

/**
 * What operators began to look at or to take, and when.
 * @see https://github.com/strimzi/strimzi-kafka-operator/blob/main/CHANGELOG.md
 */
export const TAKES: Lines<OperatorTakes> = {
  emptyResources: [
    ['0.18', 'all'],
    ['0.33', 'butOfNodes'],
    ['1.0', 'none'],
  ],
  // v1 has no externalConfiguration.
  dropsOwnVariables: [
    ['0.18', true],
    ['1.0', false],
  ],
  // v1 requires the names.
  namelessWorkers: [
    ['0.18', true],
    ['1.0', false],
  ],
  lateKaniko: [
    ['0.18', false],
    ['0.45', true],
  ],
  listenerTls: [
    ['0.18', false],
    ['0.46', true],
  ],
  listenerSettings: [
    ['0.18', false],
    ['0.51', true],
  ],
  lastZooKeeper: [
    ['0.18', false],
    ['0.45', true],
    ['0.46', false],
  ],
  ingressParts: [
    ['0.18', false],
    ['0.51', true],
  ],
  tlsRoutes: [
    ['0.18', false],
    ['1.1', true],
  ],
  kraftJbod: [
    ['0.18', false],
    ['0.41', true],
  ],
  volumeNames: [
    ['0.18', false],
    ['1.2', true],
  ],
  // 0.46 and 0.47 run Kafka 3.9 with Log4j 1 and Kafka 4.0 with Log4j 2.
  log4j: [
    ['0.18', 1],
    ['0.46', undefined],
    ['0.48', 2],
  ],
  exporterLevels: [
    ['0.18', false],
    ['0.26', true],
  ],
  networkText: [
    ['0.18', true],
    ['0.26', false],
  ],
  comparesGoals: [
    ['0.18', false],
    ['0.45', true],
  ],
};
