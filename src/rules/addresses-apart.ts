import type { FieldPath } from '../model/field';
import { list, map } from '../model/guarded';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { Placed } from '../model/topology';
import { listenerFields } from './listener-fields';
import { placesOf, type Place } from './places';
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
  /** Whose address it is, within its cluster. */
  readonly owner: string;
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
    const first = new Map<string, { readonly cluster: Placed<KafkaClusterRecord>; readonly owner: string }>();
    for (const cluster of topology.all('kafkaCluster')) {
      for (const { key, field, given, what, owner } of claimsOf(cluster)) {
        const known = first.get(key);
        if (known === undefined) {
          first.set(key, { cluster, owner });
          continue;
        }
        const by = known.cluster === cluster ? known.owner : `${known.owner} of ${known.cluster.path}`;
        report(cluster, { field, given, message: `${what} ${given} is asked for already, by ${by}.` });
      }
    }
  },
});

function claimsOf(cluster: Placed<KafkaClusterRecord>): Claim[] {
  const { kubernetesCluster } = cluster.site;
  return listenerFields(cluster).flatMap(({ field: at, listener: { name, configuration } }) =>
    ADDRESSES.flatMap(({ paths, what, isWithin }) =>
      paths
        .flatMap((path) => addressesAt(configuration, path))
        .flatMap(({ field, value: given, of }): Claim[] => {
          if ((typeof given !== 'string' && typeof given !== 'number') || given === '') return [];
          const key = `${what}\0${isWithin ? kubernetesCluster : ''}\0${String(given).toLowerCase()}`;
          const owner = `${of} of listener "${name}"`;
          return [{ key, field: [...at, 'configuration', ...field], given, what, owner }];
        }),
    ),
  );
}

type Address = Place & { readonly of: string };

/** The addresses at a path, of each broker the one that counts. */
function addressesAt(configuration: unknown, path: string): readonly Address[] {
  const addresses = new Map<unknown, Address>();
  for (const place of placesOf(configuration, path)) {
    const [part, index] = place.field;
    const broker = part === 'brokers' ? map(list(map(configuration)[part])[Number(index)])['broker'] : undefined;
    const of = part === 'brokers' ? `broker ${typeof broker === 'number' ? broker : '?'}` : 'the bootstrap address';
    const key = broker ?? place.field.join('.');
    if (!addresses.has(key)) addresses.set(key, { field: place.field, value: place.value, of });
  }
  return [...addresses.values()];
}
