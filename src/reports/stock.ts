import { TRACING_APIS } from '../dialects/apis';
import { tracingDialect } from '../dialects/load';
import { kafkaObjects, type KafkaNode } from '../dialects/made/kafka';
import { clientPods, named, type MadeObject } from '../dialects/made/made-object';
import { poolNodes } from '../dialects/made/node-ids';
import { bridgeObjects, connectObjects, mirrorMaker2Objects, mirrorMakerObjects } from '../dialects/made/workers';
import { originOf } from '../dialects/read';
import { list, map } from '../model/guarded';
import { boundSecret } from '../model/kafka-access';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { NodePoolRecord } from '../model/node-pool';
import { topicNameOf } from '../model/topic';
import type { Noun, Records } from '../model/nouns';
import type { Placed, Topology } from '../model/topology';
import type { UserRecord } from '../model/user';
import type { Inventory, InventoryItem, InventoryTopic, InventoryUser } from './inventory-types';
import { entriesOf, topologyOf, type Entry, type PlacedSite } from './placed-site';
import { POOL_OF_CLUSTER } from './side';

/** Says what there is at sites once the operators are done. */
export function takeStock(sites: readonly PlacedSite[]): Inventory {
  const entries = sites.flatMap((site) => entriesOf(site));
  const stock = new Stock(topologyOf(entries), nodeIdsOf(entries));
  return {
    items: entries.flatMap((entry) => stock.itemsOf(entry)),
    topics: entries.flatMap(topicsOf),
    users: entries.flatMap(usersOf),
    unread: sites.flatMap(({ side }) => side.unread),
  };
}

/** What operators make of each noun. A noun that is forgotten does not compile. */
type Makers = { readonly [N in Noun]: (placed: Placed<Records[N]>, entry: Entry) => readonly MadeObject[] };

class Stock {
  private readonly makers: Makers = {
    kafkaCluster: (placed) => kafkaObjects(placed.record, this.nodesOf(placed), placed.site.release.makes),
    nodePool: (placed) => (this.topology.clusterOf(placed) ? [] : strayNodes(placed.record)),
    topic: () => [],
    user: (placed) => credentials(placed, this.topology),
    mirrorMaker: ({ record }) => mirrorMakerObjects(record.name, record.replicas),
    mirrorMaker2: ({ record, site }) => mirrorMaker2Objects(record, site.release.makes),
    connect: ({ record, site }) => connectObjects(record, site.platform, site.release.makes),
    connector: () => [],
    bridge: ({ record, site }) => bridgeObjects(record, site.release.makes),
    rebalance: () => [],
    kafkaAccess: ({ record }) => named('Secret', boundSecret(record)),
    tracingBackend: ({ record, site }, { described }) => {
      const name = TRACING_APIS[originOf(described) ?? ''] ?? 'opentelemetry-v1beta1';
      return tracingDialect(name, site.release.jaegerOperator).makes(record, site.platform);
    },
    client: ({ record }) => clientPods(record),
    namespace: () => [],
    operatorGroup: () => [],
    subscription: () => [],
    exposure: ({ record }, { of }) => [
      {
        kind: of.kind === 'Route' ? 'Route' : 'Ingress',
        name: record.name,
        ...(record.host !== undefined && { host: record.host }),
      },
    ],
    // Those of a KafkaConnectS2I are OpenShift's to name.
    other: () => [],
  };

  /** @param nodeIds - the numbers of the nodes of pools, by the records of these */
  constructor(
    private readonly topology: Topology,
    private readonly nodeIds: ReadonlyMap<Records[Noun], readonly number[]>,
  ) {}

  itemsOf(entry: Entry): readonly InventoryItem[] {
    const { site, described, placed, of } = entry;
    if (entry.isBeside) return [];
    const make = this.makers[described.noun] as Makers['topic'];
    const made = make(placed as Placed<Records['topic']>, entry);
    return made.map((object) => ({
      site: site.name,
      ...(of.namespace !== undefined && { namespace: of.namespace }),
      ...object,
      of: { kind: of.kind, name: of.name },
    }));
  }

  private nodesOf(cluster: Placed<KafkaClusterRecord>): readonly KafkaNode[] {
    const { name, nodePools, brokers } = cluster.record;
    if (nodePools)
      return poolNodes(
        name,
        this.topology
          .membersOf('nodePool', cluster)
          .map(({ record }) => ({ pool: record, ids: this.nodeIds.get(record) ?? [] })),
      );
    if (!brokers) return [];
    const set = `${name}-${POOL_OF_CLUSTER}`;
    return Array.from({ length: brokers.replicas }, (_, id) => ({ id, set, isBroker: true, storage: brokers.storage }));
  }
}

/** The numbers of the nodes of pools that have a status, as what is taken out of a cluster has. */
function nodeIdsOf(entries: readonly Entry[]): ReadonlyMap<Records[Noun], readonly number[]> {
  return new Map(
    entries.flatMap(({ described, manifest }) => {
      if (described.noun !== 'nodePool') return [];
      const ids = list(map(manifest['status'])['nodeIds']).filter((id): id is number => Number.isSafeInteger(id));
      return [[described.record, ids] as const];
    }),
  );
}

/** Which numbers nodes get depends on all pools of the cluster, which is not seen. */
function strayNodes({ cluster, name, replicas }: NodePoolRecord): readonly MadeObject[] {
  return replicas === 0
    ? []
    : [{ kind: 'Pod', name: `${cluster}-${name}-*`, ...(replicas > 1 && { count: replicas }) }];
}

function credentials(user: Placed<UserRecord>, topology: Topology): readonly MadeObject[] {
  const { authentication } = user.record;
  const isMade = authentication !== undefined && authentication.type !== 'tls-external';
  return isMade ? named('Secret', topology.userSecretOf(user)) : [];
}

function topicsOf({ site, described, of }: Entry): readonly InventoryTopic[] {
  if (described.noun !== 'topic') return [];
  const { name, cluster, partitions, replicas } = described.record;
  return [
    {
      site: site.name,
      ...(of.namespace !== undefined && { namespace: of.namespace }),
      name,
      topic: topicNameOf(described.record),
      cluster,
      ...(partitions !== undefined && { partitions }),
      ...(replicas !== undefined && { replicas }),
    },
  ];
}

function usersOf({ site, described, of }: Entry): readonly InventoryUser[] {
  if (described.noun !== 'user') return [];
  const { name, cluster, authentication, acls } = described.record;
  return [
    {
      site: site.name,
      ...(of.namespace !== undefined && { namespace: of.namespace }),
      name,
      cluster,
      ...(authentication && { authentication: authentication.type }),
      ...(acls && { authorization: 'simple' }),
    },
  ];
}
