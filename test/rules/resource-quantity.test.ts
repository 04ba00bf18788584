import { StrimziRelease } from '../../src/dialects/releases';
import { resourceQuantity } from '../../src/rules/resource-quantity';
import { cluster, tell } from './harness';

const storage = { type: 'ephemeral' } as const;

describe('resource-quantity', () => {
  it('takes quantities', () => {
    const resources = { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '1.5e9' } };
    expect(
      tell(resourceQuantity, {
        release: StrimziRelease.V0_45,
        kafkaCluster: [cluster({ brokers: { replicas: 3, storage, resources } })],
      }),
    ).toEqual([]);
  });

  it('refuses what is none', () => {
    const resources = { requests: { cpu: 'half' }, limits: { memory: '2 GB' } };
    const told = tell(resourceQuantity, {
      release: StrimziRelease.V0_45,
      kafkaCluster: [cluster({ brokers: { replicas: 3, storage, resources } })],
    });
    expect(told.map(({ field, given }) => [field, given])).toEqual([
      ['spec.kafka.resources.requests.cpu', 'half'],
      ['spec.kafka.resources.limits.memory', '2 GB'],
    ]);
  });
});
