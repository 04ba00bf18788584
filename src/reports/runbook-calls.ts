import type { ClientRecord } from '../model/client';
import { resourceOf } from './object-id';
import { endName, type FlowEnd } from '../model/flows';
import type { Placed } from '../model/topology';
import type { Call, NamedFlow, Where } from './runbook-types';

/** A cluster with where it is, which tells those of one name apart. */
export function clusterText(end: FlowEnd): string {
  const { kubernetesCluster, namespace } = whereIs(end);
  return [kubernetesCluster, namespace, endName(end)].filter((part) => part !== '').join('/');
}

/** Where a cluster is; empty: nobody describes it. */
export function whereIs({ cluster }: FlowEnd): Where {
  return cluster ? idOf(cluster).where : { kubernetesCluster: '', namespace: '' };
}

/** Name and place of an object. */
export function idOf({ record, site }: Placed<{ readonly name: string; readonly namespace?: string | undefined }>): {
  readonly name: string;
  readonly where: Where;
} {
  const { kubernetesCluster } = site;
  return { name: record.name, where: { kubernetesCluster, namespace: record.namespace ?? site.namespace } };
}

/** What tells a place from others. */
export function placeKey({ kubernetesCluster, namespace }: Where): string {
  return JSON.stringify([kubernetesCluster, namespace]);
}

/** A call of kubectl: a verb, and what it is about. */
export function kubectl({ kubernetesCluster, namespace }: Where, ...words: readonly string[]): Call {
  const [verb = '', ...others] = words;
  return [
    'kubectl',
    verb,
    ...(kubernetesCluster === '' ? [] : ['--context', kubernetesCluster]),
    ...(namespace === '' ? [] : ['--namespace', namespace]),
    ...others,
  ];
}

/** Calls that stop clients. What cannot be scaled goes, and comes back with the manifests that are applied later. */
export function stopCalls(clients: readonly Placed<ClientRecord>[]): readonly Call[] {
  return clients.map((client) => {
    const { where, name } = idOf(client);
    const { kind = 'Deployment', apiVersion = 'apps/v1' } = client.record.workload ?? {};
    if (SCALED.has(kind)) return kubectl(where, 'scale', `${kind.toLowerCase()}/${name}`, '--replicas=0');
    if (kind === 'CronJob') return kubectl(where, 'patch', `cronjob/${name}`, '--patch', SUSPENDED);
    return kubectl(where, 'delete', `${resourceOf({ apiVersion, kind })}/${name}`);
  });
}

const SCALED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet']);
const SUSPENDED = '{"spec":{"suspend":true}}';

/** Calls that show what is left of clients. */
export function podsOf(clients: readonly Placed<ClientRecord>[]): readonly Call[] {
  return clients.map((client) => {
    const { where, name } = idOf(client);
    const { workload, podLabels = {} } = client.record;
    const selector = workload
      ? Object.entries(podLabels).map(([label, value]) => `${label}=${value}`)
      : [`app=${name}`];
    return kubectl(where, 'get', 'pods', ...(selector.length > 0 ? ['--selector', selector.join(',')] : []));
  });
}

/** A call that asks the workers of a mirror about the connector that copies records. */
export function connectorOf({ mirror, source, target }: NamedFlow, what: 'offsets' | 'status'): Call {
  const { where, name } = idOf(mirror);
  const path = encodeURIComponent(`${source.alias ?? ''}->${target.alias ?? ''}.MirrorSourceConnector`);
  const address = `http://localhost:8083/connectors/${path}/${what}`;
  return kubectl(where, 'exec', `service/${name}-mirrormaker2-api`, '--', 'curl', '--silent', address);
}

/** A call of one of Kafka's tools, with settings of somebody who may do it. */
export function tool(name: string, end: FlowEnd): Call {
  return [name, '--bootstrap-server', end.endpoint.bootstrapServers, '--command-config', settingsFile(end)];
}

/** The file with these settings. */
export function settingsFile(end: FlowEnd): string {
  return `${clusterText(end).replace(/[^\w.-]+/g, '-')}.properties`;
}

/** A call that shows where the topics of a mirror end. */
export function endsOf({ source, pattern }: NamedFlow, topics: readonly string[]): Call {
  const wanted = topics.length === 0 ? pattern : topics.map(escaped).join('|');
  return [...tool('kafka-get-offsets.sh', source), '--topic', wanted];
}

/** A call that shows how far a group is. */
export function positionsOf(end: FlowEnd, group: string): Call {
  return [...tool('kafka-consumer-groups.sh', end), '--describe', '--group', group];
}

/** Kafka's tools take names for regular expressions. */
export function escaped(name: string): string {
  return name.replaceAll('.', String.raw`\.`);
}
