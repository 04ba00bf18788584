import * as fc from 'fast-check';
import { wavesOf, type WaveNode } from '../../../src/delivery/gitops/waves';

/** Random nodes: some are marks, and some have a wave that was chosen. */
const NODES: fc.Arbitrary<WaveNode[]> = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc
    .array(
      fc.record({
        base: fc.option(fc.constantFrom(-15, -5, 0, 5, 10), { nil: undefined, freq: 4 }),
        chosen: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined, freq: 6 }),
        needs: fc.uniqueArray(fc.nat(count - 1), { maxLength: 4 }),
      }),
      { minLength: count, maxLength: count },
    )
    .map((nodes) =>
      nodes.map(({ base, chosen, needs }): WaveNode => (base === undefined ? { needs } : { base, chosen, needs })),
    ),
);

/** The nodes that a node needs, directly or through others, found by walking. */
function reached(nodes: readonly WaveNode[], start: number): Set<number> {
  const found = new Set<number>();
  const open = [...(nodes[start]?.needs ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...(nodes[node]?.needs ?? []));
  }
  return found;
}

const isObject = (node: WaveNode | undefined): boolean => node?.base !== undefined;

describe('waves of random nodes, beside what a walk through their needs finds', () => {
  test('an object comes after all that it needs, and never before its kind, unless somebody chose', () => {
    fc.assert(
      fc.property(NODES, (nodes) => {
        const { waves } = wavesOf(nodes);
        nodes.forEach((node, number) => {
          if (!isObject(node)) return;
          if (node.chosen !== undefined) {
            expect(waves[number]).toBe(node.chosen);
            return;
          }
          for (const need of reached(nodes, number)) {
            // What somebody chose may be too early, and what is before it is then out of reach.
            if (!isObject(nodes[need]) || need === number) continue;
            const isCircle = reached(nodes, need).has(number);
            const isDirect = [...node.needs].includes(need);
            if (isCircle || !isDirect) continue;
            expect(waves[number]).toBeGreaterThan(waves[need]!);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  test('nothing is later than it has to be: the wave is that of the kind, of a choice, or one after a need', () => {
    fc.assert(
      fc.property(NODES, (given) => {
        const nodes = given.map(({ base, needs }): WaveNode => (base === undefined ? { needs } : { base, needs }));
        const { waves } = wavesOf(nodes);
        nodes.forEach((node, number) => {
          if (!isObject(node)) return;
          const others = [...reached(nodes, number)].filter((need) => isObject(nodes[need]));
          const reasons = [node.base!, ...others.flatMap((need) => [nodes[need]!.base!, waves[need]! + 1])];
          expect(reasons).toContain(waves[number]);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('objects come in one wave exactly where they need each other and nobody chose, and that is told', () => {
    fc.assert(
      fc.property(NODES, (nodes) => {
        const { waves, circles } = wavesOf(nodes);
        const told = new Map(circles.flatMap((circle, index) => circle.map((node) => [node, index] as const)));
        nodes.forEach((node, number) => {
          for (const other of reached(nodes, number)) {
            const isCircle = other !== number && reached(nodes, other).has(number);
            const isTold = told.has(number) && told.get(number) === told.get(other) && other !== number;
            expect(isTold).toBe(isCircle);
            const isFree = isObject(node) && isObject(nodes[other]) && !('chosen' in node && node.chosen !== undefined);
            if (isCircle && isFree && nodes[other]?.chosen === undefined) expect(waves[number]).toBe(waves[other]);
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});

test('a hundred thousand objects in a row are no matter of depth', () => {
  const nodes = Array.from({ length: 100_000 }, (_, number) => ({ base: 0, needs: number === 0 ? [] : [number - 1] }));
  const { waves } = wavesOf(nodes);
  expect(waves.at(-1)).toBe(99_999);
});
