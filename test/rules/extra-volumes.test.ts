import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (template: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'extra-volumes',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: {template: ${template}}}`,
    { release },
  );
const volumes = 'pod: {volumes: [{name: a}]}';

describe('extra-volumes', () => {
  it('takes volumes that are mounted below /mnt', () => {
    expect(told(`{${volumes}, connectContainer: {volumeMounts: [{name: a, mountPath: /mnt/a}]}}`)).toEqual([]);
    expect(
      told('{pod: {templatedVolumes: [{name: b}]}, connectContainer: {volumeMounts: [{name: b, mountPath: /mnt/b}]}}'),
    ).toEqual([]);
  });

  it.each([
    [
      `{${volumes}, connectContainer: {volumeMounts: [{name: a, mountPath: /opt/a}]}}`,
      'connectContainer.volumeMounts[0].mountPath',
    ],
    [
      `{${volumes}, connectContainer: {volumeMounts: [{name: b, mountPath: /mnt/a}]}}`,
      'connectContainer.volumeMounts[0].name',
    ],
    ['{pod: {volumes: [{name: a}, {name: b}, {name: a}]}}', 'pod.volumes[2].name'],
  ])('refuses %s', (template, field) => {
    expect(told(template)).toMatchObject([{ severity: 'error', field: `spec.template.${field}` }]);
  });
});
