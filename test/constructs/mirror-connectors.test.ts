import { App as PlainApp } from 'cdk8s';
import type { KafkaMirrorMaker2Manifest } from '../../imports/strimzi-v1';
import { ActivePassive, Mirror, Site, StrimziRelease, type KafkaCluster, type MirrorProps } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

function mirrored(release: StrimziRelease, props: Partial<MirrorProps> = {}) {
  const site = newSite({ release });
  const [europe, us] = [newCluster(site), newCluster(site, 'us')];
  new Mirror(site, 'mirror', { source: europe, target: us, topics: ['orders'], groups: ['stock'], ...props });
  return { site, europe, us };
}

type Told = Required<KafkaMirrorMaker2Manifest>;

function told(site: Site, name = 'mirror') {
  const { spec, metadata } = manifest(site, 'KafkaMirrorMaker2', name) as unknown as Told;
  return { mirrors: spec.mirrors, annotations: metadata.annotations };
}

describe('connectors of a mirror', () => {
  it('are told apart where they have words of their own, and alike otherwise', () => {
    const { site } = mirrored(StrimziRelease.V1_2, {
      tasksMax: 4,
      autoRestart: { enabled: true },
      sourceConnector: { pluginVersion: '4.1.0' },
      checkpointConnector: { tasksMax: 1, state: 'paused', autoRestart: { enabled: true, maxRestarts: 3 } },
    });
    expect(findings(site)).toEqual([]);
    const [flow] = told(site).mirrors;
    expect(flow?.sourceConnector).toMatchObject({ tasksMax: 4, autoRestart: { enabled: true }, version: '4.1.0' });
    expect(flow?.sourceConnector).not.toHaveProperty('state');
    expect(flow?.checkpointConnector).toMatchObject({
      tasksMax: 1,
      state: 'paused',
      autoRestart: { enabled: true, maxRestarts: 3 },
    });
    expect(flow?.checkpointConnector).not.toHaveProperty('version');
  });

  it('are told by a source what the mirror tells the connectors of others', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    const [hub, europe, us] = ['hub', 'europe', 'us'].map((name) => newCluster(site, name));
    if (!hub || !europe || !us) throw new Error('three clusters');
    new Mirror(site, 'mirror', {
      sources: [{ cluster: europe }, { cluster: us, state: 'stopped', autoRestart: { enabled: false } }],
      target: hub,
      topics: ['orders'],
      replicationPolicy: 'default',
      heartbeats: true,
      state: 'running',
      autoRestart: { enabled: true },
    });
    expect(told(site).mirrors).toMatchObject([
      {
        sourceConnector: { state: 'running', autoRestart: { enabled: true } },
        heartbeatConnector: { state: 'running', autoRestart: { enabled: true } },
      },
      {
        sourceConnector: { state: 'stopped', autoRestart: { enabled: false } },
        heartbeatConnector: { state: 'stopped', autoRestart: { enabled: false } },
      },
    ]);
    expect(told(site).mirrors[1]?.sourceConnector).not.toHaveProperty('tasksMax');
  });

  it('pause where the release knows no state, and restart nothing where it cannot', () => {
    const paused = mirrored(StrimziRelease.V0_33, { state: 'paused', replicationPolicy: 'default' }).site;
    expect(told(paused).mirrors).toMatchObject([
      { sourceConnector: { pause: true }, checkpointConnector: { pause: true } },
    ]);
    const asked = { engine: 'mirrorMaker2', replicationPolicy: 'default', autoRestart: { enabled: true } } as const;
    const restarted = mirrored(StrimziRelease.V0_25, asked);
    expect(findings(restarted.site)).toContainEqual(
      expect.objectContaining({ field: 'spec.mirrors[0].sourceConnector.autoRestart' }),
    );
  });

  it('have their offsets listed in a ConfigMap, which annotations ask for', () => {
    const { site } = mirrored(StrimziRelease.V1_2, {
      sourceConnector: { listOffsetsTo: 'offsets' },
      checkpointConnector: { alterOffsetsFrom: 'wanted', state: 'stopped', offsets: 'alter' },
    });
    expect(findings(site)).toEqual([]);
    const { mirrors, annotations } = told(site);
    expect(mirrors[0]?.sourceConnector?.listOffsets).toEqual({ toConfigMap: { name: 'offsets' } });
    expect(mirrors[0]?.checkpointConnector?.alterOffsets).toEqual({ fromConfigMap: { name: 'wanted' } });
    expect(annotations).toMatchObject({
      'strimzi.io/connector-offsets': 'alter',
      'strimzi.io/mirrormaker-connector': 'europe->us.MirrorCheckpointConnector',
    });
  });

  it('have offsets listed without a place for them: the operator has nowhere to write', () => {
    const { site } = mirrored(StrimziRelease.V1_2, { sourceConnector: { offsets: 'list' } });
    expect(findings(site)).toContainEqual(expect.objectContaining({ rule: 'annotation-values' }));
  });

  it('have their offsets handled one after the other', () => {
    const { site } = mirrored(StrimziRelease.V1_2, {
      sourceConnector: { listOffsetsTo: 'a', offsets: 'list' },
      checkpointConnector: { listOffsetsTo: 'b', offsets: 'list' },
    });
    expect(findings(site)).toEqual([
      expect.objectContaining({ rule: 'prop-value', field: 'checkpointConnector.offsets', given: 'list' }),
    ]);
  });

  it('are nothing that a MirrorMaker 1 has', () => {
    const { site } = mirrored(StrimziRelease.V0_18, {
      groups: [],
      state: 'stopped',
      autoRestart: { enabled: true },
      sourceConnector: { tasksMax: 2 },
    });
    expect(findings(site).map(({ field }) => field)).toEqual(['state', 'autoRestart', 'sourceConnector']);
  });

  it('of a pair restart as it asks', () => {
    const app = new PlainApp();
    const [primary, secondary] = ['east', 'west'].map((id) =>
      newCluster(new Site(app, id, { release: StrimziRelease.V1_2, kubernetesCluster: 'one' }), id),
    ) as [KafkaCluster, KafkaCluster];
    const pair = new ActivePassive(app, 'pair', { primary, secondary, autoRestart: { enabled: true } });
    pair.addTopic('orders', { partitions: 1, replicas: 3 });
    expect(told(secondary.site, pair.mirror.name).mirrors).toMatchObject([
      { sourceConnector: { autoRestart: { enabled: true } } },
    ]);
  });
});
