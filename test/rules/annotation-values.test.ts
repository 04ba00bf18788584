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
    ['KafkaConnector', 'strimzi.io/connector-offsets: reset'],
    ['KafkaConnector', 'strimzi.io/restart: "true"'],
    ['KafkaConnector', 'strimzi.io/restart: "false"'],
    ['KafkaConnector', 'strimzi.io/restart: "includeTasks, ONLYFAILED"'],
    ['KafkaMirrorMaker2', 'strimzi.io/restart-connector: "a->b.MirrorSourceConnector:onlyFailed,includeTasks"'],
    ['KafkaMirrorMaker2', 'strimzi.io/restart-connector: "a->b.MirrorSourceConnector"'],
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
      {
        effect: 'warned',
        allowed: 'list with strimzi.io/mirrormaker-connector',
        message: 'Nothing is done without strimzi.io/mirrormaker-connector beside it.',
      },
    ]);
    expect(told('KafkaMirrorMaker2', CONNECTOR)).toMatchObject([
      { field: 'metadata.annotations["strimzi.io/mirrormaker-connector"]' },
    ]);
  });

  it('is silent about offsets before the operator looked at them', () => {
    expect(told('KafkaConnector', 'strimzi.io/connector-offsets: show', StrimziRelease.V0_43)).toEqual([]);
  });

  it.each([
    ['KafkaConnector', 'strimzi.io/restart', 'true,includeTasks'],
    ['KafkaConnector', 'strimzi.io/restart', 'everything'],
    ['KafkaMirrorMaker2', 'strimzi.io/restart-connector', 'a->b.MirrorSourceConnector:all'],
    ['KafkaMirrorMaker2', 'strimzi.io/restart-connector', 'a->b.MirrorSourceConnector:onlyFailed:includeTasks'],
    ['KafkaMirrorMaker2', 'strimzi.io/restart-connector', ':onlyFailed'],
  ])('tells of %s %s: %s', (kind, name, given) => {
    const annotation = `${name}: "${given}"`;
    expect(told(kind, annotation)).toMatchObject([
      { effect: 'warned', given, allowed: expect.stringContaining('includeTasks, ') },
    ]);
    expect(told(kind, annotation, StrimziRelease.of('0.47'))).toEqual([]);
  });

  it.each([
    ['KafkaConnector', 'spec', '{}', ''],
    [
      'KafkaMirrorMaker2',
      'spec.mirrors[1].checkpointConnector',
      '{mirrors: [{source: {alias: b}}, {source: {alias: a}, checkpointConnector: {}}]}',
      ', strimzi.io/mirrormaker-connector: "a->t.MirrorCheckpointConnector"',
    ],
    [
      'KafkaMirrorMaker2',
      'spec.mirrors[0].sourceConnector',
      '{mirrors: [{sourceCluster: a, sourceConnector: {}}]}',
      ', strimzi.io/mirrormaker-connector: "a->t.MirrorSourceConnector"',
    ],
  ])('tells of a %s without a place for its offsets', (kind, at, spec, beside) => {
    const toldOf = (word: string, whole = spec) =>
      tellOfYaml(
        'annotation-values',
        `{apiVersion: kafka.strimzi.io/v1, kind: ${kind}, metadata: {name: a, annotations: {strimzi.io/connector-offsets: ${word}${beside}}}, spec: ${whole}}`,
      );
    expect(toldOf('list')).toMatchObject([
      { effect: 'warned', remedy: `Give ${at}.listOffsets, or leave the annotation out.` },
    ]);
    expect(toldOf('alter')).toMatchObject([
      { effect: 'warned', remedy: `Give ${at}.alterOffsets, or leave the annotation out.` },
    ]);
    expect(toldOf('reset')).toEqual([]);
    const place = '{toConfigMap: {name: a}}';
    const given =
      spec === '{}' ? `{listOffsets: ${place}}` : spec.replace('Connector: {}', `Connector: {listOffsets: ${place}}`);
    expect(toldOf('list', given)).toEqual([]);
  });

  it('tells that nothing is paused before there was a pause', () => {
    const paused = (version: string, release: string) =>
      tellOfYaml(
        'annotation-values',
        `{apiVersion: kafka.strimzi.io/${version}, kind: KafkaTopic, metadata: {name: a, annotations: {strimzi.io/pause-reconciliation: "true"}}, spec: {}}`,
        { release: StrimziRelease.of(release) },
      );
    expect(paused('v1beta1', '0.21')).toMatchObject([
      { effect: 'ignored', remedy: expect.stringMatching(/^Leave the annotation out/) as string },
    ]);
    expect(paused('v1beta2', '0.22')).toEqual([]);
  });
});

describe('annotations that are true or false, or were', () => {
  const valued = (kind: string, name: string, value: string, release: StrimziRelease) =>
    tellOfYaml(
      'annotation-values',
      `{apiVersion: kafka.strimzi.io/${release === StrimziRelease.V1_2 ? 'v1' : 'v1beta2'}, kind: ${kind}, metadata: {name: a, annotations: {${name}: "${value}"}}, spec: {}}`,
      { release },
    );

  it.each([
    ['KafkaTopic', 'strimzi.io/managed', 'False', StrimziRelease.V1_2],
    ['KafkaRebalance', 'strimzi.io/rebalance-template', 'yes', StrimziRelease.V1_2],
    ['KafkaRebalance', 'strimzi.io/rebalance-auto-approval', 'yes', StrimziRelease.V0_45],
    ['Kafka', 'strimzi.io/skip-broker-scaledown-check', '1', StrimziRelease.V0_45],
    ['KafkaUser', 'strimzi.io/pause-reconciliation', 'yes', StrimziRelease.V0_45],
    ['Kafka', 'strimzi.io/kraft', 'disabled', StrimziRelease.V1_2],
    ['Kafka', 'strimzi.io/node-pools', 'disabled', StrimziRelease.V0_46],
  ])('are told of a %s with %s: %s', (kind, name, value, release) => {
    expect(valued(kind, name, value, release)).toMatchObject([
      { effect: 'ignored', field: `metadata.annotations["${name}"]`, given: value },
    ]);
  });

  it.each([
    ['KafkaTopic', 'strimzi.io/managed', 'false', StrimziRelease.V1_2],
    ['KafkaTopic', 'strimzi.io/managed', 'no', StrimziRelease.V0_30],
    ['KafkaRebalance', 'strimzi.io/rebalance-template', 'True', StrimziRelease.V1_2],
    ['KafkaUser', 'strimzi.io/pause-reconciliation', 'true', StrimziRelease.V0_45],
    ['Kafka', 'strimzi.io/kraft', 'enabled', StrimziRelease.V1_2],
    ['Kafka', 'strimzi.io/kraft', 'disabled', StrimziRelease.V0_45],
  ])('are taken of a %s with %s: %s', (kind, name, value, release) => {
    expect(valued(kind, name, value, release)).toEqual([]);
  });
});
