import type { Endpoint } from '../model/endpoint';
import { noteFault } from './faults';
import type { IKafkaCluster } from './kafka-cluster';
import type { Resource } from './resource';
import type { ResourceRecord } from '../model/resource';

/**
 * Notes the Secrets that a program needs and that operators write elsewhere: pods read Secrets of their own namespace
 * only.
 */
export function noteForeignSecrets(
  resource: Resource<ResourceRecord>,
  cluster: IKafkaCluster,
  endpoint: Endpoint,
): void {
  const { site: here } = resource;
  const { site: there } = cluster;
  const secrets = secretsOf(endpoint);
  const isHere = here.kubernetesCluster === there.kubernetesCluster && here.targetNamespace === there.targetNamespace;
  if (isHere || secrets.length === 0) return;
  noteFault(resource, {
    rule: 'secret-at-hand',
    field: 'secrets',
    given: secrets.join(', '),
    allowed: `Secrets in namespace ${here.targetNamespace} of ${here.kubernetesCluster}`,
    message: `The operators of ${cluster.clusterName} write these Secrets to namespace ${there.targetNamespace} of ${there.kubernetesCluster}.`,
    remedy: 'Have them copied, and again when certificates are renewed; then waive this warning at the site.',
  });
}

function secretsOf({ trust = [], credentials }: Endpoint): readonly string[] {
  const names = trust.map(({ secret }) => secret);
  if (credentials?.type === 'tls') names.push(credentials.secret);
  else if (credentials) names.push(credentials.password.secret);
  return [...new Set(names)];
}
