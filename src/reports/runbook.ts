import { flowsOf, type Flow, type FlowEnd } from '../model/flows';
import type { ClientRecord } from '../model/client';
import { copiedName } from '../model/mirrored-topics';
import { topicNameOf, type TopicRecord } from '../model/topic';
import type { Placed, Topology } from '../model/topology';
import { clusterText } from './runbook-calls';
import { stepsOf } from './runbook-steps';
import type { Handover, NamedFlow, Runbook, Written } from './runbook-types';

/**
 * How roles change hands between two descriptions of one topology: what was copied one way, under the names that topics
 * have, is copied the other way, or clients are wired to the copy.
 */
export function runbook(before: Written, after: Written): Runbook {
  const sides = { before: new Seen(before.topology), after: new Seen(after.topology) };
  const handovers = [...sides.before.flows.values()].flatMap((flow) => {
    const { source, target } = flow;
    if (sides.after.flows.has(endsKey(source, target))) return [];
    const handover = { before, after, ...handoverOf(flow, sides) };
    return handover.back || handover.starting.length > 0 ? [handover] : [];
  });
  return {
    changes: handovers.map((handover) => ({
      from: clusterText(handover.flow.source),
      to: clusterText(handover.flow.target),
      steps: stepsOf(handover),
    })),
  };
}

/** What mirrors and clients do with the clusters of a topology. */
class Seen {
  /** Flows under whose policy names stay, by their ends. */
  readonly flows: ReadonlyMap<string, NamedFlow>;
  private readonly clients = new Map<string, Placed<ClientRecord>[]>();

  constructor(private readonly topology: Topology) {
    const named = flowsOf(topology).filter(
      (flow): flow is NamedFlow => flow.prefix === '' && flow.separator !== undefined,
    );
    this.flows = new Map(named.map((flow) => [endsKey(flow.source, flow.target), flow]));
    for (const client of topology.all('client')) {
      const key = topology.endOf(client.record.endpoint.bootstrapServers, client)?.key ?? '';
      const known = this.clients.get(key);
      if (known) known.push(client);
      else this.clients.set(key, [client]);
    }
  }

  clientsAt({ key }: FlowEnd): readonly Placed<ClientRecord>[] {
    return this.clients.get(key) ?? [];
  }

  topicsAt({ cluster }: FlowEnd): readonly Placed<TopicRecord>[] {
    return cluster ? this.topology.membersOf('topic', cluster) : [];
  }
}

function endsKey(from: FlowEnd, to: FlowEnd): string {
  return JSON.stringify([from.key, to.key]);
}

function handoverOf(
  flow: NamedFlow,
  { before, after }: Readonly<Record<'before' | 'after', Seen>>,
): Omit<Handover, 'before' | 'after'> {
  const { source, target } = flow;
  const back = after.flows.get(endsKey(target, source));
  const known = new Set(before.clientsAt(target).map(nameKey));
  const stay = new Set(after.topicsAt(source).map(nameKey));
  const fills = (topic: Placed<TopicRecord>): boolean =>
    back !== undefined && stay.has(nameKey(topic)) && copiesAs(back, topic.record).length > 0;
  return {
    flow,
    back,
    topics: before.topicsAt(source).flatMap(({ record }) => copiesAs(flow, record)),
    emptied: before.topicsAt(source).filter(fills),
    stopping: before.clientsAt(source).filter(({ record }) => record.replicas > 0),
    starting: after.clientsAt(target).filter((client) => !known.has(nameKey(client))),
  };
}

function copiesAs(flow: Flow, record: TopicRecord): readonly string[] {
  const name = topicNameOf(record);
  return copiedName(flow, name) === name ? [name] : [];
}

function nameKey({ record, site }: Placed<{ readonly name: string; readonly namespace?: string }>): string {
  return `${record.namespace ?? site.namespace}/${record.name}`;
}
