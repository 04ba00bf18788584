import { clusterKey, sameCluster, sameSite, userKey } from '../../src/wiring/identity';
import { clusterSeen, siteIdentity } from './harness';

describe('a site', () => {
  it('is a namespace of a Kubernetes cluster', () => {
    expect(sameSite(siteIdentity('kafka', 'blue'), siteIdentity('kafka', 'blue'))).toBe(true);
    expect(sameSite(siteIdentity('kafka', 'blue'), siteIdentity('apps', 'blue'))).toBe(false);
    expect(sameSite(siteIdentity('kafka', 'blue'), siteIdentity('kafka', 'green'))).toBe(false);
  });
});

describe('a Kafka cluster', () => {
  const others = [
    clusterSeen({ clusterName: 'us' }),
    clusterSeen({ site: siteIdentity('apps') }),
    clusterSeen({ site: siteIdentity('kafka', 'green') }),
  ];

  it('is known by its site and its name, whatever else is said of it', () => {
    expect(sameCluster(clusterSeen(), clusterSeen({ listeners: [] }))).toBe(true);
    expect(clusterKey(clusterSeen())).toBe(clusterKey(clusterSeen({ listeners: [] })));
  });

  it.each(others)('in $site.targetNamespace of $site.kubernetesCluster called $clusterName is another', (other) => {
    expect(sameCluster(clusterSeen(), other)).toBe(false);
    expect(clusterKey(other)).not.toBe(clusterKey(clusterSeen()));
  });

  it('tells users of one name apart', () => {
    const keys = [clusterSeen(), ...others].map((cluster) => userKey({ userName: 'shop', cluster }));
    expect(new Set(keys).size).toBe(4);
  });
});
