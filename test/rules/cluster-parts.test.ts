import { check } from '../../src/check/check';
import { StrimziRelease } from '../../src/dialects/releases';
import { objectsOf, tellOfYaml } from './harness';

const KRAFT = 'strimzi.io/kraft: enabled';
const POOLS = 'strimzi.io/node-pools: enabled';
const NODES = 'replicas: 3, storage: {type: ephemeral}';

const told = (annotations: string, spec: string, release = StrimziRelease.V0_45) =>
  tellOfYaml(
    'cluster-parts',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a, annotations: {${annotations}}}, spec: {${spec}}}`,
    { release },
  ).map(({ field, effect }) => [field, effect]);

describe('cluster-parts', () => {
  it.each([
    ['', `kafka: {${NODES}}, zookeeper: {${NODES}}`],
    [POOLS, `kafka: {}, zookeeper: {${NODES}}`],
    [`${KRAFT}, ${POOLS}`, 'kafka: {}'],
    [`${KRAFT}, ${POOLS}`, 'kafka: {replicas: 0}'],
  ])('takes %s with %s', (annotations, spec) => {
    expect(told(annotations, spec)).toEqual([]);
  });

  it('refuses a cluster without what its mode needs', () => {
    expect(told('', `kafka: {${NODES}}`)).toEqual([['spec.zookeeper', 'refused']]);
    expect(told('', `kafka: {replicas: 3}, zookeeper: {${NODES}}`)).toEqual([['spec.kafka.storage', 'refused']]);
    expect(told(KRAFT, `kafka: {${NODES}}, zookeeper: {${NODES}}`)).toEqual([
      ['metadata.annotations["strimzi.io/node-pools"]', 'refused'],
    ]);
  });

  it('warns of what its mode has no use for', () => {
    expect(told(`${KRAFT}, ${POOLS}`, `kafka: {${NODES}}, zookeeper: {${NODES}}`)).toEqual([
      ['spec.zookeeper', 'warned'],
      ['spec.kafka.replicas', 'warned'],
      ['spec.kafka.storage', 'warned'],
    ]);
    expect(told(POOLS, `kafka: {${NODES}}, zookeeper: {${NODES}}`)).toEqual([
      ['spec.kafka.replicas', 'warned'],
      ['spec.kafka.storage', 'warned'],
    ]);
  });

  it('says how many brokers nobody looks at', () => {
    const kafka = `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a, annotations: {${POOLS}}}, spec: {kafka: {${NODES}}, zookeeper: {${NODES}}}}`;
    expect(tellOfYaml('cluster-parts', kafka, { release: StrimziRelease.V0_45 })).toMatchObject([
      { field: 'spec.kafka.replicas', given: 3 },
      { field: 'spec.kafka.storage' },
    ]);
  });

  it('takes every cluster to run with KRaft where the release knows nothing else', () => {
    expect(told('', 'kafka: {}', StrimziRelease.V0_47)).toEqual([]);
    expect(told('', `kafka: {}, zookeeper: {${NODES}}`, StrimziRelease.V0_47)).toEqual([['spec.zookeeper', 'warned']]);
  });

  it.each(['', ', spec: null'])('leaves a Kafka without a spec (%j) to needed-fields', (spec) => {
    const kafka = `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: a}${spec}}`;
    const findings = check({ release: StrimziRelease.V0_45, manifests: objectsOf(kafka) });
    expect(findings).toMatchObject([{ rule: 'needed-fields', field: 'spec' }]);
  });

  it('leaves what the API has no more to its schema', () => {
    const kafka = `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: a}, spec: {kafka: {${NODES}}, zookeeper: {${NODES}}}}`;
    for (const release of [StrimziRelease.V0_51, StrimziRelease.V1_2]) {
      expect(tellOfYaml('cluster-parts', kafka, { release })).toEqual([]);
      expect(tellOfYaml('schema-accepts', kafka, { release }).map(({ field }) => field)).toEqual(
        expect.arrayContaining(['spec.kafka.replicas', 'spec.kafka.storage', 'spec.zookeeper']),
      );
    }
  });

  it('is silent before the API left the choice', () => {
    expect(told('', 'kafka: {}', StrimziRelease.V0_39)).toEqual([]);
  });
});
