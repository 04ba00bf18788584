import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (spec: string, version = 'v1beta2') =>
  tellOfYaml(
    'mirror-clusters',
    `{apiVersion: kafka.strimzi.io/${version}, kind: KafkaMirrorMaker2, metadata: {name: a}, spec: ${spec}}`,
    {
      release: version === 'v1' ? StrimziRelease.V1_2 : StrimziRelease.V0_45,
    },
  );
const clusters =
  'clusters: [{alias: a, bootstrapServers: "a:1"}, {alias: b, bootstrapServers: "b:1"}, {alias: c, bootstrapServers: "b:1"}]';

describe('mirror-clusters', () => {
  it('takes clusters that are listed, and another alias of the one that workers connect to', () => {
    const mirrors = 'mirrors: [{sourceCluster: a, targetCluster: b}, {sourceCluster: a, targetCluster: c}]';
    expect(told(`{connectCluster: b, ${clusters}, ${mirrors}}`)).toEqual([]);
    expect(told('{target: {alias: b}, mirrors: [{source: {alias: a}}, {source: {alias: c}}]}', 'v1')).toEqual([]);
  });

  it.each([
    [`{connectCluster: x, ${clusters}}`, 'spec.connectCluster'],
    [
      `{connectCluster: b, ${clusters}, mirrors: [{sourceCluster: x, targetCluster: b}]}`,
      'spec.mirrors[0].sourceCluster',
    ],
    [
      `{connectCluster: b, ${clusters}, mirrors: [{sourceCluster: b, targetCluster: a}]}`,
      'spec.mirrors[0].targetCluster',
    ],
    ['{connectCluster: a, clusters: [{alias: a}, {alias: a}]}', 'spec.clusters[1].alias'],
    [
      `{connectCluster: b, ${clusters}, mirrors: [{sourceCluster: a, targetCluster: b}, {sourceCluster: a, targetCluster: b}]}`,
      'spec.mirrors[1]',
    ],
  ])('refuses %s', (spec, field) => {
    expect(told(spec)).toMatchObject([{ severity: 'error', field }]);
  });

  it('refuses two sources of one alias', () => {
    expect(told('{target: {alias: b}, mirrors: [{source: {alias: a}}, {source: {alias: a}}]}', 'v1')).toMatchObject([
      { field: 'spec.mirrors[1]' },
    ]);
  });

  it('tells an alias that no cluster has once, and where else it stands', () => {
    const mirrors = 'mirrors: [{sourceCluster: a, targetCluster: x}]';
    expect(told(`{connectCluster: x, ${clusters}, ${mirrors}}`)).toMatchObject([
      {
        field: 'spec.connectCluster',
        message: 'No cluster of the mirror is called "x", as spec.mirrors[0].targetCluster says too.',
      },
    ]);
  });

  it('leaves an empty list, and clusters without an alias, to whoever tells of them', () => {
    expect(told('{connectCluster: x, clusters: []}')).toEqual([]);
    expect(told('{connectCluster: x, clusters: [{bootstrapServers: "a:1"}]}')).toEqual([]);
  });
});
