import type { ClientRecord } from '../../model/client';
import type { SecretKey } from '../../model/user';
import { keyAt, pathOf, type MountedSecret } from '../common/secret-files';

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
