import type { JsonObject } from '../../model/json';
import { map, text } from '../../model/guarded';
import type { ServerTls } from '../../model/tracing';
import { defined } from '../common/codec';
import type { MountedSecret } from '../common/secret-files';
import { filesOf, tlsAt } from '../common/trace-secrets';

/** The files of TLS, in the words of all components of a collector. */
export function writeTlsFiles(tls: ServerTls, mounts: readonly MountedSecret[]): JsonObject {
  const { ca, certificate, key } = filesOf(tls, mounts);
  return defined({ ca_file: ca, cert_file: certificate, key_file: key });
}

/** TLS with its files, or that there is none, where a component has to be told either. */
export function writeTls(tls: ServerTls | undefined, mounts: readonly MountedSecret[]): JsonObject {
  return tls ? { insecure: false, ...writeTlsFiles(tls, mounts) } : { insecure: true };
}

/** Reads the files of TLS; the inverse of `writeTlsFiles`. */
export function readTlsFiles(wire: unknown, mounts: readonly MountedSecret[]): ServerTls {
  const tls = map(wire);
  return tlsAt({ ca: text(tls['ca_file']), certificate: text(tls['cert_file']), key: text(tls['key_file']) }, mounts);
}

/** Reads TLS of a component that speaks it unless it is told not to; the inverse of `writeTls`. */
export function readTls(wire: unknown, mounts: readonly MountedSecret[]): ServerTls | undefined {
  return map(wire)['insecure'] === true ? undefined : readTlsFiles(wire, mounts);
}
