import type { KeptRow } from '../kept';
import { keptOfNodes } from './nodes';

const SERVICES = [
  'bootstrapService',
  'brokersService',
  'externalBootstrapService',
  'perPodService',
  'podDisruptionBudget',
];

/** What comes of another certificate authority. */
export const CA: Omit<KeptRow, 'at'> & { readonly remedy: string } = {
  class: 'manual-step',
  message:
    'It says who makes the certificates, and for how long. Certificates that are made anew restart nodes, and clients may need them.',
  remedy: 'See whether certificates are made anew, and have clients trust the new ones first.',
};

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
  {
    at: 'spec.cruiseControl',
    class: 'restarts-pods',
    message: 'Cruise Control restarts; where it comes or goes, brokers do too.',
  },
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
