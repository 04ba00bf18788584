import type { Endpoint } from '../../model/endpoint';
import type { JsonObject } from '../../model/json';
import { list, map, text, texts } from '../../model/guarded';
import type { TraceBuffer } from '../../model/tracing';
import { defined } from '../common/codec';
import type { WireEnv } from '../common/pods';
import type { MountedSecret } from '../common/secret-files';
import { bufferMounts, endpointTls, tlsOf } from '../common/trace-secrets';
import { readTls, writeTls } from './tls';
import { reference, secretReferredTo, secretVariable } from './variables';

/** Name of the exporter to Kafka, and of the receiver from it. */
export const KAFKA = 'kafka';

const USUAL_TOPIC = 'jaeger-spans';
const PASSWORD = 'KAFKA_PASSWORD';
const MECHANISMS = { 'scram-sha-512': 'SCRAM-SHA-512', 'scram-sha-256': 'SCRAM-SHA-256', plain: 'PLAIN' } as const;
type SaslType = keyof typeof MECHANISMS;

/** The exporter to Kafka. The spans of a trace go to one ingester, which may have to judge the whole of it. */
export function writeExporter(buffer: TraceBuffer): JsonObject {
  return {
    ...writeClient(buffer),
    traces: { topic: buffer.topic ?? USUAL_TOPIC },
    partition_traces_by_id: true,
  };
}

/** The receiver from Kafka. What was written before it came up is read too. */
export function writeReceiver(buffer: TraceBuffer): JsonObject {
  return defined({
    ...writeClient(buffer),
    group_id: buffer.group,
    initial_offset: 'earliest',
    traces: { topics: [buffer.topic ?? USUAL_TOPIC] },
  });
}

/** Reads an exporter or a receiver. */
export function readBuffer(wire: unknown, env: WireEnv | undefined, mounts: readonly MountedSecret[]): TraceBuffer {
  const { brokers, tls, auth, traces, group_id: group } = map(wire);
  const topic = text(map(traces)['topic']) ?? texts(map(traces)['topics'])[0];
  return defined({
    bootstrapServers: texts(brokers).join(','),
    ...readTrust(tls, mounts),
    ...readAuthentication(map(auth), env),
    topic,
    group: text(group),
  });
}

/** A buffer in the form of another that leaves out the usual topic. */
export function agreedBuffer(buffer: TraceBuffer | undefined, other: TraceBuffer | undefined): TraceBuffer | undefined {
  if (buffer?.topic !== USUAL_TOPIC || !other || other.topic !== undefined) return buffer;
  const { topic: _, ...same } = buffer;
  return same;
}

/** The variable that a password comes by. */
export function passwordVariables({ credentials }: TraceBuffer): WireEnv {
  return credentials && credentials.type !== 'tls' ? [secretVariable(PASSWORD, credentials.password)] : [];
}

function writeClient(buffer: TraceBuffer): JsonObject {
  const tls = tlsOf(buffer);
  return defined({
    brokers: buffer.bootstrapServers.split(',').filter((broker) => broker !== ''),
    // Unlike other components, these speak no TLS unless they are told to.
    tls: tls && writeTls(tls, bufferMounts(buffer)),
    auth: writeAuthentication(buffer),
  });
}

function writeAuthentication({ credentials, authentication }: TraceBuffer): JsonObject | undefined {
  if (authentication !== undefined) return { [authentication === 'kerberos' ? 'kerberos' : 'sasl']: {} };
  if (!credentials || credentials.type === 'tls') return undefined;
  const { type, username } = credentials;
  return { sasl: { username, password: reference(PASSWORD), mechanism: MECHANISMS[type] } };
}

function readTrust(tls: unknown, mounts: readonly MountedSecret[]): Pick<Endpoint, 'trust' | 'credentials'> {
  const read = tls === undefined ? undefined : readTls(tls, mounts);
  return read ? endpointTls(read) : {};
}

function readAuthentication(
  auth: Readonly<Record<string, unknown>>,
  env: WireEnv | undefined,
): Pick<TraceBuffer, 'credentials' | 'authentication'> {
  if ('kerberos' in auth) return { authentication: 'kerberos' };
  const { username, password, mechanism } = map(auth['sasl']);
  const name = text(username);
  const key = secretReferredTo(password, env);
  const type = (Object.keys(MECHANISMS) as SaslType[]).find((each) => MECHANISMS[each] === mechanism);
  if (type && name !== undefined && key) return { credentials: { type, username: name, password: key } };
  return list(Object.keys(auth)).some((each) => each === 'sasl' || each === 'plain_text')
    ? { authentication: 'plaintext' }
    : {};
}
