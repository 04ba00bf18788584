import { StrimziRelease } from '../../src/dialects/releases';
import type { StorageRecord } from '../../src/model/storage';
import { metadataVolumes } from '../../src/rules/metadata-volumes';
import { cluster, tell } from './harness';
import { pool } from './mirrors';

const release = StrimziRelease.V0_45;
const volume = { id: 0, type: 'persistent-claim', size: '1Gi' } as const;
const storage: StorageRecord = { type: 'jbod', volumes: [volume, { ...volume, id: 1, kraftMetadata: 'shared' }] };
const brokers = { replicas: 3, storage };

describe('metadata-volumes', () => {
  it('takes volumes for metadata with KRaft, or on the way there, and others with ZooKeeper', () => {
    const annotations = { 'strimzi.io/kraft': 'migration' };
    for (const changes of [{}, { brokers, mode: 'kraft' as const }, { brokers, annotations }])
      expect(tell(metadataVolumes, { kafkaCluster: [cluster(changes)], release })).toEqual([]);
  });

  it('tells those of a cluster that stays with ZooKeeper, and of its node pools', () => {
    expect(tell(metadataVolumes, { kafkaCluster: [cluster({ brokers })], release })).toMatchObject([
      { path: 'europe', severity: 'warning', field: 'spec.kafka.storage.volumes[1].kraftMetadata', given: 'shared' },
    ]);
    const kafkaCluster = [cluster({ nodePools: true, brokers: undefined })];
    const nodePool = [{ ...pool('europe', 'p', 3), storage }];
    expect(tell(metadataVolumes, { kafkaCluster, nodePool, release })).toMatchObject([
      { path: 'p', field: 'spec.storage.volumes[1].kraftMetadata' },
    ]);
  });
});
