import type { Construct, IConstruct } from 'constructs';
import type { ResourceRecord } from '../model/resource';
import { sameSite } from '../wiring/identity';
import { isPlainObject } from '../props/kinds';
import { shapeText } from '../props/words';
import { standIn } from '../props/stand-ins';
import { doubt } from './doubts';
import { faultsOf, noteFault } from './faults';
import type { IKafkaCluster } from './interfaces';
import type { Resource } from './resource';

/**
 * The Kafka cluster that something is of: the one that is named, otherwise its scope. Where there is none, one that nobody
 * writes takes its place, and {@link checkCluster} tells it.
 */
export function clusterOf(scope: Construct, cluster: IKafkaCluster | undefined): IKafkaCluster {
  if (cluster) return cluster;
  return isKafkaCluster(scope) ? scope : nowhere();
}

const NOWHERE = new WeakSet<IKafkaCluster>();

function nowhere(): IKafkaCluster {
  const cluster = standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster;
  NOWHERE.add(cluster);
  return cluster;
}

/** Props of what is added to a cluster: it is of that cluster, whatever else they say. */
export function within<P extends object | undefined>(cluster: IKafkaCluster, props: P): P {
  if (typeof props !== 'object' || !('cluster' in props)) return props;
  if (isPlainObject(props)) return { ...props, cluster };
  return Object.create(props, { cluster: { value: cluster, enumerable: true } }) as P; // an instance keeps its getters
}

/** Tells of a construct that it, or what was made at it, is of no Kafka cluster, unless its props were told to be faulty. */
export function checkCluster(construct: IConstruct, cluster: IKafkaCluster, field = 'cluster'): void {
  if (!NOWHERE.has(cluster)) return;
  const isTold = faultsOf(construct).some((fault) => fault.field === field);
  doubt(construct);
  if (isTold) return;
  noteFault(construct, {
    rule: 'prop-missing',
    field,
    allowed: shapeText({ instance: 'IKafkaCluster' }),
    message: 'It is of no Kafka cluster.',
    remedy: 'Give it one as its cluster, or as its scope.',
  });
}

function isKafkaCluster(construct: Construct): construct is IKafkaCluster {
  return 'clusterName' in construct && 'listeners' in construct;
}

/** Operators look for what belongs to a cluster in the namespace that the cluster is in, and nowhere else. */
export function checkSite(
  resource: Resource<ResourceRecord>,
  { clusterName, site }: Pick<IKafkaCluster, 'clusterName' | 'site'>,
): void {
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
