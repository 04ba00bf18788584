import { Authorization, KafkaUser, Mirror, StrimziRelease, grantRequests, type KafkaCluster } from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

const OPA = Authorization.opa({ url: 'http://opa:8181/v1/data/kafka/allow' });
const KEYCLOAK = { clientId: 'kafka', tokenEndpointUri: 'https://sso/token' };
const OWN = { authorizerClass: 'com.example.Authorizer' };

/** A cluster with a user that was granted something. */
function granted(authorization: Authorization) {
  const site = newSite({ release: StrimziRelease.V0_45 });
  const cluster = newCluster(site, 'europe', { authorization });
  const shop = cluster.addUser('shop');
  cluster.addTopic('orders', { partitions: 1, replicas: 3 }).grantProduce(shop);
  return { site, cluster, shop };
}

const ofShop = (site: ReturnType<typeof granted>['site']) => manifest(site, 'KafkaUser', 'shop').spec;

describe('grants at a cluster', () => {
  it.each([
    ['its own ACLs', Authorization.simple()],
    ['Keycloak beside its own ACLs', Authorization.keycloak({ ...KEYCLOAK, delegateToKafkaAcls: true })],
    ['a class that takes ACLs', Authorization.custom({ ...OWN, supportsAdminApi: true })],
  ])('with %s are written', (_, authorization) => {
    const { site, cluster } = granted(authorization);
    expect(cluster.rightsFrom).toBe('acls');
    expect(ofShop(site)).toHaveProperty('authorization.acls');
    expect(findings(site).filter(({ rule }) => rule === 'granted-elsewhere')).toEqual([]);
  });

  it.each([
    ['an agent', OPA],
    ['Keycloak', Authorization.keycloak(KEYCLOAK)],
    ['a class', Authorization.custom(OWN)],
  ])('whose rights %s knows are listed for whoever gives them', (_, authorization) => {
    const { site, cluster, shop } = granted(authorization);
    expect(cluster.rightsFrom).toBe('authorizer');
    expect(ofShop(site)).not.toHaveProperty('authorization');
    const told = findings(site).filter(({ rule }) => rule === 'granted-elsewhere');
    expect(told).toMatchObject([{ severity: 'warning', path: shop.node.path }]);
    expect(told[0]?.remedy).toContain('Write on topic orders');
    expect(grantRequests(site)).toEqual([]);
  });

  it('where everybody may do everything need no word', () => {
    const { site } = granted(Authorization.none());
    expect(ofShop(site)).not.toHaveProperty('authorization');
    expect(findings(site)).toEqual([]);
  });
});

describe('a mirror between clusters that ask an agent', () => {
  it('is made, and its rights are listed once for each user', () => {
    const site = newSite({ release: StrimziRelease.V0_45 });
    const [source, target] = ['europe', 'us'].map((id) => newCluster(site, id, { authorization: OPA })) as [
      KafkaCluster,
      KafkaCluster,
    ];
    const topics = [source.addTopic('orders', { partitions: 1, replicas: 3 })];
    new Mirror(site, 'mirror', { source, target, topics });
    expect(findings(site).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['granted-elsewhere', 'warning'],
      ['granted-elsewhere', 'warning'],
    ]);
  });
});

it('rules that a program writes itself are held to the authorizer', () => {
  const site = newSite({ release: StrimziRelease.V0_45 });
  const acls = [{ resource: { type: 'topic', name: 'orders' }, operations: ['Read'] }] as const;
  const cluster = newCluster(site, 'europe', { authorization: OPA });
  new KafkaUser(cluster, 'shop', { cluster, acls });
  expect(findings(site).map(({ rule }) => rule)).toContain('acl-needs-authorization');
});
