import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import { listenerAnonymous } from '../../src/rules/listener-anonymous';
import { cluster, tell } from './harness';

const plain = { name: 'plain', port: 9092, type: 'internal', tls: false } as const;
const told = (changes: Partial<KafkaClusterRecord>) =>
  tell(listenerAnonymous, { kafkaCluster: [cluster({ listeners: [plain], ...changes })] });

describe('listener-anonymous', () => {
  it('warns of a listener that asks nobody for a name, where names have rights', () => {
    expect(told({})).toMatchObject([{ severity: 'warning', field: 'spec.kafka.listeners[0].authentication' }]);
  });

  it('takes it where everybody has rights, or nobody knows who decides', () => {
    expect(told({ authorization: undefined })).toEqual([]);
    expect(told({ authorization: { type: 'custom', authorizerClass: 'x' } })).toEqual([]);
    expect(told({ authorization: { type: 'simple', superUsers: ['ANONYMOUS'] } })).toEqual([]);
    expect(told({ config: { 'allow.everyone.if.no.acl.found': 'true' } })).toEqual([]);
    expect(tell(listenerAnonymous, { kafkaCluster: [cluster()] })).toEqual([]);
  });

  it('takes names of super users as the operator does, which writes User: before each', () => {
    expect(told({ authorization: { type: 'simple', superUsers: ['User:ANONYMOUS'] } })).toHaveLength(1);
  });
});
