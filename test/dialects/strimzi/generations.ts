import type fc from 'fast-check';
import { isAbsent, type Codec, type Entry } from '../../../src/dialects/common/codec';
import type { StrimziDialect } from '../../../src/dialects/dialect';
import { dialect as v1 } from '../../../src/dialects/strimzi-v1';
import { dialect as v1beta1 } from '../../../src/dialects/strimzi-v1beta1';
import { dialect as v1beta2 } from '../../../src/dialects/strimzi-v1beta2';
import { StrimziRelease } from '../../../src/dialects/releases';
import type { ResourceRecord } from '../../../src/model/resource';
import { kafkaAccesses } from '../../arbitraries/kafka-access';
import { kafkaClusters } from '../../arbitraries/strimzi-clusters';
import { topics, users } from '../../arbitraries/strimzi-entities';
import { mirrorMakers } from '../../arbitraries/strimzi-mirror-maker';
import { nodePools } from '../../arbitraries/strimzi-nodes';
import { type Generation } from '../../arbitraries/strimzi-workloads';
import { bridges, connectors, connects, rebalances } from '../../arbitraries/strimzi-connect';
import { mirrorMakers2 } from '../../arbitraries/strimzi-mirrors';

/** The dialects by their generation. */
export const DIALECTS: Readonly<Record<Generation, StrimziDialect>> = { v1beta1, v1beta2, v1 };
/** A release of each generation. */
export const RELEASES: Readonly<Record<Generation, StrimziRelease>> = {
  v1beta1: StrimziRelease.V0_18,
  v1beta2: StrimziRelease.V0_45,
  v1: StrimziRelease.V1_2,
};
type StrimziNoun = Exclude<keyof StrimziDialect, 'others'>;

/** A noun of a generation: its codec, and records that the codec can say. */
export interface Spoken {
  readonly generation: Generation;
  readonly noun: StrimziNoun;
  readonly codec: Codec<ResourceRecord>;
  readonly records: fc.Arbitrary<ResourceRecord>;
}

/** All nouns of all generations. */
export const SPOKEN: readonly Spoken[] = (['v1beta1', 'v1beta2', 'v1'] as const).flatMap((generation) => {
  const records: Readonly<Record<StrimziNoun, fc.Arbitrary<ResourceRecord> | undefined>> = {
    kafkaCluster: kafkaClusters(generation),
    nodePool: nodePools(generation),
    topic: topics(generation),
    user: users(generation),
    mirrorMaker: generation === 'v1' ? undefined : mirrorMakers(generation),
    mirrorMaker2: mirrorMakers2(generation),
    connect: connects(generation),
    connector: connectors(generation),
    bridge: bridges(generation),
    rebalance: rebalances(generation),
    kafkaAccess: generation === 'v1beta1' ? undefined : kafkaAccesses,
  };
  const { others: _, ...nouns } = DIALECTS[generation];
  const entries = Object.entries(nouns) as [string, Entry<ResourceRecord>][];
  return entries.flatMap(([noun, entry]): Spoken[] => {
    const known = noun as StrimziNoun;
    const its = records[known];
    return isAbsent(entry) || !its ? [] : [{ generation, noun: known, codec: entry, records: its }];
  });
});
