import fc from 'fast-check';
import { Identities, type Identity } from '../../src/check/identities';

const IDENTITY: Identity = {
  cluster: 'blue',
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  namespace: 'shop',
  name: 'orders',
};

/** Where the second of two objects is told that the first is. */
function twinOf(second: Partial<Identity>, first: Identity = IDENTITY): string | undefined {
  const identities = new Identities();
  identities.claim({ path: 'first' }, first);
  return identities.claim({ path: 'second' }, { ...first, ...second })?.path;
}

describe('two objects', () => {
  it('of one identity are one to the API server', () => {
    expect(twinOf({})).toBe('first');
  });

  it.each([
    ['name', 'payments'],
    ['namespace', 'billing'],
    ['kind', 'KafkaUser'],
    ['cluster', 'green'],
    ['apiVersion', 'kafka.example.com/v1'],
  ])('of another %s are two', (field, other) => {
    expect(twinOf({ [field]: other })).toBeUndefined();
  });

  it('of two versions of a group are one, and those of the core group are not those of others', () => {
    expect(twinOf({ apiVersion: 'kafka.strimzi.io/v1beta2' })).toBe('first');
    const core = { ...IDENTITY, apiVersion: 'v1', kind: 'Service' };
    expect(twinOf({ apiVersion: 'v2' }, core)).toBe('first');
    expect(twinOf({ apiVersion: 'serving.knative.dev/v1' }, core)).toBeUndefined();
  });
});

it('objects are told apart in whatever order they come', () => {
  const word = fc.constantFrom('a', 'b');
  const identity = fc.record({
    cluster: word,
    apiVersion: fc.constantFrom('v1', 'a/v1', 'a/v2'),
    kind: word,
    namespace: word,
    name: word,
  });
  fc.assert(
    fc.property(fc.array(identity, { maxLength: 20 }), (all) => {
      const identities = new Identities();
      const first = new Map<string, string>();
      all.forEach((each, index) => {
        const { apiVersion, cluster, kind, namespace, name } = each;
        const key = [cluster, apiVersion.includes('/') ? 'a' : '', kind, namespace, name].join();
        expect(identities.claim({ path: `${index}` }, each)?.path).toBe(first.get(key));
        if (!first.has(key)) first.set(key, `${index}`);
      });
    }),
  );
});
