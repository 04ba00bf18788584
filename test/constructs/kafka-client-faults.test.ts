import { ApiObject, Chart, type App } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { Consumer, KafkaClient, type KafkaClientProps, type Site } from '../../src';
import { findings, newCluster } from './harness';
import { containers, shopSite, told } from './workloads';

describe('a workload that cannot be wired', () => {
  it('has no container of the name, or none at all', () => {
    const named = told((site) => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers }), {
      container: 'application',
    });
    expect(named).toMatchObject([
      { rule: 'client-workload', given: 'application', allowed: 'app', field: 'spec.template.spec.containers' },
    ]);
    const none = told(
      (site) => new ApiObject(site, 'shop', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' } }),
    );
    expect(none).toMatchObject([{ rule: 'client-workload', message: 'There is no container to tell.' }]);
  });

  it('has no object, or one that the library writes', () => {
    expect(told((site) => new Chart(site, 'chart'))).toMatchObject([{ rule: 'client-workload' }]);
    const ours = told((site) => {
      const topic = newCluster(site, 'other').addTopic('bills', { replicas: 3 });
      return new Consumer(site, 'warehouse', { topic });
    });
    expect(ours).toMatchObject([{ rule: 'client-workload', given: 'Deployment' }]);
  });

  it('is told of its cluster already', () => {
    const { site, cluster, orders } = shopSite();
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', producesTo: [orders] });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', producesTo: [orders] });
    expect(findings(site)).toMatchObject([{ rule: 'client-workload', path: 'site/shop/kafka-client-2' }]);
  });

  it('is in another namespace than its site', () => {
    const elsewhere = told(
      (site) => new Deployment(site, 'shop', { metadata: { name: 'shop', namespace: 'team' }, containers }),
    );
    expect(elsewhere).toContainEqual(
      expect.objectContaining({ rule: 'client-workload', given: 'team', allowed: 'site', field: 'metadata.namespace' }),
    );
  });

  it('is within no site', () => {
    const { site, cluster } = shopSite();
    const chart = new Chart(site.node.scope as App, 'plain');
    const workload = new Deployment(chart, 'shop', { containers });
    expect(() => KafkaClient.of(workload, { cluster, contract: 'quarkus' })).toThrow('not within a Site');
  });

  it('has a contract that cannot say what it needs', () => {
    const made = (site: Site): Construct => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    expect(told(made, { contract: 'quarkus', credentialsAs: 'files' })).toEqual([]);
    expect(told(made, { contract: 'quarkus', credentialsAs: 'files', prefix: 'US_' })).toMatchObject([
      {
        rule: 'client-contract',
        field: 'credentialsAs',
        given: 'files',
        remedy: 'Take environment, pkcs12, or another contract.',
      },
    ]);
    expect(told(made, { contract: 'generic', variables: { bootstrapServers: 'BROKERS' } })).toMatchObject([
      { rule: 'client-contract', field: 'variables.caCertificate' },
      { rule: 'client-contract', field: 'variables.userCertificate' },
      { rule: 'client-contract', field: 'variables.userKey' },
    ]);
  });

  it('reads a topic of another cluster, which is told once', () => {
    const { site, cluster, orders } = shopSite();
    const bills = newCluster(site, 'us').addTopic('bills', { replicas: 3 });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', consumesFrom: [orders, bills] });
    expect(findings(site)).toMatchObject([
      { rule: 'cluster-in-reach', field: 'consumesFrom[1]', given: 'bills of us', allowed: 'a topic of europe' },
    ]);
  });

  it('is told what is wrong with its props', () => {
    const { site, cluster } = shopSite();
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    const props = { cluster, contract: 'spring', producesTos: [] } as unknown as KafkaClientProps;
    KafkaClient.of(workload, props);
    expect(findings(site)).toMatchObject([{ rule: 'prop-value', given: 'spring' }, { rule: 'prop-unknown' }]);
  });
});
