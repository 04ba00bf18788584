import type { FieldPath } from '../model/field';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { MirrorFlow, MirrorMaker2Record } from '../model/mirror-maker-2';
import type { Config } from '../model/resource';
import type { ClusterEnd, Placed, Topology } from '../model/topology';
import { brokersText } from './brokers-text';
import { topologyRule, type Breach } from './rule';
import { workersPlace } from './worker-names';

/** Topics of a mirror have no more replicas than there are brokers. */
export const mirrorReplication = topologyRule({
  id: 'mirror-replication',
  summary: 'The topics that a MirrorMaker 2 makes have a replica at least, and no more than their cluster has brokers.',
  remedy: "Ask for as many replicas as there can be, or for -1, which is the brokers' own default.",
  effect: 'fails',
  source:
    'Kafka refuses the topic with InvalidReplicationFactor; where nothing is said, Connect and MirrorMaker 2 ask for 3, and for 2 of copies (Kafka 2.4 to 4.3).',
  catalog: ['M2-069'],
  across: (topology, report) => {
    for (const mirror of topology.all('mirrorMaker2')) {
      for (const asked of askedBy(topology, mirror)) {
        const breach = breachOf(topology, asked);
        if (breach) report(mirror, breach);
      }
    }
  },
});

/** A number of replicas that is asked for at a cluster. */
interface Asked {
  readonly end: ClusterEnd | undefined;
  readonly config: Config | undefined;
  readonly setting: string;
  /** What is asked for where nothing is said. */
  readonly usual: number;
  /** Where the settings are. */
  readonly at: FieldPath;
}

function askedBy(topology: Topology, mirror: Placed<MirrorMaker2Record>): Asked[] {
  const { target, mirrors } = mirror.record;
  const to = topology.endOf(target.bootstrapServers, mirror);
  const at = workersPlace(mirror.manifest)?.field ?? ['spec', 'target'];
  const storage = ['config', 'offset', 'status'].map((name): Asked => ({
    end: to,
    config: target.config,
    setting: `${name}.storage.replication.factor`,
    usual: 3,
    at: [...at, 'config'],
  }));
  const flows = mirrors.flatMap((flow, index) =>
    askedByFlow(flow, index, { to, from: topology.endOf(flow.source.bootstrapServers, mirror) }),
  );
  return [...storage, ...flows];
}

function askedByFlow(
  { sourceConnector, checkpointConnector, heartbeatConnector }: MirrorFlow,
  index: number,
  { from, to }: Readonly<Record<'from' | 'to', ClusterEnd | undefined>>,
): Asked[] {
  const syncs = sourceConnector?.config?.['offset-syncs.topic.location'] === 'target' ? to : from;
  const all = [
    { name: 'sourceConnector', connector: sourceConnector, setting: 'replication.factor', usual: 2, end: to },
    { name: 'sourceConnector', connector: sourceConnector, setting: of('offset-syncs'), usual: 3, end: syncs },
    { name: 'checkpointConnector', connector: checkpointConnector, setting: of('checkpoints'), usual: 3, end: to },
    { name: 'heartbeatConnector', connector: heartbeatConnector, setting: of('heartbeats'), usual: 3, end: to },
  ] as const;
  return all.flatMap(({ name, connector, ...asked }) =>
    connector ? [{ ...asked, config: connector.config, at: ['spec', 'mirrors', index, name, 'config'] }] : [],
  );
}

function of(topic: string): string {
  return `${topic}.topic.replication.factor`;
}

function breachOf(topology: Topology, { end, config, setting, usual, at }: Asked): Breach | undefined {
  const given = config?.[setting];
  const replicas = Number(given ?? usual);
  const seen = seenBrokers(topology, end?.cluster);
  if (!isNoFactor(setting, replicas) && !(seen && replicas > seen.brokers)) return undefined;
  return {
    field: [...at, setting],
    ...(given !== undefined && { given }),
    allowed: `${seen?.text ?? 'a whole number from 1'}, or -1`,
    message: `${given === undefined ? `Where ${setting} is not said, it` : setting} asks for ${replicas} replicas.`,
  };
}

/** Whether Kafka makes no topic with so many. Of settings of workers Kafka Connect asks it itself. */
function isNoFactor(setting: string, replicas: number): boolean {
  return !setting.includes('.storage.') && Number.isInteger(replicas) && (replicas === 0 || replicas < -1);
}

interface Seen {
  readonly brokers: number;
  readonly text: string;
}

function seenBrokers(topology: Topology, cluster: Placed<KafkaClusterRecord> | undefined): Seen | undefined {
  const brokers = cluster && topology.brokersOf(cluster);
  if (!cluster || brokers === undefined || brokers < 1) return undefined;
  return { brokers, text: brokersText(topology, cluster, brokers) };
}
