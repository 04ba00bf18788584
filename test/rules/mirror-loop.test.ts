import { mirrorLoop } from '../../src/rules/mirror-loop';
import { endpoint, kraft, mirror1, mirror2 } from './mirrors';
import { tell, tellOfSites } from './harness';

const kafkaCluster = [kraft('east'), kraft('west'), kraft('north')];

describe('mirror-loop', () => {
  it('refuses mirrors there and back of one topic, and tells the ring once', () => {
    const mirrorMaker2 = [mirror2('east', 'west', 'orders'), mirror2('west', 'east', 'orders,stock')];
    expect(tell(mirrorLoop, { kafkaCluster, mirrorMaker2 })).toMatchObject([
      { path: 'east-west', severity: 'error', effect: 'fails', field: 'spec.mirrors[0]', given: 'orders' },
    ]);
  });

  it('takes other topics on the way back', () => {
    const mirrorMaker2 = [mirror2('east', 'west', 'orders,a\\.b'), mirror2('west', 'east', 'stock|bills')];
    expect(tell(mirrorLoop, { kafkaCluster, mirrorMaker2 })).toEqual([]);
  });

  it.each([
    ['a name that an expression finds', 'orders-eu', 'orders-.*'],
    ['equal expressions', 'orders-.*', 'orders-.*'],
    ['an expression that finds everything', 'orders-[a-z]+', '.*'],
    ['no pattern, which finds everything', 'orders', undefined],
  ])('sees that patterns meet: %s', (_, there, back) => {
    const mirrorMaker2 = [mirror2('east', 'west', there), mirror2('west', 'east', back)];
    expect(tell(mirrorLoop, { kafkaCluster, mirrorMaker2 })).toHaveLength(1);
  });

  it.each([
    ['expressions that may not meet', 'a-.*', 'b-.*', {}],
    ['a name that the way back leaves out', 'orders', '.*', { topicsExcludePattern: 'ord.*' }],
  ])('is silent about %s', (_, there, back, changes) => {
    const mirrorMaker2 = [mirror2('east', 'west', there), mirror2('west', 'east', back, changes)];
    expect(tell(mirrorLoop, { kafkaCluster, mirrorMaker2 })).toEqual([]);
  });

  it('finds a ring of three, whichever program runs each mirror', () => {
    const told = tell(mirrorLoop, {
      kafkaCluster,
      mirrorMaker: [mirror1('north', 'east', '.*')],
      mirrorMaker2: [mirror2('east', 'west', 'a,b'), mirror2('west', 'north', 'b,c')],
    });
    expect(told).toMatchObject([{ path: 'east-west', given: 'b' }]);
    expect(told[0]?.message).toContain('north-east copies north to east');
  });

  it('takes a chain, and a way back that renames or does not run', () => {
    const chain = [mirror2('east', 'west', '.*'), mirror2('west', 'north', '.*')];
    expect(tell(mirrorLoop, { kafkaCluster, mirrorMaker2: chain })).toEqual([]);
    for (const sourceConnector of [{ config: {} }, { state: 'stopped', config: mirrorConfig() } as const, undefined]) {
      const mirrorMaker2 = [mirror2('east', 'west', '.*'), mirror2('west', 'east', '.*', { sourceConnector })];
      expect(tell(mirrorLoop, { kafkaCluster, mirrorMaker2 })).toEqual([]);
    }
  });

  it('knows a cluster by all its addresses, and clusters that it does not see by theirs', () => {
    const there = mirror2('east', 'west', 'orders');
    const back = mirror2('west', 'east', 'orders', {});
    const far = {
      ...back,
      target: { ...back.target, bootstrapServers: 'east-kafka-bootstrap.site-1.svc.cluster.local:9093' },
      mirrors: back.mirrors.map((flow) => ({
        ...flow,
        source: { alias: 'west', ...endpoint('west'), bootstrapServers: 'west-kafka-bootstrap.site-1:9093' },
      })),
    };
    const seen = [{ kafkaCluster, mirrorMaker2: [there] }, { mirrorMaker2: [far] }];
    expect(tellOfSites(mirrorLoop, seen)).toHaveLength(1);
    expect(tellOfSites(mirrorLoop, [{ mirrorMaker2: [there] }, { mirrorMaker2: [far] }])).toHaveLength(1);
  });

  it('tells clusters of one name in two namespaces apart', () => {
    const there = { kafkaCluster, mirrorMaker2: [mirror2('east', 'west', 'orders')] };
    const back = { kafkaCluster, mirrorMaker2: [mirror2('west', 'east', 'orders')] };
    expect(tellOfSites(mirrorLoop, [there, back])).toEqual([]);
  });
});

function mirrorConfig() {
  return mirror2('a', 'b', '').mirrors[0]?.sourceConnector?.config;
}
