import { Deployment, EnvValue } from 'cdk8s-plus-27';
import {
  Authentication,
  KafkaClient,
  Listener,
  Login,
  Producer,
  type ClientSettings,
  type KafkaClientProps,
  type Site,
} from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';
import { containers, envOf, IMAGE, release } from './workloads';

describe('a workload is a user with a login', () => {
  const oauth = Login.oauth({
    clientId: 'shop',
    tokenEndpointUri: 'https://sso.example.com/token',
    clientSecret: { secret: 'sso', key: 'secret' },
  });
  const kerberos = Login.custom({ sasl: true, config: { 'sasl.mechanism': 'GSSAPI', 'sasl.jaas.config': 'hidden' } });
  const clientCertificate = Login.custom({ config: { 'ssl.keystore.type': 'PEM' } });
  const withLogin = (login: Login) => {
    const site = newSite({ release });
    const authentication = Authentication.custom({ sasl: true });
    const cluster = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication })] });
    return {
      site,
      cluster,
      orders: cluster.addTopic('orders', { replicas: 3 }),
      user: cluster.addUser('shop', { login }),
    };
  };
  const wired = (contract: KafkaClientProps['contract'], login: Login, env: Record<string, EnvValue> = {}): Site => {
    const { site, ...edge } = withLogin(login);
    const workload = new Deployment(site, 'app', {
      metadata: { name: 'app' },
      containers: [{ image: IMAGE, name: 'app', envVariables: env }],
    });
    KafkaClient.of(workload, { cluster: edge.cluster, user: edge.user, contract, producesTo: [edge.orders] });
    return site;
  };

  it.each([
    ['spring-boot', 'SPRING_KAFKA_PROPERTIES_SASL'],
    ['quarkus', 'KAFKA_SASL'],
    ['kafka-properties', 'KAFKA_SASL'],
  ] as const)('that %s is told of, with its secret from a Secret', (contract, properties) => {
    const site = wired(contract, oauth);
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
      [`${properties}_MECHANISM`]: 'OAUTHBEARER',
      [`${properties}_JAAS_CONFIG`]: 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;',
      [`${properties}_LOGIN_CALLBACK_HANDLER_CLASS`]:
        'io.strimzi.kafka.oauth.client.JaasClientOauthLoginCallbackHandler',
      OAUTH_TOKEN_ENDPOINT_URI: 'https://sso.example.com/token',
      OAUTH_CLIENT_ID: 'shop',
      OAUTH_CLIENT_SECRET: { secretKeyRef: { name: 'sso', key: 'secret' } },
    });
  });

  it('that librdkafka is told of in its own properties', () => {
    const site = wired('librdkafka', oauth);
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
      KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
      KAFKA_SASL_MECHANISM: 'OAUTHBEARER',
      KAFKA_SASL_OAUTHBEARER_METHOD: 'oidc',
      KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL: 'https://sso.example.com/token',
      KAFKA_SASL_OAUTHBEARER_CLIENT_ID: 'shop',
      KAFKA_SASL_OAUTHBEARER_CLIENT_SECRET: { secretKeyRef: { name: 'sso', key: 'secret' } },
    });
  });

  it('that librdkafka has no property for', () => {
    const token = Login.oauth({ accessToken: { secret: 'sso', key: 'token' } });
    expect(findings(wired('librdkafka', token))).toMatchObject([
      {
        rule: 'client-contract',
        path: 'site/app/kafka-client',
        field: 'user',
        given: 'oauth',
        allowed: "KAFKA_SASL_MECHANISM in variables of the team's own",
        message: "Nothing tells programs on librdkafka of accessToken, which the user's login has.",
      },
    ]);
  });

  it('whose settings are properties of the client, with the secret that they name', () => {
    const plain = Login.custom({
      sasl: true,
      config: {
        'sasl.mechanism': 'PLAIN',
        'sasl.jaas.config': 'Plain required username="$a" password="$(PASSWORD)";',
      },
      secrets: { PASSWORD: { secret: 'shop', key: 'password' } },
    });
    const site = wired('quarkus', plain);
    expect(findings(site)).toEqual([]);
    const env = envOf(manifest(site, 'Deployment', 'app'));
    expect(env).toMatchObject({
      PASSWORD: { secretKeyRef: { name: 'shop', key: 'password' } },
      KAFKA_SASL_MECHANISM: 'PLAIN',
      KAFKA_SASL_JAAS_CONFIG: 'Plain required username="$$a" password="$(PASSWORD)";',
    });
    const names = Object.keys(env);
    expect(names.indexOf('PASSWORD')).toBeLessThan(names.indexOf('KAFKA_SASL_JAAS_CONFIG'));
    expect(findings(wired('librdkafka', plain))).toMatchObject([
      { rule: 'client-contract', message: expect.stringContaining('sasl.jaas.config') },
    ]);
  });

  it('that trusts two certificates, of which a variable holds one', () => {
    const trust = ['ca.crt', 'old.crt'].map((certificate) => ({ secret: 'sso-ca', certificate }));
    const token = Login.oauth({ accessToken: { secret: 'sso', key: 'token' }, trust });
    expect(findings(wired('spring-boot', token))).toMatchObject([{ given: 'trust', allowed: 'one certificate' }]);
  });

  it("that variables tell whose names are the team's", () => {
    const { site, cluster, orders, user } = withLogin(oauth);
    const workload = new Deployment(site, 'app', { metadata: { name: 'app' }, containers });
    const variables = {
      bootstrapServers: 'BROKERS',
      caCertificate: 'CA',
      saslMechanism: 'MECHANISM',
      oauthTokenEndpointUri: 'TOKENS',
      oauthClientId: 'ID',
    };
    KafkaClient.of(workload, { cluster, user, contract: 'generic', variables, producesTo: [orders] });
    expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
      MECHANISM: 'OAUTHBEARER',
      TOKENS: 'https://sso.example.com/token',
      ID: 'shop',
    });
    expect(findings(site)).toMatchObject([
      { rule: 'client-contract', message: expect.stringContaining('of clientSecret, which') },
    ]);
  });

  it('that no image of its contract takes', () => {
    expect(findings(wired('hello-world', kerberos))).toContainEqual(
      expect.objectContaining({
        rule: 'client-contract',
        field: 'user',
        allowed: 'KafkaClient with a function as the contract, which names the variables',
      }),
    );
  });

  it('that variables of its own tell', () => {
    const env = Object.fromEntries(
      ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_JAAS_CONFIG'].map((name) => [name, EnvValue.fromValue('mine')]),
    );
    const site = wired('kafka-properties', oauth, env);
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
      KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
      KAFKA_SASL_MECHANISM: 'mine',
    });
  });

  it.each([
    [oauth, { PROTOCOL: 'SASL_SSL', MECHANISM: 'OAUTHBEARER' }],
    [kerberos, { PROTOCOL: 'SASL_SSL', MECHANISM: 'GSSAPI' }],
    [clientCertificate, { PROTOCOL: 'SSL', MECHANISM: '' }],
  ])('that a function tells, and no annotation', (login, variables) => {
    const site = wired(
      ({ securityProtocol, saslMechanism = '' }) => ({ PROTOCOL: securityProtocol, MECHANISM: saslMechanism }),
      login,
    );
    expect(findings(site).filter(({ rule }) => rule.startsWith('client'))).toEqual([]);
    const written = manifest(site, 'Deployment', 'app');
    expect(envOf(written)).toEqual(variables);
    expect(JSON.stringify(written)).not.toContain('hidden');
  });

  it('that a function is told, keys of Secrets and all', () => {
    let told: ClientSettings | undefined;
    manifest(
      wired((settings) => {
        told = settings;
        return {};
      }, oauth),
      'Deployment',
      'app',
    );
    expect(told?.oauth).toEqual({
      tokenEndpointUri: 'https://sso.example.com/token',
      clientId: 'shop',
      clientSecret: { secret: 'sso', key: 'secret' },
    });
  });

  it('that an application of the library is told of, unless its variables tell', () => {
    const { site, cluster, orders, user } = withLogin(oauth);
    const props = { topic: orders, user, image: IMAGE, contract: 'strimzi-examples' } as const;
    const env = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_JAAS_CONFIG'].map((name) => ({ name, value: 'mine' }));
    new Producer(site, 'mine', { ...props, env });
    new Producer(site, 'ours', props);
    new Producer(site, 'rejected', {
      ...props,
      user: cluster.addUser('kerberos', { login: kerberos }),
      contract: 'test-clients',
    });
    const variables = (name: string) => envOf(manifest(site, 'Deployment', name));
    expect(variables('ours')).toHaveProperty('OAUTH_CLIENT_SECRET');
    expect(variables('mine')).not.toHaveProperty('OAUTH_CLIENT_SECRET');
    expect(variables('mine')).toMatchObject({ KAFKA_SASL_MECHANISM: 'mine', KAFKA_SECURITY_PROTOCOL: 'SASL_SSL' });
    const found = findings(site).filter(({ rule }) => rule !== 'client-variables');
    expect(found).toMatchObject([{ path: 'site/rejected', given: 'custom' }]);
    expect(found[0]?.remedy).toContain('Set SASL_MECHANISM and SASL_JAAS_CONFIG');
  });
});
