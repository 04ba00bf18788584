import { mirrorEndsApart } from '../../src/rules/mirror-ends-apart';
import { endpoint, kraft, mirror1, mirror2 } from './mirrors';
import { tell, tellOfSites } from './harness';

const near = [kraft('kafka'), kraft('other')];
const far = { ...endpoint('kafka'), bootstrapServers: 'kafka-kafka-bootstrap.site-2.svc:9093' };

function twins(alias: string, secret: string, config = {}) {
  const mirror = mirror2('kafka', 'kafka', 'orders');
  const source = { alias, ...far, trust: [{ secret, certificate: 'ca.crt' }] };
  const [flow] = mirror.mirrors;
  const sourceConnector = { config: { ...flow?.sourceConnector?.config, ...config } };
  const mirrorMaker2 = [{ ...mirror, mirrors: [{ ...flow, source, sourceConnector }] }];
  return tellOfSites(mirrorEndsApart, [{ kafkaCluster: near, mirrorMaker2 }, { kafkaCluster: [kraft('kafka')] }]);
}

describe('mirror-ends-apart', () => {
  it('takes two clusters', () => {
    expect(tell(mirrorEndsApart, { kafkaCluster: near, mirrorMaker2: [mirror2('other', 'kafka', '.*')] })).toEqual([]);
    expect(twins('far', 'far-ca')).toEqual([]);
  });

  it('refuses a mirror of a cluster onto itself', () => {
    const told = tell(mirrorEndsApart, { kafkaCluster: near, mirrorMaker: [mirror1('kafka', 'kafka', '.*')] });
    expect(told).toMatchObject([{ path: 'kafka-kafka', severity: 'error', given: 'kafka', field: 'spec.producer' }]);
  });

  it('refuses one alias at both ends under the identity policy, and warns of it under the default one', () => {
    expect(twins('kafka', 'far-ca')).toMatchObject([{ severity: 'error', given: 'kafka', field: 'spec.mirrors[0]' }]);
    const policy = 'org.apache.kafka.connect.mirror.DefaultReplicationPolicy';
    expect(twins('kafka', 'far-ca', { 'replication.policy.class': policy })).toMatchObject([{ severity: 'warning' }]);
  });

  it('refuses one CA Secret for two clusters of one name', () => {
    expect(twins('far', 'kafka-cluster-ca-cert')).toMatchObject([
      { severity: 'error', given: 'kafka-cluster-ca-cert', field: 'spec.mirrors[0].trustedCertificates' },
    ]);
  });

  it('takes one Secret of a company for clusters of two names', () => {
    const mirror = mirror2('other', 'kafka', '.*');
    const trust = [{ secret: 'company-ca', certificate: 'ca.crt' }];
    const mirrors = mirror.mirrors.map((flow) => ({ ...flow, source: { ...flow.source, trust } }));
    const mirrorMaker2 = [{ ...mirror, mirrors, target: { ...mirror.target, trust } }];
    expect(tell(mirrorEndsApart, { kafkaCluster: near, mirrorMaker2 })).toEqual([]);
  });
});
