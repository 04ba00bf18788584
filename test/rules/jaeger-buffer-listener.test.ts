import type { Finding } from '../../src/check/finding';
import type { ListenerRecord } from '../../src/model/listener';
import type { TraceBuffer, TracingBackendRecord } from '../../src/model/tracing';
import { jaegerBufferListener } from '../../src/rules/jaeger-buffer-listener';
import { StrimziRelease } from '../../src/dialects/releases';
import { cluster, tell } from './harness';

const LISTENERS: readonly ListenerRecord[] = [
  { name: 'plain', port: 9092, type: 'internal', tls: false },
  { name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } },
  { name: 'open', port: 9094, type: 'internal', tls: true },
  { name: 'scram', port: 9095, type: 'internal', tls: false, authentication: { type: 'scram-sha-512' } },
  { name: 'custom', port: 9096, type: 'internal', tls: true, authentication: { type: 'custom' } },
  { name: 'oauth', port: 9097, type: 'internal', tls: true, authentication: { type: 'oauth' } },
];

function findings(settings: Partial<TraceBuffer>, port: number, host = 'europe-kafka-bootstrap'): Finding[] {
  const backend: TracingBackendRecord = {
    name: 'eyes',
    strategy: 'streaming',
    storage: { type: 'elasticsearch', serverUrls: ['https://es:9200'] },
    buffer: { bootstrapServers: `${host}:${port}`, ...settings },
  };
  const given = { kafkaCluster: [cluster({ listeners: LISTENERS })], tracingBackend: [backend] };
  return tell(jaegerBufferListener, { ...given, release: StrimziRelease.V0_45 });
}

function messages(...given: Parameters<typeof findings>): string[] {
  return findings(...given).map(({ message }) => message);
}

describe('jaeger-buffer-listener', () => {
  it.each<[string, Partial<TraceBuffer>, number]>([
    ['no TLS and no credentials where none are asked for', {}, 9092],
    ['a client certificate', { trust: [] }, 9093],
    ['TLS whose options may have a client certificate', { trust: [] }, 9093],
    ['TLS without credentials', { trust: [] }, 9094],
    ['a password', { authentication: 'plaintext' }, 9095],
    ['whatever somebody else looks at', { trust: [], authentication: 'kerberos' }, 9096],
    ['a password where tokens are usual', { trust: [], authentication: 'plaintext' }, 9097],
    ['a port that no listener has', {}, 9099],
  ])('takes %s', (_, settings, port) => {
    expect(messages(settings, port)).toEqual([]);
  });

  it('keeps silent about a cluster that it does not see', () => {
    expect(messages({}, 9093, 'kafka.example.com')).toEqual([]);
  });

  it.each<[string, Partial<TraceBuffer>, number, string]>([
    ['TLS that is not spoken', {}, 9093, 'Listener "tls" of europe speaks TLS'],
    ['a password without TLS', { authentication: 'plaintext' }, 9097, 'Listener "oauth" of europe speaks TLS'],
    ['TLS that the listener does not speak', { trust: [] }, 9092, 'Listener "plain" of europe speaks no TLS'],
    ['a password that is not given', {}, 9095, 'Listener "scram" of europe asks for scram-sha-512'],
    ['a token that is not given', { trust: [] }, 9097, 'Listener "oauth" of europe asks for oauth'],
  ])('refuses %s', (_, settings, port, message) => {
    expect(messages(settings, port)).toEqual([expect.stringContaining(message)]);
  });

  it('takes the password of a Secret', () => {
    const password = { secret: 's', key: 'password' };
    expect(messages({ credentials: { type: 'scram-sha-512', username: 'u', password } }, 9095)).toEqual([]);
  });

  it('looks at both parts of a Jaeger v2 that speak to Kafka', () => {
    const buffer = { bootstrapServers: 'europe-kafka-bootstrap:9093', topic: 'spans' };
    const common = { strategy: 'streaming', buffer } as const;
    const tracingBackend: TracingBackendRecord[] = [
      { ...common, name: 'a', part: 'collector', storage: { type: 'none' } },
      { ...common, name: 'b', part: 'ingester', storage: { type: 'cassandra', servers: ['c'], keyspace: 'k' } },
    ];
    const told = tell(jaegerBufferListener, {
      kafkaCluster: [cluster()],
      tracingBackend,
      release: StrimziRelease.V1_2,
    });
    expect(told.map(({ field }) => field)).toEqual([
      'spec.config.exporters.kafka.brokers',
      'spec.config.receivers.kafka.brokers',
    ]);
  });

  it('names the option, and what it is set to', () => {
    const tracingBackend: TracingBackendRecord[] = [
      {
        name: 'eyes',
        strategy: 'streaming',
        storage: { type: 'cassandra', servers: ['c'], keyspace: 'k' },
        buffer: { bootstrapServers: 'europe-kafka-bootstrap:9093' },
      },
    ];
    const told = tell(jaegerBufferListener, {
      kafkaCluster: [cluster()],
      tracingBackend,
      release: StrimziRelease.V0_45,
    });
    expect(told).toMatchObject([
      {
        path: 'eyes',
        severity: 'error',
        field: 'spec.collector.options.kafka.producer.brokers',
        given: 'europe-kafka-bootstrap:9093',
      },
    ]);
    expect(told[0]).not.toHaveProperty('allowed');
  });

  it.each<[Partial<TraceBuffer>, number, string]>([
    [{}, 9093, 'port 9092 of listener "plain"'],
    [
      { trust: [], authentication: 'plaintext' },
      9095,
      'port 9093 of listener "tls", port 9094 of listener "open", port 9096 of listener "custom", port 9097 of listener "oauth"',
    ],
  ])('names the listeners that a buffer with %j gets through', (settings, port, allowed) => {
    expect(findings(settings, port)).toMatchObject([{ allowed }]);
  });
});
