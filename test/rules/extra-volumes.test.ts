import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (template: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'extra-volumes',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: {template: ${template}}}`,
    { release },
  );
const volumes = 'pod: {volumes: [{name: vol-a}]}';

describe('extra-volumes', () => {
  it('takes volumes that are mounted below /mnt', () => {
    expect(told(`{${volumes}, connectContainer: {volumeMounts: [{name: vol-a, mountPath: /mnt/a}]}}`)).toEqual([]);
    expect(
      told(
        '{pod: {templatedVolumes: [{name: vol-b, secret: {secretName: "a-{nodeId}-{nodePodName}"}}]}, connectContainer: {volumeMounts: [{name: vol-b, mountPath: /mnt/b}]}}',
      ),
    ).toEqual([]);
  });

  it.each([
    [
      `{${volumes}, connectContainer: {volumeMounts: [{name: vol-a, mountPath: /opt/a}]}}`,
      'connectContainer.volumeMounts[0].mountPath',
    ],
    [
      `{${volumes}, connectContainer: {volumeMounts: [{name: vol-b, mountPath: /mnt/a}]}}`,
      'connectContainer.volumeMounts[0].name',
    ],
    ['{pod: {volumes: [{name: vol-a}, {name: vol-b}, {name: vol-a}]}}', 'pod.volumes[2].name'],
    ['{pod: {volumes: [{name: a}]}}', 'pod.volumes[0].name'],
    ['{pod: {templatedVolumes: [{name: Vol_A}]}}', 'pod.templatedVolumes[0].name'],
    [
      '{pod: {templatedVolumes: [{name: vol-a, secret: {secretName: "s-{node}"}}]}}',
      'pod.templatedVolumes[0].secret.secretName',
    ],
    ['{pod: {volumes: [{name: vol-a}, {secret: {secretName: s}}]}}', 'pod.volumes[1].name'],
  ])('refuses %s', (template, field) => {
    expect(told(template)).toMatchObject([{ severity: 'error', field: `spec.template.${field}` }]);
  });

  it('asks of names what Kubernetes does, before the operator looked at them', () => {
    expect(told('{pod: {volumes: [{name: a}]}}', StrimziRelease.V1_1)).toEqual([]);
    expect(told('{pod: {volumes: [{name: Vol_A}]}}', StrimziRelease.V1_1)).toMatchObject([
      { effect: 'fails', field: 'spec.template.pod.volumes[0].name', allowed: expect.stringMatching(/^1 to 63 /) },
    ]);
    expect(told('{pod: {volumes: [{name: Vol_A}]}}')).toMatchObject([{ allowed: expect.stringMatching(/^2 to 63 /) }]);
  });

  it.each([
    '{pod: {volumes: {name: vol-a}}, connectContainer: {volumeMounts: [{name: vol-a, mountPath: /mnt/a}]}}',
    '{pod: {volumes: [{name: 5}]}, connectContainer: {volumeMounts: [{name: "5", mountPath: /mnt/a}]}}',
    '{pod: {volumes: [{name: null}, {name: null}, null]}}',
  ])('leaves %s to the schema', (template) => {
    expect(told(template)).toEqual([]);
  });

  it('refuses names of the operator', () => {
    const both = '{pod: {volumes: [{name: strimzi-tmp}], templatedVolumes: [{name: kafka-connect-configurations}]}}';
    expect(told(both)).toMatchObject([
      { severity: 'error', field: 'spec.template.pod.volumes[0].name', given: 'strimzi-tmp' },
      { field: 'spec.template.pod.templatedVolumes[0].name' },
    ]);
  });

  it('takes names that the operator has at other releases, or with other fields', () => {
    expect(told('{pod: {volumes: [{name: kafka-metrics-and-logging}, {name: rack-volume}]}}')).toEqual([]);
    const early = '{pod: {volumes: [{name: kafka-connect-configurations}]}}';
    expect(told(early, StrimziRelease.V0_45)).toEqual([]);
    const rack = '{pod: {volumes: [{name: rack-volume}]}}, rack: {topologyKey: zone}';
    expect(told(rack)).toMatchObject([{ field: 'spec.template.pod.volumes[0].name' }]);
  });
});
