import type { ListenerRecord } from '../../src/model/listener';
import { credentialsAskedBy, credentialsOf, usualAuthentication } from '../../src/wiring/credentials';
import { TLS } from './harness';

const asking = (type: string | undefined): ListenerRecord => {
  const { authentication: _, ...open } = TLS;
  return type === undefined ? open : { ...open, authentication: { type } as ListenerRecord['authentication'] & object };
};

describe('the credentials that a listener asks for', () => {
  it.each([
    ['tls', 'tls'],
    ['scram-sha-512', 'scram-sha-512'],
    ['oauth', undefined],
    ['custom', undefined],
    [undefined, undefined],
  ])('with authentication %s are %s of what the user operator makes', (type, asked) => {
    expect(credentialsAskedBy(asking(type))).toBe(asked);
  });
});

describe('users prove themselves, where nobody says otherwise,', () => {
  const usual = (...types: (string | undefined)[]) =>
    usualAuthentication(types.map((type) => ({ record: asking(type) })));

  it('with what the first listener asks for that the user operator can make', () => {
    expect(usual('scram-sha-512', 'tls')).toBe('scram-sha-512');
    expect(usual(undefined, 'oauth', 'tls', 'scram-sha-512')).toBe('tls');
  });

  it('with client certificates where none does', () => {
    expect(usual()).toBe('tls');
    expect(usual(undefined, 'oauth')).toBe('tls');
  });
});

describe('the credentials of a user', () => {
  it('are in a Secret of its name, under the keys of the user operator', () => {
    expect(credentialsOf('shop', 'tls')).toEqual({
      type: 'tls',
      secret: 'shop',
      certificate: 'user.crt',
      key: 'user.key',
    });
    expect(credentialsOf('shop', 'scram-sha-512')).toEqual({
      type: 'scram-sha-512',
      username: 'shop',
      password: { secret: 'shop', key: 'password' },
    });
  });

  it.each(['tls-external', 'none'] as const)('are made by nobody here where they are %s', (authentication) => {
    expect(credentialsOf('shop', authentication)).toBeUndefined();
  });
});
