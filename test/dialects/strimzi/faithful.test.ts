import fc from 'fast-check';
import type { UserRecord } from '../../../src/model/user';
import { acls } from '../../arbitraries/strimzi-entities';
import { SPOKEN } from './generations';

const FAITHFUL = SPOKEN.filter(({ codec }) => codec.faithful);

test('topics, node pools and users with joined rules are said whole by their manifests', () => {
  expect(FAITHFUL.map(({ generation, noun }) => `${generation} ${noun}`).sort()).toEqual([
    'v1 nodePool',
    'v1 topic',
    'v1 user',
    'v1beta1 topic',
    'v1beta2 nodePool',
    'v1beta2 topic',
    'v1beta2 user',
  ]);
});

describe.each(FAITHFUL)('a $noun of $generation', ({ codec, records, noun }) => {
  it('is read back as it was written, with rules of no operation and rules that are apart too', () => {
    fc.assert(
      fc.property(records, acls, fc.boolean(), (record, rules, isApart) => {
        const apart = rules.flatMap((rule) => [rule, { ...rule, operations: [] }]);
        const user = { ...(record as UserRecord), acls: isApart ? apart : rules };
        const said = noun === 'user' ? user : record;
        expect(codec.read(codec.write(said))).toEqual(said);
      }),
    );
  });
});
