import { faultFinding } from '../../check/finding';
import { isAbsent, type Codec, type Manifest } from '../../dialects/common/codec';
import { codecsOf, type AnyCodec, type Described } from '../../dialects/read';
import type { FieldPath } from '../../model/field';
import { fieldText } from '../../model/field';
import type { KafkaClusterRecord, NodeSet } from '../../model/kafka-cluster';
import type { NodePoolRecord } from '../../model/node-pool';
import type { StorageRecord } from '../../model/storage';
import type { Annotations } from './marked';
import type { Cargo, Unit, UnitFinding } from './unit';

/** Nodes of a Kafka cluster, and where their storage stands in the object. */
type Nodes = readonly [FieldPath, NodeSet];

/** A Kafka cluster or node pool whose claims have annotations beside those that they were given. */
export function withMarkedClaims(cargo: Cargo, annotations: Annotations, unit: Unit): Cargo {
  const { says, manifest } = cargo;
  if (!says || !nodesOf(says).some(([, { storage }]) => isClaimed(storage))) return cargo;
  const codec = codecOf(says, manifest, unit);
  if (!codec) return cargo;
  // What was read may have been read in the words of another release.
  const known = says.apiVersion === undefined ? says : ({ ...says, record: codec.read(manifest) } as Described);
  const record = withClaims(known, annotations);
  return { ...cargo, manifest: codec.write(record), says: { ...says, record } as Described };
}

/** Claims that go with their cluster, though they are protected. */
export function claimFindings({ construct, says }: Cargo, unit: Unit): UnitFinding[] {
  return (says ? nodesOf(says) : []).flatMap(([at, { storage }]) =>
    deletedClaims(storage).map((path) => ({
      unit,
      finding: faultFinding({
        rule: 'protected-claims',
        path: construct.node.path,
        field: fieldText([...at, ...path]),
        given: true,
        allowed: 'false',
        message: 'The operator deletes these claims, and the data, with the Kafka cluster: it asks no GitOps tool.',
        remedy: 'Leave deleteClaim out, or take Protection.off() or Protection.forKinds(…, { claims: false }).',
      }),
    })),
  );
}

function nodesOf(says: Described): Nodes[] {
  if (says.noun === 'nodePool') return [[['spec', 'storage'], says.record]];
  if (says.noun !== 'kafkaCluster') return [];
  const { brokers, zookeeper } = says.record;
  return [
    ...(brokers ? [[['spec', 'kafka', 'storage'], brokers] as const] : []),
    ...(zookeeper ? [[['spec', 'zookeeper', 'storage'], zookeeper] as const] : []),
  ];
}

function withClaims(says: Described, annotations: Annotations): KafkaClusterRecord | NodePoolRecord {
  const mark = <N extends NodeSet>(nodes: N): N =>
    isClaimed(nodes.storage) ? { ...nodes, claimAnnotations: { ...annotations, ...nodes.claimAnnotations } } : nodes;
  if (says.noun === 'nodePool') return mark(says.record);
  const cluster = says.record as KafkaClusterRecord;
  return {
    ...cluster,
    ...(cluster.brokers && { brokers: mark(cluster.brokers) }),
    ...(cluster.zookeeper && { zookeeper: mark(cluster.zookeeper) }),
  };
}

/** The codec that an object was written with: a release may spell an API as others do not. */
function codecOf(says: Described, { apiVersion }: Manifest, { release }: Unit): AnyCodec | undefined {
  const own = release && says.noun === 'nodePool' ? release.dialect.nodePool : release?.dialect.kafkaCluster;
  if (own && !isAbsent(own as Codec<NodePoolRecord>) && (own as AnyCodec).apiVersion === apiVersion)
    return own as AnyCodec;
  return codecsOf({ ...says, apiVersion })[0];
}

function isClaimed(storage: StorageRecord): boolean {
  return storage.type === 'jbod' ? storage.volumes.some(isClaimed) : storage.type === 'persistent-claim';
}

function deletedClaims(storage: StorageRecord): FieldPath[] {
  if (storage.type === 'jbod') {
    return storage.volumes.flatMap((volume, index) => deletedClaims(volume).map((at) => ['volumes', index, ...at]));
  }
  return storage.type === 'persistent-claim' && storage.deleteClaim === true ? [['deleteClaim']] : [];
}
