import { App, KafkaAccess, KafkaUser, Site, StrimziRelease } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

const at = (release = StrimziRelease.V1_2): Site => newSite({ release, kubernetesCluster: 'here' });

describe('a KafkaAccess', () => {
  it('has one Secret made of a cluster, a listener and a user', () => {
    const site = at();
    const cluster = newCluster(site);
    const user = cluster.addUser('shop');
    const access = new KafkaAccess(site, 'binding', {
      cluster,
      user,
      listener: 'tls',
      secretName: 'kafka',
      secretMetadata: { labels: { team: 'shop' } },
      overrides: { spec: { template: { secret: { metadata: { annotations: { reflect: 'true' } } } } } },
    });
    expect(access.secretName).toBe('kafka');
    expect(new KafkaAccess(cluster, 'plain').secretName).toBe('plain');
    expect(manifest(site, 'KafkaAccess', 'binding')).toEqual({
      apiVersion: 'access.strimzi.io/v1alpha1',
      kind: 'KafkaAccess',
      metadata: { name: 'binding', namespace: site.targetNamespace },
      spec: {
        kafka: { name: cluster.clusterName, listener: 'tls' },
        user: { apiGroup: 'kafka.strimzi.io', kind: 'KafkaUser', name: 'shop' },
        secretName: 'kafka',
        template: { secret: { metadata: { labels: { team: 'shop' }, annotations: { reflect: 'true' } } } },
      },
    });
    expect(findings(site).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names the namespace of a cluster in another one, and is told of one in another Kubernetes cluster', () => {
    const app = new App();
    const site = (id: string, kubernetesCluster: string) =>
      new Site(app, id, { release: StrimziRelease.V1_2, namespace: id, kubernetesCluster });
    const cluster = newCluster(site('kafka', 'here'));
    const user = cluster.addUser('shop');
    const apps = site('apps', 'here');
    new KafkaAccess(apps, 'binding', { cluster, user });
    expect(manifest(apps, 'KafkaAccess', 'binding').spec).toMatchObject({
      kafka: { namespace: 'kafka' },
      user: { namespace: 'kafka' },
    });
    expect(findings(apps)).toEqual([]);
    const far = site('far', 'there');
    new KafkaAccess(far, 'binding', { cluster });
    expect(findings(far)).toMatchObject([
      { rule: 'beside-its-cluster', path: 'far/binding', field: 'spec.kafka.name' },
    ]);
  });

  it('is told of no cluster, and once of a user of another one', () => {
    const site = at();
    new KafkaAccess(site, 'stray');
    const [cluster, other] = [newCluster(site, 'mine'), newCluster(site, 'other')];
    new KafkaAccess(site, 'described', { cluster, user: other.addUser('shop') });
    new KafkaAccess(site, 'referred', { cluster, user: KafkaUser.fromUserName(other, 'theirs') });
    const told = findings(site).filter(({ path }) => path !== 'site/other/user:shop');
    expect(told.map(({ path, rule, field }) => [path, rule, field]).sort()).toEqual([
      ['site/described', 'access-binding', 'spec.user.name'],
      ['site/referred', 'grant-at-own-cluster', 'spec.user.name'],
      ['site/stray', 'prop-missing', 'cluster'],
    ]);
  });

  it('needs an operator that reads the API of its site', () => {
    const late = at(StrimziRelease.V0_45);
    new KafkaAccess(late, 'binding', { cluster: newCluster(late), secretMetadata: { labels: { a: 'b' } } });
    expect(findings(late)).toContainEqual(
      expect.objectContaining({ rule: 'schema-accepts', field: 'spec.template', severity: 'error' }),
    );
    const early = at(StrimziRelease.V0_20);
    new KafkaAccess(early, 'binding', { cluster: newCluster(early) });
    expect(findings(early)).toMatchObject([{ rule: 'release-has-noun', allowed: expect.stringContaining('0.22.1') }]);
  });

  it('has a Secret that no other object makes', () => {
    const site = at();
    const cluster = newCluster(site);
    const user = cluster.addUser('shop');
    new KafkaAccess(site, 'shop', { cluster, user });
    expect(findings(site)).toMatchObject([{ rule: 'made-names-apart', field: 'metadata.name' }]);
  });
});
