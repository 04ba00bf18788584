import {
  Authentication,
  KafkaBridge,
  type KafkaCluster,
  KafkaConnect,
  KafkaUser,
  Listener,
  Login,
  Mirror,
  StrimziRelease,
} from '../../src';
import { keptFaults } from '../../src/props/kept';
import { findings, manifest, newCluster, newSite } from './harness';

const SERVER = { tokenEndpointUri: 'https://sso/token', clientId: 'shop' };
const SECRET = { secret: 'sso', key: 'shop' };
const shown = {
  type: 'oauth',
  tokenEndpointUri: 'https://sso/token',
  clientId: 'shop',
  clientSecret: { secretName: 'sso', key: 'shop' },
};
const oauth = Authentication.oauth({ jwksEndpointUri: 'https://sso/keys', validIssuerUri: 'https://sso' });

function clusters(release = StrimziRelease.V0_45) {
  const site = newSite({ release });
  const europe = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication: oauth })] });
  return { site, europe, us: newCluster(site, 'us') };
}

describe('a login', () => {
  it('is in the words of the operator', () => {
    expect(Login.oauth({ ...SERVER, clientSecret: SECRET, scope: 'kafka' }).record).toEqual({
      ...shown,
      scope: 'kafka',
    });
    expect(Login.oauth({ ...SERVER, username: 'bob', password: SECRET }).record).toMatchObject({
      username: 'bob',
      passwordSecret: { secretName: 'sso', password: 'shop' },
    });
    const trust = [{ secret: 'sso-ca', certificate: 'ca.crt' }];
    expect(Login.oauth({ accessToken: SECRET, trust }).record).toEqual({
      type: 'oauth',
      accessToken: { secretName: 'sso', key: 'shop' },
      tlsTrustedCertificates: [{ secretName: 'sso-ca', certificate: 'ca.crt' }],
    });
    const config = { 'sasl.mechanism': 'PLAIN' };
    expect(Login.custom({ sasl: true, config }).record).toEqual({ type: 'custom', sasl: true, config });
  });

  it.each([
    // @ts-expect-error -- no proof
    () => Login.oauth({ ...SERVER }),
    // @ts-expect-error -- nobody to ask
    () => Login.oauth({ clientId: 'shop', clientSecret: SECRET }),
    // @ts-expect-error -- no password
    () => Login.oauth({ ...SERVER, username: 'bob' }),
  ])('gets a token', (program) => {
    expect(keptFaults(program())).not.toEqual([]);
  });

  it('tells programs in JavaScript all ways to a token, and of two at once', () => {
    // @ts-expect-error -- none of them
    const [none] = keptFaults(Login.oauth({}));
    expect(none).toMatchObject({ rule: 'prop-missing' });
    expect(none?.allowed).toMatch(
      /^accessToken or accessTokenLocation or clientSecret with tokenEndpointUri and clientId or /,
    );
    const [both] = keptFaults(Login.oauth({ ...SERVER, clientSecret: SECRET, accessToken: SECRET }));
    expect(both).toMatchObject({
      rule: 'prop-value',
      message: 'clientSecret, tokenEndpointUri, clientId and accessToken do not go together.',
    });
  });

  it('has to go by SASL where the listener does', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const custom = Authentication.custom({ sasl: true });
    const cluster = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication: custom })] });
    const user = cluster.addUser('shop', { login: Login.custom({ config: { 'sasl.mechanism': 'PLAIN' } }) });
    new KafkaConnect(site, 'pipes', { cluster, user });
    expect(findings(site)).toMatchObject([
      {
        rule: 'user-fits-listener',
        path: 'site/pipes',
        given: 'user "shop" with custom without SASL',
        allowed: 'custom with SASL',
        remedy: 'Give sasl in Login.custom({ … }) as the listener has it.',
      },
    ]);
  });

  it('leaves no place for a password of the user', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site);
    cluster.addUser('shop', { password: SECRET });
    cluster.addUser('till', { authentication: 'scram-sha-512', password: SECRET });
    expect(findings(site).filter(({ field }) => field === 'password')).toMatchObject([
      {
        rule: 'prop-value',
        severity: 'warning',
        path: 'site/europe/user:shop',
        message: 'A user with tls has no password: it is not written.',
      },
    ]);
  });
});

