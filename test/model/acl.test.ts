import fc from 'fast-check';
import { mergeAcls, type Acl, type Operation } from '../../src/model/acl';
import { aclsOf, type IntentGrant } from '../../src/model/grant';
import { PERMISSIONS, type Permission } from '../../src/model/permissions';

const operation = fc.constantFrom<Operation>('Read', 'Write', 'Create', 'Describe', 'Alter');
const resource = fc.oneof(
  fc.record({
    type: fc.constantFrom('topic' as const, 'group' as const),
    name: fc.constantFrom('a', 'b'),
    patternType: fc.constantFrom('literal' as const, 'prefix' as const),
  }),
  fc.constant({ type: 'cluster' as const }),
);
const acl: fc.Arbitrary<Acl> = fc.record({
  resource,
  operations: fc.array(operation, { minLength: 1 }),
  host: fc.constantFrom('*', '10.0.0.1'),
});
const rights = (acls: readonly Acl[]): string[] =>
  [
    ...new Set(
      acls.flatMap(({ operations, ...subject }) =>
        operations.map((name) => JSON.stringify([subject.resource, subject.host, name])),
      ),
    ),
  ].sort();

describe('merged ACLs', () => {
  it('allow what they allowed apart, in one rule for each thing', () => {
    fc.assert(
      fc.property(fc.array(acl), (acls) => {
        const merged = mergeAcls(acls);
        expect(rights(merged)).toEqual(rights(acls));
        expect(new Set(merged.map(({ resource: r, host }) => JSON.stringify([r, host]))).size).toBe(merged.length);
      }),
    );
  });

  it('do not tell in which order they were given', () => {
    fc.assert(
      fc.property(
        fc
          .array(acl)
          .chain((acls) => fc.tuple(fc.constant(acls), fc.shuffledSubarray(acls, { minLength: acls.length }))),
        ([a, b]) => {
          expect(mergeAcls(b)).toEqual(mergeAcls(a));
        },
      ),
    );
  });

  it('stand in the order topics, groups, transactional ids, the cluster, each by name', () => {
    const about = (type: 'topic' | 'group' | 'transactionalId', name: string): Acl => ({
      resource: { type, name },
      operations: ['Read'],
    });
    const acls: Acl[] = [
      { resource: { type: 'cluster' }, operations: ['Describe'] },
      about('transactionalId', 'a'),
      about('group', 'b'),
      about('group', 'a'),
      about('topic', 'z'),
    ];
    const told = mergeAcls(acls).map(({ resource: r }) => (r.type === 'cluster' ? r.type : `${r.type} ${r.name}`));
    expect(told).toEqual(['topic z', 'group a', 'group b', 'transactionalId a', 'cluster']);
  });

  it('list operations in the order of Kafka, each once', () => {
    const names =
      'Read Write Create Delete Alter Describe ClusterAction AlterConfigs DescribeConfigs IdempotentWrite All';
    const operations = names.split(' ') as Operation[];
    const acls = [...operations, ...operations].reverse().map((name): Acl => ({
      resource: { type: 'topic', name: 'a' },
      operations: [name],
    }));
    expect(mergeAcls(acls)).toEqual([{ resource: { type: 'topic', name: 'a' }, operations }]);
  });

  it('keep apart what is allowed and what is denied', () => {
    const allowed: Acl = { resource: { type: 'topic', name: 'a' }, operations: ['Read'] };
    const denied: Acl = { ...allowed, type: 'deny' };
    expect(mergeAcls([denied, allowed])).toEqual([allowed, denied]);
    expect(mergeAcls([{ ...allowed, type: 'allow' }, denied])).toEqual([{ ...allowed, type: 'allow' }, denied]);
  });

  it('keep apart who comes from where', () => {
    const anywhere: Acl = { resource: { type: 'cluster' }, operations: ['Describe'], host: '*' };
    const somewhere: Acl = { ...anywhere, host: '10.0.0.1' };
    const unsaid: Acl = { resource: { type: 'cluster' }, operations: ['Describe'] };
    const merged = mergeAcls([somewhere, anywhere, unsaid]);
    expect(merged).toEqual([unsaid, anywhere, somewhere]);
    expect(merged[0]).not.toHaveProperty('host');
    expect(merged[0]).not.toHaveProperty('type');
  });

  it('stay as they are when merged again', () => {
    fc.assert(
      fc.property(fc.array(acl), (acls) => {
        expect(mergeAcls(mergeAcls(acls))).toEqual(mergeAcls(acls));
      }),
    );
  });
});

const aclsFor = (grant: IntentGrant): readonly Acl[] => aclsOf([grant]);

describe('the table of permissions', () => {
  const rows = Object.entries(PERMISSIONS).flatMap(([intent, permissions]) =>
    (permissions as readonly Permission[]).map((permission) => [intent, permission] as const),
  );

  it.each(rows)('%s: each line has its reason', (_, { operations, reason }) => {
    expect(reason).toMatch(/^[A-Z].+\.$/);
    expect(new Set(operations).size).toBe(operations.length);
  });

  it('gives a producer what it needs and no more', () => {
    expect(aclsFor({ intent: 'produce', topic: 'orders' })).toEqual([
      {
        resource: { type: 'topic', name: 'orders', patternType: 'literal' },
        operations: ['Write'],
        host: '*',
      },
    ]);
  });

  it('gives a consumer its topic and its group', () => {
    expect(aclsFor({ intent: 'consume', topic: 'orders', group: 'stock' })).toEqual([
      {
        resource: { type: 'topic', name: 'orders', patternType: 'literal' },
        operations: ['Read'],
        host: '*',
      },
      { resource: { type: 'group', name: 'stock', patternType: 'literal' }, operations: ['Read'], host: '*' },
    ]);
  });

  it.each(rows)('%s: no line gives what another one brings', (intent, { subject, operations }) => {
    const brought = { Describe: ['Read', 'Write', 'Delete', 'Alter'], DescribeConfigs: ['AlterConfigs'] } as const;
    const others = rows.flatMap(([each, row]) => (each === intent && row.subject === subject ? row.operations : []));
    for (const operation of operations) {
      const by: readonly Operation[] =
        operation === 'Describe' || operation === 'DescribeConfigs' ? brought[operation] : [];
      expect(others.filter((other) => by.includes(other))).toEqual([]);
    }
  });

  it('gives nothing on what is not named', () => {
    expect(aclsFor({ intent: 'consume', topic: 'orders' }).every(({ resource: r }) => r.type === 'topic')).toBe(true);
  });

  it('gives rights to a prefix where a prefix is named', () => {
    expect(aclsFor({ intent: 'transact', transactionalId: { prefix: 'shop-' } })).toMatchObject([
      { resource: { name: 'shop-', patternType: 'prefix' } },
    ]);
  });
});
