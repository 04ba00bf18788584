import { volumeSize } from '../../src/rules/volume-size';
import { cluster, tell } from './harness';

const claim = (size: string) => ({ type: 'persistent-claim', size }) as const;

describe('volume-size', () => {
  it.each(['20Gi', '500Mi', '1.5T', '1000000000'])('takes %s', (size) => {
    expect(tell(volumeSize, { kafkaCluster: [cluster({ brokers: { replicas: 3, storage: claim(size) } })] })).toEqual(
      [],
    );
  });

  it.each(['20 Gi', '20GB', '20gi', '', '-1Gi', '0Gi', '5m', 'plenty'])('refuses "%s"', (size) => {
    const told = tell(volumeSize, { kafkaCluster: [cluster({ brokers: { replicas: 3, storage: claim(size) } })] });
    expect(told).toMatchObject([{ path: 'europe', field: 'spec.kafka.storage.size', given: size }]);
  });

  it('warns of a size that has lost its unit', () => {
    const told = (size: string) =>
      tell(volumeSize, { kafkaCluster: [cluster({ brokers: { replicas: 3, storage: claim(size) } })] });
    expect(told('20')).toMatchObject([{ severity: 'warning', remedy: 'Write the unit, such as 20Gi.' }]);
    expect(told('1Mi')).toEqual([]);
  });

  it('looks at the limit of an ephemeral volume, which need not have one', () => {
    const limited = (sizeLimit?: string) =>
      tell(volumeSize, {
        kafkaCluster: [
          cluster({ brokers: { replicas: 3, storage: { type: 'ephemeral', ...(sizeLimit && { sizeLimit }) } } }),
        ],
      });
    expect(limited()).toEqual([]);
    expect(limited('1Gi')).toEqual([]);
    expect(limited('much')).toMatchObject([{ field: 'spec.kafka.storage.sizeLimit', given: 'much' }]);
  });

  it('looks into every volume of a JBOD, of ZooKeeper and of a pool', () => {
    const jbod = {
      type: 'jbod',
      volumes: [
        { ...claim('1Gi'), id: 0 },
        { ...claim('x'), id: 1 },
      ],
    } as const;
    const kafkaCluster = [cluster({ zookeeper: { replicas: 3, storage: claim('y') } })];
    const nodePool = [{ name: 'pool', cluster: 'europe', replicas: 1, roles: ['broker'] as const, storage: jbod }];
    expect(tell(volumeSize, { kafkaCluster, nodePool }).map(({ field }) => field)).toEqual([
      'spec.zookeeper.storage.size',
      'spec.storage.volumes[1].size',
    ]);
  });
});
