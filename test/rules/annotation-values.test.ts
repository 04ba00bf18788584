import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (kind: string, annotations: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'annotation-values',
    `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a, annotations: {${annotations}}}, spec: {}}`,
    { release },
  );
const CONNECTOR = 'strimzi.io/mirrormaker-connector: "a->b.MirrorSourceConnector"';

describe('annotation-values', () => {
  it.each([
    ['KafkaRebalance', 'strimzi.io/rebalance: approve'],
    ['KafkaConnector', 'strimzi.io/connector-offsets: list'],
    ['KafkaMirrorMaker2', `strimzi.io/connector-offsets: reset, ${CONNECTOR}`],
    ['KafkaTopic', 'strimzi.io/connector-offsets: nothing'],
  ])('takes %s %s', (kind, annotations) => {
    expect(told(kind, annotations)).toEqual([]);
  });

  it('tells a word that nobody knows, with the nearest', () => {
    expect(told('KafkaRebalance', 'strimzi.io/rebalance: aprove')).toMatchObject([
      {
        effect: 'warned',
        field: 'metadata.annotations["strimzi.io/rebalance"]',
        given: 'aprove',
        allowed: 'approve, stop, refresh, none',
        remedy: 'Write approve.',
      },
    ]);
    expect(told('KafkaConnector', 'strimzi.io/connector-offsets: show')).toMatchObject([{ effect: 'fails' }]);
  });

  it('tells an annotation that does nothing by itself', () => {
    expect(told('KafkaMirrorMaker2', 'strimzi.io/connector-offsets: list')).toMatchObject([
      { effect: 'warned', message: 'Nothing is done without strimzi.io/mirrormaker-connector beside it.' },
    ]);
    expect(told('KafkaMirrorMaker2', CONNECTOR)).toMatchObject([
      { field: 'metadata.annotations["strimzi.io/mirrormaker-connector"]' },
    ]);
  });

  it('is silent about offsets before the operator looked at them', () => {
    expect(told('KafkaConnector', 'strimzi.io/connector-offsets: show', StrimziRelease.V0_43)).toEqual([]);
  });
});
