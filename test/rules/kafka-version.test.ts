import { StrimziRelease } from '../../src/dialects/releases';
import { kafkaVersion } from '../../src/rules/kafka-version';
import { cluster, tell } from './harness';
import { mirror1, mirror2 } from './mirrors';

describe('kafka-version', () => {
  it('takes the versions of the release, and none', () => {
    const kafkaCluster = [cluster({ version: '4.3.1' }), cluster()];
    expect(tell(kafkaVersion, { kafkaCluster })).toEqual([]);
  });

  it('refuses the versions of other releases', () => {
    const given = { kafkaCluster: [cluster({ version: '2.4.0' })] };
    expect(tell(kafkaVersion, { ...given, release: StrimziRelease.V0_18 })).toEqual([]);
    expect(tell(kafkaVersion, given)).toMatchObject([{ given: '2.4.0', allowed: '4.2.0, 4.2.1, 4.3.0, 4.3.1' }]);
  });

  it('looks at mirrors too', () => {
    const version = '3.0.0';
    const given = {
      mirrorMaker: [{ ...mirror1('europe', 'us', '.*'), name: 'old', version }],
      mirrorMaker2: [{ ...mirror2('europe', 'us', '.*'), name: 'new', version }],
    };
    expect(tell(kafkaVersion, { ...given, release: StrimziRelease.V0_27 })).toEqual([]);
    expect(
      tell(kafkaVersion, { ...given, release: StrimziRelease.V0_45 }).map(({ path, field }) => [path, field]),
    ).toEqual([
      ['old', 'spec.version'],
      ['new', 'spec.version'],
    ]);
  });
});
