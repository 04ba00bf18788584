import { ApiObject, App as PlainApp, Include } from 'cdk8s';
import { KafkaTopic, Site, Team, type Policy } from '../../src';
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

  it('are told where a pattern is none', () => {
    const site = newSite({ ...V1_2, policies: [{ name: 'house', users: { groups: [{ pattern: '(' }] } }] });
    expect(findings(site)).toMatchObject([
      { rule: 'prop-value', path: 'site', field: 'policies[0].users.groups[0].pattern' },
    ]);
  });
});
