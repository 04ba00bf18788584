import type { ClientRecord } from '../model/client';
import { resourceOf } from './object-id';
import { endName, type FlowEnd } from '../model/flows';
import type { Placed } from '../model/topology';
import type { Call, NamedFlow } from './runbook-types';

/** A cluster with its namespace, which tells those of one name apart. */
export function clusterText(end: FlowEnd): string {
  const namespace = namespaceOf(end);
  return namespace === '' ? endName(end) : `${namespace}/${endName(end)}`;
}

/** The namespace of a cluster; empty: nobody describes it. */
export function namespaceOf({ cluster }: FlowEnd): string {
  return cluster ? idOf(cluster).namespace : '';
}

/** Name and namespace of an object. */
export function idOf({ record, site }: Placed<{ readonly name: string; readonly namespace?: string | undefined }>): {
  readonly name: string;
  readonly namespace: string;
} {
  return { name: record.name, namespace: record.namespace ?? site.namespace };
}

/** A call of kubectl: a verb, and what it is about. */
export function kubectl(namespace: string, ...words: readonly string[]): Call {
  const [verb = '', ...others] = words;
  return ['kubectl', verb, ...(namespace === '' ? [] : ['--namespace', namespace]), ...others];
}

/** Calls that stop clients. What cannot be scaled goes, and comes back with the manifests that are applied later. */
export function stopCalls(clients: readonly Placed<ClientRecord>[]): readonly Call[] {
  return clients.map((client) => {
    const { namespace, name } = idOf(client);
    const { kind = 'Deployment', apiVersion = 'apps/v1' } = client.record.workload ?? {};
    if (SCALED.has(kind)) return kubectl(namespace, 'scale', `${kind.toLowerCase()}/${name}`, '--replicas=0');
    if (kind === 'CronJob') return kubectl(namespace, 'patch', `cronjob/${name}`, '--patch', SUSPENDED);
    return kubectl(namespace, 'delete', `${resourceOf({ apiVersion, kind })}/${name}`);
  });
}

const SCALED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet']);
const SUSPENDED = '{"spec":{"suspend":true}}';

/** Calls that show what is left of clients. */
export function podsOf(clients: readonly Placed<ClientRecord>[]): readonly Call[] {
  return clients.map((client) => {
    const { namespace, name } = idOf(client);
    const { workload, podLabels = {} } = client.record;
    const selector = workload
      ? Object.entries(podLabels).map(([label, value]) => `${label}=${value}`)
      : [`app=${name}`];
    return kubectl(namespace, 'get', 'pods', ...(selector.length > 0 ? ['--selector', selector.join(',')] : []));
  });
}

/** A call that asks the workers of a mirror about the connector that copies records. */
export function connectorOf({ mirror, source, target }: NamedFlow, what: 'offsets' | 'status'): Call {
  const { namespace, name } = idOf(mirror);
  const path = encodeURIComponent(`${source.alias ?? ''}->${target.alias ?? ''}.MirrorSourceConnector`);
  const address = `http://localhost:8083/connectors/${path}/${what}`;
  return kubectl(namespace, 'exec', `service/${name}-mirrormaker2-api`, '--', 'curl', '--silent', address);
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
