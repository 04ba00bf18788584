import { defined } from '../dialects/common/codec';
import type { NodeOptions } from '../model/kafka-cluster';
import { containerRecord, mergedContainer, type ContainerProps } from './container';

/** What nodes of a cluster have besides what the operator gives them. */
export interface NodeProps extends ContainerProps {
  /**
   * Annotations of the claims that the operator makes for the nodes.
   * @default - none; of a pool and of controllers: as the Kafka cluster has it
   */
  readonly claimAnnotations?: Readonly<Record<string, string>>;
}

/** What is said of nodes, for a record; absent: nothing is. */
export function nodesRecord(props: NodeProps): NodeOptions | undefined {
  const { claimAnnotations } = props;
  const container = containerRecord(props);
  return claimAnnotations ? { ...container, claimAnnotations } : container;
}

/** What nodes have where some of them say some of their own: that is taken before the usual. */
export function mergedNodes(usual: NodeOptions | undefined, own: NodeOptions | undefined): NodeOptions | undefined {
  if (!usual || !own) return own ?? usual;
  const claimAnnotations = { ...usual.claimAnnotations, ...own.claimAnnotations };
  return defined({
    ...mergedContainer(usual, own),
    claimAnnotations: Object.keys(claimAnnotations).length > 0 ? claimAnnotations : undefined,
  });
}
