import { consumptionOf, productionOf } from '../../src/model/client-role';
import type { ClientRole } from '../../src/model/client';

describe('what a client does', () => {
  const program = { type: 'program', producesTo: ['a', 'b'], consumesFrom: ['c'] } as const;

  it.each<[ClientRole, unknown, readonly string[]]>([
    [{ type: 'producer', topic: 'a' }, undefined, ['a']],
    [{ type: 'consumer', topic: 'a', group: 'g' }, { group: 'g', topics: ['a'] }, []],
    [{ type: 'streams', source: 'a', target: 'b', applicationId: 'x' }, { group: 'x', topics: ['a'] }, ['b']],
    [{ ...program, group: 'g' }, { group: 'g', topics: ['c'] }, ['a', 'b']],
    [{ ...program, group: 'g', applicationId: 'x' }, { group: 'x', topics: ['c'] }, ['a', 'b']],
    [program, undefined, ['a', 'b']],
    [{ type: 'other' }, undefined, []],
  ])('as %j is what it reads, as which group, and what it writes', (role, read, written) => {
    expect(consumptionOf(role)).toEqual(read);
    expect(productionOf(role)).toEqual(written);
  });
});
