import type { BadgerTraces, ServerTls, TraceStorageRecord } from '../../model/tracing';
import { BADGER, isClaimed, isOnDisk, readBadgerClaim, readBadgerGroup, VOLUMES_SHAPE } from '../common/badger';
import { defined } from '../common/codec';
import { flag } from '../../model/guarded';
import type { MountedSecret } from '../common/secret-files';
import type { Fitting, Shape } from '../common/shape';
import { filesOf, storeMounts, tlsAt } from '../common/trace-secrets';
import { flatten, nest, number, text } from './options';

/** What readers take the storage for. Options that do not begin with the type's prefix do nothing. */
export const STORAGE_SHAPE = {
  type: 'text',
  options: 'map',
  secretName: 'text',
  cassandraCreateSchema: { datacenter: 'text' },
} as const satisfies Shape;
/** What readers take the pod for that a badger store lives in. */
export const STORE_SHAPE = { ...VOLUMES_SHAPE, securityContext: { fsGroup: 'number' } } as const satisfies Shape;

type WireStorage = Fitting<typeof STORAGE_SHAPE>;
type WireStore = Fitting<typeof STORE_SHAPE>;

/** Spells the store. OpenSearch has no name here and goes by that of Elasticsearch. */
export function writeStorage(storage: TraceStorageRecord): WireStorage {
  switch (storage.type) {
    case 'memory':
      return withOptions('memory', { 'memory.max-traces': storage.maxTraces });
    case 'badger':
      return withOptions('badger', {
        'badger.ephemeral': isClaimed(storage) ? false : storage.ephemeral,
        'badger.directory-key': isOnDisk(storage) ? BADGER.keys : undefined,
        'badger.directory-value': isOnDisk(storage) ? BADGER.values : undefined,
        'badger.span-store-ttl': storage.ttl,
      });
    case 'elasticsearch':
    case 'opensearch':
      return withOptions(
        'elasticsearch',
        {
          'es.server-urls': storage.serverUrls.join(','),
          'es.index-prefix': storage.indexPrefix,
          ...tlsOptions('es', storage),
        },
        { secretName: storage.secret },
      );
    case 'cassandra':
      return withOptions(
        'cassandra',
        {
          'cassandra.servers': storage.servers.join(','),
          'cassandra.keyspace': storage.keyspace,
          ...tlsOptions('cassandra', storage),
        },
        {
          secretName: storage.secret,
          cassandraCreateSchema: storage.datacenter === undefined ? undefined : { datacenter: storage.datacenter },
        },
      );
    case 'otlp':
    case 'none':
      return {};
  }
}

/** Files do nothing, or keep Jaeger from starting, where TLS is not enabled besides. */
function tlsOptions(
  prefix: string,
  storage: Extract<TraceStorageRecord, { tls?: ServerTls }>,
): Record<string, string | boolean | undefined> {
  const files = storage.tls && filesOf(storage.tls, storeMounts(storage));
  return {
    [`${prefix}.tls.enabled`]: files && true,
    [`${prefix}.tls.ca`]: files?.ca,
    [`${prefix}.tls.cert`]: files?.certificate,
    [`${prefix}.tls.key`]: files?.key,
  };
}

function readTls(
  prefix: string,
  options: ReturnType<typeof flatten>,
  mounts: readonly MountedSecret[],
): ServerTls | undefined {
  const of = (name: string): string | undefined => text(options[`${prefix}.tls.${name}`]);
  return of('enabled') === 'true'
    ? tlsAt({ ca: of('ca'), certificate: of('cert'), key: of('key') }, mounts)
    : undefined;
}

/** Reads the store; a type that the operator does not know is memory to it as well. */
export function readStorage(
  wire: WireStorage | undefined,
  pod: WireStore | undefined,
  mounts: readonly MountedSecret[],
): TraceStorageRecord {
  const options = flatten(wire?.options);
  const secret = wire?.secretName;
  switch (String(wire?.type).toLowerCase()) {
    case 'badger':
      return readBadger(options, pod);
    case 'elasticsearch':
      return defined({
        type: 'elasticsearch' as const,
        serverUrls: parts(text(options['es.server-urls'])),
        secret,
        indexPrefix: text(options['es.index-prefix']),
        tls: readTls('es', options, mounts),
      });
    case 'cassandra':
      return defined({
        type: 'cassandra' as const,
        servers: parts(text(options['cassandra.servers'])),
        keyspace: text(options['cassandra.keyspace']) ?? '',
        secret,
        datacenter: wire?.cassandraCreateSchema?.datacenter,
        tls: readTls('cassandra', options, mounts),
      });
    default:
      return defined({ type: 'memory' as const, maxTraces: number(options['memory.max-traces']) });
  }
}

function readBadger(options: ReturnType<typeof flatten>, pod: WireStore | undefined): BadgerTraces {
  const claim = pod && readBadgerClaim(pod);
  return defined({
    type: 'badger' as const,
    ephemeral: claim === undefined ? flag(options['badger.ephemeral']) : undefined,
    claim,
    fsGroup: claim === undefined ? undefined : readBadgerGroup(pod?.securityContext?.fsGroup),
    ttl: text(options['badger.span-store-ttl']),
  });
}

function withOptions(type: string, options: Parameters<typeof nest>[0], others: WireStorage = {}): WireStorage {
  return defined({ type, options: nest(options), ...defined(others) });
}

/** What a flag with commas lists. */
function parts(list: string | undefined): string[] {
  return (list ?? '').split(',').filter((part) => part !== '');
}
