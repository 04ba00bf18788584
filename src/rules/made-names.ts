import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import { list } from '../model/guarded';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import type { UserRecord } from '../model/user';
import { othersOf } from './of-cluster';
import { boundSecret } from '../model/kafka-access';
import { valueAtPath } from './places';

/** Something that is made of an object, and the place where its name is its own. */
export interface Made {
  readonly of: Placed<ResourceRecord>;
  /** The kind of the object. */
  readonly kind: string;
  readonly place: string;
  readonly name: string;
  readonly what: string;
}

/** Where objects of one kind and name are one. */
export function placeOf({ record, site }: Placed<ResourceRecord>): string {
  return `${site.kubernetesCluster}\0${record.namespace ?? site.namespace}`;
}

export const PODS = 'The set of pods';
const SECRET = 'Secret';
const SERVICE = 'Service';

/** What operators make of clusters, node pools and workers, as far as two objects can have made it. */
export function madeIn(topology: Topology): readonly Made[] {
  return [
    ...topology.all('kafkaCluster').flatMap((cluster) => [...ofCluster(cluster), ...ofBrokers(topology, cluster)]),
    ...topology
      .all('nodePool')
      .filter(({ record }) => record.cluster !== '')
      .flatMap((pool) => made(pool, 'KafkaNodePool', PODS, [`${pool.record.cluster}-${pool.record.name}`])),
    ...topology.all('connect').flatMap((connect) => ofWorkers(connect, 'KafkaConnect', '-connect', 'spec')),
    ...othersOf(topology, 'KafkaConnectS2I').flatMap((connect) =>
      ofWorkers(connect, 'KafkaConnectS2I', '-connect', 'spec'),
    ),
    ...topology
      .all('mirrorMaker2')
      .flatMap((mirror) => ofWorkers(mirror, 'KafkaMirrorMaker2', '-mirrormaker2', 'spec.target')),
    ...topology
      .all('kafkaAccess')
      .flatMap((access) => made(access, 'KafkaAccess', SECRET, [boundSecret(access.record)])),
  ];
}

function made(of: Placed<ResourceRecord>, kind: string, what: string, names: readonly string[]): Made[] {
  return names.map((name) => ({ of, kind, place: placeOf(of), name, what }));
}

function ofCluster(cluster: Placed<KafkaClusterRecord>): Made[] {
  const { record, site } = cluster;
  const { name, listeners } = record;
  const services = listeners.filter(isOutside).map((listener) => `${name}-kafka-${listener.name}-bootstrap`);
  const ofKind = (what: string, names: readonly string[]): Made[] => made(cluster, 'Kafka', what, names);
  const binding = `strimzi-${record.namespace ?? site.namespace}-${name}-kafka-init`;
  return [
    ...ofKind(PODS, setsOf(record)),
    ...ofKind('ClusterRoleBinding', [binding]).map((each) => ({ ...each, place: site.kubernetesCluster })),
    ...ofKind(SERVICE, [`${name}-kafka-bootstrap`, `${name}-kafka-brokers`, ...services]),
    ...ofKind(SECRET, secretsOf(cluster)),
    ...ofKind('KafkaRebalance', rebalancesOf(record)),
  ];
}

/** Sets of pods of a cluster that describes its nodes itself. */
function setsOf({ name, nodePools, zookeeper, mode }: KafkaClusterRecord): string[] {
  const kafka = nodePools ? [] : [`${name}-kafka`];
  return zookeeper && mode === 'zookeeper' ? [...kafka, `${name}-zookeeper`] : kafka;
}

function secretsOf({
  record: { name, entityOperator, cruiseControl, kafkaExporter },
  site,
}: Placed<KafkaClusterRecord>): string[] {
  const { makes } = site.release;
  const operators = makes.entitySecrets ? ['entity-topic-operator', 'entity-user-operator'] : ['entity-operator'];
  return [
    ...['cluster-ca', 'cluster-ca-cert', 'clients-ca', 'clients-ca-cert', 'cluster-operator-certs'],
    ...(makes.nodeSecrets ? [] : ['kafka-brokers']),
    ...(makes.trustBundle ? ['trustbundle'] : []),
    ...(cruiseControl ? ['cruise-control-api', 'cruise-control-certs'] : []),
    ...(kafkaExporter ? ['kafka-exporter-certs'] : []),
    ...(entityOperator ? operators.map((operator) => `${operator}-certs`) : []),
  ].map((suffix) => `${name}-${suffix}`);
}

function rebalancesOf({ name, cruiseControl }: KafkaClusterRecord): string[] {
  return (cruiseControl?.autoRebalance ?? []).map(({ mode }) => `${name}-auto-rebalancing-${mode}`);
}

/** Services of single brokers: the numbers of the nodes of one cluster differ, those of two may be the same. */
function ofBrokers(topology: Topology, cluster: Placed<KafkaClusterRecord>): Made[] {
  const parts = cluster.record.listeners
    .filter(isOutside)
    .map((listener) => (isOld(listener) ? '' : `-${listener.name}`));
  const pools = topology.membersOf('nodePool', cluster).filter(({ record }) => record.roles.includes('broker'));
  const names = pools.flatMap(({ record }) => parts.map((part) => `${cluster.record.name}-${record.name}${part}`));
  return made(cluster, 'Kafka', 'The Services of brokers', [...new Set(names)]);
}

function isOutside({ type }: ListenerRecord): boolean {
  return type !== 'internal';
}

/** The listener that there was before there were others has shorter names. */
function isOld({ name, port }: ListenerRecord): boolean {
  return name === 'external' && port === 9094;
}

function ofWorkers(workers: Placed<ResourceRecord>, kind: string, suffix: string, end: string): Made[] {
  const { record, manifest, site } = workers;
  const { name } = record;
  const hasLogin = valueAtPath(manifest, 'spec.jmxOptions.authentication') !== undefined;
  const trusted = list(valueAtPath(manifest, `${end}.tls.trustedCertificates`));
  const hasTrust = trusted.length > 0 && site.release.makes.trustSecrets !== 'none';
  return [
    ...made(workers, kind, PODS, [`${name}${suffix}`]),
    ...made(workers, kind, SERVICE, [`${name}${suffix}-api`]),
    ...made(workers, kind, SECRET, [
      ...(hasLogin ? [`${name}-kafka-connect-jmx`] : []),
      ...(hasTrust ? [`${name}-connect-tls-trusted-certs`] : []),
    ]),
  ];
}

/** The Secret that the user operator makes; absent: it makes none. */
export function secretOf(user: Placed<UserRecord>, topology: Topology): string | undefined {
  const { authentication } = user.record;
  if (authentication?.type !== 'tls' && authentication?.type !== 'scram-sha-512') return undefined;
  return topology.userSecretOf(user);
}
