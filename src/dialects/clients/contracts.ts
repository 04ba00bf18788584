import type { ClientRecord, ClientContract, ClientVariables, CredentialsAs } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { TracingSystem } from '../../model/tracing';
import type { Limit } from '../common/codec';
import type { MountedSecret } from '../common/secret-files';
import { namesOf, type Contract, type RoleType, type Settings } from './contract';
import { EnvironmentReader } from '../common/environment-reader';
import { generic } from './generic';
import { describe, readDescription, type Description } from './description';
import { helloWorld } from './hello-world';
import { secretFolders } from './credential-files';
import { demandsOf } from './demands';
import { kafkaProperties } from './kafka-properties';
import { librdkafka } from './librdkafka';
import { loginLimits, loginVariables, tellsLogin, withoutToldLogin } from './login';
import { own } from './own';
import { withPrefix } from './prefix';
import { quarkus } from './quarkus';
import { springBoot } from './spring-boot';
import { readEnvironment } from './read-environment';
import { strimziExamples } from './strimzi-examples';
import { testClients } from './test-clients';
import { namesFor, writeEnvironment } from './write-environment';

/** The contracts, the most telling variables first: the order in which a reader tries them. */
const CONTRACTS: Readonly<Record<ContractName, Contract>> = {
  'test-clients': testClients,
  'strimzi-examples': strimziExamples,
  'hello-world': helloWorld,
  'spring-boot': springBoot,
  quarkus,
  librdkafka,
  'kafka-properties': kafkaProperties,
  own,
  generic,
};

type ContractName = ClientRecord['contract'];

/** What the variables of an application are called. */
function contractOf({ contract, prefix }: Pick<ClientRecord, 'contract' | 'prefix'>): Contract {
  return withPrefix(CONTRACTS[contract], prefix);
}

/** Folders of the Secrets that an application's certificates and passwords come from. */
export function mountedSecrets(
  client: Pick<ClientRecord, 'endpoint' | 'credentialsAs' | 'contract' | 'prefix'>,
): MountedSecret[] {
  return secretFolders(client, contractOf(client));
}

/** How credentials are mounted, where there are any to mount. */
export function mountedAs({
  credentialsAs,
  ...client
}: Pick<ClientRecord, 'endpoint' | 'contract'> & { readonly credentialsAs?: CredentialsAs | undefined }): Pick<
  ClientRecord,
  'credentialsAs'
> {
  if (credentialsAs === undefined || credentialsAs === 'environment') return {};
  return mountedSecrets({ ...client, credentialsAs }).length > 0 ? { credentialsAs } : {};
}

/** The usual image of a role; absent: the team names one. */
export function defaultImage(contract: ClientContract, role: RoleType): string | undefined {
  return CONTRACTS[contract].images[role];
}

/** The user that images of the contract have to run as to be no root; absent: they have one of their own. */
export function usualUser(contract: ContractName): number | undefined {
  return CONTRACTS[contract].runAsUser;
}

/** Settings of an application's pace and log, and whether it can be told each of them. */
export function tellable(
  contract: ClientContract,
  role: RoleType,
  variables?: ClientVariables,
): Readonly<Record<'delayMs' | 'messageCount' | 'logLevel', boolean>> {
  const names = namesOf({ role, variables }, CONTRACTS[contract]);
  return {
    delayMs: names.delayMs !== undefined,
    messageCount: names.messageCount !== undefined,
    logLevel: names.logLevel !== undefined,
  };
}

/** The tracing library that the images of a contract have, or usually have. */
export function usualTracing(contract: ContractName): TracingSystem {
  return CONTRACTS[contract].tracing[0] ?? 'opentelemetry';
}

/** What of an application the images of its contract cannot be told. */
export function contractDemands(client: ClientRecord): Limit[] {
  return demandsOf(client, contractOf(client));
}

/**
 * What of a login the images of its contract cannot be told.
 * @param own - names of the variables that the team sets itself
 */
export function loginDemands(client: ClientRecord, own: ReadonlySet<string>): Limit[] {
  const contract = contractOf(client);
  return loginLimits(withoutToldLogin(client, contract, own), contract);
}

