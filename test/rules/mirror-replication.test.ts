import type { MirrorFlow } from '../../src/model/mirror-maker-2';
import type { Config } from '../../src/model/resource';
import { mirrorReplication } from '../../src/rules/mirror-replication';
import { tell } from './harness';
import { kraft, mirror2, pool } from './mirrors';

const FINE: Config = Object.fromEntries(
  ['config', 'offset', 'status'].map((name) => [`${name}.storage.replication.factor`, -1]),
);

function told(flow: Partial<MirrorFlow>, workers: Config | undefined = FINE, brokers = { a: 3, b: 1 }) {
  const mirror = mirror2('a', 'b', 'x', flow);
  return tell(mirrorReplication, {
    kafkaCluster: [kraft('a'), kraft('b')],
    nodePool: [pool('a', 'a-nodes', brokers.a), pool('b', 'b-nodes', brokers.b)],
    mirrorMaker2: [{ ...mirror, target: { ...mirror.target, config: workers } }],
  });
}

const source = (config: Config) => ({ sourceConnector: { config } });

describe('mirror-replication', () => {
  it('takes as many replicas as there are brokers, and what brokers decide', () => {
    expect(told(source({ 'replication.factor': 1, 'offset-syncs.topic.replication.factor': 3 }))).toEqual([]);
    expect(told(source({ 'replication.factor': '-1' }))).toEqual([]);
    expect(told(source({}), {}, { a: 3, b: 3 })).toEqual([]);
  });

  it('refuses more, each at the cluster where its topic is', () => {
    expect(told(source({ 'replication.factor': 2 }))).toMatchObject([
      {
        severity: 'error',
        field: 'spec.mirrors[0].sourceConnector.config["replication.factor"]',
        given: 2,
        allowed: expect.stringContaining('b-nodes'),
      },
    ]);
    const syncs = { 'replication.factor': 1, 'offset-syncs.topic.replication.factor': 2 };
    expect(told(source(syncs))).toEqual([]);
    expect(told(source({ ...syncs, 'offset-syncs.topic.location': 'target' }))).toHaveLength(1);
  });

  it.each([
    ['replication.factor', 0],
    ['replication.factor', '0'],
    ['offset-syncs.topic.replication.factor', -2],
  ])('refuses less than one replica: %s %j, whether brokers are seen or not', (setting, given) => {
    const few = source({ 'replication.factor': 1, [setting]: given });
    const at = { field: `spec.mirrors[0].sourceConnector.config["${setting}"]`, given };
    expect(told(few)).toMatchObject([{ ...at, allowed: expect.stringMatching(/^1.*, or -1$/) }]);
    expect(tell(mirrorReplication, { mirrorMaker2: [mirror2('a', 'b', 'x', few)] })).toMatchObject([
      { ...at, allowed: 'a whole number from 1, or -1' },
    ]);
  });

  it('leaves the storage of workers to what Kafka Connect asks of it', () => {
    expect(told(source({ 'replication.factor': 1 }), { ...FINE, 'config.storage.replication.factor': 0 })).toEqual([]);
  });

  it('knows what is asked for where nothing is said', () => {
    const fields = told({ ...source({}), checkpointConnector: {} }, {}).map(({ field }) => field);
    expect(fields).toHaveLength(5);
    expect(fields).toContain('spec.mirrors[0].checkpointConnector.config["checkpoints.topic.replication.factor"]');
  });

  it('is silent about connectors that are not there, and brokers that are not seen', () => {
    expect(told({ sourceConnector: undefined })).toEqual([]);
    expect(
      tell(mirrorReplication, { kafkaCluster: [kraft('a'), kraft('b')], mirrorMaker2: [mirror2('a', 'b', 'x')] }),
    ).toEqual([]);
  });
});
