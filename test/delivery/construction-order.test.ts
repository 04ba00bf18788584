import { YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import {
  App,
  Consumer,
  KafkaCluster,
  KafkaTopic,
  KafkaUser,
  Mirror,
  NodePool,
  Producer,
  Site,
  Storage,
  StrimziRelease,
} from '../../src';
import { contentOf } from './folders';

interface Stage {
  readonly site: Site;
  readonly europe: KafkaCluster;
  readonly us: KafkaCluster;
}

const storage = Storage.persistentClaim({ size: '1Gi' });

/** Steps of a program. What they make is of one name and of names near it, so that it asks for the same ids. */
const STEPS: readonly ((stage: Stage) => unknown)[] = [
  ({ site, europe }) => new KafkaTopic(site, 'orders', { cluster: europe, replicas: 3 }),
  ({ site, us }) => new KafkaTopic(site, 'orders-b', { cluster: us, replicas: 3 }),
  ({ site, europe }) => new KafkaUser(site, 'orders-b', { cluster: europe, resourceName: 'orders-reader' }),
  ({ site, europe }) => new NodePool(site, 'orders', { cluster: europe, replicas: 2, storage }),
  ({ site, europe, us }) =>
    new Mirror(site, 'orders', { source: europe, target: us, topics: [KafkaTopic.fromTopicName(europe, 'orders')] }),
  ({ site, europe }) => new Producer(site, 'orders', { topic: KafkaTopic.fromTopicName(europe, 'orders') }),
  ({ site, us }) => new Consumer(site, 'orders-b', { topic: KafkaTopic.fromTopicName(us, 'orders') }),
];
const AS_TOLD = STEPS.map((_, index) => index);

/** The files of a program whose steps come in an order, with their texts. */
function files(order: readonly number[], yamlOutputType: YamlOutputType): Record<string, string> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'construction-order-'));
  try {
    const app = new App({ name: 'shop', outdir, yamlOutputType });
    const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
    const [europe, us] = ['europe', 'us'].map((id) => new KafkaCluster(site, id, { brokers: 3, storage }));
    if (!europe || !us) throw new Error('there are two clusters');
    for (const step of order) STEPS[step]?.({ site, europe, us });
    app.synth();
    return contentOf(outdir);
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

describe('the order in which a program makes what has one name', () => {
  it.each([YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE])(
    'does not show in the files: output type %i',
    (type) => {
      const expected = files(AS_TOLD, type);
      fc.assert(
        fc.property(fc.shuffledSubarray(AS_TOLD, { minLength: AS_TOLD.length }), (order) => {
          expect(files(order, type)).toEqual(expected);
        }),
        { numRuns: 25 },
      );
    },
  );
});
