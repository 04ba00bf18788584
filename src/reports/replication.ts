import { copies, endName, flowsOf, syncsOffsets, type Flow, type FlowEnd } from '../model/flows';
import { copiedName, copiesEverything, isCopied, neverCopied } from '../model/mirrored-topics';
import type { MirrorFlow, MirrorMaker2Record } from '../model/mirror-maker-2';
import { topicNameOf } from '../model/topic';
import type { Placed, Topology } from '../model/topology';
import { checkpointsTopic, offsetSyncsTopic } from '../wiring/mirror-names';
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
  private readonly internal = new Map<string, Map<string, ReplicatedTopic>>();
  private readonly rings = new Set<string>();
  private readonly notes: ReplicationNote[] = [];
  private readonly flows: readonly Flow[];

  constructor(private readonly topology: Topology) {
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
    for (const mirror of this.topology.all('mirrorMaker2')) this.addInternal(mirror);
    this.spread();
    for (const flow of this.flows) this.look(flow);
    this.lookAtTargets();
    return { clusters: this.clusters(), ways: this.flows.map((flow) => this.way(flow)), notes: this.notes };
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
    const open = [...this.described].flatMap(([key, topics]) =>
      [...topics].map((topic) => ({ key, topic, from: [] as Copy['from'] })),
    );
    for (let at = 0; at < open.length; at++) {
      const here = open[at];
      if (!here) continue;
      const { key, topic, from } = here;
      const trail = [{ cluster: this.nameOf(key), topic, key }, ...from];
      for (const flow of leaving.get(key) ?? []) {
        const name = copiedName(flow, topic);
        if (name === undefined) continue;
        if (trail.some((place) => place.key === flow.target.key && place.topic === name)) this.noteLoop(flow, trail);
        else if (this.arrive({ flow, at: flow.target.key, name, from: trail })) {
          open.push({ key: flow.target.key, topic: name, from: trail });
        }
      }
    }
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
    for (const topic of neverCopied(flow))
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

  private addInternal(mirror: Placed<MirrorMaker2Record>): void {
    const { target, mirrors } = mirror.record;
    const to = this.topology.endOf(target.bootstrapServers, mirror)?.key;
    const { configStorageTopic, offsetStorageTopic, statusStorageTopic } = target;
    for (const name of [configStorageTopic, offsetStorageTopic, statusStorageTopic]) {
      if (name !== undefined) this.keep(to, name, mirror);
    }
    for (const flow of mirrors) {
      const from = this.topology.endOf(flow.source.bootstrapServers, mirror)?.key;
      this.addInternalOf(flow, mirror, { from, to });
      this.lookAtConnectors(flow, mirror);
    }
  }

  private addInternalOf(
    flow: MirrorFlow,
    mirror: Placed<MirrorMaker2Record>,
    { from, to }: Readonly<Record<'from' | 'to', string | undefined>>,
  ): void {
    const { target } = mirror.record;
    const { source, sourceConnector, checkpointConnector, heartbeatConnector } = flow;
    if (sourceConnector) {
      const isAtTarget = sourceConnector.config?.['offset-syncs.topic.location'] === 'target';
      if (isAtTarget) this.keep(to, offsetSyncsTopic(source.alias), mirror);
      else this.keep(from, offsetSyncsTopic(target.alias), mirror);
    }
    if (checkpointConnector) this.keep(to, checkpointsTopic(source.alias), mirror);
    if (heartbeatConnector) this.keep(to, 'heartbeats', mirror);
  }

  private keep(key: string | undefined, name: string, mirror: Placed<MirrorMaker2Record>): void {
    if (key === undefined) return;
    const ofCluster = this.internal.get(key) ?? new Map<string, ReplicatedTopic>();
    this.internal.set(key, ofCluster.set(name, { name, as: 'internal', mirror: mirror.path }));
  }

  private lookAtConnectors(flow: MirrorFlow, mirror: Placed<MirrorMaker2Record>): void {
    const { source, sourceConnector, checkpointConnector, groupsPattern } = flow;
    if (!copies(flow)) {
      const why = sourceConnector
        ? `its source connector is ${sourceConnector.state ?? ''}`
        : 'it has no source connector';
      this.note('carries-nothing', mirror, `Nothing is copied from ${source.alias}: ${why}.`);
    }
    if (checkpointConnector && !syncsOffsets(flow)) {
      this.note(
        'groups-not-synced',
        mirror,
        `Offsets of groups of ${source.alias} are translated, and not set at the target: sync.group.offsets.enabled is not true.`,
      );
    }
    if (groupsPattern !== undefined && !checkpointConnector) {
      this.note(
        'groups-not-synced',
        mirror,
        `groupsPattern is for a checkpoint connector, and ${source.alias} has none: no group's offsets are translated.`,
      );
    }
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
