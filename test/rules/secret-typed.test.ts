import { tellOfYaml } from './harness';

const told = (yaml: string) => tellOfYaml('secret-typed', yaml);
const deployment = (env: string) =>
  told(
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {containers: [{name: c, env: [${env}]}]}}}}`,
  );
const connector = (config: string) =>
  told(`{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnector, metadata: {name: a}, spec: {config: ${config}}}`);
const secret = (fields: string) => told(`{apiVersion: v1, kind: Secret, metadata: {name: a}, ${fields}}`);

describe('secret-typed', () => {
  it('warns of variables that have a secret typed in, and does not show it', () => {
    const findings = deployment(
      '{name: DB_PASSWORD, value: hush}, {name: TOPIC, value: orders}, {name: apiKey, value: hush}',
    );
    expect(findings.map(({ field, severity }) => [field, severity])).toEqual([
      ['spec.template.spec.containers[0].env[0].value', 'warning'],
      ['spec.template.spec.containers[0].env[2].value', 'warning'],
    ]);
    expect(findings.map(({ allowed }) => allowed)).toEqual(Array(2).fill('valueFrom.secretKeyRef in its place'));
    expect(JSON.stringify(findings)).not.toContain('hush');
  });

  it.each([
    '{name: PASSWORD, valueFrom: {secretKeyRef: {name: s, key: k}}}',
    '{name: PASSWORD, value: ""}',
    '{name: PASSWORD, value: $(OTHER)}',
    '{name: PASSWORD, value: /etc/secrets/password}',
    '{name: USE_TOKEN, value: "true"}',
    '{name: TOKEN_ENDPOINT_URI, value: https://example.com}',
    '{name: PASSWORD_FILE, value: x}',
  ])('takes %s', (variable) => {
    expect(deployment(variable)).toEqual([]);
  });

  it('looks into the templates of the Kafka operator', () => {
    const spec = '{template: {connectContainer: {env: [{name: AWS_SECRET_ACCESS_KEY, value: hush}]}}}';
    expect(
      told(`{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: ${spec}}`),
    ).toHaveLength(1);
  });

  it('warns of settings of connectors and mirrors, but for references', () => {
    expect(connector('{database.password: hush}')).toMatchObject([{ field: 'spec.config["database.password"]' }]);
    expect(connector('{database.password: "${secrets:ns/db:password}", topics: a}')).toEqual([]);
    const jaas = (password: string) =>
      connector(
        `{producer.override.sasl.jaas.config: 'ScramLoginModule required username="a" password="${password}";'}`,
      );
    expect(jaas('hush')).toHaveLength(1);
    expect(jaas('${secrets:a:b}')).toEqual([]);
    const mirror = '{mirrors: [{sourceConnector: {config: {aws.secret.key: hush}}}]}';
    expect(
      told(`{apiVersion: kafka.strimzi.io/v1, kind: KafkaMirrorMaker2, metadata: {name: a}, spec: ${mirror}}`),
    ).toHaveLength(1);
  });

  it('looks at all depths of what tracing backends are set up with', () => {
    const collector = (exporters: string) =>
      told(
        `{apiVersion: opentelemetry.io/v1beta1, kind: OpenTelemetryCollector, metadata: {name: a}, spec: {config: {exporters: ${exporters}}}}`,
      );
    expect(collector('{kafka: {auth: {sasl: {password: hush}}}}')).toMatchObject([
      { field: 'spec.config.exporters.kafka.auth.sasl.password' },
    ]);
    expect(collector('{otlp: {headers: {Authorization: Bearer hush}}}')).toHaveLength(1);
    expect(collector('{kafka: {auth: {sasl: {password: "${env:PASSWORD}", password_file: /a}}}}')).toEqual([]);
    const jaeger = (options: string) =>
      told(
        `{apiVersion: jaegertracing.io/v1, kind: Jaeger, metadata: {name: a}, spec: {storage: {options: ${options}}}}`,
      );
    expect(jaeger('{es: {password: hush, server-urls: "http://es:9200"}}')).toMatchObject([
      { field: 'spec.storage.options.es.password' },
    ]);
    expect(jaeger('{es.password: hush}')).toHaveLength(1);
    expect(jaeger('{es: {token-file: /a/b}}')).toEqual([]);
  });

  it('tells a Secret once, whatever it holds', () => {
    const findings = secret('stringData: {password: hush, token: hush, user: me}');
    expect(findings).toMatchObject([{ field: 'stringData', message: expect.stringContaining('password, token.') }]);
    expect(JSON.stringify(findings)).not.toContain('hush');
    expect(secret('data: {user.key: aHVzaA==}')).toHaveLength(1);
  });

  it.each([
    'data: {ca.crt: aHVzaA==}',
    'stringData: {password: "<path:kv/a#b>"}',
    'data: {}',
    'type: Opaque',
    'sops: {}, data: {a: ENC}',
  ])('takes a Secret with %s', (fields) => {
    expect(secret(fields)).toEqual([]);
  });
});
