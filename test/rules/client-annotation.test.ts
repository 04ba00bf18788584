import { tellOfYaml } from './harness';

const PODS: Readonly<Record<string, (pod: string) => string>> = {
  'apps/v1, kind: Deployment': (pod) => `template: {spec: ${pod}}`,
  'batch/v1, kind: CronJob': (pod) => `jobTemplate: {spec: {template: {spec: ${pod}}}}`,
  'v1, kind: Pod': (pod) => pod.slice(1, -1),
  'serving.knative.dev/v1, kind: Service': (pod) => `template: {spec: ${pod}}`,
};
const POD = '{containers: [{name: app, image: "a/b:1"}, {name: proxy, image: "a/c:1"}]}';

function told(annotation: string, kind = 'apps/v1, kind: Deployment') {
  const metadata = `{name: shop, annotations: {cdk8s-strimzi/client: ${JSON.stringify(annotation)}}}`;
  const spec = PODS[kind]?.(POD) ?? '';
  return tellOfYaml('client-annotation', `{apiVersion: ${kind}, metadata: ${metadata}, spec: {${spec}}}`);
}
const said = (entries: object, kind?: string) => told(JSON.stringify({ role: 'other', ...entries }), kind);

describe('client-annotation', () => {
  it.each([
    { role: 'producer', topic: 'orders', contract: 'spring-boot', container: 'app' },
    { role: 'program', producesTo: ['a'], consumesFrom: [], group: 'g', applicationId: 'a' },
    { role: 'streams', source: 'a', target: 'b', mechanism: 'SCRAM-SHA-512', variables: { topic: 'TOPIC' } },
    { contract: 'own', endpoint: { bootstrapServers: 'a:9092' }, credentialsAs: 'files' },
    { contract: 'generic' },
  ])('takes %j', (entries) => {
    expect(said(entries)).toEqual([]);
  });

  it('is silent about objects without it', () => {
    expect(tellOfYaml('client-annotation', '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}')).toEqual([]);
  });

  it.each([
    [{ role: 'consummer' }, 'consummer', 'producer, consumer, streams, program, other', 'Write consumer.'],
    [{ role: null }, null, 'producer, consumer, streams, program, other', 'Give one of these.'],
    [{ contract: 'springboot' }, 'springboot', expect.stringContaining('spring-boot'), 'Write spring-boot.'],
    [{ consumesFrom: 'orders' }, 'orders', 'a list of texts', 'Give a list of texts.'],
    [{ producesTo: ['a', 1] }, ['a', 1], 'a list of texts', 'Give a list of texts.'],
    [{ topic: ['orders'] }, ['orders'], 'a text', 'Give a text.'],
    [{ variables: { topic: 1 } }, { topic: 1 }, 'an object, each value a text', expect.anything()],
    [{ consumeFrom: ['orders'] }, 'consumeFrom', expect.stringContaining('consumesFrom'), 'Write consumesFrom.'],
    [{ entirelyElse: 1 }, 'entirelyElse', expect.stringContaining('role'), 'Leave entirelyElse out.'],
    [{ container: 'ap' }, 'ap', 'app, proxy', 'Write app.'],
    [{ container: 'application' }, 'application', 'app, proxy', 'Name a container that is there.'],
  ])('tells of %j', (entries, given, allowed, remedy) => {
    expect(said(entries)).toMatchObject([
      { effect: 'ignored', field: 'metadata.annotations["cdk8s-strimzi/client"]', given, allowed, remedy },
    ]);
  });

  it.each(['role: consumer', '["consumer"]', 'null', '"consumer"', ''])('tells of %p, which is no object', (text) => {
    expect(told(text)).toMatchObject([{ given: text, allowed: 'a JSON object' }]);
  });

  it('tells of a role that is missing, once', () => {
    expect(told('{"topic":"orders"}')).toMatchObject([{ message: 'The annotation says no role, and is not read.' }]);
    expect(told('{"rolle":"producer"}')).toMatchObject([{ given: 'rolle', remedy: 'Write role.' }]);
  });

  it.each(Object.keys(PODS))('looks for the container of apiVersion: %s', (kind) => {
    expect(said({ container: 'proxi' }, kind)).toMatchObject([{ given: 'proxi', remedy: 'Write proxy.' }]);
    expect(said({ container: 'proxy' }, kind)).toEqual([]);
  });

  it('tells all that is wrong at once', () => {
    expect(told('{"role":"consummer","contract":"springboot"}')).toHaveLength(2);
  });
});
