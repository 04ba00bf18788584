import type { ClientRecord, ClientRole, ClientVariables, CredentialsAs } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { TracingSystem } from '../../model/tracing';
import type { EnvironmentReader } from '../common/environment-reader';
import type { PropertyVariable } from './custom-login';
import type { OauthForm } from './oauth';
import type { SaslType } from './sasl';

/** What an application does, in a word. */
export type RoleType = ClientRole['type'];

/** How a variable names a mounted file: by its path, by a `file:` URL, or by a reference that the Kafka client resolves. */
export type FileForm = 'path' | 'url' | 'reference';

/** The settings of an application that its variables carry. */
export type Settings = Pick<
  ClientRecord,
  'role' | 'endpoint' | 'credentialsAs' | 'tracing' | 'delayMs' | 'messageCount' | 'logLevel' | 'variables'
>;

/** How a kind of image spells its settings as environment variables. */
export interface Contract {
  /** What the images are called, for findings. */
  readonly title: string;
  /** Usual images, by role; a role without one takes an image from the team. */
  readonly images: Readonly<Partial<Record<RoleType, string>>>;
  /** The role that the variables tell of; absent: they are not of this contract. */
  readonly roleOf: (variables: EnvironmentReader) => RoleType | undefined;
  /** Names of the variables, by how credentials come. A setting without a name cannot be told. */
  readonly variables: (
    role: RoleType,
    given: ClientVariables | undefined,
    credentialsAs: CredentialsAs,
  ) => ClientVariables;
  /** Other names that the images take variables by as well; what is written has the names of `variables`. */
  readonly otherNames?: Readonly<Record<string, string>>;
  /** Variables that what is set brings along. The team cannot set them otherwise. */
  readonly fixed: (settings: Settings) => readonly EnvVar[];
  /** Variables that a program needs and the team may set otherwise. */
  readonly defaults: (role: RoleType) => readonly EnvVar[];
  /** How variables name mounted files, by what is in these; absent: such files cannot be told. */
  readonly files: Readonly<Partial<Record<Exclude<CredentialsAs, 'environment'>, FileForm>>>;
  /** Whether PEM files are of one cluster alone, as what names them begins with nothing. */
  readonly filesOnce?: true;
  /** Whether the password of a user can be a file too, beside certificates. */
  readonly passwordFiles: boolean;
  /** Mechanisms besides client certificates. */
  readonly sasl: readonly SaslType[];
  /** How the images take a login by OAuth 2.0; absent: they take none. */
  readonly oauth?: (given: ClientVariables) => OauthForm;
  /** The variables of properties of Kafka's client, for custom logins; absent: there are none. */
  readonly property?: PropertyVariable;
  /** Whether the security protocol is told even where it is Kafka's default. */
  readonly tellsPlaintext: boolean;
  /** Tracing libraries of the images. */
  readonly tracing: readonly TracingSystem[];
  /** The variable that turns tracing on; absent: a service name does. */
  readonly tracingSwitch?: { readonly name: string; readonly value: string };
  /** A user to run as where the images would run as root, and nobody else chooses one. */
  readonly runAsUser?: number;
  /** Roles that do not start without a delay between messages. */
  readonly needsDelay: readonly RoleType[];
}

/**
 * The names of an application's variables. A store is in the place of what is in it where credentials come in stores, and
 * means nothing elsewhere.
 */
export function namesOf(
  client: { readonly role: RoleType; readonly variables?: ClientVariables | undefined },
  contract: Contract,
  credentialsAs: CredentialsAs = 'environment',
): ClientVariables {
  const names = contract.variables(client.role, client.variables, credentialsAs);
  const { trustStore, trustStorePassword, keyStore, keyStorePassword, ...others } = names;
  return credentialsAs === 'pkcs12' ? names : others;
}
