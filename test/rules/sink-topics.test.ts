import type { Config } from '../../src/model/resource';
import { sinkTopics } from '../../src/rules/sink-topics';
import { tell } from './harness';

const DEAD = 'errors.deadletterqueue.topic.name';
const told = (config?: Config) =>
  tell(sinkTopics, { connector: [{ name: 'sink', connect: 'pipes', class: 'FileSink', ...(config && { config }) }] });

describe('sink-topics', () => {
  it.each<[string, Config | undefined]>([
    ['no settings', undefined],
    ['topics', { topics: 'orders, bills', [DEAD]: 'failed' }],
    ['an expression', { 'topics.regex': 'a{1,2}\\..*', [DEAD]: 'failed' }],
    ['an expression that only Java can read', { 'topics.regex': '(?i)orders', [DEAD]: 'orders' }],
    ['topics, and an expression that is empty', { topics: 'orders', 'topics.regex': ' ' }],
    ['a topic that is named like a part of another', { topics: 'orders-failed', [DEAD]: 'orders' }],
  ])('takes %s', (_, config) => {
    expect(told(config)).toEqual([]);
  });

  it('refuses topics and an expression together', () => {
    expect(told({ topics: 'orders', 'topics.regex': 'bills' })).toMatchObject([
      { rule: 'sink-topics', severity: 'error', field: 'spec.config["topics.regex"]', given: 'bills' },
    ]);
  });

  it('refuses what is no expression', () => {
    expect(told({ 'topics.regex': '*.orders' })).toMatchObject([
      { given: '*.orders', allowed: 'a regular expression of Java', remedy: 'Write the expression that was meant.' },
    ]);
  });

  it.each<Config>([
    { topics: 'orders, failed', [DEAD]: 'failed' },
    { 'topics.regex': 'f.*', [DEAD]: 'failed' },
  ])('refuses to read what it fails on by %j', (config) => {
    expect(told(config)).toMatchObject([{ field: `spec.config["${DEAD}"]`, given: 'failed' }]);
  });
});
