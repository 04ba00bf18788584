import fc from 'fast-check';
import type { NodeSet } from '../../src/model/kafka-cluster';
import type { NodePoolRecord } from '../../src/model/node-pool';
import type { JbodVolume, StorageRecord, Volume } from '../../src/model/storage';
import { containers } from './strimzi-containers';
import { merged, record } from './records';
import {
  type Generation,
  identity,
  marks,
  name,
  placement,
  pods,
  resources,
  size,
  workloads,
} from './strimzi-workloads';

const ephemeral: fc.Arbitrary<Volume> = record({ type: fc.constant('ephemeral' as const) }, { sizeLimit: size });
const persistent: fc.Arbitrary<Volume> = record(
  { type: fc.constant('persistent-claim' as const), size },
  { storageClass: name, deleteClaim: fc.boolean(), selector: marks },
);
export const volume = fc.oneof(ephemeral, persistent);

export function jbod(generation: Generation): fc.Arbitrary<StorageRecord> {
  const id = fc.nat({ max: 99 });
  const kraftMetadata = fc.constant('shared' as const);
  const own = generation === 'v1beta1' ? fc.record({ id }) : record({ id }, { kraftMetadata });
  const each: fc.Arbitrary<JbodVolume> = merged(volume, own);
  return fc.record({
    type: fc.constant('jbod' as const),
    volumes: fc.uniqueArray(each, { selector: (one) => one.id, minLength: 1, maxLength: 3 }),
  });
}

export function nodes(generation: Generation, storage: fc.Arbitrary<StorageRecord>): fc.Arbitrary<NodeSet> {
  return merged(
    containers(generation),
    record(
      { replicas: fc.integer({ min: 1, max: 9 }), storage },
      { resources, placement, pods, claimAnnotations: marks },
    ),
  );
}

/** Node pools. */
export function nodePools(generation: Generation): fc.Arbitrary<NodePoolRecord> {
  const roles = fc.uniqueArray(fc.constantFrom('controller' as const, 'broker' as const), { minLength: 1 });
  return fc
    .tuple(
      nodes(generation, fc.oneof(volume, jbod(generation))),
      record({ name, cluster: name, roles }, identity),
      workloads(generation),
    )
    .map(([body, own, { jvm }]) => ({ ...body, ...own, ...(jvm && { jvm }) }));
}