/** An application without the login of its user, where its container tells mechanism and JAAS text itself. */
export function withoutLoginOf(client: ClientRecord, own: ReadonlySet<string>): ClientRecord {
  return withoutToldLogin(client, contractOf(client), own);
}

/** The variables of an application that are the team's own, where a reader takes those of its login for such. */
export function withoutLoginVariables(client: ClientRecord, read: ClientRecord['env']): ClientRecord['env'] {
  const contract = contractOf(client);
  if (tellsLogin(client, contract, new Set(client.env?.map(({ name }) => name)))) return client.env;
  const ours = new Set(loginVariables(client, contract).map(({ name }) => name));
  const others = read?.filter(({ name }) => !ours.has(name));
  return others && others.length > 0 ? others : undefined;
}

/** An application's settings as environment variables, the team's own last. */
export function writeClientEnvironment(client: ClientRecord): EnvVar[] {
  return writeEnvironment(client, contractOf(client));
}

/** What the annotation of an application's object says of it; absent: its variables tell all. */
export function describeClient(client: ClientRecord): string | undefined {
  const { contract, prefix, role, variables } = client;
  const saysNothing = role.type === 'other' && !variables && prefix === undefined && contract !== 'own';
  if (saysNothing && recognised(writeClientEnvironment(client)).contract === contract) return undefined;
  return describe(client, namesFor(client, contractOf(client)));
}

/** A container, as far as it is known by its variables. */
export interface KnownContainer {
  readonly name?: string | undefined;
  readonly env?: readonly EnvVar[] | undefined;
}

/**
 * Which container is the application: the one that an annotation names, or the first whose variables are of a contract.
 * @param usual - the name of a container that an annotation has no name for
 */
export function clientContainer(
  containers: readonly KnownContainer[],
  description: string | undefined,
  usual: string,
): number {
  if (containers.length < 2) return 0;
  const described = readDescription(description);
  const named = described ? containers.findIndex(({ name }) => name === (described.container ?? usual)) : -1;
  if (named >= 0) return named;
  return Math.max(
    containers.findIndex(({ env = [] }) => recognised(env).contract !== 'generic'),
    0,
  );
}

/** What an annotation would say of a container whose variables tell that it is an application; absent: they do not. */
export function recognisedDescription({ name, env = [] }: KnownContainer): string | undefined {
  const { contract, role } = recognised(env);
  return contract === 'generic' ? undefined : JSON.stringify({ contract, container: name, role });
}

/** What is read of a container besides its variables. */
export interface ContainerContext {
  /** Secrets that the container has as folders. */
  readonly mounts: readonly MountedSecret[];
  /** The Deployment's annotation that tells which variable is which. */
  readonly description?: string;
}

/** The inverse of `writeClientEnvironment`. Variables that are of no contract are the team's own. */
export function readClientEnvironment(
  env: readonly EnvVar[],
  { mounts, description }: ContainerContext,
): Settings & Pick<ClientRecord, 'contract' | 'prefix' | 'env'> {
  const described = readDescription(description);
  const { contract: name, prefix, ...known } = described ?? recognised(env);
  const contract = contractOf({ contract: name, ...(prefix !== undefined && { prefix }) });
  return {
    contract: name,
    ...(prefix !== undefined && { prefix }),
    ...readEnvironment(usualNames(env, contract), { ...known, contract, mounts }),
  };
}

function recognised(env: readonly EnvVar[]): Description {
  const variables = new EnvironmentReader(env);
  for (const contract of Object.keys(CONTRACTS) as ContractName[]) {
    const { roleOf, otherNames } = CONTRACTS[contract];
    const role = roleOf(otherNames ? new EnvironmentReader(usualNames(env, CONTRACTS[contract])) : variables);
    if (role) return { contract, role, untold: {} };
  }
  return { contract: 'generic', role: 'other', untold: {} };
}

/** Variables by the names that the contract writes them by. */
function usualNames(env: readonly EnvVar[], { otherNames }: Contract): readonly EnvVar[] {
  if (!otherNames) return env;
  return env.map((variable) => {
    const { name } = variable;
    return Object.hasOwn(otherNames, name) ? { ...variable, name: otherNames[name] ?? name } : variable;
  });
}
