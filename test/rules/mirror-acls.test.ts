import type { KafkaClusterRecord } from '../../src/model/kafka-cluster';
import type { Config } from '../../src/model/resource';
import { mirrorAcls } from '../../src/rules/mirror-acls';
import { tell } from './harness';
import { kraft, mirror1, mirror2 } from './mirrors';

const USERS = { entityOperator: { topicOperator: {}, userOperator: {} } };
const told = (config: Config, target: Partial<KafkaClusterRecord> = USERS, source: Partial<KafkaClusterRecord> = {}) =>
  tell(mirrorAcls, {
    kafkaCluster: [kraft('a', source), kraft('b', target)],
    mirrorMaker2: [mirror2('a', 'b', 'x', { sourceConnector: { config } })],
    mirrorMaker: [mirror1('a', 'b', 'y')],
  });

describe('mirror-acls', () => {
  it('warns of ACLs that are copied to where the user operator keeps them, be it said or not', () => {
    const field = 'spec.mirrors[0].sourceConnector.config["sync.topic.acls.enabled"]';
    expect(told({})).toMatchObject([{ severity: 'warning', path: 'a-b', field }]);
    expect(told({ 'sync.topic.acls.enabled': true })).toMatchObject([{ given: 'true', field }]);
  });

  it('leaves to others what Kafka does not take, and what is filled in later', () => {
    expect(told({ 'sync.topic.acls.enabled': 'no' })).toEqual([]);
    expect(told({ 'sync.topic.acls.enabled': '${file:/a:b}' })).toEqual([]);
    expect(told({ 'sync.topic.acls.enabled': 'True' })).toHaveLength(1);
  });

  it('takes mirrors that copy none, and clusters where there are none', () => {
    expect(told({ 'sync.topic.acls.enabled': false })).toEqual([]);
    expect(told({ 'sync.topic.acls.enabled': 'FALSE' })).toEqual([]);
    expect(told({}, {})).toEqual([]);
    expect(told({}, USERS, { authorization: { type: 'custom', authorizerClass: 'a.B' } })).toEqual([]);
  });
});
