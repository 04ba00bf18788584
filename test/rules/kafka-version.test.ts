import { StrimziRelease } from '../../src/dialects/releases';
import { kafkaVersion } from '../../src/rules/kafka-version';
import { cluster, tell } from './harness';

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
});
