import type { ClientRecord, ClientContract, ClientVariables } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { TracingSystem } from '../../model/tracing';
import type { Limit } from '../common/codec';
import type { MountedSecret } from '../common/secret-files';
import type { Contract, RoleType, Settings } from './contract';
import { EnvironmentReader } from '../common/environment-reader';
import { generic } from './generic';
import { readDescription } from './generic-annotation';
import { helloWorld } from './hello-world';
import { demandsOf } from './demands';
import { readEnvironment, type Known } from './read-environment';
import { strimziExamples } from './strimzi-examples';
import { testClients } from './test-clients';
import { writeEnvironment } from './write-environment';

export { mountedSecrets } from './credential-files';
export { VARIABLES_ANNOTATION, writeDescription } from './generic-annotation';

/** The contracts, the most telling variables first: the order in which a reader tries them. */
const CONTRACTS: Readonly<Record<ClientContract, Contract>> = {
  'test-clients': testClients,
  'strimzi-examples': strimziExamples,
  'hello-world': helloWorld,
  generic,
};

/** The usual image of a role; absent: the team names one. */
export function defaultImage(contract: ClientContract, role: RoleType): string | undefined {
  return CONTRACTS[contract].images[role];
}

/** The user that images of the contract have to run as to be no root; absent: they have one of their own. */
export function usualUser(contract: ClientContract): number | undefined {
  return CONTRACTS[contract].runAsUser;
}

/** Settings of an application's pace and log, and whether it can be told each of them. */
export function tellable(
  contract: ClientContract,
  role: RoleType,
  variables?: ClientVariables,
): Readonly<Record<'delayMs' | 'messageCount' | 'logLevel', boolean>> {
  const names = CONTRACTS[contract].variables(role, variables);
  return {
    delayMs: names.delayMs !== undefined,
    messageCount: names.messageCount !== undefined,
    logLevel: names.logLevel !== undefined,
  };
}

/** The tracing library that the images of a contract have, or usually have. */
export function usualTracing(contract: ClientContract): TracingSystem {
  return CONTRACTS[contract].tracing[0] ?? 'opentelemetry';
}

/** What of an application the images of its contract cannot be told. */
export function contractDemands(client: ClientRecord): Limit[] {
  return demandsOf(client, CONTRACTS[client.contract]);
}

/** An application's settings as environment variables, the team's own last. */
export function writeClientEnvironment(client: ClientRecord): EnvVar[] {
  return writeEnvironment(client, CONTRACTS[client.contract]);
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
): Settings & Pick<ClientRecord, 'contract' | 'env'> {
  const { name, ...known } = recognise(env, description);
  return { contract: name, ...readEnvironment(env, { ...known, contract: CONTRACTS[name], mounts }) };
}

function recognise(
  env: readonly EnvVar[],
  description: string | undefined,
): Pick<Known, 'role' | 'variables' | 'untold'> & { readonly name: ClientContract } {
  const described = readDescription(description);
  if (described) return { name: 'generic', ...described };
  const variables = new EnvironmentReader(env);
  for (const name of Object.keys(CONTRACTS) as ClientContract[]) {
    const role = CONTRACTS[name].roleOf(variables);
    if (role) return { name, role, untold: {} };
  }
  return { name: 'generic', role: 'other', untold: {} };
}
