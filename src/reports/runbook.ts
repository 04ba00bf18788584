import { flowsOf, type Flow, type FlowEnd } from '../model/flows';
import type { ClientRecord } from '../model/client';
import { copiedName } from '../model/mirrored-topics';
import { topicNameOf, type TopicRecord } from '../model/topic';
import type { Placed, Topology } from '../model/topology';
import { clusterText, stepsOf } from './runbook-steps';
import type { Handover, NamedFlow, Runbook, Written } from './runbook-types';

/**
 * How roles change hands between two descriptions of one topology: what was copied one way, under the names that topics
 * have, is copied the other way, or clients are wired to the copy.
 */
export function runbook(before: Written, after: Written): Runbook {
  const [was, is] = [flowsThatKeepNames(before.topology), flowsThatKeepNames(after.topology)];
  const ended = was.filter((flow) => !is.some((other) => hasEnds(other, flow.source, flow.target)));
  const handovers = ended.flatMap((flow) => {
    const back = is.find((other) => hasEnds(other, flow.target, flow.source));
    const handover = handoverOf(flow, back, { before, after });
    return back || handover.starting.length > 0 ? [handover] : [];
  });
  return {
    changes: handovers.map((handover) => ({
      from: clusterText(handover.flow.source),
      to: clusterText(handover.flow.target),
      steps: stepsOf(handover),
    })),
  };
}

function flowsThatKeepNames(topology: Topology): readonly NamedFlow[] {
  return flowsOf(topology).filter((flow): flow is NamedFlow => flow.prefix === '' && flow.separator !== undefined);
}

function hasEnds({ source, target }: Flow, from: FlowEnd, to: FlowEnd): boolean {
  return source.key === from.key && target.key === to.key;
}

function handoverOf(
  flow: NamedFlow,
  back: NamedFlow | undefined,
  { before, after }: Pick<Handover, 'before' | 'after'>,
): Handover {
  const { source, target } = flow;
  const known = new Set(clientsAt(before.topology, target).map(nameKey));
  return {
    before,
    after,
    flow,
    back,
    topics: topicsAt(before.topology, source).flatMap(({ record }) => copiesAs(flow, record)),
    emptied: back ? topicsToEmpty(back, before.topology, after.topology) : [],
    stopping: clientsAt(before.topology, source).filter(({ record }) => record.replicas > 0),
    starting: clientsAt(after.topology, target).filter((client) => !known.has(nameKey(client))),
  };
}

function clientsAt(topology: Topology, { key }: FlowEnd): readonly Placed<ClientRecord>[] {
  return topology
    .all('client')
    .filter((client) => topology.endOf(client.record.endpoint.bootstrapServers, client)?.key === key);
}

/** The topics at the target of a new mirror that it writes to, and that were there before it. */
function topicsToEmpty(back: Flow, before: Topology, after: Topology): Handover['emptied'] {
  const stay = new Set(topicsAt(after, back.target).map(nameKey));
  return topicsAt(before, back.target).filter(
    (topic) => stay.has(nameKey(topic)) && copiesAs(back, topic.record).length > 0,
  );
}

function copiesAs(flow: Flow, record: TopicRecord): readonly string[] {
  const name = topicNameOf(record);
  return copiedName(flow, name) === name ? [name] : [];
}

function topicsAt(topology: Topology, { cluster }: FlowEnd): readonly Placed<TopicRecord>[] {
  const here = cluster && topology.all('kafkaCluster').find((each) => topology.keyOf(each) === topology.keyOf(cluster));
  return here ? topology.membersOf('topic', here) : [];
}

function nameKey({ record, site }: Placed<{ readonly name: string; readonly namespace?: string }>): string {
  return `${record.namespace ?? site.namespace}/${record.name}`;
}
