import { StrimziRelease } from '../../src/dialects/releases';
import type { ListenerRecord } from '../../src/model/listener';
import { partingFeatures } from '../../src/rules/parting-features';
import { cluster, tell } from './harness';
import { kraft } from './mirrors';

const ingress: ListenerRecord = { name: 'out', port: 9094, type: 'ingress', tls: true };

describe('parting-features', () => {
  it('takes what stays', () => {
    expect(tell(partingFeatures, { kafkaCluster: [kraft('k')] })).toEqual([]);
    expect(tell(partingFeatures, { kafkaCluster: [kraft('k')], release: StrimziRelease.V0_45 })).toEqual([]);
    expect(tell(partingFeatures, { kafkaCluster: [cluster()], release: StrimziRelease.V0_44 })).toEqual([]);
    const annotations = { 'strimzi.io/kraft': 'migration' };
    const moving = { kafkaCluster: [cluster({ annotations })], release: StrimziRelease.V0_45 };
    expect(tell(partingFeatures, moving)).toEqual([]);
    const listeners = [ingress];
    const old = { kafkaCluster: [kraft('k', { listeners })], release: StrimziRelease.V0_50 };
    expect(tell(partingFeatures, old)).toEqual([]);
  });

  it('tells of ZooKeeper at the last release that has it', () => {
    expect(tell(partingFeatures, { kafkaCluster: [cluster()], release: StrimziRelease.V0_45 })).toMatchObject([
      { severity: 'warning', field: 'spec.zookeeper' },
    ]);
  });

  it('tells of listeners of the type ingress', () => {
    const listeners = [...kraft('k').listeners, ingress];
    expect(tell(partingFeatures, { kafkaCluster: [kraft('k', { listeners })] })).toMatchObject([
      { severity: 'warning', field: 'spec.kafka.listeners[1].type', given: 'ingress' },
    ]);
  });
});
