import { mirrorAliases } from '../../src/rules/mirror-aliases';
import type { MirrorMaker2Record } from '../../src/model/mirror-maker-2';
import { tell } from './harness';
import { kraft, mirror2 } from './mirrors';

const kafkaCluster = ['a', 'b', 'c'].map((name) => kraft(name));

/** A mirror with Kafka's default policy, with aliases of its own. */
function mirror(
  from: string,
  to: string,
  aliases: { source?: string; target?: string } = {},
  pattern = '.*',
  config = {},
): MirrorMaker2Record {
  const record = mirror2(from, to, pattern, { sourceConnector: { config } });
  const [flow] = record.mirrors;
  if (!flow) throw new Error('no flow');
  const { source = from, target = to } = aliases;
  return {
    ...record,
    target: { ...record.target, alias: target },
    mirrors: [{ ...flow, source: { ...flow.source, alias: source } }],
  };
}

const told = (...mirrorMaker2: MirrorMaker2Record[]) => tell(mirrorAliases, { kafkaCluster, mirrorMaker2 });

describe('mirror-aliases', () => {
  it('takes clusters that have one alias everywhere', () => {
    expect(told(mirror('a', 'c'), mirror('b', 'c'), mirror('c', 'a'), mirror('a', 'b'))).toEqual([]);
  });

  it('refuses one alias for two sources of one target, and for two targets of one source that keeps offset syncs', () => {
    expect(told(mirror('a', 'c', { source: 'kafka' }), mirror('b', 'c', { source: 'kafka' }))).toMatchObject([
      { path: 'b-c', field: 'spec.mirrors[0]', given: 'kafka', severity: 'error' },
    ]);
    const fanned = (config = {}) =>
      told(mirror('a', 'b', { target: 'kafka' }, 'x', config), mirror('a', 'c', { target: 'kafka' }, 'x', config));
    expect(fanned()).toMatchObject([
      { path: 'a-c', given: 'kafka', message: expect.stringContaining('offset syncs at a') },
    ]);
    expect(fanned({ 'offset-syncs.topic.location': 'target' })).toEqual([]);
  });

  it('warns of an alias that the separator divides', () => {
    const dotted = mirror('a', 'c', { source: 'eu.west' });
    expect(told(dotted)).toMatchObject([
      { severity: 'warning', given: 'eu.west', message: expect.stringContaining('"eu"') },
    ]);
    expect(told(mirror('a', 'c', { source: 'eu.west' }, 'x', { 'replication.policy.separator': '_' }))).toEqual([]);
  });

  it('takes two mirrors of one source that call it alike', () => {
    expect(told(mirror('a', 'c', {}, 'x'), { ...mirror('a', 'c', {}, 'y'), name: 'other' })).toEqual([]);
  });

  it('refuses two aliases of a cluster where its copies come back to it, and only there', () => {
    const other = { target: 'other' };
    expect(told(mirror('a', 'b'), mirror('b', 'a', other))).toMatchObject([
      { path: 'b-a', given: 'other', allowed: 'a', message: expect.stringContaining('a-b calls a "a"') },
    ]);
    expect(told(mirror('a', 'b', {}, 'x'), mirror('b', 'a', other, 'a\\.x'))).toHaveLength(1);
    expect(told(mirror('a', 'b', {}, 'x'), mirror('b', 'a', other, 'x'))).toEqual([]);
    expect(told(mirror('a', 'b'), mirror('c', 'a', other))).toEqual([]);
  });
});
