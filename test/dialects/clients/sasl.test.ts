import fc from 'fast-check';
import {
  expanded,
  jaasConfig,
  MECHANISMS,
  readJaasConfig,
  saslTypeOf,
  verbatim,
} from '../../../src/dialects/clients/sasl';

const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule';

describe('a JAAS text', () => {
  it('names the login module of the mechanism', () => {
    const text = (module: string) => `${module} required username="shop" password="$(PASSWORD)";`;
    expect(jaasConfig('scram-sha-512', 'shop', '$(PASSWORD)')).toBe(text(SCRAM));
    expect(jaasConfig('scram-sha-256', 'shop', '$(PASSWORD)')).toBe(text(SCRAM));
    expect(jaasConfig('plain', 'shop', '$(PASSWORD)')).toBe(text(PLAIN));
  });

  it('keeps quotes and backslashes of a user name, and dollars from Kubernetes', () => {
    expect(jaasConfig('plain', 'a"b\\c$d', 'x')).toBe(`${PLAIN} required username="a\\"b\\\\c$$d" password="x";`);
  });

  it('is read back, whatever the user is called', () => {
    fc.assert(
      fc.property(fc.constantFrom('plain' as const, 'scram-sha-512' as const), fc.string(), (type, username) => {
        expect(readJaasConfig(jaasConfig(type, username, 'x'))).toEqual({ type, username, password: 'x' });
      }),
    );
  });

  it.each(['', 'x', `com.example.Login required username="a" password="b";`, `${PLAIN} required username="a";`])(
    'that is "%s" is not read',
    (text) => {
      expect(readJaasConfig(text)).toBeUndefined();
    },
  );
});

it('mechanisms have the names that Kafka gives them', () => {
  expect(MECHANISMS).toEqual({
    'scram-sha-512': 'SCRAM-SHA-512',
    'scram-sha-256': 'SCRAM-SHA-256',
    plain: 'PLAIN',
  });
  expect(saslTypeOf('SCRAM-SHA-256')).toBe('scram-sha-256');
  expect(saslTypeOf('OAUTHBEARER')).toBeUndefined();
});

it('text that Kubernetes is to leave alone has each dollar twice', () => {
  expect(verbatim('$(HOME) $$')).toBe('$$(HOME) $$$$');
  fc.assert(fc.property(fc.string(), (text) => expect(expanded(verbatim(text))).toBe(text)));
});
