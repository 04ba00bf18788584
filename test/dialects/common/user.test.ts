import { dialect } from '../../../src/dialects/strimzi-v1';

const user = (spec: object) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaUser',
  metadata: { name: 'shop', labels: { 'strimzi.io/cluster': 'europe' } },
  spec,
});
const scram = (secretKeyRef: object) =>
  user({ authentication: { type: 'scram-sha-512', password: { valueFrom: { secretKeyRef } } } });

describe('the password of a user', () => {
  it('is one that the team has in a Secret', () => {
    expect(dialect.user.read(scram({ name: 'mine', key: 'password' }))).toMatchObject({
      authentication: { type: 'scram-sha-512', password: { secret: 'mine', key: 'password' } },
    });
  });

  it.each([{ name: 'mine' }, { key: 'password' }, {}])(
    'is made by the operator where the Secret is said by %j',
    (half) => {
      const read = dialect.user.read(scram(half));
      expect(read.authentication).toEqual({ type: 'scram-sha-512' });
      expect(dialect.user.write(read)).toEqual(scram(half));
    },
  );
});

describe('the authentication of a user', () => {
  it.each(['tls', 'tls-external', 'scram-sha-512'])('is %s', (type) => {
    expect(dialect.user.read(user({ authentication: { type } })).authentication).toEqual({ type });
  });

  it('is none where nothing is said, or what no model knows', () => {
    expect(dialect.user.read(user({})).authentication).toBeUndefined();
    expect(dialect.user.read(user({ authentication: { type: 'kerberos' } })).authentication).toBeUndefined();
  });
});

it('a user of rules that are not simple has no rights that the model knows', () => {
  const authorization = { type: 'custom', acls: [{ resource: { type: 'topic', name: 'a' }, operations: ['Read'] }] };
  expect(dialect.user.read(user({ authorization })).acls).toBeUndefined();
  expect(dialect.user.write(dialect.user.read(user({ authorization })))).toEqual(user({ authorization }));
});
