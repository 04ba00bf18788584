import type { Manifest } from '../../dialects/common/codec';
import { TRACING_APIS } from '../../dialects/apis';
import { get } from '../../dialects/common/values';
import { isMap } from '../../model/guarded';
import { tracingDialect } from '../../dialects/load';
import { clusterAddresses } from '../../dialects/operator-names';
import type { Described } from '../../dialects/read';
import { boundSecret } from '../../model/kafka-access';
import type { TracingBackendRecord } from '../../model/tracing';
import type { Cargo } from './unit';

/** Something that comes to be because of an object. */
export interface Provided {
  readonly kind: 'Secret' | 'Service' | 'Host';
  readonly name: string;
}

/** What comes to be because of an object, besides itself: Secrets and Services that operators make of it. */
export function providedBy({ manifest, says }: Cargo): readonly Provided[] {
  const own = says && providedByRecord(says, manifest);
  return own ?? PROVIDERS[manifest.kind]?.(manifest) ?? NOTHING;
}

const NOTHING: readonly never[] = [];

function providedByRecord(says: Described, manifest: Manifest): readonly Provided[] | undefined {
  switch (says.noun) {
    case 'kafkaCluster': {
      const { services, hosts } = clusterAddresses(says.record);
      return [
        ...CA_SECRETS.map((suffix) => secret(`${says.record.name}-${suffix}`)),
        ...[...services, `${says.record.name}-kafka-brokers`].map(service),
        ...hosts.map((name) => ({ kind: 'Host' as const, name })),
      ];
    }
    case 'kafkaAccess':
      return [secret(boundSecret(says.record))];
    case 'tracingBackend':
      return tracingServices(says.record, manifest).map(service);
    default:
      return undefined;
  }
}

/**
 * Secrets that the operator keeps the CAs of a cluster in.
 * @see https://strimzi.io/docs/operators/latest/deploying#con-certificate-authority-secrets-str
 */
const CA_SECRETS = ['cluster-ca', 'cluster-ca-cert', 'clients-ca', 'clients-ca-cert'] as const;

function tracingServices(backend: TracingBackendRecord, { apiVersion }: Manifest): string[] {
  const name = TRACING_APIS[apiVersion];
  if (name === undefined) return [];
  const { agent, collector, otlpGrpc, otlpHttp, query } = tracingDialect(name, '1.65.0').endpoints(backend);
  return [agent, collector, otlpGrpc, otlpHttp].flatMap((at) => at?.host ?? []).concat(query?.service ?? []);
}

/** What objects provide that the model has no noun for. */
const PROVIDERS: Readonly<Record<string, ((manifest: Manifest) => readonly Provided[]) | undefined>> = {
  Certificate: ({ spec }) => textsOf(field(spec, 'secretName')).map(secret),
  ExternalSecret: ({ metadata, spec }) => [secret(textsOf(field(field(spec, 'target'), 'name'))[0] ?? metadata.name)],
  KafkaBridge: ({ metadata }) => [service(`${metadata.name}-bridge-service`)],
  KafkaConnect: ({ metadata }) => [service(`${metadata.name}-connect-api`)],
  SealedSecret: ({ metadata }) => [secret(metadata.name)],
};

function field(value: unknown, name: string): unknown {
  return isMap(value) ? get(value, name) : undefined;
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

function secret(name: string): Provided {
  return { kind: 'Secret', name };
}

function service(name: string): Provided {
  return { kind: 'Service', name };
}
