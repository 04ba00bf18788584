import { StrimziRelease } from '../../src';
import type { MirrorFlow } from '../../src/model/mirror-maker-2';
import type { Config } from '../../src/model/resource';
import { mirrorConnectors } from '../../src/rules/mirror-connectors';
import { tell } from './harness';
import { mirror2 } from './mirrors';

const IDENTITY = { 'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy' };
const told = (source: Config, checkpoint?: Config) =>
  tell(mirrorConnectors, {
    mirrorMaker2: [
      mirror2('a', 'b', 'x', {
        sourceConnector: { config: source },
        ...(checkpoint && { checkpointConnector: { config: checkpoint } }),
      }),
    ],
  });

describe('mirror-connectors', () => {
  it('says what is given where something is', () => {
    expect(told({ 'offset-syncs.topic.location': 'target' }, {})[0]).not.toHaveProperty('given');
    const source = { 'offset-syncs.topic.location': 'source' };
    expect(told({ 'offset-syncs.topic.location': 'target' }, source)).toMatchObject([{ given: 'source' }]);
  });

  it('takes connectors that agree, in words or by what is usual', () => {
    expect(told(IDENTITY, IDENTITY)).toEqual([]);
    expect(told({}, { 'offset-syncs.topic.location': 'source', 'replication.policy.separator': '.' })).toEqual([]);
    expect(told(IDENTITY)).toEqual([]);
  });

  it('warns of topics without a source connector', () => {
    const lone = { sourceConnector: undefined, checkpointConnector: {} } as unknown as Partial<MirrorFlow>;
    const mirrors = (pattern: string | undefined) =>
      tell(mirrorConnectors, { mirrorMaker2: [mirror2('a', 'b', pattern, lone)] });
    expect(mirrors('.*')).toMatchObject([{ severity: 'warning', field: 'spec.mirrors[0].topicsPattern' }]);
    expect(mirrors(undefined)).toEqual([]);
  });

  it.each([
    [IDENTITY, {}, 'replication.policy.class'],
    [{ 'offset-syncs.topic.location': 'target' }, {}, 'offset-syncs.topic.location'],
    [{}, { 'replication.policy.separator': '-' }, 'replication.policy.separator'],
  ] as const)('refuses %j beside %j', (source, checkpoint, setting) => {
    expect(told(source, checkpoint)).toMatchObject([
      { severity: 'error', field: `spec.mirrors[0].checkpointConnector.config["${setting}"]` },
    ]);
  });

  it('asks for one separator of policies that keep names only where names of internal topics have it', () => {
    const config = { ...IDENTITY, 'replication.policy.separator': '' };
    const connectors = { sourceConnector: { config }, checkpointConnector: { config: IDENTITY } };
    const toldBy = (release: StrimziRelease) =>
      tell(mirrorConnectors, { release, mirrorMaker2: [mirror2('a', 'b', 'x', connectors)] });
    expect(toldBy(StrimziRelease.V0_26)).toEqual([]);
    expect(toldBy(StrimziRelease.V1_2)).toMatchObject([
      { field: 'spec.mirrors[0].checkpointConnector.config["replication.policy.separator"]' },
    ]);
  });

  it('leaves a slip in a name to whoever tells of names', () => {
    expect(told({ 'offset-syncs.topic.location': 'target' }, { 'offset-sync.topic.location': 'target' })).toEqual([]);
  });
});
