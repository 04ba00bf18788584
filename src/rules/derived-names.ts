import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { DNS_SUBDOMAIN } from '../model/names';
import { secretPrefixOf, userSecret } from '../model/user-secret';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import type { NodePoolRecord } from '../model/node-pool';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { listenerFields } from './listener-fields';
import { othersOf } from './of-cluster';
import { topologyRule, type Breach } from './rule';

/** Characters that a name of a Service, a label and a part of a host name may have. */
const LONGEST = 63;
/** Characters that the common name of a certificate may have. */
const LONGEST_COMMON_NAME = 64;

/** Characters that the name of a StatefulSet may have: its pods have a label with it, a hyphen and ten others. */
const LONGEST_SET = 52;

/** A name that is made of others, and the field to shorten. */
interface Derived {
  readonly name: string;
  /** The name that is to be shorter. */
  readonly given: string;
  readonly field: FieldPath;
  /** @default 63 */
  readonly longest?: number;
}

const METADATA_NAME = ['metadata', 'name'];

const CONNECT_SERVICE = '-connect-api';

/** The names that an operator makes are legal. */
export const derivedNames = topologyRule({
  id: 'derived-names',
  summary: 'Names that operators and OpenShift make of those of objects and listeners are short enough, and legal.',
  remedy: 'Shorten the name of the object or of the listener; a route can have a host of its own.',
  effect: 'fails',
  source:
    'Kubernetes refuses Services and labels with longer names than 63 characters, a certificate has no common name of more than 64, and OpenShift gives a Route without a host a longer part of one no host (Strimzi 0.18.0 to 1.2.0, KafkaResources and the like).',
  catalog: ['N-001', 'N-002', 'N-003', 'N-004', 'N-005', 'N-006', 'N-007', 'N-008', 'N-009'],
  across: (topology, report) => {
    const tell = (placed: Placed<ResourceRecord>, names: readonly Derived[]): void => {
      for (const breach of [...names.flatMap(tooLong), ...illegal(placed.record.name)]) report(placed, breach);
    };
    for (const cluster of topology.all('kafkaCluster')) {
      tell(cluster, [...ofCluster(cluster), ...ofListeners(cluster)]);
      for (const breach of secretPrefix(topology, cluster)) report(cluster, breach);
    }
    for (const pool of topology.all('nodePool')) tell(pool, ofPool(topology, pool));
    for (const mirror of topology.all('mirrorMaker2')) tell(mirror, suffixed(mirror.record, '-mirrormaker2-api'));
    for (const mirror of topology.all('mirrorMaker')) tell(mirror, suffixed(mirror.record, '-mirror-maker'));
    for (const connect of [...topology.all('connect'), ...othersOf(topology, 'KafkaConnectS2I')])
      tell(connect, suffixed(connect.record, CONNECT_SERVICE));
    for (const bridge of topology.all('bridge')) tell(bridge, suffixed(bridge.record, '-bridge-service'));
  },
});

function suffixed({ name }: ResourceRecord, suffix: string): Derived[] {
  return [{ name: `${name}${suffix}`, given: name, field: METADATA_NAME }];
}

function ofCluster({ record, site }: Placed<KafkaClusterRecord>): Derived[] {
  const { zookeeper, entityOperator } = record;
  const operators = site.release.makes.entitySecrets
    ? suffixed(record, '-entity-topic-operator').map((name) => ({ ...name, longest: LONGEST_COMMON_NAME }))
    : suffixed(record, '-entity-operator');
  const set = suffixed(record, zookeeper ? '-zookeeper' : '-kafka').map((name) => ({ ...name, longest: LONGEST_SET }));
  const service = suffixed(record, zookeeper ? '-zookeeper-client' : '-kafka-bootstrap');
  return [
    ...(site.release.makes.kafkaPods === 'StatefulSet' ? set : service),
    ...(entityOperator?.topicOperator || entityOperator?.userOperator ? operators : []),
  ];
}

