import { ApiObject, App as PlainApp, Include } from 'cdk8s';
import { Duration, KafkaTopic, Site, Team, type Policy } from '../../src';
import { findings, newCluster, newSite } from './harness';
import { fileOf, useFolder, V1_2 } from './team-files';

useFolder();

describe('the policies of a site', () => {
  const policies: readonly Policy[] = [
    { name: 'house', topics: { names: [{ prefix: 'shop.' }] }, users: { names: [{ prefix: 'shop-' }] } },
  ];

  it('judge topics and users whoever describes them', () => {
    const site = newSite({ ...V1_2, policies });
    const kafka = newCluster(site);
    kafka.addTopic('orders');
    kafka.addUser('checkout');
    new ApiObject(site, 'plain', {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: { name: 'by-api-object', labels: { 'strimzi.io/cluster': 'europe' } },
      spec: { partitions: 1 },
    });
    const url = fileOf(
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: included, labels: { strimzi.io/cluster: europe } }\nspec: {}\n',
      'topic.yaml',
    );
    new Include(site, 'include', { url });
    new Team(kafka, 'shop', { topics: [{ name: 'shop.orders' }, { name: 'of-team' }] });
    expect(findings(site).map(({ rule, given }) => [rule, given])).toEqual([
      ['topic-policy', 'orders'],
      ['user-policy', 'checkout'],
      ['topic-policy', 'of-team'],
      ['topic-policy', 'by-api-object'],
      ['topic-policy', 'included'],
    ]);
  });

  it('do not judge other sites, and are waived there', () => {
    const app = new PlainApp();
    const waivers = { 'topic-policy': 'It is older.' };
    const [held, free, waived] = [
      new Site(app, 'held', { ...V1_2, policies }),
      new Site(app, 'free', V1_2),
      new Site(app, 'waived', { ...V1_2, policies, waivers }),
    ];
    for (const site of [held, free, waived]) new KafkaTopic(newCluster(site), 'orders');
    expect(findings(held).map(({ path }) => path)).toEqual(['held/europe/orders']);
  });

  it('are told where nothing is within their bounds', () => {
    const topics = {
      partitions: { least: 5, most: 2 },
      replicas: { least: 3, most: 3 },
      retention: { least: '2d', most: Duration.days(1) },
      config: { 'segment.bytes': { least: 2, most: 1 } },
    };
    const site = newSite({ ...V1_2, policies: [{ name: 'house', topics }] });
    expect(findings(site).map(({ rule, field, message }) => [rule, field, message])).toEqual([
      ['prop-value', 'policies[0].topics.partitions.least', 'Nothing is 5 at least and 2 at most.'],
      ['prop-value', 'policies[0].topics.retention.least', 'Nothing is 172800000 at least and 86400000 at most.'],
      ['prop-value', 'policies[0].topics.config["segment.bytes"].least', 'Nothing is 2 at least and 1 at most.'],
    ]);
  });

  it('are told where a pattern is none', () => {
    const site = newSite({ ...V1_2, policies: [{ name: 'house', users: { groups: [{ pattern: '(' }] } }] });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-value', path: 'site', field: 'policies[0].users.groups[0].pattern' },
    ]);
  });
});
