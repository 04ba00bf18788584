import type { ListenerRecord } from '../../src/model/listener';
import { listenerSound } from '../../src/rules/listener-sound';
import { cluster, tell } from './harness';

const plain: ListenerRecord = { name: 'plain', port: 9092, type: 'internal', tls: false };
const fields = (...listeners: ListenerRecord[]) =>
  tell(listenerSound, { kafkaCluster: [cluster({ listeners })] }).map(({ field }) => field);

describe('listener-sound', () => {
  it('takes listeners that keep apart', () => {
    expect(fields(plain, { ...plain, name: 'tls', port: 9093, tls: true, authentication: { type: 'tls' } })).toEqual(
      [],
    );
  });

  it('refuses a name or a port twice', () => {
    expect(fields(plain, plain)).toEqual(['spec.kafka.listeners[1].name', 'spec.kafka.listeners[1].port']);
  });

  it('refuses the ports of metrics and JMX', () => {
    expect(fields({ ...plain, port: 9404 }, { ...plain, name: 'b', port: 9999 })).toHaveLength(2);
  });

  it('refuses names that the ports of pods have already', () => {
    expect(fields({ ...plain, name: 'prometheus' }, { ...plain, name: 'metrics', port: 9095 })).toEqual([
      'spec.kafka.listeners[0].name',
    ]);
  });

  it('refuses routes and client certificates without TLS', () => {
    expect(fields({ ...plain, type: 'route' })).toEqual(['spec.kafka.listeners[0].tls']);
    expect(fields({ ...plain, configuration: { brokerCertChainAndKey: {} } })).toEqual(['spec.kafka.listeners[0].tls']);
    expect(fields({ ...plain, authentication: { type: 'tls' } })).toEqual(['spec.kafka.listeners[0].tls']);
  });

  it.each<[Partial<ListenerRecord>, string]>([
    [{ type: 'ingress' }, 'its type is ingress'],
    [{ type: 'tlsroute' }, 'its type is tlsroute'],
    [{ authentication: { type: 'tls' } }, 'its clients prove who they are with a certificate'],
    [{ configuration: { brokerCertChainAndKey: {} } }, 'it has a certificate'],
  ])('says why a listener with %j needs TLS', (listener, why) => {
    const told = tell(listenerSound, { kafkaCluster: [cluster({ listeners: [{ ...plain, ...listener }] })] });
    expect(told).toMatchObject([{ message: `Listener "plain" needs TLS: ${why}.`, remedy: 'Give the listener TLS.' }]);
  });
});
