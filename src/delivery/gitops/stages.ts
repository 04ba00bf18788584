import type { Manifest } from '../../dialects/common/codec';
import { groupKindOf } from './scope';

/** A part of a site that comes up at once, and the wave that it has where nothing asks for a later one. */
export interface Stage {
  readonly name: string;
  readonly wave: number;
  /** Kinds, with their groups where others have kinds of that name. */
  readonly kinds: readonly string[];
}

/** The wave of operators. */
export const OPERATORS = -10;

/**
 * Stages in order. Numbers are apart, so that there is room between them. Topics and users come after clusters, since what
 * comes last is deleted first: the entity operator is still there to take their finalizers away. A kind that is not listed
 * comes with the clusters.
 */
export const STAGES: readonly Stage[] = [
  { name: 'namespaces', wave: -15, kinds: ['Namespace', 'Project', 'ProjectRequest'] },
  {
    name: 'operators',
    wave: OPERATORS,
    kinds: ['CatalogSource', 'CustomResourceDefinition', 'OperatorGroup', 'operators.coreos.com/Subscription'],
  },
  {
    name: 'settings',
    wave: -5,
    kinds: [
      'Certificate',
      'ClusterIssuer',
      'ClusterRole',
      'ClusterRoleBinding',
      'ClusterSecretStore',
      'ConfigMap',
      'ExternalSecret',
      'Issuer',
      'LimitRange',
      'NetworkPolicy',
      'PersistentVolume',
      'PersistentVolumeClaim',
      'PriorityClass',
      'ResourceQuota',
      'Role',
      'RoleBinding',
      'SealedSecret',
      'Secret',
      'SecretStore',
      'ServiceAccount',
      'StorageClass',
    ],
  },
  { name: 'tracing', wave: -2, kinds: ['Instrumentation', 'Jaeger', 'OpenTelemetryCollector'] },
  { name: 'clusters', wave: 0, kinds: ['Kafka', 'KafkaNodePool'] },
  { name: 'topics', wave: 5, kinds: ['KafkaTopic'] },
  { name: 'users', wave: 6, kinds: ['KafkaUser'] },
  { name: 'accesses', wave: 8, kinds: ['KafkaAccess'] },
  { name: 'mirrors', wave: 10, kinds: ['KafkaBridge', 'KafkaConnect', 'KafkaMirrorMaker', 'KafkaMirrorMaker2'] },
  {
    name: 'clients',
    wave: 15,
    kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'StatefulSet'],
  },
  { name: 'checks', wave: 20, kinds: ['KafkaRebalance', 'PodMonitor', 'PrometheusRule', 'ServiceMonitor'] },
];

const BY_KIND: Readonly<Record<string, number>> = Object.fromEntries(
  STAGES.flatMap(({ wave, kinds }) => kinds.map((kind) => [kind, wave])),
);

/** The wave of a kind. */
export function waveOfKind(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): number {
  const key = [groupKindOf(manifest), manifest.kind].find((each) => Object.hasOwn(BY_KIND, each));
  return (key === undefined ? undefined : BY_KIND[key]) ?? 0;
}

/** The last stage that begins no later than a wave. */
export function stageOf(wave: number): Stage | undefined {
  return STAGES.findLast((stage) => stage.wave <= wave) ?? STAGES[0];
}
