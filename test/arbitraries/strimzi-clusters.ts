import fc from 'fast-check';
import type { BrokerQuotasRecord } from '../../src/model/broker-quotas';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { KafkaObjects } from '../../src/model/made-objects';
import type { NodePoolRecord } from '../../src/model/node-pool';
import type { TieredStorageRecord } from '../../src/model/tiered-storage';
import { authorizations } from './strimzi-authorization';
import { listeners } from './strimzi-listeners';
import { merged, record, sparse } from './records';
import { jbod, nodePools, nodes, volume } from './strimzi-nodes';
import { certificateAuthority, cruiseControls, entityOperators, kafkaExporters } from './strimzi-programs';
import {
  type Generation,
  config,
  identity,
  jmx,
  marks,
  name,
  objects,
  sidecar,
  version,
  word,
  workloads,
} from './strimzi-workloads';

const byteRate = fc.nat({ max: 1_000_000 });
const rateBounds = { producerByteRate: byteRate, consumerByteRate: byteRate };
export const quotas: fc.Arbitrary<BrokerQuotasRecord> = fc.oneof(
  record(
    { type: fc.constant('kafka' as const) },
    { ...rateBounds, requestPercentage: fc.nat({ max: 100 }), controllerMutationRate: fc.constantFrom(0.5, 10) },
  ),
  record(
    { type: fc.constant('strimzi' as const) },
    {
      ...rateBounds,
      minAvailableBytesPerVolume: byteRate,
      minAvailableRatioPerVolume: fc.constantFrom(0, 0.25, 1),
      excludedPrincipals: fc.array(word, { maxLength: 2 }),
    },
  ),
);
const tieredStorage: fc.Arbitrary<TieredStorageRecord> = record(
  { type: fc.constant('custom' as const), className: word },
  { classPath: word, config: fc.dictionary(word, word, { noNullPrototype: true }) },
);

/** Ways that a cluster keeps its metadata and describes its nodes, with the nodes that the Kafka object has. */
function modes(generation: Generation): fc.Arbitrary<Partial<KafkaClusterRecord>> {
  const brokers = nodes(generation, fc.oneof(volume, jbod(generation)));
  const zookeeper = merged(
    merged(nodes(generation, volume), workloads(generation)),
    sparse({ image: word, maxUnavailable: fc.nat({ max: 3 }), ...(generation === 'v1beta2' && { jmx }) }),
  );
  const inOneObject = fc.record({
    mode: fc.constant('zookeeper' as const),
    nodePools: fc.constant(false),
    brokers,
    zookeeper,
  });
  const kraft = record(
    { mode: fc.constant('kraft' as const), nodePools: fc.constant(true) },
    { metadataVersion: word },
  );
  if (generation === 'v1beta1') return inOneObject;
  if (generation === 'v1') return kraft;
  const migrated = fc.record({ mode: fc.constant('zookeeper' as const), nodePools: fc.constant(true), zookeeper });
  return fc.oneof(inOneObject, migrated, kraft);
}

/** Kafka clusters that the generation can say. */
export function kafkaClusters(generation: Generation): fc.Arbitrary<KafkaClusterRecord> {
  const optional = {
    ...identity,
    version,
    authorization: authorizations(generation),
    config,
    rack: fc.record({ topologyKey: word }),
    maxUnavailable: fc.nat({ max: 3 }),
    image: word,
    jmx,
    ...(generation === 'v1beta1' && { tlsSidecar: sidecar }),
    ...(generation !== 'v1beta1' && { quotas, tieredStorage }),
    clusterCa: certificateAuthority(generation),
    clientsCa: certificateAuthority(generation),
    maintenanceTimeWindows: fc.array(fc.constant('* * 0-1 ? * SUN,MON,TUE,WED,THU *'), { maxLength: 2 }),
    cruiseControl: cruiseControls(generation),
    kafkaExporter: kafkaExporters(generation),
    entityOperator: entityOperators(generation),
    certificateAnnotations: marks,
    objects: objects(kafkaObjects(generation)),
  };
  return fc
    .tuple(modes(generation), record({ name, listeners: listeners(generation) }, optional), workloads(generation))
    .map(([mode, cluster, workload]) => ({ ...cluster, ...mode, ...workload }) as KafkaClusterRecord);
}

/** A region: a Kafka cluster and, where it has some, its node pools. */
export function regions(
  generation: Generation,
): fc.Arbitrary<{ cluster: KafkaClusterRecord; pools: NodePoolRecord[] }> {
  return fc
    .tuple(kafkaClusters(generation), fc.array(nodePools(generation), { minLength: 1, maxLength: 3 }))
    .map(([cluster, pools]) => ({
      cluster,
      pools: cluster.nodePools ? pools.map((pool) => ({ ...pool, cluster: cluster.name })) : [],
    }));
}

function kafkaObjects(generation: Generation): readonly (keyof KafkaObjects)[] {
  const always = ['bootstrapService', 'perPodRoute', 'externalBootstrapIngress'] as const;
  if (generation === 'v1beta1') return [...always, 'statefulset'];
  return [...always, 'podSet', 'serviceAccount', ...(generation === 'v1' ? [] : (['statefulset'] as const))];
}
