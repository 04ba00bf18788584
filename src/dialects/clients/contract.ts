import type { ClientRecord, ClientRole, ClientVariables } from '../../model/client';
import type { Credentials } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import type { TracingSystem } from '../../model/tracing';
import type { EnvironmentReader } from '../common/environment-reader';

/** What an application does, in a word. */
export type RoleType = ClientRole['type'];

/** A mechanism that is no client certificate. */
export type SaslType = Exclude<Credentials['type'], 'tls'>;

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
  /** Names of the variables. A setting without a name cannot be told. */
  readonly variables: (role: RoleType, given: ClientVariables | undefined) => ClientVariables;
  /** Variables that what is set brings along. The team cannot set them otherwise. */
  readonly fixed: (settings: Settings) => readonly EnvVar[];
  /** Variables that a program needs and the team may set otherwise. */
  readonly defaults: (role: RoleType) => readonly EnvVar[];
  /** How a credential comes from a mounted file: the variable holds its path, or a reference; absent: not at all. */
  readonly files?: 'path' | 'reference';
  /** Mechanisms besides client certificates. */
  readonly sasl: readonly SaslType[];
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
