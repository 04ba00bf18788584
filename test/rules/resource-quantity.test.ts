import { StrimziRelease } from '../../src/dialects/releases';
import { resourceQuantity } from '../../src/rules/resource-quantity';
import { cluster, tell, type Given } from './harness';
import { endpoint, mirror1, mirror2, pool } from './mirrors';

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

  const resources = { requests: { cpu: 'half' } };
  const held: readonly (readonly [string, Given, string])[] = [
    [
      'ZooKeeper nodes',
      { release: StrimziRelease.V0_18, kafkaCluster: [cluster({ zookeeper: { replicas: 3, storage, resources } })] },
      'spec.zookeeper.resources.requests.cpu',
    ],
    ['a node pool', { nodePool: [{ ...pool('k', 'p', 3), resources }] }, 'spec.resources.requests.cpu'],
    [
      'a MirrorMaker 1',
      { release: StrimziRelease.V0_18, mirrorMaker: [{ ...mirror1('a', 'b', '.*'), resources }] },
      'spec.resources.requests.cpu',
    ],
    ['a MirrorMaker 2', { mirrorMaker2: [{ ...mirror2('a', 'b', '.*'), resources }] }, 'spec.resources.requests.cpu'],
    [
      'a tracing backend',
      {
        tracingBackend: [
          { name: 'jaeger', strategy: 'allInOne', storage: { type: 'memory' }, exposed: false, resources },
        ],
      },
      'spec.resources.requests.cpu',
    ],
    [
      'a client application',
      {
        client: [
          {
            name: 'shop',
            role: { type: 'producer', topic: 'orders' },
            contract: 'test-clients',
            image: 'shop:1',
            replicas: 1,
            endpoint: endpoint('k'),
            restricted: true,
            resources,
          },
        ],
      },
      'spec.template.spec.containers[0].resources.requests.cpu',
    ],
  ];

  it.each(held)('looks at %s', (_, given, field) => {
    expect(tell(resourceQuantity, given)).toMatchObject([{ field, given: 'half' }]);
  });
});
