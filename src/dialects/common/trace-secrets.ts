import type { Endpoint, TrustedCertificate } from '../../model/endpoint';
import type { ClientCertificate, ServerTls, TraceBuffer, TraceStorageRecord } from '../../model/tracing';
import { defined } from './codec';
import { keyAt, pathOf, type MountedSecret } from './secret-files';

const FOLDER = '/etc/jaeger';

/** Paths of the files that TLS needs; a reader also finds paths that lead to no Secret. */
export interface TlsFiles {
  readonly ca?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
}

/** Folders of the Secrets that a store is reached with. */
export function storeMounts(storage: TraceStorageRecord): MountedSecret[] {
  return 'tls' in storage ? mountsOf(storage.tls, 'storage-ca', 'storage-certificate') : [];
}

/** Folders of the Secrets that the Kafka between the parts of a Jaeger is reached with. */
export function bufferMounts(buffer: TraceBuffer | undefined): MountedSecret[] {
  return mountsOf(buffer && tlsOf(buffer), 'kafka-ca', 'kafka-user');
}

/** The files of a server's TLS. */
export function filesOf({ ca, clientCertificate }: ServerTls, mounts: readonly MountedSecret[]): TlsFiles {
  const { secret = '', certificate = '', key = '' } = clientCertificate ?? {};
  return {
    ca: ca && pathOf({ secret: ca.secret, key: ca.certificate }, mounts),
    certificate: clientCertificate && pathOf({ secret, key: certificate }, mounts),
    key: clientCertificate && pathOf({ secret, key }, mounts),
  };
}

/** What the files of a server's TLS are in Secrets; the inverse of `filesOf`. Files from elsewhere are left out. */
export function tlsAt(files: TlsFiles, mounts: readonly MountedSecret[]): ServerTls {
  return defined({ ca: certificateAt(files.ca, mounts), clientCertificate: clientCertificateAt(files, mounts) });
}

/** How a Kafka is spoken to with TLS; absent: without. */
export function tlsOf({ trust, credentials }: Endpoint): ServerTls | undefined {
  const [ca] = trust ?? [];
  if (credentials?.type !== 'tls') return trust && defined({ ca });
  const { secret, certificate, key } = credentials;
  return defined({ ca, clientCertificate: { secret, certificate, key } });
}

/** What of an endpoint TLS says; the inverse of `tlsOf`. */
export function endpointTls({ ca, clientCertificate }: ServerTls): Pick<Endpoint, 'trust' | 'credentials'> {
  return {
    trust: ca ? [ca] : [],
    ...(clientCertificate && { credentials: { type: 'tls', ...clientCertificate } }),
  };
}

function mountsOf(tls: ServerTls | undefined, authority: string, own: string): MountedSecret[] {
  return [mount(authority, tls?.ca?.secret), mount(own, tls?.clientCertificate?.secret)].flat();
}

function mount(volume: string, secret: string | undefined): MountedSecret[] {
  return secret === undefined ? [] : [{ volume, secret, path: `${FOLDER}/${volume}` }];
}

function certificateAt(path: string | undefined, mounts: readonly MountedSecret[]): TrustedCertificate | undefined {
  const at = path === undefined ? undefined : keyAt(path, mounts);
  return at && { secret: at.secret, certificate: at.key };
}

function clientCertificateAt(
  { certificate, key }: TlsFiles,
  mounts: readonly MountedSecret[],
): ClientCertificate | undefined {
  const at = certificateAt(certificate, mounts);
  const keyOf = key === undefined ? undefined : keyAt(key, mounts);
  return at && keyOf?.secret === at.secret ? { ...at, key: keyOf.key } : undefined;
}
