import type { Acl } from '../../src/model/acl';
import type { Endpoint } from '../../src/model/endpoint';
import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { MirrorMakerRecord } from '../../src/model/mirror-maker';
import type { MirrorFlow, MirrorMaker2Record } from '../../src/model/mirror-maker-2';
import type { NodePoolRecord } from '../../src/model/node-pool';
import type { UserRecord } from '../../src/model/user';

const IDENTITY = { 'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy' };
const storage = { type: 'ephemeral' } as const;

/** A KRaft cluster with ACLs. */
export function kraft(name: string, changes: Partial<KafkaClusterRecord> = {}): KafkaClusterRecord {
  return {
    name,
    mode: 'kraft',
    nodePools: true,
    listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }],
    authorization: { type: 'simple' },
    ...changes,
  };
}

/** A node pool of brokers. */
export function pool(cluster: string, name: string, replicas: number): NodePoolRecord {
  return { name, cluster, replicas, roles: ['broker', 'controller'], storage };
}

/** How a mirror finds a cluster in its own namespace, with the credentials of a user. */
export function endpoint(cluster: string, user?: string): Endpoint {
  return {
    bootstrapServers: `${cluster}-kafka-bootstrap:9093`,
    trust: [{ secret: `${cluster}-cluster-ca-cert`, certificate: 'ca.crt' }],
    ...(user !== undefined && {
      credentials: { type: 'tls', secret: user, certificate: 'user.crt', key: 'user.key' } as const,
    }),
  };
}

/** A MirrorMaker 2 that keeps the names of topics. */
export function mirror2(
  from: string,
  to: string,
  topicsPattern: string | undefined,
  changes: Partial<MirrorFlow> = {},
): MirrorMaker2Record {
  return {
    name: `${from}-${to}`,
    replicas: 1,
    target: { alias: to, ...endpoint(to, `${from}-${to}-target`) },
    mirrors: [
      {
        source: { alias: from, ...endpoint(from, `${from}-${to}-source`) },
        topicsPattern,
        sourceConnector: { config: IDENTITY },
        ...changes,
      },
    ],
  };
}

/** A MirrorMaker 1. */
export function mirror1(from: string, to: string, include: string): MirrorMakerRecord {
  return {
    name: `${from}-${to}`,
    replicas: 1,
    source: { ...endpoint(from, `${from}-${to}-source`), groupId: 'mirror' },
    target: endpoint(to, `${from}-${to}-target`),
    include,
  };
}

/** A user with rights to topics: names, or their beginnings with a star behind. */
export function mirrorUser(
  cluster: string,
  name: string,
  operation: 'Read' | 'Write',
  topics: readonly string[],
): UserRecord {
  const acls = topics.map((topic): Acl => ({
    resource:
      topic !== '*' && topic.endsWith('*')
        ? { type: 'topic', name: topic.slice(0, -1), patternType: 'prefix' }
        : { type: 'topic', name: topic },
    operations: [operation],
  }));
  return { name, cluster, authentication: { type: 'tls' }, acls };
}
