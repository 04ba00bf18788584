import type { Duration, Size } from 'cdk8s';
import { TRACE_PORTS, type ForwardedTraces, type ServerTls, type TraceStorageRecord } from '../model/tracing';
import type { SecretKey } from '../model/user';
import { isSecretName } from '../model/secret-names';
import { withFault } from '../props/kept';
import { goDuration, sizeText } from './quantities';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';
import { hostFault } from './host-fault';

/** Where traces are kept. */
export class TraceStorage {
  static {
    valueClass(this, 'TraceStorage');
    holdCalls(this, 'TraceStorage');
  }

  /**
   * In memory, for one process; traces are gone with the pod.
   * @param props - `maxTraces`: how many are kept, 1 at least; of more, the oldest go first. Jaeger has its own bound.
   */
  static memory(props: { readonly maxTraces?: number } = {}): TraceStorage {
    return new TraceStorage({ type: 'memory', ...props });
  }

  /** In Badger, on a volume of one process. */
  static badger(props: BadgerStoreProps = {}): TraceStorage {
    const { size, storageClass, claim, fsGroup, keep } = props;
    return new TraceStorage({
      type: 'badger',
      ...(size === undefined && claim === undefined && { ephemeral: true }),
      ...(claim !== undefined && { claim }),
      ...(fsGroup !== undefined && { fsGroup }),
      ...(size !== undefined && { size: sizeText(size) }),
      ...(storageClass !== undefined && { storageClass }),
      ...(keep && { ttl: goDuration(keep) }),
    });
  }

  /** In Elasticsearch. `secret` has the keys `ES_USERNAME` and `ES_PASSWORD`. */
  static elasticsearch(props: SearchStoreProps): TraceStorage {
    return new TraceStorage({ type: 'elasticsearch', ...props });
  }

  /** In OpenSearch. `secret` has the keys `ES_USERNAME` and `ES_PASSWORD`. */
  static openSearch(props: SearchStoreProps): TraceStorage {
    return new TraceStorage({ type: 'opensearch', ...props });
  }

  /** In Cassandra. `secret` has the keys `CASSANDRA_USERNAME` and `CASSANDRA_PASSWORD`. */
  static cassandra(props: CassandraStoreProps): TraceStorage {
    const { tls, ...others } = props;
    return new TraceStorage({ type: 'cassandra', ...others, ...(tls && { tls: tls === true ? {} : tls }) });
  }

  /**
   * At another place that takes OTLP and shows traces itself: Tempo, or a vendor. A Jaeger v2 is a collector before it
   * then, which programs send to inside the Kubernetes cluster.
   */
  static otlp(props: ForwardProps): TraceStorage {
    const storage = new TraceStorage(forwardOf(props));
    const fault = hostFault(props.host);
    if (fault) return withFault(storage, { path: ['host'], ...fault });
    if (props.path !== undefined && props.protocol !== 'http') return withFault(storage, pathFault(props.path));
    const [typed] = Object.entries(props.headers ?? {}).filter(([name, value]) => isTyped(name, value));
    if (!typed) return storage;
    return withFault(storage, {
      path: ['headers', typed[0]],
      allowed: 'a key of a Secret: { secret, key }',
      message: `What the header ${typed[0]} says is a secret, and many can read manifests.`,
      remedy: 'Name the Secret and its key.',
    });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: TraceStorageRecord,
  ) {}
}

function forwardOf({ host, port, path = '', protocol = 'grpc', tls = false, headers }: ForwardProps): ForwardedTraces {
  const address = `${host.includes(':') ? `[${host}]` : host}:${port ?? TRACE_PORTS[`otlp-${protocol}`]}`;
  const certificates = tls === true ? {} : tls;
  return {
    type: 'otlp',
    protocol,
    endpoint: protocol === 'grpc' ? address : `${tls ? 'https' : 'http'}://${address}${path}`,
    ...(certificates && { tls: certificates }),
    ...(headers && { headers }),
  };
}

function pathFault(path: string): Parameters<typeof withFault>[1] {
  return {
    path: ['path'],
    given: path,
    allowed: "a path with protocol: 'http', or none",
    message: 'Spans that travel over gRPC go to a host and a port, and to no path.',
    remedy: "Say protocol: 'http', or leave the path out.",
  };
}

function isTyped(header: string, value: string | SecretKey): boolean {
  return typeof value === 'string' && (isSecretName(header) || /^(proxy-)?authorization$/i.test(header));
}

/** Properties of a Badger that keeps traces. */
export interface BadgerStoreProps {
  /**
   * Size of the volume that is claimed, or a Kubernetes quantity.
   * @default - no volume: traces are gone with the pod
   */
  readonly size?: Size | string;
  /**
   * StorageClass of the volume that is claimed.
   * @default - the Kubernetes cluster's default StorageClass
   */
  readonly storageClass?: string;
  /**
   * A PersistentVolumeClaim that is there already.
   * @default - none
   */
  readonly claim?: string;
  /**
   * Group id, from 0, that may write to the volume; `platform`: the platform chooses, as OpenShift insists on.
   * @default 10001, the user of Jaeger's images
   */
  readonly fsGroup?: number | 'platform';
  /**
   * How long spans are kept, to the millisecond.
   * @default - Jaeger's own
   */
  readonly keep?: Duration;
}

/** Properties of an Elasticsearch or OpenSearch that keeps traces. */
export interface SearchStoreProps {
  /** URLs of the servers, each with its scheme. */
  readonly serverUrls: readonly string[];
  /**
   * Secret with user name and password.
   * @default - none is needed
   */
  readonly secret?: string;
  /**
   * Beginning of the names of its indexes.
   * @default - Jaeger's own
   */
  readonly indexPrefix?: string;
  /**
   * The CA that signed the servers' certificates, and a certificate that Jaeger proves itself with, both in Secrets.
   * @default - the CAs that the image trusts, and no certificate
   */
  readonly tls?: ServerTls;
}

/** Properties of a Cassandra that keeps traces. */
export interface CassandraStoreProps {
  /** Host names, each with or without a port. */
  readonly servers: readonly string[];
  /** Keyspace that the traces are in. */
  readonly keyspace: string;
  /**
   * Secret with user name and password.
   * @default - none is needed
   */
  readonly secret?: string;
  /**
   * Data centre that is asked first.
   * @default - Jaeger's own
   */
  readonly datacenter?: string;
  /**
   * Whether it is spoken to with TLS; with the CA that signed the servers' certificates, and a certificate that Jaeger
   * proves itself with, where they are in Secrets. `true`: with the CAs that the image trusts.
   * @default - without TLS
   */
  readonly tls?: true | ServerTls;
}

/** Properties of another place that takes OTLP. */
export interface ForwardProps {
  /** Name or address of the host, without a scheme, known at once. */
  readonly host: string;
  /**
   * Port, from 1 to 65535, known at once.
   * @default - 4317 for gRPC, 4318 for HTTP
   */
  readonly port?: number;
  /**
   * How spans travel: OTLP over gRPC or over HTTP.
   * @default grpc
   */
  readonly protocol?: 'grpc' | 'http';
  /**
   * What stands before `/v1/traces` in URLs of HTTP, with a slash before it; known at once.
   * @default - nothing
   */
  readonly path?: string;
  /**
   * Whether it speaks TLS, known at once; with the CA that signed its certificate, and a certificate that Jaeger proves itself with, where
   * they are in Secrets. `true`: with the CAs that the image trusts.
   * @default false
   */
  readonly tls?: boolean | ServerTls;
  /**
   * Headers of each request, by name: a text such as the name of a tenant, or the key of a Secret.
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string | SecretKey>>;
}
