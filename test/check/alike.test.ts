import { joined } from '../../src/check/alike';
import { finding, type Finding } from '../../src/check/finding';

const unserved = (path: string, kind = 'KafkaTopic'): Finding =>
  finding({ rule: 'served-by-release', effect: 'refused', path, message: `${kind}: nobody looks at the object.` });
const told = (...findings: readonly Finding[]) => joined(findings.map((each) => ({ finding: each, site: 'one' })));

describe('what a release does not serve', () => {
  it('is told once a kind, with the first of the objects', () => {
    const findings = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => unserved(path));
    expect(told(...findings)).toEqual([
      { ...unserved('a'), message: 'KafkaTopic: nobody looks at the object, nor at 5 of its kind: b, c, d, 2 more.' },
    ]);
    expect(told(unserved('a'), unserved('b'))).toMatchObject([{ message: expect.stringMatching(/nor at 1 .*: b\.$/) }]);
  });

  it('is told of each kind and each site, in their order', () => {
    expect(told(unserved('a'), unserved('b', 'KafkaUser'), unserved('c')).map(({ path }) => path)).toEqual(['a', 'b']);
    const sites = ['one', 'two'].map((site) => ({ finding: unserved('a'), site }));
    expect(joined(sites)).toEqual([unserved('a'), unserved('a')]);
  });
});

test('other findings are told of each object', () => {
  const findings = ['a', 'b'].map((path) =>
    finding({ rule: 'legal-name', effect: 'refused', path, given: 'x', message: 'No.' }),
  );
  expect(told(...findings)).toEqual(findings);
});

describe('what several objects do because of one thing', () => {
  const user = (path: string, effect: Finding['effect'] = 'refused') =>
    finding({ rule: 'acl-needs-authorization', effect, path, message: `No user ${path}.` });
  const ofCause = (cause: string, ...findings: readonly Finding[]) =>
    findings.map((each) => ({ finding: each, site: 'one', cause }));

  it('is told once, with how many there are and the first of them', () => {
    const findings = joined(ofCause('k', ...['a', 'b', 'c', 'd', 'e'].map((path) => user(path))));
    expect(findings).toEqual([{ ...user('a'), message: 'No user a; so it is with 4 more: b, c, d, 1 more.' }]);
  });

  it('is told of each cause, and of each effect', () => {
    const findings = [...ofCause('k', user('a'), user('b', 'ignored')), ...ofCause('l', user('c'))];
    expect(joined(findings)).toEqual([user('a'), user('b', 'ignored'), user('c')]);
  });
});
