import fc from 'fast-check';
import type { Replication, ReplicatedTopic } from '../../src/reports/replicated';
import { replicationSvg } from '../../src/reports/replication-svg';

const topics = (...names: string[]): ReplicatedTopic[] => names.map((name) => ({ name, as: 'copied' }));
const cluster = (name: string, ...names: string[]) => ({ id: name, name, topics: topics(...names) });
const way = (source: string, target: string, what = 'orders') => ({
  mirror: `${source}-to-${target}`,
  source,
  target,
  topics: what,
  prefix: '',
  syncsOffsets: false,
});
const HUB: Replication = {
  clusters: [cluster('europe', 'orders'), cluster('hub', 'a', 'b'), cluster('us', 'orders')],
  ways: [way('europe', 'hub'), way('us', 'hub'), way('hub', 'us', 'a<b')],
  notes: [],
};

/** Where the boxes are. */
function boxes(svg: string): { x: number; y: number; width: number; height: number }[] {
  return [...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx/g)].map((found) => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
    return { x, y, width, height };
  });
}

test('clusters stand from left to right as records go, each with its topics', () => {
  const svg = replicationSvg(HUB);
  const [europe, hub] = boxes(svg);
  expect(boxes(svg)).toHaveLength(3);
  expect(hub?.x).toBeGreaterThan(europe?.x ?? 0);
  expect(svg).toContain('font-weight="bold">hub</text>');
  expect(svg.match(/marker-end/g)).toHaveLength(3);
  expect(svg).toContain('a&lt;b');
  expect(svg).not.toContain('a<b');
});

test('many topics are counted, and long names shortened', () => {
  const names = Array.from({ length: 30 }, (_, index) => `topic-${index}`);
  const svg = replicationSvg({ clusters: [cluster('a', ...names), cluster('b'.repeat(60))], ways: [], notes: [] });
  expect(svg).toContain('>22 more</text>');
  expect(svg).not.toContain('b'.repeat(40));
});

test('no two boxes lie over each other, and all is within the picture', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const ways = fc.array(
    fc.tuple(name, name).map(([from, to]) => way(from, to)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(ways, fc.nat(20), (all, count) => {
      const names = Array.from({ length: count }, (_, index) => `t${index}`);
      const clusters = ['a', 'b', 'c', 'd', 'e'].map((each) => cluster(each, ...names));
      const svg = replicationSvg({ clusters, ways: all, notes: [] });
      const [, width = 0, height = 0] = (/viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? []).map(Number);
      const drawn = boxes(svg);
      for (const [index, box] of drawn.entries()) {
        expect(box.x + box.width).toBeLessThan(width);
        expect(box.y + box.height).toBeLessThan(height);
        for (const other of drawn.slice(index + 1)) {
          const isApart = other.x !== box.x || other.y >= box.y + box.height || box.y >= other.y + other.height;
          expect(isApart).toBe(true);
        }
      }
      expect(svg.match(/marker-end/g) ?? []).toHaveLength(all.length);
    }),
  );
});