function ofListeners(cluster: Placed<KafkaClusterRecord>): Derived[] {
  return listenerFields(cluster).flatMap(({ field, listener }) => {
    const name = bootstrapName(cluster, listener);
    return name === undefined ? [] : [{ name, given: listener.name, field }];
  });
}

/** What a listener alone is the cause of; the internal ones share the names of the cluster. */
function bootstrapName({ record, site }: Placed<KafkaClusterRecord>, listener: ListenerRecord): string | undefined {
  if (listener.type === 'internal') return undefined;
  const service = `${record.name}-kafka-${listener.name}-bootstrap`;
  if (!isGenerated(listener, map(listener.configuration?.['bootstrap'])['host'])) return service;
  const route = isExternal(listener) ? `${record.name}-kafka-bootstrap` : service;
  const host = `${route}-${record.namespace ?? site.namespace}`;
  return host.length > service.length ? host : service;
}

/** OpenShift makes the host of a Route that has none, of its name and its namespace. */
function isGenerated({ type }: ListenerRecord, host: unknown): boolean {
  return type === 'route' && host === undefined;
}

/** The listener that there was before there were others has shorter names. */
function isExternal({ name, port }: ListenerRecord): boolean {
  return name === 'external' && port === 9094;
}

/** Pods and what is made for each broker. The number of a node is of one digit at least. */
function ofPool(topology: Topology, pool: Placed<NodePoolRecord>): Derived[] {
  const { cluster: clusterName, name: given, roles, namespace } = pool.record;
  const cluster = topology.clusterOf(pool);
  if (clusterName === '' || cluster?.record.nodePools === false) return [];
  const base = `${clusterName}-${given}`;
  const listeners = roles.includes('broker') ? (cluster?.record.listeners ?? []) : [];
  const names = listeners.flatMap((listener) => brokerName(base, listener, namespace ?? pool.site.namespace));
  const longest = [`${base}-0`, ...names].reduce((one, other) => (other.length > one.length ? other : one));
  return [{ name: longest, given, field: METADATA_NAME }];
}

function brokerName(base: string, listener: ListenerRecord, namespace: string): string[] {
  const { type, name, configuration = {} } = listener;
  if (type === 'internal' || isExternal(listener)) return [];
  const service = `${base}-${name}-0`;
  const isHosted = configuration['hostTemplate'] !== undefined || configuration['brokers'] !== undefined;
  return [isGenerated(listener, isHosted || undefined) ? `${service}-${namespace}` : service];
}

function tooLong({ name, given, field, longest = LONGEST }: Derived): Breach[] {
  if (name.length <= longest) return [];
  const allowed = `at most ${longest} characters, ${name.length - longest} less`;
  return [
    { field, given, allowed, message: `The name "${name}", which is made of it, has ${name.length} characters.` },
  ];
}

/** Secrets of users, which are called after it and after them. */
function secretPrefix(topology: Topology, cluster: Placed<KafkaClusterRecord>): Breach[] {
  const prefix = secretPrefixOf(cluster.record);
  const names = ['a', ...topology.membersOf('user', cluster).map(({ record }) => record.name)];
  const bad = names.map((name) => userSecret(name, prefix)).find((name) => !DNS_SUBDOMAIN.isLegal(name));
  if (prefix === '' || bad === undefined) return [];
  return [
    {
      field: ['spec', 'entityOperator', 'userOperator', 'secretPrefix'],
      given: prefix,
      allowed: DNS_SUBDOMAIN.allowed,
      message: `No Secret of a user can be called "${bad}".`,
      remedy: 'Give another prefix, such as "kafka-".',
    },
  ];
}

/** Services, which are called after it, are stricter than objects are. */
function illegal(name: string): Breach[] {
  if (!/^\d|\./.test(name)) return [];
  return [
    {
      field: METADATA_NAME,
      given: name,
      allowed: 'lower-case letters, digits and hyphens, with a letter first',
      message: `No Service can be called after "${name}".`,
      remedy: 'Name it otherwise.',
    },
  ];
}
