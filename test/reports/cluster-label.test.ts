import { diff } from '../../src/reports/diff';
import type { ChangeEffect } from '../../src/reports/change';

const SPECS = {
  KafkaTopic: { partitions: 1 },
  KafkaUser: { authentication: { type: 'tls' } },
  KafkaNodePool: { replicas: 3, roles: ['broker'], storage: { type: 'persistent-claim', size: '1Gi' } },
  KafkaConnector: { class: 'org.example.Source' },
  KafkaRebalance: {},
} as const;
type Kind = keyof typeof SPECS;

function object(kind: Kind, labels: object): unknown {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind,
    metadata: { name: 'x', namespace: 'n', labels: { team: 'a', ...labels } },
    spec: SPECS[kind],
  };
}

function told(kind: Kind, was: object, is: object): readonly ChangeEffect[] {
  return diff([object(kind, was)], [object(kind, is)]).changes.flatMap(({ effects }) => effects);
}

const LABELLED = { 'strimzi.io/cluster': 'k' };

describe('the label that says which cluster an object is of', () => {
  test.each([
    ['KafkaTopic', 'may-lose-data', /No topic operator looks at the object any more: the topic stays in k/],
    ['KafkaUser', 'narrows-access', /"x" of k loses all rights/],
    ['KafkaNodePool', 'may-lose-data', /of no cluster any more/],
    ['KafkaConnector', 'safe', /connector ends/],
    ['KafkaRebalance', 'safe', /for no cluster, and none for k/],
  ] as const)('that a %s has no more is told for what it does: %s', (kind, changeClass, message) => {
    expect(told(kind, LABELLED, {})).toEqual([
      expect.objectContaining({ class: changeClass, message: expect.stringMatching(message) as string }),
    ]);
  });

  test.each([
    ['KafkaTopic', 'safe', /makes topic "x"/],
    ['KafkaUser', 'widens-access', /"x" may log in to k/],
    ['KafkaNodePool', 'safe', /made for k/],
    ['KafkaConnector', 'safe', /A connector starts/],
  ] as const)('that a %s gets is told like one that is added: %s', (kind, changeClass, message) => {
    expect(told(kind, {}, LABELLED)).toEqual([
      expect.objectContaining({ class: changeClass, message: expect.stringMatching(message) as string }),
    ]);
  });
});
