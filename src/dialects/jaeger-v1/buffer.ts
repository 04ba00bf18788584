import type { JsonObject } from '../../model/json';
import type { TraceBuffer } from '../../model/tracing';
import { defined } from '../common/codec';
import type { MountedSecret } from '../common/secret-files';
import { bufferMounts, endpointTls, filesOf, tlsAt, tlsOf } from '../common/trace-secrets';
import { flatten, text } from './options';

type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The options of the collector, which writes to Kafka. */
export function producerOptions(buffer: TraceBuffer): Options {
  return clientOptions('kafka.producer', buffer);
}

/** The options of the ingester, which reads from Kafka. */
export function consumerOptions(buffer: TraceBuffer): Options {
  return { ...clientOptions('kafka.consumer', buffer), 'kafka.consumer.group-id': buffer.group };
}

/**
 * Jaeger 1.63 and later look at TLS with the authentication `tls` alone, whether there is a client certificate or not.
 * @see https://github.com/jaegertracing/jaeger/blob/v1.65.0/pkg/kafka/auth/config.go
 */
function clientOptions(prefix: string, buffer: TraceBuffer): Options {
  const tls = tlsOf(buffer);
  const files = tls && filesOf(tls, bufferMounts(buffer));
  return {
    [`${prefix}.brokers`]: buffer.bootstrapServers,
    [`${prefix}.topic`]: buffer.topic,
    [`${prefix}.authentication`]: buffer.authentication ?? (tls && 'tls'),
    [`${prefix}.tls.enabled`]: tls && true,
    [`${prefix}.tls.ca`]: files?.ca,
    [`${prefix}.tls.cert`]: files?.certificate,
    [`${prefix}.tls.key`]: files?.key,
  };
}

/** Reads the options of collector and ingester, and the files that the collector has. */
export function readBuffer(
  collector: JsonObject | undefined,
  ingester: JsonObject | undefined,
  mounts: readonly MountedSecret[],
): TraceBuffer | undefined {
  const options = flatten(collector);
  const of = (name: string): string | undefined => text(options[`kafka.producer.${name}`]);
  const bootstrapServers = of('brokers');
  if (bootstrapServers === undefined) return undefined;
  const authentication = of('authentication');
  const speaksTls = authentication === 'tls' || of('tls.enabled') === 'true';
  const files = { ca: of('tls.ca'), certificate: of('tls.cert'), key: of('tls.key') };
  return defined({
    bootstrapServers,
    ...(speaksTls && endpointTls(tlsAt(files, mounts))),
    topic: of('topic'),
    group: text(flatten(ingester)['kafka.consumer.group-id']),
    authentication: readAuthentication(authentication),
  });
}

function readAuthentication(wire: string | undefined): TraceBuffer['authentication'] {
  return wire === 'plaintext' || wire === 'kerberos' ? wire : undefined;
}
