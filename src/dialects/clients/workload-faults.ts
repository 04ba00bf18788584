import type { ClientRecord } from '../../model/client';
import { fieldText } from '../../model/field';
import { isMap, type JsonMap } from '../common/values';
import type { Manifest } from '../common/codec';
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

/** What of somebody's object is in the way. */
export function workloadFaults(manifest: Manifest, client: ClientRecord): readonly WorkloadFault[] {
  const found = findContainer(manifest, client);
  if (!found) return [noContainer(manifest, client)];
  return [...loginFaults(found.container, client), ...variableFaults(found, client), ...mountFaults(found, client)];
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
function variableFaults(found: FoundContainer, record: ClientRecord): readonly WorkloadFault[] {
  const client = withoutLoginOf(record, namesIn(found.container['env']));
  const ours = new Set(writeClientEnvironment(client).map(({ name }) => name));
  return listIn(found.container['env']).flatMap((variable, index): WorkloadFault | readonly WorkloadFault[] => {
    const name = isMap(variable) ? variable['name'] : undefined;
    if (typeof name !== 'string' || !ours.has(name)) return [];
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
function mountFaults(found: FoundContainer, client: ClientRecord): readonly WorkloadFault[] {
  const ours = new Map(mountedSecrets(client).map(({ path, secret }) => [path, secret]));
  return listIn(found.container['volumeMounts']).flatMap((mount, index): WorkloadFault | readonly WorkloadFault[] => {
    const path = mountPathOf(mount);
    const secret = path === undefined ? undefined : ours.get(path);
    if (secret === undefined) return [];
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
