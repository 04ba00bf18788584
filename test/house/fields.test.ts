import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsPage } from '../../scripts/fields/page';
import { saidText, saidTogether } from '../../scripts/fields/said';
import { strimziKinds, VERSIONS } from '../../scripts/fields/schema-fields';
import { sectionOf } from '../../scripts/fields/table';
import { Trials } from '../../scripts/fields/trials';
import { ROOT } from '../../scripts/project';

const kinds = strimziKinds();

/** What the tables say of the fields of a kind, by path: the releases and the props. */
function rowsOf(text: string): ReadonlyMap<string, readonly [releases: string, props: string]> {
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.*?) \| (.*) \|$/gm)];
  return new Map(rows.map(([, path = '', releases = '', props = '']) => [path, [releases, props]]));
}

function rowsAfter(kind: string, ...calls: readonly string[]): ReturnType<typeof rowsOf> {
  const trials = new Trials(kinds);
  for (const call of calls) trials.run(call);
  return rowsOf(sectionOf(kinds.get(kind)!, trials));
}

/** The rows of a kind in the committed page. */
function committed(kind: string): ReturnType<typeof rowsOf> {
  const page = readFileSync(join(ROOT, 'docs/fields.md'), 'utf8');
  return rowsOf(page.split(/^## /m).find((section) => section.startsWith(`${kind}\n`)) ?? '');
}

test('the committed page of fields is what the code gives', () => {
  expect(readFileSync(join(ROOT, 'docs/fields.md'), 'utf8')).toBe(fieldsPage());
}, 300_000);

describe('the page of fields', () => {
  it('names the props whose values stand in a field', () => {
    const rows = rowsAfter('KafkaTopic', 'new KafkaTopic');
    expect(rows.get('spec.partitions')).toEqual(['all', '`KafkaTopic`: `partitions`']);
    expect(rows.get('spec.config')?.[1].split(', ').sort()).toEqual([
      '`KafkaTopic`: `config`',
      '`KafkaTopic`: `retention`',
      '`KafkaTopic`: `segmentSize`',
    ]);
  });

  it('names the factory whose props stand in a field, and what the choice of one changes', () => {
    const rows = rowsAfter('KafkaNodePool', 'new NodePool');
    expect(rows.get('spec.storage.size')).toEqual(['from 0.36', '`Storage.persistentClaim`: `size`']);
    expect(rows.get('spec.storage.type')?.[1]).toMatch(/^follows from .*`Storage\.persistentClaim\(\)`/);
  });

  it('leaves to overrides what no prop says, with the releases of all that is in it', () => {
    const rows = rowsAfter('KafkaNodePool', 'new NodePool');
    expect(rows.get('spec.resources.claims…')).toEqual(['from 0.36; `[].request` from 0.45', '`overrides`']);
  });

  it('says which kinds no construct writes', () => {
    expect(sectionOf(kinds.get('StrimziPodSet')!, new Trials(kinds))).toContain('No construct writes it.');
  });

  it('tells props that are called overrides from those in the words of the API', () => {
    expect(committed('Kafka').get('spec.cruiseControl.brokerCapacity…')?.[1]).toBe(
      '`KafkaCluster`: `cruiseControl.capacity…`',
    );
  });

  it('knows what a mirror says with an engine that the release does not take by itself', () => {
    expect(committed('KafkaMirrorMaker2').get('spec.metrics')).toEqual(['up to 0.22', '`Metrics.jmx`: `rules`']);
  });

  it('has each field that any release has, in a row of its own or one that holds it', () => {
    const page = readFileSync(join(ROOT, 'docs/fields.md'), 'utf8');
    for (const section of page.split(/^## /m).slice(1)) {
      const fields = kinds.get(/^\w+/.exec(section)?.[0] ?? '')!;
      const rows = [...rowsOf(section).keys()];
      const holds = (row: string, leaf: string): boolean =>
        row.endsWith('…')
          ? /^[.[]/.test(leaf.slice(row.length - 1)) && leaf.startsWith(row.slice(0, -1))
          : row === leaf;
      if (rows.length === 0) expect(section).toContain('No construct writes it.');
      else expect(fields.leaves.filter((leaf) => rows.filter((row) => holds(row, leaf)).length !== 1)).toEqual([]);
    }
  });
});

describe('the fields of a kind', () => {
  it('are those of all versions of the API, with the releases that have them', () => {
    const fields = kinds.get('KafkaUser')!;
    expect(fields.releasesOf('spec.authorization.acls[].operation').at(-1)).toBe('0.51.0');
    expect(fields.releasesOf('spec.authorization.acls[].operations')[0]).toBe('0.32.0');
    expect(fields.releasesOf('spec.quotas.producerByteRate')).toEqual(VERSIONS);
  });

  it('hold the items of lists and the values of maps, where these have fields', () => {
    const fields = kinds.get('KafkaUser')!;
    expect(fields.step('spec.authorization.acls', 3)).toBe('spec.authorization.acls[]');
    expect(fields.leaves).toContain('spec.authorization.acls[].operations');
  });
});

describe('what a group of fields is said by', () => {
  const liveness = (name: string) =>
    ({ how: 'value', places: [{ owner: 'KafkaBridge', prop: `probes.liveness.${name}` }] }) as const;

  it('is one prop where that has the same names in it', () => {
    const together = saidTogether([liveness('a'), liveness('b.c')], ['a', 'b.c']);
    expect(saidText(together)).toBe('`KafkaBridge`: `probes.liveness…`');
  });

  it('is not one prop where a field has another name, is left to overrides, or follows from something', () => {
    expect(saidTogether([liveness('a'), liveness('b')], ['a', 'c'])).toBeUndefined();
    expect(saidTogether([liveness('a'), undefined], ['a', 'b'])).toBeUndefined();
    expect(saidTogether([liveness('a'), { ...liveness('b'), how: 'follows' }], ['a', 'b'])).toBeUndefined();
  });

  it('stands for all factories of a class where most take it', () => {
    const places = ['tls', 'plain', 'route'].map((factory) => ({ owner: `Listener.${factory}`, prop: 'port' }));
    expect(saidText({ how: 'value', places })).toBe('`Listener.*`: `port`');
    expect(saidText({ how: 'value', places: places.slice(1) })).toBe(
      '`Listener.plain`: `port`, `Listener.route`: `port`',
    );
  });
});
