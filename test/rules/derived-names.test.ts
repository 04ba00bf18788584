import type { ListenerRecord } from '../../src/model/listener';
import { derivedNames } from '../../src/rules/derived-names';
import { cluster, tell } from './harness';

const route: ListenerRecord = { name: 'out', port: 9094, type: 'route', tls: true };
const told = (length: number, listeners: readonly ListenerRecord[] = []) =>
  tell(derivedNames, { kafkaCluster: [cluster({ name: 'k'.repeat(length), listeners })] });

describe('derived-names', () => {
  it('takes names whose Services have 63 characters', () => {
    expect(told(47)).toEqual([]);
    expect(told(43, [{ ...route, type: 'nodeport' }])).toEqual([]);
    expect(told(36, [route])).toEqual([]);
  });

  it('refuses longer ones, of the cluster and of listeners', () => {
    expect(told(48)).toMatchObject([{ field: 'metadata.name', allowed: 'at most 63 characters, 1 less' }]);
    expect(told(44, [{ ...route, type: 'nodeport' }])).toMatchObject([{ field: 'spec.kafka.listeners[0]' }]);
  });

  it('counts the namespace where OpenShift makes the host of a route', () => {
    expect(told(37, [route])).toMatchObject([
      { field: 'spec.kafka.listeners[0]', severity: 'error', message: expect.stringContaining('-bootstrap-site-1"') },
    ]);
    expect(told(37, [{ ...route, configuration: { bootstrap: { host: 'kafka.example' } } }])).toEqual([]);
  });

  it('counts the entity operator where there is one', () => {
    const entityOperator = { topicOperator: true, userOperator: true };
    const given = cluster({ name: 'k'.repeat(48), listeners: [], entityOperator });
    expect(tell(derivedNames, { kafkaCluster: [given] })).toHaveLength(2);
  });
});
