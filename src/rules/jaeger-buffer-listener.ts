import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import { portsOf } from '../model/address';
import type { FieldPath } from '../model/field';
import type { TraceBuffer, TracingBackendRecord } from '../model/tracing';
import { topologyRule, type Breach } from './rule';

/** A Jaeger gets through the listener that its buffer is reached by. */
export const jaegerBufferListener = topologyRule({
  id: 'jaeger-buffer-listener',
  summary: 'A Jaeger speaks to the Kafka between its collector and its store as the listener there asks.',
  remedy: 'Give the buffer the topic, so that address, CA and user follow from it, or name a listener that fits.',
  effect: 'fails',
  source:
    'Collector and ingester connect without TLS and without a name unless kafka.producer and kafka.consumer say else (Jaeger 1.17 to 1.65, pkg/kafka/auth).',
  across: (topology, report) => {
    for (const backend of topology.all('tracingBackend')) {
      const { buffer, name } = backend.record;
      const cluster = buffer && topology.endOf(buffer.bootstrapServers, backend)?.cluster;
      const listener = cluster && listenerAt(cluster.record, buffer.bootstrapServers);
      const wrong = listener && mismatch(listener, buffer);
      if (!wrong) continue;
      report(backend, {
        field: fieldOf(backend.record),
        given: buffer.bootstrapServers,
        ...fittingPorts(cluster.record, buffer),
        message: `Listener "${listener.name}" of ${cluster.record.name} ${wrong} "${name}" does not get through.`,
      });
    }
  },
});

/** Where a Jaeger v1 has the address, or a part of a Jaeger v2. */
function fieldOf({ part }: TracingBackendRecord): FieldPath {
  if (part === undefined) return ['spec', 'collector', 'options', 'kafka', 'producer', 'brokers'];
  return ['spec', 'config', part === 'ingester' ? 'receivers' : 'exporters', 'kafka', 'brokers'];
}

/** The listener that all ports of the address are of; absent: the address is not one of inside, and does not tell. */
function listenerAt({ listeners }: KafkaClusterRecord, bootstrapServers: string): ListenerRecord | undefined {
  const ports = portsOf(bootstrapServers);
  const [listener, ...others] = listeners.filter(({ port }) => ports.includes(port));
  return others.length === 0 ? listener : undefined;
}

/** The listeners beside it that would do; nothing where there are none. Others are reached at another host. */
function fittingPorts({ listeners }: KafkaClusterRecord, buffer: TraceBuffer): Pick<Breach, 'allowed'> {
  const fitting = listeners.filter((listener) => listener.type === 'internal' && !mismatch(listener, buffer));
  const texts = fitting.map(({ name, port }) => `port ${port} of listener "${name}"`);
  return texts.length === 0 ? {} : { allowed: texts.join(', ') };
}

/** How the two differ, before the name of the Jaeger; absent: they fit as far as can be seen. */
function mismatch(listener: ListenerRecord, { trust, credentials, authentication }: TraceBuffer): string | undefined {
  const speaksTls = trust !== undefined;
  if (listener.tls !== speaksTls) return listener.tls ? 'speaks TLS, and without it' : 'speaks no TLS, and with it';
  switch (listener.authentication?.type) {
    // Any setting with TLS may have a client certificate in it.
    case 'tls':
    case 'custom':
    case undefined:
      return undefined;
    case 'scram-sha-512':
    case 'oauth': {
      const hasPassword = authentication === 'plaintext' || (credentials !== undefined && credentials.type !== 'tls');
      return hasPassword
        ? undefined
        : `asks for ${listener.authentication.type}, and without a user name and a password`;
    }
  }
}
