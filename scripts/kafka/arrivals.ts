import type { MirrorMaker2Record } from '../../src/model/mirror-maker-2';
import type { TopicRecord } from '../../src/model/topic';
import type { Look } from './harness';
import { remoteName } from '../../src/wiring/mirror-names';
import { HEARTBEATS, type Pair } from './topology';

/** The configuration that topics are made with, and what becomes of it. */
export const RETENTION = { first: '86400000', then: '90000000' } as const;

/** What has to be there at the target, by its name. */
export type Arrivals = ReadonlyMap<string, (target: Look) => boolean>;

/**
 * What a mirror has to bring about.
 * @param topics - those of the source
 * @param groups - those that have read there
 */
export function arrivalsOf(
  mirror: MirrorMaker2Record,
  topics: readonly TopicRecord[],
  groups: readonly string[],
  pair: Pair,
): Arrivals {
  const { replicationPolicy = 'identity', heartbeats } = pair.mirror;
  const arrivals = new Map<string, (target: Look) => boolean>();
  for (const flow of mirror.mirrors) {
    const remote = (topic: string): string => remoteName(topic, flow.source.alias, replicationPolicy);
    for (const { name, topicName: topic = name } of topics) {
      for (const [what, has] of topicArrivals(remote(topic))) arrivals.set(`${what} of ${topic}`, has);
    }
    if (heartbeats) {
      const copy = remoteName(HEARTBEATS, flow.source.alias, 'default');
      arrivals.set('heartbeats of the source', ({ topics }) => (topics[copy]?.records ?? 0) > 0);
    }
    if (flow.heartbeatConnector) {
      arrivals.set('heartbeats', ({ topics }) => (topics[HEARTBEATS]?.records ?? 0) > 0);
    }
    if (String(flow.checkpointConnector?.config?.['sync.group.offsets.enabled']) === 'true') {
      for (const group of groups) {
        arrivals.set(`offsets of ${group}`, ({ groups: there }) =>
          Object.values(there[group] ?? {}).some((offset) => offset > 0),
        );
      }
    }
    if (flow.checkpointConnector) {
      const checkpoints = `${flow.source.alias}.checkpoints.internal`;
      arrivals.set('checkpoints', ({ topics }) => (topics[checkpoints]?.records ?? 0) > 0);
    }
  }
  return arrivals;
}

function topicArrivals(there: string): readonly [string, (target: Look) => boolean][] {
  return [
    ['records', ({ topics }) => (topics[there]?.records ?? 0) >= RECORDS],
    ['configuration', ({ topics }) => topics[there]?.config[RETENTION_MS] === RETENTION.first],
    ['changed configuration', ({ topics }) => topics[there]?.config[RETENTION_MS] === RETENTION.then],
    ['second partition', ({ topics }) => topics[there]?.partitions === 2],
  ];
}

/** Records that are written to each topic. */
export const RECORDS = 10;
export const RETENTION_MS = 'retention.ms';
