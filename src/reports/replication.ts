import { endName, flowsOf, type Flow, type FlowEnd } from '../model/flows';
import { copiedName, copiesEverything, HEARTBEATS_TOPIC, isCopied, neverCopied } from '../model/mirrored-topics';
import { topicNameOf } from '../model/topic';
import type { Placed, Topology } from '../model/topology';
import { internalTopics, mirrorNotes, type InternalTopics } from './mirrors-own';
import type {
  Replication,
  ReplicatedCluster,
  ReplicatedTopic,
  ReplicationNote,
  ReplicationWay,
  TopicPlace,
} from './replicated';

/** What a replication topology does: the topics that will be at each cluster, by which mirror, and what is odd about it. */
export function replication(topology: Topology): Replication {
  return new Simulation(topology).run();
}

interface Copy {
  readonly flow: Flow;
  readonly at: FlowEnd['key'];
  readonly name: string;
  readonly from: readonly (TopicPlace & { readonly key: string })[];
}

class Simulation {
  private readonly names = new Map<string, string>();
  private readonly described = new Map<string, Set<string>>();
  /** The copies that arrive, by cluster and name. */
  private readonly arrived = new Map<string, Map<string, Copy[]>>();
  private readonly internal: InternalTopics;
  private readonly rings = new Set<string>();
  /** Where each topic has arrived, and what it is called there. */
  private readonly reached = new Map<string, Map<string, string>>();
  private readonly grown = new Set<Flow>();
  private readonly notes: ReplicationNote[] = [];
  private readonly flows: readonly Flow[];

  constructor(private readonly topology: Topology) {
    this.internal = internalTopics(topology);
    this.flows = [...flowsOf(topology)].sort((a, b) => compare(wayKey(a), wayKey(b)));
    for (const { source, target } of this.flows) for (const end of [source, target]) this.name(end);
  }

  run(): Replication {
    for (const cluster of this.topology.all('kafkaCluster')) {
      const key = this.topology.keyOf(cluster);
      this.names.set(key, cluster.record.name);
      const topics = this.topology.membersOf('topic', cluster);
      this.described.set(key, new Set(topics.map(({ record }) => topicNameOf(record))));
    }
    this.tellApart();
    this.spread();
    for (const flow of this.flows) this.look(flow);
    this.lookAtTargets();
    return {
      clusters: this.clusters(),
      ways: this.flows.map((flow) => this.way(flow)),
      notes: [...this.notes, ...mirrorNotes(this.topology, (key) => this.nameOf(key))],
    };
  }

  /** A cluster that nobody describes goes by the name that its mirror gives it. */
  private name(end: FlowEnd): void {
    if (!this.names.has(end.key)) this.names.set(end.key, end.cluster ? endName(end) : (end.alias ?? endName(end)));
  }

  /** Clusters of one name go by all that tells them apart. */
  private tellApart(): void {
    const counts = new Map<string, number>();
    for (const name of this.names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [key, name] of this.names) if ((counts.get(name) ?? 0) > 1) this.names.set(key, idOf(key));
  }

  /** Follows each topic from mirror to mirror, to where it is no more copied or has been before. */
  private spread(): void {
    const leaving = new Map<string, Flow[]>();
    for (const flow of this.flows) {
      const known = leaving.get(flow.source.key);
      if (known) known.push(flow);
      else leaving.set(flow.source.key, [flow]);
    }
    const open = this.origins();
    for (let at = 0; at < open.length; at++) {
      const here = open[at];
      if (!here) continue;
      const { key, topic, from } = here;
      const trail = [{ cluster: this.nameOf(key), topic, key }, ...from];
      for (const flow of leaving.get(key) ?? []) {
        const name = copiedName(flow, topic);
        if (name === undefined) continue;
        if (trail.some((place) => place.key === flow.target.key && place.topic === name)) this.noteLoop(flow, trail);
        else if (this.arrive({ flow, at: flow.target.key, name, from: trail }) && !this.isAgain(flow, name, trail)) {
          open.push({ key: flow.target.key, topic: name, from: trail });
        }
      }
    }
  }

  /** The topics that nobody copied: those that are described, and the heartbeats that mirrors write. */
  private origins(): { key: string; topic: string; from: Copy['from'] }[] {
    const beating = [...this.internal].flatMap(([key, topics]) => (topics.has(HEARTBEATS_TOPIC) ? [key] : []));
    const described = [...this.described].flatMap(([key, topics]) => [...topics].map((topic) => ({ key, topic })));
    return [...described, ...beating.map((key) => ({ key, topic: HEARTBEATS_TOPIC }))].map((at) => ({
      ...at,
      from: [],
    }));
  }

  /**
   * Notes copies of copies that come to where their records are already, under another name. They are followed no further:
   * each mirror that copies them too makes more.
   */
  private isAgain(flow: Flow, name: string, trail: Copy['from']): boolean {
    const origin = trail.at(-1);
    if (!origin) return false;
    const key = `${origin.key}\0${origin.topic}`;
    const places = this.reached.get(key) ?? new Map([[origin.key, origin.topic]]);
    this.reached.set(key, places);
    const known = places.get(flow.target.key);
    if (known === undefined) places.set(flow.target.key, name);
    else if (known !== name) this.noteGrowth(flow, name, { known, origin });
    return known !== undefined && known !== name;
  }

