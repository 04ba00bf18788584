import type { FieldPath } from '../model/field';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Placed } from '../model/topology';
import { listenerFields } from './listener-fields';
import { placesOf } from './places';
import { topologyRule } from './rule';

/** What only one can have: a port within a Kubernetes cluster, a host anywhere. */
const ADDRESSES = [
  { paths: ['bootstrap.nodePort', 'brokers.*.nodePort'], what: 'Port of the nodes', isWithin: true },
  { paths: ['bootstrap.host', 'brokers.*.host'], what: 'Host', isWithin: false },
] as const;

interface Claim {
  readonly key: string;
  readonly field: FieldPath;
  readonly given: string | number;
  readonly what: string;
}

/** Addresses of listeners are one listener's each. */
export const addressesApart = topologyRule({
  id: 'addresses-apart',
  summary: 'No two listeners or brokers ask for one host, or for one port of the nodes of a Kubernetes cluster.',
  remedy: 'Give one of the two another address.',
  effect: 'fails',
  source:
    'Kubernetes refuses the second Service of a port; of a host, a router serves one, and clients end at the wrong broker (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['L-059'],
  across: (topology, report) => {
    const first = new Map<string, string>();
    for (const cluster of topology.all('kafkaCluster')) {
      for (const { key, field, given, what } of claimsOf(cluster)) {
        const known = first.get(key);
        if (known === undefined) first.set(key, cluster.path);
        else report(cluster, { field, given, message: `${what} ${given} is asked for already, by ${known}.` });
      }
    }
  },
});

function claimsOf(cluster: Placed<KafkaClusterRecord>): Claim[] {
  const { kubernetesCluster } = cluster.site;
  return listenerFields(cluster).flatMap(({ field: at, listener: { configuration } }) =>
    ADDRESSES.flatMap(({ paths, what, isWithin }) =>
      paths
        .flatMap((path) => placesOf(configuration, path))
        .flatMap(({ field, value: given }): Claim[] => {
          if ((typeof given !== 'string' && typeof given !== 'number') || given === '') return [];
          const key = `${what}\0${isWithin ? kubernetesCluster : ''}\0${String(given).toLowerCase()}`;
          return [{ key, field: [...at, 'configuration', ...field], given, what }];
        }),
    ),
  );
}
