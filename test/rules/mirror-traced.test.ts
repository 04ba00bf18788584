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
    expect(tell(mirrorTraced, { mirrorMaker2 })).toEqual([]);
  });

  it('warns where the program takes the setting for nothing', () => {
    const told = tell(mirrorTraced, { mirrorMaker2, release: StrimziRelease.V0_18 });
    expect(told).toMatchObject([{ path: 'mirror', severity: 'warning', given: 'jaeger' }]);
  });
});
