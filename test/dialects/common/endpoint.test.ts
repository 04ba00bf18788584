import { readEndpoint, writeEndpoint } from '../../../src/dialects/common/endpoint';

const trusted = (certificate: string) =>
  writeEndpoint({ bootstrapServers: 'us:9093', trust: [{ secret: 'us-ca', certificate }] }).tls?.trustedCertificates;

describe('a trusted certificate', () => {
  it.each(['*', '*.crt', 'ca?.crt', 'ca[0-9].crt', 'ca.{crt,pem}'])(
    'with the characters of %s is a pattern',
    (name) => {
      expect(trusted(name)).toEqual([{ secretName: 'us-ca', pattern: name }]);
    },
  );

  it('of any other name is a key of the Secret', () => {
    expect(trusted('ca-2_new.crt')).toEqual([{ secretName: 'us-ca', certificate: 'ca-2_new.crt' }]);
  });

  it('is read from its key, or from its pattern', () => {
    const trustedCertificates = [
      { secretName: 'a', certificate: 'ca.crt' },
      { secretName: 'b', pattern: '*.crt' },
    ];
    expect(readEndpoint({ tls: { trustedCertificates } }).trust).toEqual([
      { secret: 'a', certificate: 'ca.crt' },
      { secret: 'b', certificate: '*.crt' },
    ]);
  });
});

describe('an endpoint', () => {
  it('with TLS that trusts nobody in particular has TLS, and one without has none', () => {
    expect(readEndpoint({ bootstrapServers: 'us:9093', tls: {} })).toEqual({ bootstrapServers: 'us:9093', trust: [] });
    expect(readEndpoint({ bootstrapServers: 'us:9092' })).toEqual({ bootstrapServers: 'us:9092' });
  });

  it('without an address writes none', () => {
    expect(writeEndpoint({ bootstrapServers: '' })).toEqual({});
  });

  it.each(['scram-sha-512', 'scram-sha-256', 'plain'] as const)('has the password of %s in a Secret', (type) => {
    const credentials = { type, username: 'shop', password: { secret: 's', key: 'k' } };
    const written = writeEndpoint({ bootstrapServers: 'us:9092', credentials });
    expect(written.authentication).toEqual({
      type,
      username: 'shop',
      passwordSecret: { secretName: 's', password: 'k' },
    });
    expect(readEndpoint(written).credentials).toEqual(credentials);
  });

  it.each([
    { type: 'oauth', clientId: 'shop', clientSecret: { secretName: 's', key: 'k' } },
    { type: 'custom', sasl: true, config: { 'sasl.mechanism': 'PLAIN' } },
  ] as const)('has a login of type $type in the words of the operator', (login) => {
    const written = writeEndpoint({ bootstrapServers: 'us:9093', login });
    expect(written.authentication).toEqual(login);
    expect(written.authentication).not.toBe(login);
    expect(readEndpoint(written)).toEqual({ bootstrapServers: 'us:9093', login });
  });

  it('of credentials that the model does not know has none', () => {
    expect(readEndpoint({ authentication: { type: 'kerberos', username: 'shop' } })).not.toHaveProperty('credentials');
    expect(readEndpoint({ authentication: { type: 'tls' } })).not.toHaveProperty('credentials');
  });
});
