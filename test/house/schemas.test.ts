import Ajv, { type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from '../../examples/all';
import { filesBelow, ROOT, run } from '../../scripts/project';
import { readManifest } from '../../src';
import { isResource } from '../../src/constructs/resource';
import { sift } from '../../src/props/sift';
import { contentOf } from '../../src/yaml/documents';

function validatorOf(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8')) as object;
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
}

/** Where a schema refuses a value, each place once. */
function refused(validate: ValidateFunction, value: unknown): string[] {
  validate(JSON.parse(JSON.stringify(value)));
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

test('the published schemas are what the types give (otherwise run `npm run props`)', () => {
  const { ok, stderr } = run(process.execPath, ['--require', 'tsx/cjs', 'scripts/props/main.ts', '--check'], {
    cwd: ROOT,
  });
  expect({ ok, stderr }).toEqual({ ok: true, stderr: '' });
});

describe('the schema of the file of a team', () => {
  const validate = validatorOf('team.json');

  const SOUND = {
    $schema: '../node_modules/cdk8s-strimzi/schemas/team.json',
    topics: [
      {
        name: 'shop.orders',
        partitions: 12,
        replicas: 3,
        retention: '7d',
        segmentSize: '512Mi',
        labels: { team: 'shop' },
      },
      {
        name: 'refunds',
        topicName: 'Shop_Refunds',
        config: { 'cleanup.policy': 'compact, delete', 'retention.ms': -1 },
      },
      { name: 'texts', config: { 'min.insync.replicas': '2', preallocate: 'true', 'min.cleanable.dirty.ratio': 0.5 } },
    ],
    users: [
      { name: 'plain', authentication: 'scram-sha-512', password: { secret: 'plain', key: 'password' } },
      {
        name: 'checkout',
        quotas: { producerByteRate: 1_048_576, controllerMutationRate: 0.5 },
        acls: [{ resource: { type: 'topic', name: 'a' }, operations: ['Describe'] }],
        grants: [
          { produce: 'shop.orders', transactionalIdPrefix: 'checkout-' },
          { consume: { prefix: 'shop.' }, group: { prefix: 'checkout' } },
          { administer: 'Shop_Refunds' },
          { transact: 'checkout' },
          { streams: 'totals', exactlyOnce: true },
          { connectWorker: { groupId: 'workers', storageTopics: ['workers-configs'] } },
        ],
      },
    ],
  };

  it('takes a sound one, and one that says nothing', () => {
    expect(refused(validate, SOUND)).toEqual([]);
    expect(refused(validate, {})).toEqual([]);
  });

  it.each<readonly [string, unknown, string]>([
    ['a list', [], ''],
    ['a misspelt key', { topics: [{ name: 'a', partitons: 3 }] }, '/topics/0'],
    ['a topic without a name', { topics: [{ partitions: 3 }] }, '/topics/0'],
    ['an empty name', { users: [{ name: '' }] }, '/users/0/name'],
    ['no partitions', { topics: [{ name: 'a', partitions: 0 }] }, '/topics/0/partitions'],
    ['half a partition', { topics: [{ name: 'a', partitions: 1.5 }] }, '/topics/0/partitions'],
    ['a time without a unit', { topics: [{ name: 'a', retention: 7 }] }, '/topics/0/retention'],
    ['a time in words', { topics: [{ name: 'a', retention: '7 days' }] }, '/topics/0/retention'],
    ['a size of a unit that there is not', { topics: [{ name: 'a', segmentSize: '1GB' }] }, '/topics/0/segmentSize'],
    ['a setting that no Kafka has', { topics: [{ name: 'a', config: { 'retention.hours': 1 } }] }, '/topics/0/config'],
    [
      'a value of no version',
      { topics: [{ name: 'a', config: { 'min.insync.replicas': 0 } }] },
      '/topics/0/config/min.insync.replicas',
    ],
    [
      'a policy of cleaning up that there is not',
      { topics: [{ name: 'a', config: { 'cleanup.policy': 'delet' } }] },
      '/topics/0/config/cleanup.policy',
    ],
    ['a password', { users: [{ name: 'a', password: 'hunter2' }] }, '/users/0/password'],
    ['a login that there is not', { users: [{ name: 'a', authentication: 'oauth' }] }, '/users/0/authentication'],
    ['a consumer without a group', { users: [{ name: 'a', grants: [{ consume: 'b' }] }] }, '/users/0/grants/0'],
    [
      'two grants in one',
      { users: [{ name: 'a', grants: [{ produce: 'b', consume: 'b', group: 'c' }] }] },
      '/users/0/grants/0',
    ],
    ['overrides', { topics: [{ name: 'a', overrides: {} }] }, '/topics/0'],
    [
      'annotations, which could waive',
      { topics: [{ name: 'a', annotations: { 'cdk8s-strimzi.io/waive.topic-policy': 'no' } }] },
      '/topics/0',
    ],
  ])('refuses %s', (_, content, place) => {
    expect(refused(validate, content)).toContain(place);
  });

  it('refuses what the library refuses, and nothing else, of files that somebody changed anyhow', () => {
    const strays = fc.constantFrom<unknown>(
      null,
      '',
      'text',
      0,
      -1,
      1.5,
      12,
      true,
      [],
      {},
      ['text'],
      { prefix: 'a' },
      { name: 'a' },
    );
    const { topics, users } = SOUND;
    // Settings, times and names are held to more than a shape.
    const plain = {
      topics: topics.map(({ name, partitions, replicas, labels }) => ({ name, partitions, replicas, labels })),
      users,
    };
    const sound = JSON.parse(JSON.stringify(plain)) as unknown;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'add'), strays), { maxLength: 2 }),
        (edits) => {
          const changed = edits.reduce((value, [at, how, stray]) => edited(value, at, how, stray), sound);
          fc.pre(!JSON.stringify(changed).includes('"name":""'));
          const { faults } = sift({ props: 'TeamFile' }, changed, []);
          expect({ refused: refused(validate, changed).length > 0, changed }).toEqual({
            refused: faults.length > 0,
            changed,
          });
        },
      ),
    );
  });
});

