import { App as PlainApp } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { App, FindingsError, StrimziRelease } from '../../src';
import { faultsOf } from '../../src/constructs/faults';
import { AbsentKindError } from '../../src/dialects/read';
import { keptFaults } from '../../src/props/kept';
import { allCalls, parametersOf } from '../../src/props/table';
import { Arguments, call, callWith, groundIn } from '../arbitraries/props';
import { tries } from '../fuzz';

const CALLS = allCalls().filter((name) => !name.includes('Validation') && !name.startsWith('new Checked'));

class QuietApp extends App {
  protected override warn(): void {
    // the test looks at what is thrown
  }
}

/** What goes wrong is told in words that help: nobody is shown how the library fell over. */
function told(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    const isOurs = error instanceof FindingsError || error instanceof AbsentKindError || isTooDeep(error);
    if (!isOurs && (error as Error).constructor !== Error) throw error;
    for (const finding of error instanceof FindingsError ? error.findings : [])
      if (finding.rule === 'is-writable' || /undefined|is not a function|Cannot read/.test(finding.message))
        throw new Error(`${finding.path} ${String(finding.field)}: ${finding.message}`, { cause: error });
  }
}

/** What readers say of what contains itself. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.endsWith('is nested more than 500 levels deep');
}

it('nothing that a program hands over makes the library fall over', () => {
  const release = fc.nat(StrimziRelease.ALL.length - 1);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...CALLS), { minLength: 1, maxLength: 4 }),
      release,
      fc.gen(),
      (names, at, draw) => {
        const app = new QuietApp({ outdir: 'nowhere', name: 'fuzz' });
        const ground = groundIn(app, StrimziRelease.ALL[at]!);
        const args = new Arguments((most) => draw(fc.nat, { max: most }), ground);
        for (const name of names) told(() => call(name, args, ground));
        told(() => app.synthYaml());
      },
    ),
    tries(400),
  );
});

it('what a call refuses is told, whichever call it is', () => {
  for (const name of CALLS.filter(
    (each) => parametersOf(each).length > 0 && each !== 'check' && each !== 'StrimziRelease.of',
  )) {
    const app = new PlainApp();
    const ground = groundIn(app, StrimziRelease.V1_2);
    const odd = Symbol('odd') as unknown;
    let made: unknown;
    let isTold = false;
    try {
      const args = parametersOf(name).map(([parameter]) =>
        parameter === 'scope' ? ground.site : parameter === 'id' ? 'some' : odd,
      );
      made = callWith(name, args, ground);
    } catch (error) {
      isTold = (error as Error).constructor === Error;
    }
    const kept = typeof made === 'object' && made !== null ? keptFaults(made) : [];
    const constructs = [...app.node.findAll(), ...(Construct.isConstruct(made) ? [made] : [])];
    const faults = [...constructs.flatMap((construct) => faultsOf(construct)), ...kept];
    isTold ||= faults.some(({ rule, given }) => rule === 'prop-type' && given === 'a symbol');
    expect([name, isTold]).toEqual([name, true]);
  }
});
