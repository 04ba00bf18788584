import type { ListenerRecord, ListenerType } from '../../src/model/listener';
import { connect } from '../../src/wiring/connection';
import { clusterSeen, siteIdentity, TLS } from './harness';

const PLAIN: ListenerRecord = { name: 'plain', port: 9092, type: 'internal', tls: false };
const external = (type: ListenerType, tls = true): ListenerRecord => ({ name: 'external', port: 9094, type, tls });
const ADDRESS = 'europe.example.com:443';
const OUTSIDE = { record: external('route'), address: ADDRESS };

const serversFrom = (
  listeners: Parameters<typeof clusterSeen>[0],
  from = siteIdentity(),
  name?: string,
): string | undefined => {
  const way = connect(clusterSeen(listeners), from, name);
  return 'unreachable' in way ? undefined : way.bootstrapServers;
};

describe('the way to a Kafka cluster', () => {
  it('leads a neighbour to the Service of the listener, and others through its namespace', () => {
    expect(serversFrom({})).toBe('europe-kafka-bootstrap:9093');
    expect(serversFrom({}, siteIdentity('apps'))).toBe('europe-kafka-bootstrap.kafka.svc:9093');
  });

  it('has a Service of its own where each broker has one', () => {
    const record = { ...TLS, name: 'each', type: 'cluster-ip' as const };
    expect(serversFrom({ listeners: [{ record }] })).toBe('europe-kafka-each-bootstrap:9093');
  });

  it('prefers TLS, then what stays inside', () => {
    expect(serversFrom({ listeners: [{ record: PLAIN }, OUTSIDE, { record: TLS }] })).toBe(
      'europe-kafka-bootstrap:9093',
    );
    expect(serversFrom({ listeners: [{ record: PLAIN }, OUTSIDE] })).toBe(ADDRESS);
    expect(serversFrom({ listeners: [{ record: PLAIN }, { ...OUTSIDE, record: external('nodeport', false) }] })).toBe(
      'europe-kafka-bootstrap:9092',
    );
  });

  it('trusts what the listener says, or else the CA of the cluster', () => {
    const trust = [{ secret: 'our-ca', certificate: 'ca.crt' }];
    const trusted = (listener: object) =>
      connect(clusterSeen({ listeners: [{ record: TLS, ...listener }] }), siteIdentity());
    expect(trusted({ trust })).toMatchObject({ trust });
    expect(trusted({ trust: [] })).toMatchObject({ trust: [] });
    expect(trusted({})).toMatchObject({ trust: [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }] });
  });

  it('takes the listener that is named', () => {
    expect(serversFrom({ listeners: [{ record: PLAIN }, { record: TLS }] }, siteIdentity(), 'plain')).toBe(
      'europe-kafka-bootstrap:9092',
    );
  });

  it('leads from another Kubernetes cluster through an address only', () => {
    const far = siteIdentity('kafka', 'green');
    expect(serversFrom({ listeners: [{ record: TLS }, OUTSIDE] }, far)).toBe(ADDRESS);
    expect(connect(clusterSeen({ listeners: [{ record: TLS }, { record: external('route') }] }), far)).toEqual({
      unreachable: 'no listener of the cluster has an address outside its Kubernetes cluster "blue"',
      remedy: expect.stringContaining('bootstrapHost'),
    });
  });

  it('trusts the CA of the cluster where there is TLS, and nobody where there is none', () => {
    expect(connect(clusterSeen(), siteIdentity())).toMatchObject({
      trust: [{ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' }],
    });
    expect(connect(clusterSeen({ listeners: [{ record: PLAIN }] }), siteIdentity())).not.toHaveProperty('trust');
  });

  it('is told of no listener by the names of those that there are', () => {
    expect(connect(clusterSeen(), siteIdentity(), 'none')).toEqual({
      unreachable: 'the cluster has no listener "none"',
      remedy: 'Name one of its listeners: tls.',
    });
    expect(connect(clusterSeen({ listeners: [] }), siteIdentity())).toEqual({
      unreachable: 'the cluster has no listener',
      remedy: expect.stringContaining('Give the cluster a listener'),
    });
  });
});
