import { replicaCount } from '../../src/rules/replica-count';
import { tell } from './harness';

const mirrors = (replicas: number) => ({
  mirrorMaker2: [{ name: 'mirror', replicas, target: { alias: 'us', bootstrapServers: 'us:9093' }, mirrors: [] }],
});
const client = {
  name: 'shop',
  role: { type: 'producer', topic: 'orders' },
  contract: 'test-clients',
  image: 'shop:1',
  endpoint: { bootstrapServers: 'us:9093' },
  restricted: true,
} as const;

describe('replica-count', () => {
  it('takes whole numbers, and none', () => {
    expect(tell(replicaCount, mirrors(0))).toEqual([]);
    expect(tell(replicaCount, { client: [{ ...client, replicas: 3 }] })).toEqual([]);
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 31])('refuses %d replicas', (replicas) => {
    expect(tell(replicaCount, mirrors(replicas))).toMatchObject([{ path: 'mirror', field: 'spec.replicas' }]);
    expect(tell(replicaCount, { client: [{ ...client, replicas }] })).toMatchObject([{ path: 'shop' }]);
  });
});