/** A copy in which one of all places is another value, is gone, or has something beside it. */
function edited(value: unknown, at: number, how: string, stray: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const places = placesIn(copy);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return copy;
  const [holder, key] = place;
  if (how === 'replace') holder[key] = stray;
  else if (how === 'add') holder[Array.isArray(holder) ? holder.length : 'stray'] = stray;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
  return copy;
}

type Holder = Record<string | number, unknown>;

function placesIn(value: unknown): (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

describe('the schema of the model', () => {
  const validate = validatorOf('model.json');
  const outdir = mkdtempSync(join(tmpdir(), 'model-'));
  afterAll(() => {
    rmSync(outdir, { recursive: true });
  });

  it.each(Object.entries(EXAMPLES))('takes the records of the example %s', (name, example) => {
    const all = example(join(outdir, name))
      .node.findAll()
      .flatMap((construct) => (isResource(construct) ? [{ noun: construct.noun, record: construct.toRecord() }] : []));
    expect(all.length).toBeGreaterThan(0);
    expect(
      all.flatMap((described) => refused(validate, described).map((place) => [described.record.name, place])),
    ).toEqual([]);
  });

  /** What was read of all that the examples write. */
  const read = filesBelow(join(ROOT, 'dist'))
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => contentOf(readFileSync(join(ROOT, 'dist', file), 'utf8')).documents)
    .flatMap(({ value }) => readManifest(value) ?? readManifest(value, 'openshift') ?? []);

  it('takes what is read of all that the examples write', () => {
    expect(new Set(read.map(({ noun }) => noun)).size).toBeGreaterThan(8);
    expect(
      read.flatMap((described) => refused(validate, described).map((place) => [described.record.name, place])),
    ).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['a noun that there is not', { noun: 'queue', record: { name: 'a' } }],
    ['a topic without a cluster', { noun: 'topic', record: { name: 'a' } }],
    ['a record of another noun', { noun: 'topic', record: { name: 'a', cluster: 'b', acls: [] } }],
    ['a text for a number', { noun: 'topic', record: { name: 'a', cluster: 'b', partitions: '3' } }],
    ['a field that there is not', { noun: 'user', record: { name: 'a', cluster: 'b', quota: {} } }],
  ])('refuses %s', (_, record) => {
    expect(refused(validate, record)).not.toEqual([]);
  });
});
