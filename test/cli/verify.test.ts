import { chmodSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { call, Folder, kafka, topic, type Call } from './harness';

const folder = new Folder();
const TOPIC = topic('orders', 'europe', 3).replace('name: orders', 'name: orders\n  namespace: kafka');
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: ca\n  namespace: kafka\n';
const CLIENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: producer, namespace: kafka}
spec:
  template:
    spec:
      containers:
        - env:
            - {name: OTEL_SERVICE_NAME, value: sender}
`;

/** A stand-in for kubectl: it answers what a file of the name of its resource says, and lists its calls. */
const KUBECTL = `#!/bin/sh
echo "$@" >> calls
case "$1" in
  version) test -f down && { echo "connection refused" >&2; exit 1; }; echo '{}';;
  logs) cat log;;
  *) test -f "$2" && cat "$2" || { echo "error: the server doesn't have a resource type" >&2; exit 1; };;
esac
`;

const READY = { conditions: [{ type: 'Ready', status: 'True' }] };

function answer(status: object, kind = 'KafkaTopic', name = 'orders', apiVersion = 'kafka.strimzi.io/v1'): string {
  return JSON.stringify({ items: [{ apiVersion, kind, metadata: { name }, status }] });
}

async function run(files: Record<string, string>, argv: string[]): Promise<Call & { cwd: string; calls: string[] }> {
  const cwd = folder.with({ ...files, kubectl: KUBECTL });
  chmodSync(join(cwd, 'kubectl'), 0o755);
  const said = await call(cwd, ['verify', ...argv], { env: { KUBECTL: './kubectl', PATH: process.env['PATH'] ?? '' } });
  return { ...said, cwd, calls: readFileSync(join(cwd, 'calls'), 'utf8').trimEnd().split('\n') };
}

test('what is there and ready is told, and of a Secret nothing but its name is asked', async () => {
  const files = {
    'a.yaml': TOPIC,
    'b.yaml': SECRET,
    'kafkatopic.kafka.strimzi.io': answer(READY),
    secret: 'secret/ca\n',
  };
  const { code, stdout, calls } = await run(files, ['a.yaml', 'b.yaml']);
  expect(stdout).toBe('namespace kafka\n  ready    KafkaTopic orders\n  ready    Secret ca\n\n2 of 2 objects ready\n');
  expect(code).toBe(0);
  expect(calls).toEqual([
    'version --output=json',
    'get kafkatopic.kafka.strimzi.io --namespace kafka --output json',
    'get secret --namespace kafka --output name',
  ]);
});

test('what is not ready when the time is over is told in the words of its operator', async () => {
  const status = { conditions: [{ type: 'Ready', status: 'False', reason: 'NotSupported', message: 'Too few.' }] };
  const files = { 'a.yaml': TOPIC, 'kafkatopic.kafka.strimzi.io': answer(status) };
  const { code, stdout, calls } = await run(files, ['a.yaml', '--wait', '12s']);
  expect(stdout).toContain('failed   KafkaTopic orders: NotSupported: Too few.');
  expect(stdout).toContain('0 of 1 object ready');
  expect(code).toBe(1);
  // At once, and each five seconds until twelve are over.
  expect(calls.filter((each) => each.startsWith('get'))).toHaveLength(4);
});

test('what the cluster has no kind of is missing', async () => {
  const { code, stdout } = await run({ 'a.yaml': TOPIC }, ['a.yaml', '--wait', '0', '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ seen: [{ id: { name: 'orders' }, state: 'missing' }] });
  expect(code).toBe(1);
});

test('a cluster that does not answer is no verdict', async () => {
  const { code, stderr } = await run({ 'a.yaml': TOPIC, down: '' }, ['a.yaml']);
  expect(code).toBe(2);
  expect(stderr).toContain('connection refused');
});

test('records flow where the logs of clients tell of them', async () => {
  const examples = readFileSync(join(__dirname, '../../dist/workshop-1.2/amq-streams.k8s.yaml'), 'utf8');
  const clients = examples.split('---\n').filter((document) => document.includes('kind: Deployment'));
  const files = {
    'a.yaml': clients.join('---\n'),
    'deployment.apps': JSON.stringify({ items: [] }),
    log: 'INFO Received message: {}\nINFO Sending message: {}\nINFO Received messages are few\n',
  };
  const { stdout, calls } = await run(files, ['a.yaml', '--wait', '0', '--records', '--since', '3m']);
  expect(stdout).toContain(
    'records in the logs of clients\n  hello-world-consumer: 2 records\n  hello-world-producer: 2 records\n',
  );
  expect(calls).toContain('logs --namespace amq-streams deployment.apps/hello-world-consumer --since=180s');
  const silent = await run({ ...files, log: '' }, ['a.yaml', '--wait', '0', '--records', '--format', 'json']);
  expect(JSON.parse(silent.stdout)).toMatchObject({ records: [{ count: 0 }, { count: 0 }] });
});

describe('what operators make', () => {
  const pod = (name: string, isReady = true, metadata: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, ...metadata },
    status: { conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }] },
  });
  const pods = (...items: object[]) => JSON.stringify({ items });
  const deployment = (name: string, replicas: number, namespace?: string) =>
    JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { replicas } });
  const available = JSON.stringify({
    items: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'checkout' },
        spec: { replicas: 1 },
        status: { availableReplicas: 3 },
      },
    ],
  });

  test('is asked for at a release, names alone where presence is all that matters', async () => {
    const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data-europe-europe-nodes-0' } };
    const files = {
      'a.yaml': kafka('europe', 1).replaceAll('metadata:\n', 'metadata:\n  namespace: kafka\n'),
      pod: pods(pod('europe-europe-nodes-0'), pod('europe-entity-operator-6d4cf56db6-xk2lp')),
      persistentvolumeclaim: JSON.stringify({ items: [{ ...claim, status: { phase: 'Pending' } }] }),
      service: 'service/europe-kafka-bootstrap\n',
      secret: 'secret/europe-cluster-ca\n',
    };
    const argv = ['a.yaml', '--wait', '0', '--release', '1.2'];
    const { code, stdout, stderr, calls } = await run(files, argv);
    const made = stdout.slice(stdout.indexOf('  made of them\n'));
    expect(stdout.indexOf('Kafka europe')).toBeLessThan(stdout.indexOf('made of them'));
    expect(made).toContain('    ready    Pod europe-entity-operator-*\n    ready    Pod europe-europe-nodes-0\n');
    expect(made).toContain(
      '    waiting  PersistentVolumeClaim data-europe-europe-nodes-0 of Kafka europe: It is Pending.\n',
    );
    expect(made).toContain('    ready    Service europe-kafka-bootstrap\n');
    expect(made).toContain('    missing  Service europe-kafka-brokers of Kafka europe\n');
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(calls.filter((each) => /^get [a-z]+ /.test(each))).toEqual([
      'get configmap --namespace kafka --output name',
      'get persistentvolumeclaim --namespace kafka --output json',
      'get pod --namespace kafka --output json',
      'get secret --namespace kafka --output name',
      'get service --namespace kafka --output name',
    ]);
    const { made: told } = JSON.parse((await run(files, [...argv, '--format', 'json'])).stdout) as { made: object[] };
    expect(told).toContainEqual({
      id: { apiVersion: 'v1', kind: 'Pod', name: 'europe-entity-operator-*', namespace: 'kafka' },
      of: { kind: 'Kafka', name: 'europe' },
      state: 'ready',
      count: 1,
      ready: 1,
    });
  });

  test('is not asked for where nothing says the release, and that is told', async () => {
    const files = { 'a.yaml': deployment('checkout', 1, 'shop'), 'deployment.apps': available };
    const { code, stdout, stderr, calls } = await run(files, ['a.yaml']);
    expect(stderr).toContain('what operators make of these objects is not asked for');
    expect(stderr).toContain('--release 1.2');
    expect(stdout).not.toContain('Pod');
    expect(calls).toHaveLength(2);
    expect(code).toBe(0);
  });

  test('counts where names are made up', async () => {
    const files = { 'a.yaml': deployment('checkout', 3, 'shop'), 'deployment.apps': available };
    const argv = ['a.yaml', '--wait', '0', '--release', '1.2'];
    const word = (last: string) => `checkout-6d4cf56db6-${last}`;
    const others = [pod('checkout-0'), pod('checkout-db-6d4cf56db6-xk2lp'), pod('other-6d4cf56db6-xk2lp')];
    const two = [pod(word('bbbbb')), pod(word('ccccc'))];
    const short = await run({ ...files, pod: pods(...others, ...two) }, argv);
    expect(short.stdout).toContain('waiting  Pod checkout-* of Deployment checkout: 2 of 3 are ready.\n');
    expect(short.stdout).toContain('3 of 4 objects ready');
    const going = pod(word('ddddd'), true, { deletionTimestamp: '2026-01-01T00:00:00Z' });
    const late = await run({ ...files, pod: pods(...two, going) }, argv);
    expect(late.stdout).toContain('Deployment checkout: 2 of 3 are ready. It is being deleted.\n');
    const enough = await run({ ...files, pod: pods(...two, pod(word('fffff')), going) }, argv);
    expect(enough.stdout).toContain('ready    Pod checkout-* (3)\n');
    expect(enough.code).toBe(0);
    const none = await run({ ...files, pod: pods(...others) }, argv);
    expect(none.stdout).toContain('missing  Pod checkout-* of Deployment checkout\n');
  });

  test('is where its site is, as are objects that name no namespace', async () => {
    const space = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
    const files = { 'a.yaml': `${deployment('checkout', 1)}\n---\n${space}` };
    const { calls } = await run(files, ['a.yaml', '--wait', '0', '--release', '1.2', '--namespace', 'shop']);
    expect(calls.slice(1)).toEqual([
      'get namespace --output json',
      'get deployment.apps --namespace shop --output json',
      'get pod --namespace shop --output json',
    ]);
  });

  test('is not told twice where it is described', async () => {
    const route = 'apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: jaeger, namespace: shop}\n';
    const spec = 'spec: {host: jaeger.example.com, to: {kind: Service, name: jaeger-query}}\n';
    const { stdout } = await run({ 'a.yaml': route + spec }, ['a.yaml', '--wait', '0', '--release', '1.2']);
    expect(stdout).toContain('0 of 1 object ready');
  });

  test('is known of the files of sites; others are named', async () => {
    const config = 'sites:\n  madrid:\n    release: 1.2\n    namespace: kafka\n    paths: madrid\n';
    const files = {
      'cdk8s-strimzi.yaml': config,
      'madrid/a.yaml': deployment('checkout', 1),
      'porto/a.yaml': deployment('stock', 1),
    };
    const { stderr, calls } = await run(files, ['madrid', 'porto', '--wait', '0']);
    expect(stderr).toBe('note: left out: no site of cdk8s-strimzi.yaml has porto/a.yaml among its paths\n');
    expect(calls.filter((each) => each.includes('pod'))).toEqual(['get pod --namespace kafka --output json']);
    expect(calls).toContain('get deployment.apps --output json');
  });
});

describe('traces', () => {
  let server: Server;
  let url: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const spans = [{ processID: 'p', operationName: 'send', duration: 2500 }];
      const data = [{ traceID: '1', spans, processes: { p: { serviceName: 'sender' } } }];
      response.end(
        JSON.stringify(
          request.url?.startsWith('/other') ? {} : { data: request.url?.startsWith('/none') ? null : data },
        ),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const files = {
    'a.yaml': CLIENT,
    'deployment.apps': answer({ availableReplicas: 1, updatedReplicas: 1 }, 'Deployment', 'producer', 'apps/v1'),
  };

  test('response times are told, and drawn', async () => {
    const { code, stdout, cwd } = await run(files, ['a.yaml', '--traces', `${url}/`, '--svg', 'times.svg']);
    expect(stdout).toContain('sender  send  1 span  p50 2.5 ms  p99 2.5 ms');
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'times.svg'), 'utf8')).toContain('sender: send');
    expect(asked[0]).toMatch(/^\/api\/traces\?service=sender&start=\d{16}&limit=1000$/);
  });

  test('a service of which no trace has arrived is a failure', async () => {
    const { code, stdout } = await run(files, ['a.yaml', '--traces', `${url}/none`]);
    expect(stdout).toContain('sender: no trace has arrived');
    expect(code).toBe(1);
  });

  test('an address that is not Jaeger is told', async () => {
    const { code, stderr } = await run(files, ['a.yaml', '--traces', `${url}/other`]);
    expect(code).toBe(2);
    expect(stderr).toContain("not as Jaeger's query API does");
  });
});

describe('before the next operator comes', () => {
  const definitions = (...storedVersions: string[]): string =>
    JSON.stringify({
      items: [
        {
          metadata: { name: 'kafkatopics.kafka.strimzi.io' },
          spec: { group: 'kafka.strimzi.io', names: { kind: 'KafkaTopic' } },
          status: { storedVersions },
        },
        { metadata: { name: 'others.example.com' }, spec: { group: 'example.com', names: { kind: 'Other' } } },
      ],
    });
  const ask = (stored: string, topicApi = '/v1') =>
    run(
      {
        'a.yaml': TOPIC.replace('/v1', topicApi),
        'kafkatopic.kafka.strimzi.io': answer(READY),
        customresourcedefinition: stored,
      },
      ['a.yaml', '--release', '0.51', '--next', '1.0'],
    );

  test('nothing is told where it refuses nothing', async () => {
    const { code, stdout } = await ask(definitions('v1'));
    expect(stdout).not.toContain('refuses');
    expect(code).toBe(0);
  });

  test('what it would refuse of the manifests is told, though all is ready', async () => {
    const { code, stdout } = await ask(definitions('v1'), '/v1beta2');
    expect(stdout).toContain('Strimzi 1.0.1 does not serve KafkaTopic in kafka.strimzi.io/v1beta2. First: api.');
    expect(code).toBe(1);
  });

  test('versions that the cluster still stores, and it does not serve, are told', async () => {
    const { code, stdout } = await ask(definitions('v1beta2', 'v1'));
    expect(stdout).toContain('CustomResourceDefinition kafkatopics.kafka.strimzi.io: It stores v1beta2');
    expect(code).toBe(1);
  });

  test('it is said from which release', async () => {
    const { code, stderr } = await call(folder.with({ 'a.yaml': TOPIC }), ['verify', 'a.yaml', '--next', '1.0']);
    expect(code).toBe(2);
    expect(stderr).toContain('--next goes with --release');
  });
});
