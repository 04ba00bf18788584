import type { KafkaClusterRecord, NodeSet } from '../../model/kafka-cluster';
import type { ListenerRecord } from '../../model/listener';
import { AUTHORIZATION_SHAPE, readAuthorization, writeAuthorization } from './authorization';
import { QUOTAS_SHAPE, readQuotas, writeQuotas } from './broker-quotas';
import { CA_SHAPE, readCa, writeCa } from './certificate-authority';
import { codec, defined, sorted, type Body, type Codec, type Marks, type Own } from './codec';
import { CRUISE_CONTROL_SHAPE, plainCruiseControl, readCruiseControl, writeCruiseControl } from './cruise-control';
import {
  ENTITY_OPERATOR_SHAPE,
  plainEntityOperator,
  readEntityOperator,
  writeEntityOperator,
  type EntityOperatorForm,
} from './entity-operator';
import { EXPORTER_SHAPE, readExporter, writeExporter } from './kafka-exporter';
import { KAFKA_OBJECTS, readObjects, writeObjects } from './made-objects';
import {
  NODES_SHAPE,
  readNodes,
  readZookeeperNodes,
  writeNodeBody,
  writeZookeeperNodes,
  ZOOKEEPER_NODES_SHAPE,
  type WireNodes,
} from './nodes';
import { TEMPLATE_SHAPE } from './pod-template';
import { withPlainResources } from './pods';
import { NODE_PROGRAM_SHAPE, readProgram, writeProgram } from './node-program';
import { readRack } from './rack';
import { MARKS_TEMPLATE, readMarks, writeMarks } from './marks-template';
import type { Fitting, Shape } from './shape';
import { readTieredStorage, TIERED_STORAGE_SHAPE, writeTieredStorage } from './tiered-storage';
import { withPlainSidecar } from './tls-sidecar';
import { plainWorkload, type WorkloadForm } from './workload';
import type { Named, VersionOf, Wire } from './wire';

const BROKERS_SHAPE = {
  ...NODES_SHAPE,
  template: {
    ...NODES_SHAPE.template,
    podDisruptionBudget: TEMPLATE_SHAPE.podDisruptionBudget,
    clusterCaCert: MARKS_TEMPLATE,
    ...KAFKA_OBJECTS,
  },
  ...NODE_PROGRAM_SHAPE,
  version: 'text',
  metadataVersion: 'text',
  authorization: AUTHORIZATION_SHAPE,
  config: { '*': 'scalar' },
  rack: { topologyKey: 'text' },
  quotas: QUOTAS_SHAPE,
  tieredStorage: TIERED_STORAGE_SHAPE,
} as const satisfies Shape;

const ZOOKEEPER_SHAPE = { ...ZOOKEEPER_NODES_SHAPE, ...NODE_PROGRAM_SHAPE } as const satisfies Shape;

const BESIDE = {
  clusterCa: CA_SHAPE,
  clientsCa: CA_SHAPE,
  maintenanceTimeWindows: ['text'],
  cruiseControl: CRUISE_CONTROL_SHAPE,
  kafkaExporter: EXPORTER_SHAPE,
} as const satisfies Shape;
type WireBeside = Fitting<typeof BESIDE>;

/** What readers take a cluster for, whose listeners have the shape `L`. */
type KafkaShape<L extends Shape> = {
  readonly spec: {
    readonly kafka: typeof BROKERS_SHAPE & { readonly listeners: L };
    readonly zookeeper: typeof ZOOKEEPER_SHAPE;
    readonly entityOperator: typeof ENTITY_OPERATOR_SHAPE;
  } & typeof BESIDE;
};

type WireKafka<L extends Shape> = Body<KafkaShape<L>>;
type WireSpec<L extends Shape> = NonNullable<Fitting<KafkaShape<L>>['spec']>;
type WireBrokers<L extends Shape> = NonNullable<WireSpec<L>['kafka']>;

/** Places of containers of a Kafka object, but for ZooKeeper's. */
export type KafkaContainers =
  | 'spec.kafka.template.kafkaContainer'
  | 'spec.cruiseControl.template.cruiseControlContainer'
  | 'spec.kafkaExporter.template.container'
  | `spec.entityOperator.template.${'topic' | 'user'}OperatorContainer`;

/** The place of ZooKeeper's container. */
export type ZookeeperContainer = 'spec.zookeeper.template.zookeeperContainer';

