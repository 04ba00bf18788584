import { isSecretName } from '../../src/model/secret-names';

describe('the name of a secret', () => {
  it.each(['PASSWORD', 'ssl.key.password', 'AWS_SECRET_ACCESS_KEY', 'apiKey', 'client.secret', 'sasl.jaas.config'])(
    'is %s',
    (name) => {
      expect(isSecretName(name)).toBe(true);
    },
  );

  it.each(['TOPIC', 'USE_TOKEN', 'PASSWORD_FILE', 'key', 'primary.key', 'sasl.oauthbearer.token.endpoint.url'])(
    'is not %s',
    (name) => {
      expect(isSecretName(name)).toBe(false);
    },
  );
});