describe('programs at a listener with OAuth', () => {
  it('come with the login of their user, who has rights and no credentials of the user operator', () => {
    const { site, europe, us } = clusters();
    const sourceUser = europe.addUser('shop', { login: Login.oauth({ ...SERVER, clientSecret: SECRET }) });
    const topics = [europe.addTopic('orders', { partitions: 1, replicas: 3 })];
    new Mirror(site, 'mirror', { source: europe, target: us, topics, sourceUser });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      clusters: [
        { alias: 'europe', authentication: shown },
        { alias: 'us', authentication: { type: 'tls' } },
      ],
    });
    const user = manifest(site, 'KafkaUser', 'shop').spec;
    expect(user).not.toHaveProperty('authentication');
    expect(user).toHaveProperty('authorization.acls');
    expect(findings(site)).toEqual([]);
  });

  it('may be somebody whom others manage', () => {
    const { site, europe } = clusters();
    const user = KafkaUser.fromUserName(europe, 'shop', { login: Login.oauth({ ...SERVER, clientSecret: SECRET }) });
    new KafkaConnect(site, 'connect', { cluster: europe, user });
    expect(manifest(site, 'KafkaConnect', 'connect').spec).toMatchObject({ authentication: shown });
  });

  it('are told that they come without a token', () => {
    const { site, europe } = clusters();
    new KafkaConnect(site, 'connect', { cluster: europe });
    expect(findings(site)).toMatchObject([
      {
        rule: 'user-fits-listener',
        given: 'no user',
        allowed: 'oauth',
        remedy: expect.stringContaining('Login.oauth'),
      },
    ]);
  });

  it("are told of it in the settings of Strimzi's library where the release has no such login", () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const authentication = Authentication.custom({ sasl: true });
    const europe = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication })] });
    const trust = [{ secret: 'sso-ca', certificate: 'ca.crt' }];
    const login = Login.oauth({ ...SERVER, clientSecret: SECRET, trust });
    const user = europe.addUser('shop', { login });
    const topics = [europe.addTopic('orders', { replicas: 3 })];
    new KafkaConnect(site, 'connect', { cluster: europe, user });
    new KafkaBridge(site, 'bridge', { cluster: europe, user });
    new Mirror(site, 'mirror', { source: europe, target: newCluster(site, 'us'), topics, sourceUser: user });
    const jaas = (prefix: string, volume: string) =>
      `org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required oauth.token.endpoint.uri="https://sso/token" oauth.client.id="shop" oauth.client.secret="\${strimzienv:${prefix}_CLIENT_SECRET}" oauth.ssl.truststore.location="/mnt/${volume}/ca.crt" oauth.ssl.truststore.type="PEM";`;
    const authenticated = (prefix = 'LOGIN', volume = 'login-trust') => ({
      type: 'custom',
      sasl: true,
      config: {
        'sasl.mechanism': 'OAUTHBEARER',
        'sasl.login.callback.handler.class': 'io.strimzi.kafka.oauth.client.JaasClientOauthLoginCallbackHandler',
        'sasl.jaas.config': jaas(prefix, volume),
      },
    });
    const contained = (name = 'LOGIN_CLIENT_SECRET', volume = 'login-trust') => ({
      env: [{ name, valueFrom: { secretKeyRef: { name: 'sso', key: 'shop' } } }],
      volumeMounts: [{ name: volume, mountPath: `/mnt/${volume}` }],
    });
    expect(manifest(site, 'KafkaConnect', 'connect').spec).toMatchObject({
      authentication: authenticated(),
      template: { connectContainer: contained(), pod: { volumes: [{ secret: { secretName: 'sso-ca' } }] } },
    });
    expect(manifest(site, 'KafkaBridge', 'bridge').spec).toMatchObject({
      authentication: authenticated(),
      template: { bridgeContainer: contained() },
    });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      mirrors: [{ source: { authentication: authenticated('LOGIN_EUROPE', 'login-europe-trust') } }],
      template: { connectContainer: contained('LOGIN_EUROPE_CLIENT_SECRET', 'login-europe-trust') },
    });
    expect(findings(site)).toEqual([]);
  });

  it('have variables of their own at each end of a mirror, however alike the aliases are', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const listeners = [Listener.tls({ authentication: Authentication.custom({ sasl: true }) })];
    const sources = ['eu-1', 'eu_1'].map((alias, at) => {
      const cluster = newCluster(site, `europe-${at}`, { listeners });
      const clientSecret = { secret: `sso-${at}`, key: 'shop' };
      const user = cluster.addUser(`shop-${at}`, { login: Login.oauth({ ...SERVER, clientSecret }) });
      return { alias, cluster, user, topics: [cluster.addTopic(`orders-${at}`, { replicas: 3 })] };
    });
    new Mirror(site, 'mirror', { sources, target: newCluster(site, 'us') });
    expect(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec).toMatchObject({
      mirrors: [
        {
          source: { authentication: { config: { 'sasl.jaas.config': expect.stringContaining('LOGIN_EU_1_CLIENT') } } },
        },
        {
          source: {
            authentication: { config: { 'sasl.jaas.config': expect.stringContaining('LOGIN_EU_1_2_CLIENT') } },
          },
        },
      ],
      template: {
        connectContainer: {
          env: [
            { name: 'LOGIN_EU_1_CLIENT_SECRET', valueFrom: { secretKeyRef: { name: 'sso-0' } } },
            { name: 'LOGIN_EU_1_2_CLIENT_SECRET', valueFrom: { secretKeyRef: { name: 'sso-1' } } },
          ],
        },
      },
    });
  });

  describe('with settings of a custom login that name a Secret alike', () => {
    const plain = (secret: string) =>
      Login.custom({
        sasl: true,
        config: { 'sasl.mechanism': 'PLAIN', 'sasl.jaas.config': 'Plain required password="$(PASSWORD)";' },
        secrets: { PASSWORD: { secret, key: 'password' } },
      });
    const between = (one: string, other: string) => {
      const site = newSite({ release: StrimziRelease.V1_2 });
      const listeners = [Listener.tls({ authentication: Authentication.custom({ sasl: true }) })];
      const [source, target] = ['europe', 'us'].map((id) => newCluster(site, id, { listeners })) as [
        KafkaCluster,
        KafkaCluster,
      ];
      const sourceUser = source.addUser('reader', { login: plain(one) });
      const targetUser = target.addUser('writer', { login: plain(other) });
      const topics = [source.addTopic('orders', { partitions: 1, replicas: 3 })];
      new Mirror(site, 'mirror', { source, target, topics, sourceUser, targetUser });
      return { site, spec: manifest(site, 'KafkaMirrorMaker2', 'mirror').spec };
    };
    const said = (name: string) => ({
      config: { 'sasl.jaas.config': `Plain required password="\${strimzienv:${name}}";` },
    });
    const variable = (name: string, secret: string) => ({
      name,
      valueFrom: { secretKeyRef: { name: secret, key: 'password' } },
    });

    it('have a variable for each end of a mirror where the Secrets differ', () => {
      const { site, spec } = between('of-europe', 'of-us');
      expect(spec).toMatchObject({
        target: { authentication: said('PASSWORD') },
        mirrors: [{ source: { authentication: said('LOGIN_EUROPE_PASSWORD') } }],
        template: {
          connectContainer: { env: [variable('PASSWORD', 'of-us'), variable('LOGIN_EUROPE_PASSWORD', 'of-europe')] },
        },
      });
      expect(findings(site)).toEqual([]);
    });

    it('have one variable where it is one Secret', () => {
      const { site, spec } = between('of-both', 'of-both');
      expect(spec).toMatchObject({
        target: { authentication: said('PASSWORD') },
        mirrors: [{ source: { authentication: said('PASSWORD') } }],
        template: { connectContainer: { env: [variable('PASSWORD', 'of-both')] } },
      });
      expect(
        (spec as { template: { connectContainer: { env: unknown[] } } }).template.connectContainer.env,
      ).toHaveLength(1);
      expect(findings(site)).toEqual([]);
    });

    it('leave a variable of the program its own name', () => {
      const site = newSite({ release: StrimziRelease.V1_2 });
      const listeners = [Listener.tls({ authentication: Authentication.custom({ sasl: true }) })];
      const cluster = newCluster(site, 'europe', { listeners });
      const user = cluster.addUser('shop', { login: plain('of-europe') });
      const env = [{ name: 'PASSWORD', secret: { secret: 'of-a-connector', key: 'password' } }];
      new KafkaConnect(site, 'connect', { cluster, user, env });
      expect(manifest(site, 'KafkaConnect', 'connect').spec).toMatchObject({
        authentication: said('LOGIN_PASSWORD'),
        template: {
          connectContainer: { env: [variable('PASSWORD', 'of-a-connector'), variable('LOGIN_PASSWORD', 'of-europe')] },
        },
      });
      expect(findings(site)).toEqual([]);
    });
  });

  it('are told once what that library does not take', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const authentication = Authentication.custom({ sasl: true });
    const europe = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication })] });
    const trust = ['ca.crt', 'old.crt'].map((certificate) => ({ secret: 'sso-ca', certificate }));
    const user = europe.addUser('shop', { login: Login.oauth({ ...SERVER, clientSecret: SECRET, trust }) });
    new KafkaConnect(site, 'connect', { cluster: europe, user });
    expect(findings(site)).toMatchObject([
      {
        rule: 'schema-accepts',
        field: 'spec.authentication.type',
        remedy: 'Give type custom, with the settings in config.',
      },
    ]);
  });

  it('have keys of Secrets where settings of a custom login name them', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const authentication = Authentication.custom({ sasl: true });
    const europe = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication })] });
    const login = Login.custom({
      sasl: true,
      config: { 'sasl.mechanism': 'PLAIN', 'sasl.jaas.config': 'Plain required password="$(PASSWORD)";' },
      secrets: { PASSWORD: SECRET },
    });
    new KafkaConnect(site, 'connect', { cluster: europe, user: europe.addUser('shop', { login }) });
    expect(manifest(site, 'KafkaConnect', 'connect').spec).toMatchObject({
      authentication: { config: { 'sasl.jaas.config': 'Plain required password="${strimzienv:PASSWORD}";' } },
      template: { connectContainer: { env: [{ name: 'PASSWORD' }] } },
    });
    expect(findings(site)).toEqual([]);
  });
});