/** How an API version spells the listeners of a cluster. */
export interface ListenerForm<L extends Shape> {
  readonly shape: L;
  readonly write: (listeners: readonly ListenerRecord[]) => Fitting<L>;
  readonly read: (wire: Fitting<L> | undefined) => ListenerRecord[];
  /** The listeners in the words that `write` uses. */
  readonly plain?: (wire: Fitting<L>) => Fitting<L>;
}

/** What differs between the API versions of Kafka. */
export interface KafkaClusterDifferences<L extends Shape> extends EntityOperatorForm {
  readonly listeners: ListenerForm<L>;
  /** What the object's annotations say of its mode. */
  readonly modeOf: (marks: Required<Marks>) => Pick<KafkaClusterRecord, 'mode' | 'nodePools'>;
  /** Annotations that say what an object without nodes leaves to be understood. */
  readonly understood?: (marks: Required<Marks>) => Readonly<Record<string, string>> | undefined;
  readonly marks?: (cluster: Own<KafkaClusterRecord>) => Marks;
  /** Whether the object can hold brokers and ZooKeeper nodes. */
  readonly nodes: boolean;
}

/** Kafka. */
export function kafkaClusterCodec<
  T extends Wire<T, KafkaShape<L>, Lacks>,
  L extends Shape,
  Lacks extends string = never,
>(apiVersion: VersionOf<T>, differences: KafkaClusterDifferences<L>): Codec<KafkaClusterRecord> {
  const { listeners: form, modeOf, marks, nodes, workload } = differences;
  return codec<KafkaClusterRecord, KafkaShape<L>, Named>({
    apiVersion,
    kind: 'Kafka',
    shape: shapeOf(form.shape),
    ...(marks && { marks }),
    write: (cluster) => {
      const brokers = nodes ? cluster.brokers : undefined;
      const zookeeper = nodes ? cluster.zookeeper : undefined;
      const spec = defined({
        kafka: defined({
          version: cluster.version,
          metadataVersion: cluster.metadataVersion,
          image: cluster.image,
          replicas: brokers?.replicas,
          listeners: form.write(cluster.listeners),
          authorization: cluster.authorization && writeAuthorization(cluster.authorization),
          rack: cluster.rack && { topologyKey: cluster.rack.topologyKey },
          config: sorted(cluster.config),
          quotas: cluster.quotas && writeQuotas(cluster.quotas),
          tieredStorage: cluster.tieredStorage && writeTieredStorage(cluster.tieredStorage),
          ...writeBrokers(cluster, brokers),
          ...writeProgram(cluster, workload),
        }),
        zookeeper: zookeeper && {
          ...writeZookeeperNodes(zookeeper),
          ...defined({ image: zookeeper.image }),
          ...writeProgram(zookeeper, workload),
        },
        entityOperator: cluster.entityOperator && writeEntityOperator(cluster.entityOperator, differences),
        ...writeBeside(cluster, workload),
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
        rack: readRack(kafka.rack),
        quotas: readQuotas(kafka.quotas),
        tieredStorage: readTieredStorage(kafka.tieredStorage),
        ...readProgram(kafka, workload),
        maxUnavailable: kafka.template?.podDisruptionBudget?.maxUnavailable,
        brokers: nodes && hasNodes(kafka) ? readNodes(kafka) : undefined,
        zookeeper:
          nodes && zookeeper ? { ...readZookeeperNodes(zookeeper), ...readProgram(zookeeper, workload) } : undefined,
        entityOperator: entityOperator && readEntityOperator(entityOperator, differences),
        ...readBeside(spec, workload),
        certificateAnnotations: readMarks(kafka.template?.clusterCaCert)?.annotations,
        objects: readObjects(KAFKA_OBJECTS, kafka.template),
      });
    },
    plain: (object, given) => plainKafka(object, given, differences),
  });
}

/** Spells what is beside the nodes and the operators of topics and users. */
function writeBeside(cluster: KafkaClusterRecord, workload: WorkloadForm): WireBeside {
  return defined({
    clusterCa: cluster.clusterCa && writeCa(cluster.clusterCa),
    clientsCa: cluster.clientsCa && writeCa(cluster.clientsCa),
    maintenanceTimeWindows: cluster.maintenanceTimeWindows && [...cluster.maintenanceTimeWindows],
    cruiseControl: cluster.cruiseControl && writeCruiseControl(cluster.cruiseControl, workload),
    kafkaExporter: cluster.kafkaExporter && writeExporter(cluster.kafkaExporter),
  });
}

