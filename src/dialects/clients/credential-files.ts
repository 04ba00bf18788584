import type { ClientRecord } from '../../model/client';
import type { Credentials } from '../../model/endpoint';
import type { SecretKey } from '../../model/user';
import { keyAt, pathOf, type MountedSecret } from '../common/secret-files';
import type { Contract, FileForm } from './contract';

const FOLDER = '/etc/kafka-credentials';

/** Folders of the Secrets that an application's certificates and passwords come from. */
export function secretFolders(
  { endpoint, credentialsAs, prefix }: Pick<ClientRecord, 'endpoint' | 'credentialsAs' | 'prefix'>,
  { passwordFiles }: Pick<Contract, 'passwordFiles'>,
): MountedSecret[] {
  if (credentialsAs === undefined) return [];
  const { trust = [], credentials } = endpoint;
  const isPasswordFile = passwordFiles && credentialsAs === 'files';
  const within = folderOf(prefix);
  return [
    ...mount('cluster-ca', trust[0]?.secret, within),
    ...mount('user', userSecretOf(credentials, isPasswordFile), within),
  ];
}

function userSecretOf(credentials: Credentials | undefined, isPasswordFile: boolean): string | undefined {
  if (credentials?.type === 'tls') return credentials.secret;
  return isPasswordFile ? credentials?.password.secret : undefined;
}

/** What a variable says of the file that a key of a Secret is; absent: the Secret is not mounted. */
export function fileText(key: SecretKey, form: FileForm, mounts: readonly MountedSecret[]): string | undefined {
  if (form === 'reference') return referenceTo(key, mounts);
  const path = pathOf(key, mounts);
  return path !== undefined && form === 'url' ? `${URL_SCHEME}${path}` : path;
}

/** The inverse of `fileText`. */
export function keyInFile(text: string, form: FileForm, mounts: readonly MountedSecret[]): SecretKey | undefined {
  if (form === 'reference') return keyReferredTo(text, mounts);
  if (form === 'url' && !text.startsWith(URL_SCHEME)) return undefined;
  return keyAt(form === 'url' ? text.slice(URL_SCHEME.length) : text, mounts);
}

const URL_SCHEME = 'file:';

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

function mount(what: string, secret: string | undefined, within: string | undefined): MountedSecret[] {
  if (secret === undefined) return [];
  if (within === undefined) return [{ volume: what, secret, path: `${FOLDER}/${what}` }];
  return [{ volume: `${within}-${what}`, secret, path: `${FOLDER}/${within}/${what}` }];
}

/** A part of a path, and of the name of a volume, for a prefix; absent: there is none. */
function folderOf(prefix: string | undefined): string | undefined {
  const folder = prefix
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return folder === '' ? undefined : folder;
}
