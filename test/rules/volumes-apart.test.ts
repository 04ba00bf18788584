import type { Jbod, JbodVolume } from '../../src/model/storage';
import { volumesApart } from '../../src/rules/volumes-apart';
import { cluster, tell } from './harness';
import { pool } from './mirrors';

const volume = (id: number, changes: Partial<JbodVolume> = {}) =>
  ({ type: 'persistent-claim', size: '1Gi', id, ...changes }) as JbodVolume;
const told = (...volumes: JbodVolume[]) => {
  const storage: Jbod = { type: 'jbod', volumes };
  return tell(volumesApart, { nodePool: [{ ...pool('k', 'p', 3), storage }] });
};

describe('volumes-apart', () => {
  it('takes volumes with ids of their own, one of them for the metadata', () => {
    expect(told(volume(0, { kraftMetadata: 'shared' }), volume(1))).toEqual([]);
    expect(tell(volumesApart, { kafkaCluster: [cluster()] })).toEqual([]);
  });

  it('refuses a JBOD without volumes, of brokers too', () => {
    expect(told()).toMatchObject([{ field: 'spec.storage.volumes', effect: 'refused' }]);
    const brokers = { replicas: 3, storage: { type: 'jbod', volumes: [] } } as const;
    expect(tell(volumesApart, { kafkaCluster: [cluster({ brokers })] })).toMatchObject([
      { field: 'spec.kafka.storage.volumes' },
    ]);
  });

  it('refuses an id twice, and two volumes for the metadata', () => {
    const shared = { kraftMetadata: 'shared' } as const;
    expect(told(volume(0, shared), volume(0), volume(2, shared))).toMatchObject([
      { field: 'spec.storage.volumes[1].id', given: 0, remedy: 'Give one of the two another id.' },
      { field: 'spec.storage.volumes[2].kraftMetadata', given: 'shared', severity: 'error' },
    ]);
  });
});