  private noteGrowth(flow: Flow, name: string, { known, origin }: { known: string; origin: TopicPlace }): void {
    if (this.grown.has(flow)) return;
    this.grown.add(flow);
    const where = this.nameOf(flow.target.key);
    this.note(
      'growth',
      flow.mirror,
      `${placeText(origin)} is at ${where} as ${known}, and comes again as ${name}: copies of copies multiply with every mirror.`,
    );
  }

  /** @returns whether no mirror brought the topic there before, so that it goes on from here */
  private arrive(copy: Copy): boolean {
    const ofCluster = this.arrived.get(copy.at) ?? new Map<string, Copy[]>();
    this.arrived.set(copy.at, ofCluster);
    const known = ofCluster.get(copy.name);
    if (!known) ofCluster.set(copy.name, [copy]);
    else if (!known.some(({ flow }) => flow === copy.flow)) known.push(copy);
    return !known;
  }

  private noteLoop({ mirror, source, target }: Flow, trail: Copy['from']): void {
    const topic = trail[0]?.topic ?? '';
    const ring = JSON.stringify([topic, ...trail.map(({ key }) => key).sort()]);
    if (this.rings.has(ring)) return;
    this.rings.add(ring);
    const message = `Records of ${topic} go from ${this.nameOf(source.key)} back to ${this.nameOf(target.key)}, where they came from.`;
    this.note('loop', mirror, message);
  }

  /** What is odd about a flow by itself. */
  private look(flow: Flow): void {
    const { mirror, source, pattern, prefix } = flow;
    const here = [...this.topicsAt(source.key)];
    if (prefix === undefined) {
      this.note(
        'unknown-names',
        mirror,
        `Its replication policy is not one of Kafka's: what topics are called at the target is not known.`,
      );
    }
    for (const topic of flow.separator === undefined ? [] : neverCopied(pattern))
      this.note('never-copied', mirror, `${topic} is internal, and is never copied.`);
    if (here.length > 0 && !here.some((topic) => isCopied(flow, topic))) {
      this.note(
        'carries-nothing',
        mirror,
        `"${pattern}" finds none of the topics that are described at ${this.nameOf(source.key)}.`,
      );
    }
    if (!copiesEverything(flow)) return;
    for (const topic of this.internal.get(source.key)?.keys() ?? []) {
      if (isCopied(flow, topic)) {
        this.note(
          'by-accident',
          mirror,
          `${topic} at ${this.nameOf(source.key)} belongs to a mirror, and is copied too: only names that begin with two underscores are not.`,
        );
      }
    }
  }

  private lookAtTargets(): void {
    for (const [key, topics] of this.arrived) {
      for (const [name, copies] of topics) this.lookAtCopies(copies, `${name} at ${this.nameOf(key)}`);
    }
  }

  private lookAtCopies([first, ...others]: readonly Copy[], where: string): void {
    for (const other of others) if (first) this.noteMeeting(first, other, where);
  }

  private noteMeeting(first: Copy, other: Copy, where: string): void {
    const isTwice = other.from[0]?.key === first.from[0]?.key;
    const how = isTwice
      ? `${where} gets each record twice: ${first.flow.mirror.path} copies it too.`
      : `${where} gets the records of ${placeText(first.from[0])} and of ${placeText(other.from[0])}.`;
    this.note(isTwice ? 'twice' : 'collision', other.flow.mirror, how);
  }

  private note(about: ReplicationNote['about'], { path }: Placed<unknown>, message: string): void {
    this.notes.push({ about, mirror: path, message });
  }

  private clusters(): readonly ReplicatedCluster[] {
    const clusters = [...this.names].map(([id, name]) => ({
      id: id.replaceAll('\0', '/'),
      name,
      topics: this.topics(id),
    }));
    return clusters.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  }

  private topics(key: string): readonly ReplicatedTopic[] {
    const topics = new Map<string, ReplicatedTopic>(this.internal.get(key));
    for (const name of this.described.get(key) ?? []) topics.set(name, { name, as: 'described' });
    for (const [name, [copy]] of this.arrived.get(key) ?? []) {
      if (!copy) continue;
      const from = copy.from.map(({ cluster, topic }) => ({ cluster, topic }));
      topics.set(name, { name, as: topics.get(name)?.as ?? 'copied', mirror: copy.flow.mirror.path, from });
    }
    return [...topics.values()].sort((a, b) => compare(a.name, b.name));
  }

  private *topicsAt(key: string): Iterable<string> {
    yield* this.described.get(key) ?? [];
    yield* this.arrived.get(key)?.keys() ?? [];
  }

  private way(flow: Flow): ReplicationWay {
    const { mirror, source, target, pattern, prefix, groups, syncsOffsets } = flow;
    return {
      mirror: mirror.path,
      source: this.nameOf(source.key),
      target: this.nameOf(target.key),
      topics: pattern,
      ...(prefix !== undefined && { prefix }),
      ...(groups !== undefined && { groups }),
      syncsOffsets,
    };
  }

  private nameOf(key: string): string {
    return this.names.get(key) ?? key;
  }
}

function idOf(key: string): string {
  return key.replaceAll('\0', '/');
}

function placeText(place: TopicPlace | undefined): string {
  return `${place?.topic ?? ''} at ${place?.cluster ?? ''}`;
}

function wayKey({ mirror, field }: Flow): string {
  return `${mirror.path}\0${field.join('.')}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
