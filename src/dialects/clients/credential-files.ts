import type { ClientRecord } from '../../model/client';
import type { SecretKey } from '../../model/user';

/** A Secret as a folder of a container: a file for each key. */
export interface MountedSecret {
  /** Name of the volume. */
  readonly volume: string;
  readonly secret: string;
  readonly path: string;
}

const FOLDER = '/etc/kafka-credentials';

/** Folders of the Secrets that an application's certificates and passwords come from. */
export function mountedSecrets({
  endpoint,
  credentialsAs,
}: Pick<ClientRecord, 'endpoint' | 'credentialsAs'>): MountedSecret[] {
  if (credentialsAs !== 'files') return [];
  const { trust = [], credentials } = endpoint;
  const authority = trust[0]?.secret;
  const user = credentials && (credentials.type === 'tls' ? credentials.secret : credentials.password.secret);
  return [mount('cluster-ca', authority), mount('user', user)].flat();
}

/** The path of the file that a key of a Secret is; absent: the Secret is not mounted. */
export function pathOf({ secret, key }: SecretKey, mounts: readonly MountedSecret[]): string | undefined {
  const folder = mounts.find((mounted) => mounted.secret === secret);
  return folder && `${folder.path}/${key}`;
}

/** The key of a Secret that a path leads to; the inverse of `pathOf`. */
export function keyAt(path: string, mounts: readonly MountedSecret[]): SecretKey | undefined {
  for (const { path: folder, secret } of mounts) {
    const key = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    if (key !== '' && !key.includes('/')) return { secret, key };
  }
  return undefined;
}

/** Name of the config provider that the Kafka client reads files with. */
export const DIRECTORY_PROVIDER = 'directory';
/** @see https://kafka.apache.org/documentation/#directory_config_provider */
export const DIRECTORY_PROVIDER_CLASS = 'org.apache.kafka.common.config.provider.DirectoryConfigProvider';

const REFERENCE = /^\$\{directory:([^:}]+):([^:}]+)\}$/;

/** The text that the Kafka client puts the content of a file in place of. */
export function referenceTo(key: SecretKey, mounts: readonly MountedSecret[]): string | undefined {
  const path = pathOf(key, mounts);
  return path && `\${${DIRECTORY_PROVIDER}:${path.slice(0, -key.key.length - 1)}:${key.key}}`;
}

/** The key of a Secret that a reference is to; the inverse of `referenceTo`. */
export function keyReferredTo(text: string, mounts: readonly MountedSecret[]): SecretKey | undefined {
  const [, folder, file] = REFERENCE.exec(text) ?? [];
  return folder === undefined ? undefined : keyAt(`${folder}/${file}`, mounts);
}

function mount(volume: string, secret: string | undefined): MountedSecret[] {
  return secret === undefined ? [] : [{ volume, secret, path: `${FOLDER}/${volume}` }];
}
