import type { EntityOperator, KafkaClusterRecord } from '../../model/kafka-cluster';
import type { ListenerRecord } from '../../model/listener';
import type { Config } from '../../model/resource';
import { readAuthorization, writeAuthorization, type WireAuthorization } from './authorization';
import { codec, defined, sorted, type Codec, type Limit, type Marks, type Own } from './codec';
import { placementOf, readNodes, writeNodeBody, type WireNodes } from './nodes';
import { withPlainResources, writePodTemplate, type WirePodTemplate } from './pods';

interface WireKafka<L> {
  spec?: {
    kafka?: WireNodes & {
      version?: string;
      metadataVersion?: string;
      listeners?: L;
      authorization?: WireAuthorization;
      config?: Config;
      rack?: { topologyKey?: string };
    };
    zookeeper?: WireNodes;
    entityOperator?: WireEntityOperator;
  };
}

interface WireEntityOperator {
  topicOperator?: WireOperator;
  userOperator?: WireOperator;
  template?: { pod?: WirePodTemplate };
}

interface WireOperator {
  reconciliationIntervalSeconds?: number;
  reconciliationIntervalMs?: number;
}

/** How an API version spells the listeners of a cluster. */
export interface ListenerForm<L> {
  readonly write: (listeners: readonly ListenerRecord[]) => L;
  readonly read: (wire: L | undefined) => ListenerRecord[];
}

/** What differs between the API versions of Kafka. */
export interface KafkaClusterDifferences<L> {
  readonly listeners: ListenerForm<L>;
  /** What the object's annotations say of its mode. */
  readonly modeOf: (marks: Required<Marks>) => Pick<KafkaClusterRecord, 'mode' | 'nodePools'>;
  readonly marks?: (cluster: Own<KafkaClusterRecord>) => Marks;
  /** Whether the object can hold brokers and ZooKeeper nodes. */
  readonly nodes: boolean;
  /** Whether the entity operator's intervals are in milliseconds. */
  readonly milliseconds: boolean;
  readonly limits: (cluster: KafkaClusterRecord) => readonly Limit[];
}

/** Kafka. */
export function kafkaClusterCodec<L extends object>(
  apiVersion: string,
  differences: KafkaClusterDifferences<L>,
): Codec<KafkaClusterRecord> {
  const { listeners: form, modeOf, marks, nodes, milliseconds, limits } = differences;
  return codec<KafkaClusterRecord, WireKafka<L>>({
    apiVersion,
    kind: 'Kafka',
    ...(marks && { marks }),
    write: (cluster) => {
      const brokers = nodes ? cluster.brokers : undefined;
      const zookeeper = nodes ? cluster.zookeeper : undefined;
      const spec = defined({
        kafka: defined({
          version: cluster.version,
          metadataVersion: cluster.metadataVersion,
          replicas: brokers?.replicas,
          listeners: form.write(cluster.listeners),
          authorization: cluster.authorization && writeAuthorization(cluster.authorization),
          rack: cluster.rack && { topologyKey: cluster.rack.topologyKey },
          config: sorted(cluster.config),
          ...(brokers && writeNodeBody(brokers)),
        }),
        zookeeper: zookeeper && { replicas: zookeeper.replicas, ...writeNodeBody(zookeeper) },
        entityOperator: cluster.entityOperator && writeEntityOperator(cluster.entityOperator),
      });
      return { spec };
    },
    read: ({ spec = {} }, given) => {
      const { kafka = {}, zookeeper, entityOperator } = spec;
      const mode = modeOf(given);
      return defined({
        ...mode,
        version: kafka.version,
        metadataVersion: kafka.metadataVersion,
        listeners: form.read(kafka.listeners),
        authorization: readAuthorization(kafka.authorization),
        config: sorted(kafka.config),
        rack: kafka.rack?.topologyKey === undefined ? undefined : { topologyKey: kafka.rack.topologyKey },
        brokers: nodes && hasNodes(kafka) ? readNodes(kafka) : undefined,
        zookeeper: nodes && zookeeper ? readNodes(zookeeper) : undefined,
        entityOperator: entityOperator && readEntityOperator(entityOperator),
      });
    },
    plain: (object, given) => {
      const { spec } = object;
      if (!spec) return object;
      const { mode, nodePools } = modeOf(given);
      const { kafka, zookeeper, entityOperator } = spec;
      return {
        ...object,
        spec: defined({
          ...spec,
          kafka: kafka && withPlainResources(nodes && nodePools ? withoutNodes(kafka) : kafka),
          zookeeper: nodes && mode === 'kraft' ? undefined : zookeeper && withPlainResources(zookeeper),
          entityOperator: entityOperator && milliseconds ? inMilliseconds(entityOperator) : entityOperator,
        }),
      };
    },
    limits,
  });
}

/** Notes a limit: its field, what was given, why it cannot be said and what can. */
export type Refuse = (field: string, given: unknown, message: string, allowed: string) => void;

/** Notes limits of things that a release can say; absent: that none can. */
export function refuser(found: Limit[], since?: string): Refuse {
  return (field, given, message, allowed) => {
    found.push(defined({ field, given, message, allowed, since }));
  };
}

/** What the shape of a ZooKeeper ensemble cannot be. */
export function zookeeperLimits({ zookeeper }: KafkaClusterRecord): Limit[] {
  if (zookeeper?.storage.type !== 'jbod') return [];
  return [
    {
      field: 'zookeeper.storage.type',
      given: 'jbod',
      message: 'ZooKeeper nodes keep their data on one volume.',
      allowed: 'ephemeral, persistent-claim',
    },
  ];
}

/** Operators that know node pools take the nodes from them, and look at these fields no more. */
function withoutNodes<T extends WireNodes>({ replicas: _, storage: __, ...kafka }: T): Omit<T, 'replicas' | 'storage'> {
  return kafka;
}

function hasNodes({ replicas, storage }: WireNodes): boolean {
  return replicas !== undefined || storage !== undefined;
}

function writeEntityOperator({ topicOperator, userOperator, placement }: EntityOperator): WireEntityOperator {
  return defined({
    topicOperator: topicOperator ? {} : undefined,
    userOperator: userOperator ? {} : undefined,
    template: writePodTemplate(placement),
  });
}

function readEntityOperator(wire: WireEntityOperator): EntityOperator {
  return {
    topicOperator: wire.topicOperator !== undefined,
    userOperator: wire.userOperator !== undefined,
    ...placementOf(wire),
  };
}

/** Seconds are a deprecated way to say it, and are gone from later API versions. */
function inMilliseconds(wire: WireEntityOperator): WireEntityOperator {
  const convert = (operator: WireOperator): WireOperator => {
    const { reconciliationIntervalSeconds: seconds, ...others } = operator;
    if (seconds === undefined) return operator;
    return { ...others, reconciliationIntervalMs: others.reconciliationIntervalMs ?? seconds * 1000 };
  };
  return defined({
    ...wire,
    topicOperator: wire.topicOperator && convert(wire.topicOperator),
    userOperator: wire.userOperator && convert(wire.userOperator),
  });
}
