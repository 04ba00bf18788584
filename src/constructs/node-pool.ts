import type { Construct } from 'constructs';
import type { NodePoolRecord, NodeRole } from '../model/node-pool';
import type { Resources } from '../model/resource';
import type { Placement } from './placement';
import { Resource, siteOf, type ResourceProps } from './resource';
import type { Storage } from './storage';

/** Properties of a {@link NodePool}. */
export interface NodePoolProps extends ResourceProps {
  readonly replicas: number;
  /** @default - brokers */
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
}

/** Like nodes of a Kafka cluster: a KafkaNodePool. */
export class NodePool extends Resource<NodePoolRecord> {
  readonly roles: readonly NodeRole[];
  private readonly settings: NodePoolProps;

  /** @param cluster - the cluster that the nodes are of; `cluster.addNodePool` says the same */
  constructor(
    scope: Construct,
    id: string,
    private readonly cluster: { readonly clusterName: string },
    props: NodePoolProps,
  ) {
    super(scope, id, { noun: 'nodePool', entry: siteOf(scope).release.dialect.nodePool }, props);
    this.settings = props;
    this.roles = props.roles ?? ['broker'];
  }

  get replicas(): number {
    return this.settings.replicas;
  }

  toRecord(): NodePoolRecord {
    const { replicas, storage, resources, placement } = this.settings;
    return {
      ...this.identity(),
      cluster: this.cluster.clusterName,
      replicas,
      roles: this.roles,
      storage: storage.record,
      ...(resources && { resources }),
      ...(placement && { placement: placement.record }),
    };
  }
}
