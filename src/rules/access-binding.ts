import { keyOf } from '../model/cluster-keys';
import type { KafkaAccessRecord } from '../model/kafka-access';
import type { ListenerRecord } from '../model/listener';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { nearestNames } from '../text/nearest';
import { choiceOf, type Bound } from './access-listener';
import { topologyRule, type Breach } from './rule';
import { valueAtPath } from './places';

const CLUSTER_NAME = ['spec', 'kafka', 'name'];
const USER_NAME = ['spec', 'user', 'name'];

/** A KafkaAccess names what there is, and a user that can log in. */
export const accessBinding = topologyRule({
  id: 'access-binding',
  summary:
    'A KafkaAccess names a Kafka cluster, a listener of it and a KafkaUser that can log in there, and its Secret is all that a program needs.',
  remedy: 'Name a Kafka cluster, a listener and a user that fit each other.',
  effect: 'refused',
  source:
    'The Access operator says Ready: False, or puts into the Secret what clients cannot use (kafka-access-operator 0.1.1 to 0.3.0, KafkaAccessReconciler, KafkaParser, KafkaListener).',
  across: (topology, report) => {
    const accesses = topology.all('kafkaAccess');
    if (accesses.length === 0) return;
    const clusters = new Named(topology.all('kafkaCluster'));
    const users = new Named(topology.all('user'));
    for (const access of accesses) {
      const { cluster: name, clusterNamespace, user: named } = access.record;
      const breaches = [otherUserKind(access)];
      const cluster = clusters.at(access, clusterNamespace, name);
      if (!cluster)
        breaches.push(strange(CLUSTER_NAME, 'Kafka cluster', name, clusters.namesAt(access, clusterNamespace)));
      const user = named && users.at(access, named.namespace, named.name);
      if (named && !user) {
        breaches.push(strange(USER_NAME, 'user', named.name, users.namesAt(access, named.namespace)));
      }
      if (cluster) breaches.push(...breachesOf(topology, { access, cluster, user }));
      for (const breach of breaches) if (breach) report(access, breach);
    }
  },
});

/** Objects by Kubernetes cluster, namespace and name. */
class Named<R extends ResourceRecord> {
  private readonly places = new Map<string, Map<string, Placed<R>>>();

  constructor(objects: readonly Placed<R>[]) {
    for (const each of objects) {
      const place = keyOf(each.site, each.record.namespace, '');
      const names = this.places.get(place) ?? new Map<string, Placed<R>>();
      this.places.set(place, names.set(each.record.name, each));
    }
  }

  at(from: Placed<KafkaAccessRecord>, namespace: string | undefined, name: string): Placed<R> | undefined {
    return this.place(from, namespace)?.get(name);
  }

  namesAt(from: Placed<KafkaAccessRecord>, namespace: string | undefined): readonly string[] {
    return [...(this.place(from, namespace)?.keys() ?? [])].sort();
  }

  private place({ site, record }: Placed<KafkaAccessRecord>, namespace: string | undefined) {
    return this.places.get(keyOf(site, namespace ?? record.namespace, ''));
  }
}

/** Where nothing of the kind is described, it may be described elsewhere. */
function strange(field: string[], what: string, given: string, known: readonly string[]): Breach | undefined {
  if (known.length === 0 || given === '') return undefined;
  const [nearest] = nearestNames(given, known);
  return {
    field,
    given,
    allowed: known.join(', '),
    message: `There is no ${what} of that name in the namespace.`,
    remedy: nearest === undefined ? `Name a ${what} that there is.` : `Write ${nearest}.`,
  };
}

function otherUserKind({ manifest }: Placed<KafkaAccessRecord>): Breach | undefined {
  const wanted = { kind: 'KafkaUser', apiGroup: 'kafka.strimzi.io' } as const;
  for (const field of ['kind', 'apiGroup'] as const) {
    const given = valueAtPath(manifest, `spec.user.${field}`);
    if (typeof given !== 'string' || given === wanted[field]) continue;
    const message = 'The operator takes the credentials of KafkaUsers alone.';
    return {
      field: ['spec', 'user', field],
      given,
      allowed: wanted[field],
      message,
      remedy: `Write ${wanted[field]}.`,
    };
  }
  return undefined;
}

function breachesOf(topology: Topology, bound: Bound): (Breach | undefined)[] {
  const choice = choiceOf(bound);
  return [
    ...ofUser(topology, bound),
    ...(choice && 'breach' in choice ? [choice.breach] : []),
    ...(choice && 'listener' in choice ? ofListener(choice.listener, bound) : []),
  ];
}

function ofUser(topology: Topology, { cluster, user }: Bound): (Breach | undefined)[] {
  if (!user) return [];
  const { name, cluster: own, authentication } = user.record;
  const isOwn = own === '' || topology.keyOfMember(user) === topology.keyOf(cluster);
  return [
    isOwn
      ? undefined
      : {
          field: USER_NAME,
          given: name,
          allowed: `a user of Kafka cluster ${cluster.record.name}`,
          effect: 'fails',
          message: `User ${name} is of Kafka cluster ${own}: the one that programs connect to does not know it.`,
          remedy: 'Name a user of the cluster.',
        },
    authentication?.type === 'tls-external'
      ? {
          field: USER_NAME,
          given: name,
          allowed: 'a user with authentication: tls or scram-sha-512',
          message: `The user operator makes no Secret for user ${name}, whose certificate comes from elsewhere.`,
          remedy: 'Name another user, or none, and give programs the certificate yourself.',
        }
      : undefined,
  ];
}

/** What the operator puts into the Secret, and clients cannot use. */
function ofListener(listener: ListenerRecord, { access }: Bound): Breach[] {
  const { name, authentication, tls, configuration } = listener;
  const field = ['spec', 'kafka', 'listener'];
  const given = access.record.listener;
  const at = { field, ...(given !== undefined && { given }) };
  const breaches: Breach[] = [];
  if (authentication?.type === 'oauth' || authentication?.type === 'custom') {
    breaches.push({
      ...at,
      allowed: 'a listener with authentication: tls, scram-sha-512 or none',
      effect: 'fails',
      message: `Listener ${name} asks for ${authentication.type}, which the operator knows nothing of: the Secret says PLAINTEXT.`,
      remedy: 'Name another listener, or configure the programs yourself.',
    });
  } else if (authentication && !access.record.user) {
    breaches.push({
      field: ['spec', 'user'],
      allowed: `a KafkaUser with authentication: ${authentication.type}`,
      effect: 'unlooked',
      message: `Listener ${name} asks who connects, and the Secret has no credentials.`,
      remedy: 'Name a user, unless programs have credentials of their own.',
    });
  }
  if (tls && configuration?.['brokerCertChainAndKey'] !== undefined) {
    breaches.push({
      ...at,
      allowed: 'a listener with the certificates of the operator',
      effect: 'fails',
      message: `Listener ${name} shows a certificate of its own, and the Secret has the CA of the cluster, which did not sign it.`,
      remedy: 'Name another listener, or give programs the CA of the certificate yourself.',
    });
  }
  return breaches;
}
