import type { Duration, Size } from 'cdk8s';
import type { TraceStorageRecord } from '../model/tracing';
import { goDuration, sizeText } from './quantities';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

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
    return new TraceStorage({ type: 'cassandra', ...props });
  }

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: TraceStorageRecord,
  ) {}
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
   * Whether it is spoken to with TLS, its certificate trusted by the platform.
   * @default - without
   */
  readonly tls?: true;
}
