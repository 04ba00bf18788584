import { ApiObject, App as PlainApp } from 'cdk8s';
import fc from 'fast-check';
import { StrimziRelease, type Finding } from '../../src';
import { allCalls } from '../../src/props/table';
import { Arguments, call, groundIn, late, type Draw } from '../arbitraries/props';
import { tries } from '../fuzz';
import { findings } from './harness';

const CALLS = allCalls().filter((name) => /^new (?!App|Checked|StrimziV)|#|\.(from|of|mesh)/.test(name));

/** The same numbers for the same seed. */
function drawFrom(seed: number): Draw {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * (most + 1));
  };
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly manifests: readonly unknown[];
  /** How many values could be told at last. */
  readonly values: number;
}

/** What comes of calls where one of the values is told when the app is synthesized; absent: none is. */
function outcome(names: readonly string[], release: StrimziRelease, seed: number, latest?: number): Outcome {
  const ground = groundIn(new PlainApp(), release);
  let values = 0;
  const plain = (value: unknown): unknown => {
    const at = values;
    values += 1;
    return at === latest ? late(value, at % 2 === 0) : value;
  };
  const args = new Arguments(drawFrom(seed), ground, { hasStrays: false, plain });
  for (const name of names) attempt(() => call(name, args, ground));
  const found = findings(ground.site);
  const objects = ground.site.node.root.node.findAll().filter((each) => ApiObject.isApiObject(each));
  return {
    findings: found,
    manifests: objects.map((each) => attempt(() => JSON.parse(JSON.stringify(each.toJson())))),
    values,
  };
}

function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return `threw: ${(error as Error).message}`;
  }
}

const isAsked = ({ message }: Finding): boolean => message.endsWith('has to be known at once.');

it('a value that is told when the app is synthesized gives what the value itself gives, or is asked for at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...CALLS), { minLength: 1, maxLength: 3 }),
      fc.nat(StrimziRelease.ALL.length - 1),
      fc.integer(),
      fc.nat(),
      (names, at, seed, which) => {
        const release = StrimziRelease.ALL[at]!;
        const { values, ...known } = outcome(names, release, seed);
        if (values === 0) return;
        const { values: _, ...told } = outcome(names, release, seed, which % values);
        if (told.findings.some(isAsked)) return;
        expect(told).toEqual(known);
      },
    ),
    tries(200),
  );
});
