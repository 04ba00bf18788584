import type { Given } from './harness';
import { kraft, mirror2 } from './mirrors';

type Place = Given & { readonly kubernetesCluster: string };

export const INSIDE = 'kafka-kafka-bootstrap.site-1.svc:9093';
export const OUTSIDE = 'kafka.example.com:443';
const external = {
  name: 'outside',
  port: 9094,
  type: 'route' as const,
  tls: true,
  configuration: { bootstrap: { host: 'kafka.example.com' } },
};

/** A mirror beside a cluster `own`, of a cluster `kafka` in another Kubernetes cluster. */
export function apart(
  bootstrapServers: string,
  { trust = 'far-ca', own = 'own', other = {}, kubernetes = ['blue', 'green'] } = {},
): readonly Place[] {
  const mirror = mirror2('kafka', own, 'orders');
  const source = { alias: 'far', bootstrapServers, trust: [{ secret: trust, certificate: 'ca.crt' }] };
  const there = kraft('kafka');
  const listeners = [...there.listeners, external];
  const target = { ...mirror.target, trust: [{ secret: 'other', certificate: 'ca.crt' }] };
  return [
    { kubernetesCluster: kubernetes[0] ?? '', kafkaCluster: [{ ...there, listeners, ...other }] },
    {
      kubernetesCluster: kubernetes[1] ?? '',
      kafkaCluster: [kraft(own)],
      mirrorMaker2: [{ ...mirror, target, mirrors: mirror.mirrors.map((flow) => ({ ...flow, source })) }],
    },
  ];
}
