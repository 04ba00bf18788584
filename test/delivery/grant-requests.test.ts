import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  App,
  Consumer,
  grantRequests,
  KafkaCluster,
  KafkaTopic,
  KafkaUser,
  Mirror,
  Site,
  StrimziRelease,
  writeGrantRequests,
} from '../../src';
import { newCluster } from '../constructs/harness';

const folder = mkdtempSync(join(tmpdir(), 'grant-requests-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function topology(): App {
  const app = new App({ outdir: join(folder, 'dist') });
  const site = new Site(app, 'shop', { release: StrimziRelease.V1_2, kubernetesCluster: 'blue' });
  const hub = new Site(app, 'hub', { release: StrimziRelease.V0_45, kubernetesCluster: 'blue' });
  const central = KafkaCluster.fromClusterName(hub, 'central');
  const orders = KafkaTopic.fromTopicName(central, 'orders');
  new Mirror(site, 'mirror', { source: central, target: newCluster(site, 'local'), topics: [orders] });
  new Consumer(site, 'stock', {
    topic: orders,
    user: KafkaUser.fromUserName(central, 'reader', { authentication: 'scram-sha-512' }),
  });
  KafkaUser.fromUserName(central, 'nobody-asked');
  return app;
}

it('what users of others have to be granted comes as a KafkaUser in the API of their cluster', () => {
  const requests = grantRequests(topology());
  expect(requests.map(({ userName }) => userName)).toEqual(['mirror-source', 'reader']);
  expect(requests[1]).toMatchObject({
    clusterName: 'central',
    namespace: 'hub',
    kubernetesCluster: 'blue',
    rules: [{ reasons: [{ intent: 'consume', by: 'shop/stock' }] }, {}],
    manifest: {
      apiVersion: 'kafka.strimzi.io/v1beta2',
      kind: 'KafkaUser',
      metadata: { name: 'reader', namespace: 'hub', labels: { 'strimzi.io/cluster': 'central' } },
      spec: {
        authentication: { type: 'scram-sha-512' },
        authorization: {
          acls: [{ resource: { name: 'orders' }, operations: ['Read'] }, { resource: { name: 'stock' } }],
        },
      },
    },
  });
});

it('it says why each rule is needed, and who asked', () => {
  const [mirror] = grantRequests(topology());
  const text = mirror?.text ?? '';
  expect(text).toMatch(/^# User "mirror-source" of Kafka cluster "central" is managed elsewhere\./);
  expect(text).toContain(
    '#   DescribeConfigs on topic orders: A new topic at the target takes over the configuration. (shop/mirror)\n',
  );
  expect(parse(text)).toEqual(mirror?.manifest);
});

it('it is written beside what is applied, and never among it', () => {
  const app = topology();
  for (const within of ['dist', 'dist/requests']) {
    expect(() => writeGrantRequests(app, join(folder, within))).toThrow(/is applied/);
    expect(existsSync(join(folder, within))).toBe(false);
  }
  const files = writeGrantRequests(app, join(folder, 'requests'));
  expect(readdirSync(join(folder, 'requests'))).toEqual([
    'blue.hub.central.mirror-source.yaml',
    'blue.hub.central.reader.yaml',
  ]);
  expect(files.map((file) => parse(readFileSync(file, 'utf8')) as unknown)).toEqual(
    grantRequests(app).map(({ manifest }) => manifest),
  );
});

it('it is of no user that the topology manages', () => {
  const app = new App({ outdir: join(folder, 'other') });
  const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
  newCluster(site, 'local').addUser('shop');
  const local = KafkaCluster.fromClusterName(site, 'again', { clusterName: 'local' });
  KafkaTopic.fromTopicName(local, 'orders').grantProduce(KafkaUser.fromUserName(local, 'shop'));
  expect(grantRequests(app)).toEqual([]);
  expect(writeGrantRequests(app, join(folder, 'none'))).toEqual([]);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
