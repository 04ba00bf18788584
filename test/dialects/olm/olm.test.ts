import fc from 'fast-check';
import { dialect } from '../../../src/dialects/olm';
import { TRACING_PACKAGES } from '../../../src/dialects/olm/catalogs';
import { checkManifest } from '../../../src/schema';
import { operatorGroups, subscriptions } from '../../arbitraries/clients';
import { others } from '../../arbitraries/tracing';

const { operatorGroup, subscription } = dialect;

describe('operator group', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(operatorGroups, (record) => {
        expect(operatorGroup.read(operatorGroup.write(record))).toEqual(record);
      }),
    );
  });

  it('writes what the schema of OperatorGroups takes', () => {
    fc.assert(
      fc.property(operatorGroups, (record) => {
        expect(checkManifest(operatorGroup.write(record))).toEqual([]);
      }),
    );
  });

  it('watches all namespaces with an empty spec', () => {
    expect(operatorGroup.write({ name: 'jaeger', namespace: 'jaeger' })['spec']).toEqual({});
  });

  it('refuses what looks like all namespaces and is not', () => {
    expect(operatorGroup.demands({ name: 'group', targetNamespaces: [] })).toHaveLength(1);
    expect(operatorGroup.demands({ name: 'group', targetNamespaces: [''] })).toHaveLength(1);
    expect(operatorGroup.demands({ name: 'group', targetNamespaces: ['kafka'] })).toEqual([]);
    expect(operatorGroup.demands({ name: 'group' })).toEqual([]);
  });

  it('loses nothing of an OperatorGroup that somebody else wrote', () => {
    fc.assert(
      fc.property(
        others(
          operatorGroups.map((record) => operatorGroup.write(record)),
          ['spec.selector'],
        ),
        (manifest) => {
          expect(operatorGroup.write(operatorGroup.read(manifest))).toEqual(manifest);
        },
      ),
    );
  });
});

describe('subscription', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(subscriptions, (record) => {
        expect(subscription.read(subscription.write(record))).toEqual(record);
      }),
    );
  });

  it('writes what the schema of Subscriptions takes', () => {
    fc.assert(
      fc.property(subscriptions, (record) => {
        expect(checkManifest(subscription.write(record))).toEqual([]);
      }),
    );
  });

  it('loses nothing of a Subscription that somebody else wrote', () => {
    fc.assert(
      fc.property(
        others(
          subscriptions.map((record) => subscription.write(record)),
          ['spec.config'],
        ),
        (manifest) => {
          expect(subscription.write(subscription.read(manifest))).toEqual(manifest);
        },
      ),
    );
  });
});

it('operators that run a Jaeger are taken from the channels that there are', () => {
  const channels = Object.values(TRACING_PACKAGES).map((vendor) => Object.values(vendor).map(({ channel }) => channel));
  expect(channels).toEqual([
    ['stable', 'alpha'],
    ['stable', 'stable'],
  ]);
});
