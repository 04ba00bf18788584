import type { ClientRecord } from '../../model/client';
import { fieldText } from '../../model/field';
import { type JsonMap } from '../common/values';
import { isMap } from '../../model/guarded';
import type { Manifest } from '../common/codec';
import { writeEnv } from '../common/pods';
import { contractDemands, loginDemands, mountedSecrets, withoutLoginOf, writeClientEnvironment } from './contracts';
import { findContainer, listIn, mountPathOf, namesIn, podIn, podPlace, type FoundContainer } from './wire-workload';

/** What keeps an application in somebody's object from being told its settings, or some of them. */
export interface WorkloadFault {
  readonly rule: 'client-workload' | 'client-contract' | 'client-variable';
  readonly field: string;
  readonly given?: unknown;
  readonly allowed?: string;
  readonly message: string;
  readonly remedy: string;
}

/** What of an application its contract has no word for. */
export function contractFaults(client: ClientRecord): readonly WorkloadFault[] {
  return contractDemands(client).map(({ field, message, allowed, given }) => {
    const isEndpoint = field.startsWith('endpoint');
    return {
      rule: 'client-contract',
      field: isEndpoint ? 'cluster' : field,
      ...(given !== undefined && !isEndpoint && { given }),
      ...(allowed !== undefined && { allowed }),
      message,
      remedy: allowed === undefined ? 'Take another contract.' : `Take ${allowed}, or another contract.`,
    };
  });
}

/** An application that is in an object already, by the name of its cluster. */
export interface EarlierClient {
  readonly cluster: string;
  readonly record: ClientRecord;
}

/**
 * What of somebody's object is in the way.
 * @param manifest - the object with what the earlier ones are told
 * @param earlier - the other applications that were wired in it before
 */
export function workloadFaults(
  manifest: Manifest,
  client: ClientRecord,
  earlier: readonly EarlierClient[] = [],
): readonly WorkloadFault[] {
  const found = findContainer(manifest, client);
  if (!found) return [noContainer(manifest, client)];
  const inIt = earlier.filter(({ record }) => findContainer(manifest, record)?.at === found.at);
  const theirs = inIt.map((each) => toldTo(each));
  return [
    ...loginFaults(found.container, client),
    ...theirs.flatMap((each) => clash(client, each)),
    ...variableFaults(found, client, theirs),
    ...mountFaults(found, client, theirs),
  ];
}

/** What a container is told by an earlier application. */
interface Told {
  readonly cluster: string;
  /** Variables as they are written, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Secrets by the paths that they are mounted at. */
  readonly mounts: ReadonlyMap<string, string>;
}

function toldTo({ cluster, record }: EarlierClient): Told {
  return { cluster, variables: variablesOf(record), mounts: mountsOf(record) };
}

function variablesOf(client: ClientRecord): ReadonlyMap<string, string> {
  return new Map(
    (writeEnv(writeClientEnvironment(client)) ?? []).map((each) => [each.name ?? '', JSON.stringify(each)]),
  );
}

function mountsOf(client: ClientRecord): ReadonlyMap<string, string> {
  return new Map(mountedSecrets(client).map(({ path, secret }) => [path, secret]));
}

/** Variables and paths that two applications of a container would have, each with something else in it. */
function clash(client: ClientRecord, { cluster, variables, mounts }: Told): readonly WorkloadFault[] {
  const taken = [
    ...[...variablesOf(client)].filter(([name, is]) => (variables.get(name) ?? is) !== is),
    ...[...mountsOf(client)].filter(([path, is]) => (mounts.get(path) ?? is) !== is),
  ].map(([name]) => name);
  if (taken.length === 0) return [];
  return [
    {
      rule: 'client-workload',
      field: 'prefix',
      given: client.prefix ?? 'no prefix',
      allowed: 'a beginning of the names that is its own',
      message: `The container is told of ${cluster} in the same variables and places: ${taken.join(', ')}.`,
      remedy:
        "Give prefix, such as 'EU_', and have the program read its second cluster in variables that begin so. What Strimzi's library for OAuth reads has no prefix: let both be one login.",
    },
  ];
}

/** A login that neither the contract nor the container tells. */
function loginFaults({ env }: JsonMap, client: ClientRecord): readonly WorkloadFault[] {
  return loginDemands(client, namesIn(env)).map(({ since: _, ...limit }) => ({
    ...limit,
    rule: 'client-contract',
    field: 'user',
    remedy: limit.remedy ?? '',
  }));
}

/** Variables that the container sets itself. */
function variableFaults(
  found: FoundContainer,
  record: ClientRecord,
  theirs: readonly Told[],
): readonly WorkloadFault[] {
  const client = withoutLoginOf(record, namesIn(found.container['env']));
  const ours = new Set(writeClientEnvironment(client).map(({ name }) => name));
  return listIn(found.container['env']).flatMap((variable, index): WorkloadFault | readonly WorkloadFault[] => {
    const name = isMap(variable) ? variable['name'] : undefined;
    if (typeof name !== 'string' || !ours.has(name)) return [];
    if (theirs.some(({ variables }) => variables.get(name) === JSON.stringify(variable))) return [];
    return {
      rule: 'client-variable',
      field: fieldText([...found.place, 'containers', found.at, 'env', index, 'name']),
      given: name,
      message: `The container sets ${name} itself, and what follows from the topology is left out.`,
      remedy: 'Remove the variable, or waive this at the site if another value is meant.',
    };
  });
}

/** What the container mounts itself where Secrets of the application would be. */
function mountFaults(found: FoundContainer, client: ClientRecord, theirs: readonly Told[]): readonly WorkloadFault[] {
  const ours = mountsOf(client);
  return listIn(found.container['volumeMounts']).flatMap((mount, index): WorkloadFault | readonly WorkloadFault[] => {
    const path = mountPathOf(mount);
    const secret = path === undefined ? undefined : ours.get(path);
    if (path === undefined || secret === undefined || theirs.some(({ mounts }) => mounts.has(path))) return [];
    return {
      rule: 'client-variable',
      field: fieldText([...found.place, 'containers', found.at, 'volumeMounts', index, 'mountPath']),
      given: path,
      message: `The container mounts a volume there itself, and the Secret "${secret}" is left out.`,
      remedy: 'Mount the volume elsewhere, or waive this at the site if the files are in it that variables name.',
    };
  });
}

function noContainer(manifest: Manifest, { container: given }: ClientRecord): WorkloadFault {
  const containers = [...namesIn(podIn(manifest)?.['containers'])];
  return {
    rule: 'client-workload',
    field: fieldText([...podPlace(manifest), 'containers']),
    ...(given !== undefined && { given }),
    allowed: containers.length > 0 ? containers.join(', ') : 'a template of pods with a container',
    message: given === undefined ? 'There is no container to tell.' : `There is no container "${given}".`,
    remedy: 'Add the container, or name one that is there.',
  };
}
