import type { JsonObject } from '../../model/json';
import type { BadgerTraces, CassandraTraces, SearchTraces, TraceStorageRecord } from '../../model/tracing';
import { BADGER, isClaimed, isOnDisk, readBadgerClaim, readBadgerGroup } from '../common/badger';
import { defined } from '../common/codec';
import { flag, map, number, text, texts } from '../../model/guarded';
import type { WireEnv } from '../common/pods';
import type { MountedSecret } from '../common/secret-files';
import { storeMounts } from '../common/trace-secrets';
import { headerVariables } from './forward';
import type { WireClaims, WireSpec } from './shape';
import { readTls, readTlsFiles, writeTls, writeTlsFiles } from './tls';
import { reference, secretReferredTo, secretVariable } from './variables';

/** A backend of the storage extension, whatever stands in it. */
export type Backend = Readonly<Record<string, unknown>>;

/** Variables that credentials come by. The ConfigMap that the configuration becomes is no place for them. */
const SEARCH = { username: 'ES_USERNAME', password: 'ES_PASSWORD' };
const CASSANDRA = { username: 'CASSANDRA_USERNAME', password: 'CASSANDRA_PASSWORD' };

type Names = typeof SEARCH;

/** Spells the backend of the storage extension; absent: traces are kept elsewhere. `creates`: whether this object makes the schema. */
export function writeBackend(storage: TraceStorageRecord, creates: boolean): JsonObject | undefined {
  switch (storage.type) {
    case 'memory':
      return { memory: defined({ max_traces: storage.maxTraces }) };
    case 'badger':
      return { badger: writeBadger(storage) };
    case 'elasticsearch':
    case 'opensearch':
      return { [storage.type]: writeSearch(storage) };
    case 'cassandra':
      return { cassandra: writeCassandra(storage, creates) };
    case 'otlp':
    case 'none':
      return undefined;
  }
}

/** Reads a backend; a type that the model does not know reads as memory and is kept by the codec. */
export function readBackend(backend: Backend, spec: WireSpec, mounts: readonly MountedSecret[]): TraceStorageRecord {
  const { env } = spec;
  if ('badger' in backend) return readBadger(map(backend['badger']), spec);
  if ('elasticsearch' in backend) return readSearch('elasticsearch', map(backend['elasticsearch']), env, mounts);
  if ('opensearch' in backend) return readSearch('opensearch', map(backend['opensearch']), env, mounts);
  if ('cassandra' in backend) return readCassandra(map(backend['cassandra']), env, mounts);
  return defined({ type: 'memory' as const, maxTraces: number(map(backend['memory'])['max_traces']) });
}

/** The variables that traces are kept with: credentials, and headers that are secret. */
export function storeVariables(storage: TraceStorageRecord): WireEnv {
  switch (storage.type) {
    case 'memory':
    case 'badger':
    case 'none':
      return [];
    case 'otlp':
      return headerVariables(storage);
    case 'elasticsearch':
    case 'opensearch':
      return credentialVariables(storage.secret, SEARCH);
    case 'cassandra':
      return credentialVariables(storage.secret, CASSANDRA);
  }
}

/** The volume that is claimed for a badger store. */
export function writeClaims(storage: TraceStorageRecord): WireClaims | undefined {
  if (storage.type !== 'badger' || storage.size === undefined) return undefined;
  const spec = defined({
    accessModes: ['ReadWriteOnce'],
    storageClassName: storage.storageClass,
    resources: { requests: { storage: storage.size } },
  });
  return [{ metadata: { name: BADGER.volume }, spec }];
}

function writeBadger(storage: BadgerTraces): JsonObject {
  return defined({
    ephemeral: isClaimed(storage) ? false : storage.ephemeral,
    directories: isOnDisk(storage) ? { keys: BADGER.keys, values: BADGER.values } : undefined,
    ttl: storage.ttl === undefined ? undefined : { spans: storage.ttl },
  });
}

function readBadger(badger: Backend, spec: WireSpec): BadgerTraces {
  const { size, storageClass } = readBadgerVolume(spec);
  const claim = readBadgerClaim(spec);
  const claimed = size !== undefined || claim !== undefined;
  return defined({
    type: 'badger' as const,
    ephemeral: claimed ? undefined : flag(badger['ephemeral']),
    size,
    storageClass,
    claim,
    fsGroup: claimed ? readBadgerGroup(spec.podSecurityContext?.fsGroup) : undefined,
    ttl: text(map(badger['ttl'])['spans']),
  });
}

function readBadgerVolume(spec: WireSpec): Pick<BadgerTraces, 'size' | 'storageClass'> {
  const template = spec.volumeClaimTemplates?.find(({ metadata }) => metadata?.name === BADGER.volume)?.spec;
  const size = template?.resources?.requests?.['storage'];
  return size === undefined ? {} : { size: String(size), storageClass: template?.storageClassName };
}

function writeSearch(storage: SearchTraces): JsonObject {
  const { serverUrls, secret, indexPrefix, tls } = storage;
  return defined({
    server_urls: [...serverUrls],
    auth: writeAuth(secret, SEARCH),
    indices: indexPrefix === undefined ? undefined : { index_prefix: indexPrefix },
    tls: tls && writeTlsFiles(tls, storeMounts(storage)),
  });
}

function readSearch(
  type: SearchTraces['type'],
  search: Backend,
  env: WireEnv | undefined,
  mounts: readonly MountedSecret[],
): SearchTraces {
  return defined({
    type,
    serverUrls: texts(search['server_urls']),
    secret: readAuth(search['auth'], SEARCH, env),
    indexPrefix: text(map(search['indices'])['index_prefix']),
    tls: search['tls'] === undefined ? undefined : readTlsFiles(search['tls'], mounts),
  });
}

/** Unlike Jaeger v1, this one speaks TLS unless it is told not to. */
function writeCassandra(storage: CassandraTraces, creates: boolean): JsonObject {
  const { servers, keyspace, secret, datacenter, tls } = storage;
  return {
    schema: defined({ keyspace, create: creates ? true : undefined, datacenter }),
    connection: defined({
      servers: [...servers],
      local_dc: datacenter,
      auth: writeAuth(secret, CASSANDRA),
      tls: writeTls(tls, storeMounts(storage)),
    }),
  };
}

function readCassandra(
  cassandra: Backend,
  env: WireEnv | undefined,
  mounts: readonly MountedSecret[],
): CassandraTraces {
  const schema = map(cassandra['schema']);
  const connection = map(cassandra['connection']);
  return defined({
    type: 'cassandra' as const,
    servers: texts(connection['servers']),
    keyspace: text(schema['keyspace']) ?? '',
    secret: readAuth(connection['auth'], CASSANDRA, env),
    datacenter: text(schema['datacenter']),
    tls: readTls(connection['tls'], mounts),
  });
}

function writeAuth(secret: string | undefined, { username, password }: Names): JsonObject | undefined {
  return secret === undefined ? undefined : { basic: { username: reference(username), password: reference(password) } };
}

/** The Secret that both variables come from, where the configuration takes them. */
function readAuth(auth: unknown, names: Names, env: WireEnv | undefined): string | undefined {
  const basic = map(map(auth)['basic']);
  const username = secretReferredTo(basic['username'], env);
  const password = secretReferredTo(basic['password'], env);
  const isOurs = username?.key === names.username && password?.key === names.password;
  return isOurs && username.secret === password.secret ? username.secret : undefined;
}

function credentialVariables(secret: string | undefined, { username, password }: Names): WireEnv {
  if (secret === undefined) return [];
  return [username, password].map((name) => secretVariable(name, { secret, key: name }));
}
