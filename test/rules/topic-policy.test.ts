import { Duration } from 'cdk8s';
import type { Policy, TopicPolicy } from '../../src';
import { tellOfYaml } from './harness';

const POLICY = { name: 'house rules' };

function told(spec: string, topics: TopicPolicy, policy: Partial<Policy> = {}, name = 'orders') {
  const topic = `{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: ${name}, labels: {strimzi.io/cluster: a}}, spec: ${spec}}`;
  return tellOfYaml('topic-policy', topic, { policies: [{ ...POLICY, topics, ...policy }] });
}

describe('topic-policy', () => {
  it('keeps silent where nobody gives a policy, and where the policy asks nothing of topics', () => {
    expect(told('{}', {})).toEqual([]);
    expect(
      tellOfYaml('topic-policy', '{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {}}'),
    ).toEqual([]);
  });

  it.each<readonly [string, TopicPolicy['names']]>([
    ['orders', ['orders']],
    ['shop.orders', [{ prefix: 'shop.' }]],
    ['shop.orders', [{ pattern: '[a-z]+\\.[a-z-]+' }]],
    ['orders', [{ prefix: 'shop.' }, { pattern: 'ord.*' }]],
  ])('takes the name %s where %j is allowed', (name, names) => {
    expect(told('{}', { names: names ?? [] }, {}, name)).toEqual([]);
  });

  it('refuses another name, with the names that are allowed', () => {
    const names = [{ prefix: 'shop.' }, { pattern: '[a-z]+\\.public' }, 'audit'];
    expect(told('{}', { names })).toMatchObject([
      {
        severity: 'error',
        effect: 'forbidden',
        field: 'metadata.name',
        given: 'orders',
        allowed: 'a name that begins with "shop.", or a name that [a-z]+\\.public finds, or "audit"',
        message: 'The policy "house rules" has other names for topics.',
      },
    ]);
  });

  it('looks at the whole name that a pattern is to find', () => {
    expect(told('{}', { names: [{ pattern: 'order' }] })).toHaveLength(1);
  });

  it('looks at the name within Kafka', () => {
    const names = [{ prefix: 'Shop_' }];
    expect(told('{topicName: Shop_Orders}', { names })).toEqual([]);
    expect(told('{topicName: Orders}', { names })).toMatchObject([{ field: 'spec.topicName', given: 'Orders' }]);
  });

  it.each<readonly [string, TopicPolicy]>([
    ['{partitions: 3}', { partitions: { least: 3, most: 3 } }],
    ['{}', { partitions: { least: 3 }, replicas: { most: 3 }, retention: { most: Duration.days(1) } }],
    ['{config: {retention.ms: 86400000}}', { retention: { least: Duration.days(1), most: Duration.days(1) } }],
    [
      '{config: {cleanup.policy: "delete, compact"}}',
      { config: { 'cleanup.policy': { values: ['compact', 'delete'] } } },
    ],
    ['{config: {min.cleanable.dirty.ratio: 0.5}}', { config: { 'min.cleanable.dirty.ratio': { most: 0.5 } } }],
    ['{config: {retention.ms: never}}', { retention: { most: Duration.days(1) } }],
  ])('takes %s where %j is asked', (spec, topics) => {
    expect(told(spec, topics)).toEqual([]);
  });

  it.each<readonly [string, TopicPolicy, string, string]>([
    ['{partitions: 2}', { partitions: { least: 3 } }, 'spec.partitions', '3 at least'],
    ['{partitions: 49}', { partitions: { least: 3, most: 48 } }, 'spec.partitions', '3 at least, 48 at most'],
    ['{replicas: 1}', { replicas: { least: 3 } }, 'spec.replicas', '3 at least'],
    ['{}', { replicas: { least: 3, required: true } }, 'spec.replicas', '3 at least'],
    [
      '{config: {retention.ms: "172800000"}}',
      { retention: { most: Duration.days(1) } },
      'spec.config["retention.ms"]',
      '86400000 (1 day) at most',
    ],
    [
      '{config: {retention.ms: -1}}',
      { retention: { most: Duration.days(1) } },
      'spec.config["retention.ms"]',
      '86400000 (1 day) at most',
    ],
    ['{}', { retention: { required: true } }, 'spec.config["retention.ms"]', 'any value'],
    [
      '{config: {cleanup.policy: "delete,compact"}}',
      { config: { 'cleanup.policy': { values: ['delete'] } } },
      'spec.config["cleanup.policy"]',
      'delete',
    ],
  ])('refuses %s where %j is asked', (spec, topics, field, allowed) => {
    expect(told(spec, topics)).toMatchObject([{ severity: 'error', field, allowed }]);
  });

  it('asks for a retention by its own words and by those of Kafka together', () => {
    const topics = { retention: { most: '1d' }, config: { 'retention.ms': { required: true } } };
    expect(told('{}', topics)).toMatchObject([{ allowed: '86400000 (1 day) at most' }]);
    expect(told('{config: {retention.ms: 86400001}}', topics)).toHaveLength(1);
  });

  it('warns where the policy is not enforced, and says where it stands', () => {
    expect(
      told('{partitions: 1}', { partitions: { least: 3 } }, { enforced: false, see: 'https://wiki.example/kafka' }),
    ).toMatchObject([
      { severity: 'warning', effect: 'unlooked', remedy: 'Give 3 at least. See https://wiki.example/kafka' },
    ]);
  });

  it('can be waived by whoever gives the site', () => {
    const topic = '{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {}}';
    const policies = [{ ...POLICY, topics: { names: [] } }];
    expect(tellOfYaml('topic-policy', topic, { policies })).toHaveLength(1);
    expect(
      tellOfYaml('topic-policy', topic, { policies, waivers: { 'topic-policy': 'It is older than the policy.' } }),
    ).toEqual([]);
  });

  it('does not judge by a pattern that is none, which is told', () => {
    const policies = [{ ...POLICY, topics: { names: [{ pattern: '[a' }] } }];
    const topic = '{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {}}';
    expect(tellOfYaml('topic-policy', topic, { policies })).toEqual([]);
    expect(tellOfYaml('prop-value', topic, { policies })).toMatchObject([
      { field: 'policies[0].topics.names[0].pattern', given: '[a', severity: 'error' },
    ]);
  });
});
