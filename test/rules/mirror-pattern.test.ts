import { StrimziRelease } from '../../src/dialects/releases';
import { mirrorPattern } from '../../src/rules/mirror-pattern';
import { mirror1, mirror2 } from './mirrors';
import { tell, tellOfYaml } from './harness';

describe('mirror-pattern', () => {
  it.each([
    '.*',
    'orders',
    'a,b.c',
    'orders-(eu|us)-\\d{1}',
    '(?i)orders',
    'a++',
    '\\Qa{\\E',
    '\\p{Alpha}+',
    '[a&&[b]]',
  ])('takes %s, as Java does', (pattern) => {
    expect(tell(mirrorPattern, { mirrorMaker2: [mirror2('a', 'b', pattern)] })).toEqual([]);
  });

  it.each(['*', 'orders-(eu', '[a-z', 'a{1,3}', '?x', 'a,*'])('refuses %s', (pattern) => {
    expect(tell(mirrorPattern, { mirrorMaker2: [mirror2('a', 'b', pattern)] })).toMatchObject([
      { path: 'a-b', severity: 'error', field: 'spec.mirrors[0].topicsPattern', given: pattern },
    ]);
  });

  it('refuses to look for nothing, in the field that the API has', () => {
    const release = StrimziRelease.V0_18;
    expect(tell(mirrorPattern, { mirrorMaker: [mirror1('a', 'b', '')], release })).toMatchObject([
      { field: 'spec.whitelist' },
    ]);
    expect(tell(mirrorPattern, { mirrorMaker: [mirror1('a', 'b', '(')], release: StrimziRelease.V0_45 })).toMatchObject(
      [{ field: 'spec.include' }],
    );
    expect(tell(mirrorPattern, { mirrorMaker2: [mirror2('a', 'b', '')] })).toHaveLength(1);
  });

  it('leaves topics in the word of another release to whoever tells that', () => {
    const mirror =
      '{apiVersion: kafka.strimzi.io/v1beta1, kind: KafkaMirrorMaker, metadata: {name: m}, spec: {include: orders}}';
    expect(tellOfYaml('mirror-pattern', mirror, { release: StrimziRelease.V0_18 })).toEqual([]);
  });

  it('warns of names that no MirrorMaker 2 copies, and takes expressions that only might find such', () => {
    expect(tell(mirrorPattern, { mirrorMaker2: [mirror2('a', 'b', '__x,orders,a.internal')] })).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('__x, a.internal') },
    ]);
    expect(tell(mirrorPattern, { mirrorMaker2: [mirror2('a', 'b', '.*internal,internal.*')] })).toEqual([]);
    expect(tell(mirrorPattern, { mirrorMaker: [mirror1('a', 'b', '__x')], release: StrimziRelease.V0_45 })).toEqual([]);
  });

  it('takes nothing to look for where nothing is copied, and no groups', () => {
    const mirrorMaker2 = [mirror2('a', 'b', '', { sourceConnector: undefined, groupsPattern: '' })];
    expect(tell(mirrorPattern, { mirrorMaker2 })).toEqual([]);
  });

  it('looks at what is left out, and at groups', () => {
    const mirrorMaker2 = [mirror2('a', 'b', '.*', { groupsPattern: '(', topicsExcludePattern: ')' })];
    expect(tell(mirrorPattern, { mirrorMaker2 }).map(({ field }) => field)).toEqual([
      'spec.mirrors[0].topicsExcludePattern',
      'spec.mirrors[0].groupsPattern',
    ]);
  });

  it('says nothing of a MirrorMaker that names no topics, which is told of the whole', () => {
    const spec = '{consumer: {bootstrapServers: "a:1", groupId: a}, producer: {bootstrapServers: "b:1"}}';
    const mirror = `{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaMirrorMaker, metadata: {name: a}, spec: ${spec}}`;
    expect(tellOfYaml('mirror-pattern', mirror, { release: StrimziRelease.V0_45 })).toEqual([]);
  });
});
