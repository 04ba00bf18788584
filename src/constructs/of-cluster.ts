import type { Construct } from 'constructs';
import { CLUSTER_LABEL } from '../dialects/common/cluster-label';
import { fieldText } from '../model/field';
import type { ResourceRecord } from '../model/resource';
import { sameSite } from '../wiring/identity';
import { noteFault } from './faults';
import type { IKafkaCluster } from './interfaces';
import type { Resource } from './resource';

/**
 * The Kafka cluster that something is of: the one that is named, otherwise its scope.
 * @throws where none is named and the scope is none.
 */
export function clusterOf(scope: Construct, id: string, cluster: IKafkaCluster | undefined): IKafkaCluster {
  if (cluster) return cluster;
  if (isKafkaCluster(scope)) return scope;
  throw new Error(`${scope.node.path}/${id} is of no Kafka cluster; give it one as its cluster or as its scope`);
}

function isKafkaCluster(construct: Construct): construct is IKafkaCluster {
  return 'clusterName' in construct && 'listeners' in construct;
}

/** Operators look for what belongs to a cluster in the namespace that the cluster is in, and nowhere else. */
export function checkSite(resource: Resource<ResourceRecord>, { clusterName, site }: IKafkaCluster): void {
  checkLabel(resource, clusterName);
  if (sameSite(resource.site, site)) return;
  noteFault(resource, {
    rule: 'beside-its-cluster',
    field: 'metadata.namespace',
    given: `${resource.site.targetNamespace} of ${resource.site.kubernetesCluster}`,
    allowed: `${site.targetNamespace} of ${site.kubernetesCluster}`,
    message: `The operators of ${clusterName} look for what belongs to it in its own namespace only.`,
    remedy: 'Make it at the site of the cluster, for example with the cluster as scope.',
  });
}

/** The label that names the cluster is written over whatever was given. */
function checkLabel(resource: Resource<ResourceRecord>, clusterName: string): void {
  const given = resource.metadata.getLabel(CLUSTER_LABEL);
  if (given === undefined || given === clusterName) return;
  noteFault(resource, {
    rule: 'cluster-label',
    field: fieldText(['metadata', 'labels', CLUSTER_LABEL]),
    given,
    allowed: clusterName,
    message: `The label ${CLUSTER_LABEL} names the Kafka cluster that it is of, and is written over with that name.`,
    remedy: 'Leave the label out, or make it at the cluster that the label names.',
  });
}
