import type { Topology } from '../model/topology';
import { endName, flowsOf, type Flow } from '../model/flows';
import { ringsOf } from './rings';
import { topologyRule } from './rule';
import { finds, isEverything, partsOf, type PatternPart } from '../model/topic-pattern';

/** Mirrors that keep the names of topics lead in no circle. */
export const mirrorLoop = topologyRule({
  id: 'mirror-loop',
  summary: 'Mirrors that keep the names of topics do not bring a record back to where it came from.',
  remedy:
    "Copy other topics on the way back, or let MirrorMaker 2 put the alias before the names (replicationPolicy 'default').",
  effect: 'fails',
  source:
    'Neither MirrorMaker 1 nor the IdentityReplicationPolicy of MirrorMaker 2 can see where a record was written first.',
  across: (topology, report) => {
    for (const { edges, topics } of loopsOf(topology)) {
      const [first] = [...edges].sort((one, other) => (one.flow.mirror.path < other.flow.mirror.path ? -1 : 1));
      if (!first) continue;
      const ways = edges.map(
        ({ flow }) => `${flow.mirror.path} copies ${endName(flow.source)} to ${endName(flow.target)}`,
      );
      report(first.flow.mirror, {
        field: first.flow.field,
        given: topics.join(', '),
        allowed: 'topics that no other mirror of the ring copies',
        message: `Records go round without end: ${ways.sort().join(', ')}.`,
      });
    }
  },
});

interface Edge {
  readonly flow: Flow;
  readonly from: string;
  readonly to: string;
}

interface Loop {
  readonly edges: readonly Edge[];
  readonly topics: string[];
}

/** Each ring of mirrors with the topics that go round in it. */
function loopsOf(topology: Topology): Iterable<Loop> {
  const edges = flowsOf(topology)
    .filter(({ prefix }) => prefix === '')
    .map((flow): Edge => ({ flow, from: flow.source.key, to: flow.target.key }));
  const loops = new Map<string, Loop>();
  const note = (loop: readonly Edge[], topic: string): void => {
    const key = loop.map(({ flow }) => `${flow.mirror.path} ${flow.field.join('.')}`).join();
    const known = loops.get(key);
    if (known) known.topics.push(topic);
    else loops.set(key, { edges: loop, topics: [topic] });
  };
  for (const ring of ringsOf(edges)) {
    for (const [topic, probe] of probesOf(ring)) {
      for (const loop of ringsOf(ring.filter(({ flow }) => mayCopy(flow, probe)))) note(loop, topic);
    }
  }
  return loops.values();
}

/** What the mirrors of a ring look for: the names, and expressions that stand for the names that they find. */
function probesOf(ring: readonly Edge[]): ReadonlyMap<string, PatternPart> {
  const probes = ring.flatMap(({ flow }) => partsOf(flow.pattern));
  const textOf = (part: PatternPart): string => ('name' in part ? part.name : part.expression);
  return new Map(probes.map((part) => [textOf(part), part] as const).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether two expressions meet can be told where they are equal, or one finds everything. */
function mayCopy({ pattern, excluded }: Flow, probe: PatternPart): boolean {
  if ('name' in probe) return finds(pattern, probe.name) && !finds(excluded, probe.name);
  return partsOf(pattern).some(
    (part) => 'expression' in part && (part.expression === probe.expression || isEverything(part.expression)),
  );
}
