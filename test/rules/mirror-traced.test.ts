import { StrimziRelease } from '../../src/dialects/releases';
import { mirrorTraced } from '../../src/rules/mirror-traced';
import { tell } from './harness';

const mirrorMaker2 = [
  {
    name: 'mirror',
    replicas: 1,
    target: { alias: 'us', bootstrapServers: 'us:9093' },
    mirrors: [],
    tracing: 'jaeger',
  } as const,
];

describe('mirror-traced', () => {
  it('takes tracing where the program has it', () => {
    const traced = mirrorMaker2.map((mirror) => ({ ...mirror, tracing: 'opentelemetry' as const }));
    expect(tell(mirrorTraced, { mirrorMaker2: traced, release: StrimziRelease.V0_45 })).toEqual([]);
  });

  it('warns of the tracing of another time, which the operator takes for nothing', () => {
    const told = tell(mirrorTraced, { mirrorMaker2, release: StrimziRelease.V0_45 });
    expect(told).toMatchObject([{ path: 'mirror', given: 'jaeger', allowed: 'opentelemetry' }]);
  });

  it('warns where the program takes the setting for nothing', () => {
    const told = tell(mirrorTraced, { mirrorMaker2, release: StrimziRelease.V0_18 });
    expect(told).toMatchObject([{ path: 'mirror', severity: 'warning', given: 'jaeger', allowed: 'none' }]);
  });
});
