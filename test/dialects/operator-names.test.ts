import { bootstrapService, clusterAddresses, clusterCertificate } from '../../src/dialects/operator-names';
import type { ListenerRecord, ListenerType } from '../../src/model/listener';

const listener = (type: ListenerType, configuration?: ListenerRecord['configuration']): ListenerRecord => ({
  name: 'one',
  port: 9094,
  type,
  tls: true,
  ...(configuration && { configuration }),
});

describe('the Service of a listener', () => {
  it('is the one of all listeners inside', () => {
    expect(bootstrapService('europe', listener('internal'))).toBe('europe-kafka-bootstrap');
  });

  it.each(['cluster-ip', 'route', 'ingress', 'loadbalancer', 'nodeport', 'tlsroute'] as const)(
    'has the name of the listener where it is of the type %s',
    (type) => {
      expect(bootstrapService('europe', listener(type))).toBe('europe-kafka-one-bootstrap');
    },
  );
});

it('the Secret of a cluster bears its name', () => {
  expect(clusterCertificate('europe')).toEqual({ secret: 'europe-cluster-ca-cert', certificate: 'ca.crt' });
});

describe('where a cluster is found', () => {
  const hosts = (configuration: ListenerRecord['configuration']) =>
    clusterAddresses({
      name: 'europe',
      mode: 'kraft',
      nodePools: true,
      listeners: [listener('ingress', configuration)],
    }).hosts;

  it('are the hosts of its bootstrap and of its brokers, in small letters', () => {
    expect(
      hosts({
        bootstrap: { host: 'Kafka.example.com', loadBalancerIP: '10.0.0.1', alternativeNames: ['other.example.com'] },
        brokers: [
          { broker: 0, host: 'b0.example.com' },
          { broker: 1, advertisedHost: 'B1.example.com' },
        ],
      }),
    ).toEqual(['kafka.example.com', '10.0.0.1', 'other.example.com', 'b0.example.com', 'b1.example.com']);
  });

  it('is nothing that is no text', () => {
    expect(hosts({ bootstrap: { host: 7, alternativeNames: 'x' }, brokers: 'none' })).toEqual([]);
  });
});
