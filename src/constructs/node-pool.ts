import type { Construct } from 'constructs';
import type { NodePoolRecord, NodeRole } from '../model/node-pool';
import type { Resources } from '../model/resource';
import type { IKafkaCluster } from './interfaces';
import { checkCluster, checkSite, clusterOf } from './of-cluster';
import type { Placement } from './placement';
import { mergedPods, podsRecord, type PodOptions } from './pods';
import { nodeIdAnnotations, type NodeIdProps } from './node-ids';
import { mergedNodes, nodesRecord, type NodeProps } from './nodes';
import { registerOf } from './register';
import { doubt, isDoubted } from './doubts';
import { held } from './held';
import type { Overrides } from './overrides';
import { Resource, siteOf, type ResourceProps } from './resource';
import type { Storage } from './storage';
import { jvmRecord, type JvmProps } from './workload';

/** Properties of a {@link NodePool}. */
export interface NodePoolProps extends ResourceProps, NodeProps, NodeIdProps {
  /**
   * The cluster that the nodes are of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /** How many nodes there are, from 0, known at once. */
  readonly replicas: number;
  /**
   * What the nodes do.
   * @default - brokers
   */
  readonly roles?: readonly NodeRole[];
  /** Where each node keeps its data. */
  readonly storage: Storage;
  /**
   * CPU and memory of each node.
   * @default - not said
   */
  readonly resources?: Resources | undefined;
  /**
   * Nodes of the Kubernetes cluster that these pods must run on.
   * @default - as the Kafka cluster has it
   */
  readonly placement?: Placement | undefined;
  /**
   * Heap and options of the Java virtual machine.
   * @default - as the Kafka cluster has it
   */
  readonly jvm?: JvmProps | undefined;
  /**
   * Labels, tolerations, spread, rights and so on of the pods, over those of the Kafka cluster.
   * @default - as the Kafka cluster has it
   */
  readonly pods?: Omit<PodOptions, 'maxUnavailable'> | undefined;
  /**
   * What stands in the KafkaNodePool over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaNodePool'>;
}

/** Like nodes of a Kafka cluster: a KafkaNodePool. */
export class NodePool extends Resource<NodePoolRecord> {
  /** The cluster that the nodes are of. */
  readonly cluster: IKafkaCluster;
  /** How many nodes there are. */
  readonly replicas: number;
  /** What the nodes do. */
  readonly roles: readonly NodeRole[];
  private readonly settings: NodePoolProps;

  constructor(scope: Construct, id: string, props: NodePoolProps) {
    [scope, id, props] = held('NodePool', [scope, id, props], new.target === NodePool);
    const cluster = clusterOf(scope, props.cluster);
    const asked = nodeIdAnnotations(props);
    super(
      scope,
      id,
      { noun: 'nodePool', entry: siteOf(scope).release.dialect.nodePool },
      Object.keys(asked).length > 0 ? { ...props, annotations: { ...props.annotations, ...asked } } : props,
    );
    this.settings = props;
    this.cluster = cluster;
    this.replicas = props.replicas;
    this.roles = props.roles ?? ['broker'];
    if (this.roles.includes('broker')) registerOf(this).addBrokers(this, { cluster, brokers: this.replicas });
    if (isDoubted(this)) doubt(cluster, 'has');
    checkCluster(this, cluster);
    checkSite(this, cluster);
  }

  toRecord(): NodePoolRecord {
    const { storage, resources, jvm, placement = this.cluster.placement } = this.settings;
    const pods = mergedPods(this.cluster.pods, podsRecord(this.settings.pods).pods);
    return {
      ...this.identity(),
      cluster: this.cluster.clusterName,
      replicas: this.replicas,
      roles: this.roles,
      storage: storage.record,
      ...(resources && { resources }),
      ...(jvm && { jvm: jvmRecord(jvm) }),
      ...(pods && { pods }),
      ...mergedNodes(this.cluster.nodes, nodesRecord(this.settings)),
      ...(placement && { placement: placement.record }),
    };
  }
}
