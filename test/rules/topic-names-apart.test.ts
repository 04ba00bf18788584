import { tellOfYaml } from './harness';

const topic = (name: string, topicName: string, cluster = 'k') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: ${name}, labels: {strimzi.io/cluster: ${cluster}}}, spec: {topicName: ${topicName}}}`;
const told = (...topics: readonly string[]) => tellOfYaml('topic-names-apart', topics.join('\n---\n'));

describe('topic-names-apart', () => {
  it('takes names that differ in more, and topics of other clusters', () => {
    expect(told(topic('a', 'a.b'), topic('b', 'a.c'), topic('c', 'a_b', 'other'))).toEqual([]);
    expect(told(topic('a', 'a.b'), topic('b', 'a.b'))).toEqual([]); // Of that another rule tells.
  });

  it('refuses the second of two that differ in dots and underscores alone', () => {
    expect(told(topic('a', 'a.b.c'), topic('b', 'a_b.c'))).toMatchObject([
      { path: 'KafkaTopic/b', field: 'spec.topicName', given: 'a_b.c', severity: 'error' },
    ]);
  });
});