function readBeside(spec: WireBeside, workload: WorkloadForm): Partial<KafkaClusterRecord> {
  return defined({
    clusterCa: spec.clusterCa && readCa(spec.clusterCa),
    clientsCa: spec.clientsCa && readCa(spec.clientsCa),
    maintenanceTimeWindows: spec.maintenanceTimeWindows,
    cruiseControl: spec.cruiseControl && readCruiseControl(spec.cruiseControl, workload),
    kafkaExporter: spec.kafkaExporter && readExporter(spec.kafkaExporter),
  });
}

/** The brokers, where the object describes them, with what their template says beside their pods. */
function writeBrokers(
  { maxUnavailable, certificateAnnotations, objects }: KafkaClusterRecord,
  brokers: NodeSet | undefined,
): Omit<Fitting<typeof BROKERS_SHAPE>, 'replicas'> {
  const body = brokers ? writeNodeBody(brokers) : {};
  const beside = defined({
    podDisruptionBudget: maxUnavailable === undefined ? undefined : { maxUnavailable },
    clusterCaCert: writeMarks({ annotations: certificateAnnotations }),
    ...writeObjects(KAFKA_OBJECTS, objects),
  });
  return Object.keys(beside).length > 0 ? { ...body, template: { ...body.template, ...beside } } : body;
}

function shapeOf<L extends Shape>(listeners: L): KafkaShape<L> {
  return {
    spec: {
      kafka: { ...BROKERS_SHAPE, listeners },
      zookeeper: ZOOKEEPER_SHAPE,
      entityOperator: ENTITY_OPERATOR_SHAPE,
      ...BESIDE,
    },
  };
}

function plainKafka<L extends Shape>(
  object: WireKafka<L>,
  given: Required<Marks>,
  differences: KafkaClusterDifferences<L>,
): WireKafka<L> {
  const { spec, metadata } = object;
  if (!spec || !metadata) return object;
  const more = hasNoNodes(spec, differences.modeOf(given)) ? differences.understood?.(given) : undefined;
  if (!more) return { ...object, spec: plainSpec(spec, given, differences) };
  const annotations = { ...given.annotations, ...more };
  return {
    ...object,
    metadata: { ...metadata, annotations },
    spec: plainSpec(spec, { ...given, annotations }, differences),
  };
}

function plainSpec<L extends Shape>(
  spec: WireSpec<L>,
  given: Required<Marks>,
  differences: KafkaClusterDifferences<L>,
): WireSpec<L> {
  const { listeners: form, modeOf, nodes, workload } = differences;
  const { mode, nodePools } = modeOf(given);
  const { kafka, zookeeper, entityOperator, cruiseControl, kafkaExporter } = spec;
  return defined({
    ...spec,
    kafka: kafka && plainBrokers(plainWorkload(nodes && nodePools ? withoutNodes(kafka) : kafka, workload), form),
    zookeeper:
      nodes && mode === 'kraft'
        ? undefined
        : zookeeper && plainWorkload(withPlainSidecar(withPlainResources(zookeeper)), workload),
    entityOperator: entityOperator && plainEntityOperator(entityOperator, differences),
    cruiseControl: cruiseControl && plainCruiseControl(cruiseControl, workload),
    kafkaExporter: kafkaExporter && withPlainResources(kafkaExporter),
  });
}

function plainBrokers<L extends Shape>(kafka: WireBrokers<L>, form: ListenerForm<L>): WireBrokers<L> {
  const plain = withPlainSidecar(withPlainResources(kafka));
  return plain.listeners && form.plain ? { ...plain, listeners: form.plain(plain.listeners) } : plain;
}

function hasNoNodes(
  { kafka = {}, zookeeper }: WireSpec<Shape>,
  { nodePools }: { readonly nodePools: boolean },
): boolean {
  return zookeeper === undefined && (nodePools || !hasNodes(kafka));
}

/** Operators that know node pools take the nodes from them, and look at these fields no more. */
function withoutNodes<T extends WireNodes>({ replicas: _, storage: __, ...kafka }: T): Omit<T, 'replicas' | 'storage'> {
  return kafka;
}

function hasNodes({ replicas, storage }: WireNodes): boolean {
  return replicas !== undefined || storage !== undefined;
}
