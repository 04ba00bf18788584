import type { KeptRow } from '../kept';
import { CA } from './certificate-authority';
import { RESTARTS_CRUISE_CONTROL } from './cruise-control';
import { keptOfNodes } from './nodes';

const SERVICES = [
  'bootstrapService',
  'brokersService',
  'externalBootstrapService',
  'perPodService',
  'podDisruptionBudget',
];

/** Fields of a Kafka object that the model does not know. */
export const KEPT_OF_KAFKA: readonly KeptRow[] = [
  ...SERVICES.map((name): KeptRow => ({
    at: `spec.kafka.template.${name}`,
    class: 'safe',
    message: 'It is about an object beside the pods.',
  })),
  {
    at: 'spec.kafka.logging',
    class: 'safe',
    message: 'Nodes take up levels while they run; another layout needs a restart.',
  },
  {
    at: 'spec.kafka.authorization',
    class: 'manual-step',
    message: 'It is a kind of authorization that is not understood here.',
    remedy: 'See yourself what it gives or takes.',
  },
  {
    at: 'spec.kafka.listeners',
    class: 'manual-step',
    message: 'It is a setting of listeners that is not understood here. Brokers restart.',
    remedy: 'See yourself whom it lets in.',
  },
  ...keptOfNodes('spec.kafka'),
  ...keptOfNodes('spec.zookeeper'),
  { at: 'spec.entityOperator', class: 'restarts-pods', message: 'The operators of topics and users restart.' },
  { at: 'spec.cruiseControl', ...RESTARTS_CRUISE_CONTROL },
  { at: 'spec.kafkaExporter', class: 'restarts-pods', message: 'The exporter restarts.' },
  { at: 'spec.jmxTrans', class: 'restarts-pods', message: 'JmxTrans restarts.' },
  { at: 'spec.clusterCa', ...CA },
  { at: 'spec.clientsCa', ...CA },
  { at: 'spec.maintenanceTimeWindows', class: 'safe', message: 'It says when certificates are renewed.' },
  {
    at: 'spec',
    class: 'manual-step',
    message: 'It is a part of the cluster that is not understood here.',
    remedy: 'See yourself what comes of it.',
  },
  { at: '', class: 'no-effect', message: 'It is about the object alone.' },
];
