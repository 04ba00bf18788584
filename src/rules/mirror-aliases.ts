import { endName, flowsOf, type Flow, type FlowEnd } from '../model/flows';
import { finds, isEverything, partsOf } from '../model/topic-pattern';
import { ringsOf } from './rings';
import { settingsOfSource } from './source-settings';
import { topologyRule, type Breach } from './rule';

/** Mirrors that meet call each cluster by one name, and no two by the same. */
export const mirrorAliases = topologyRule({
  id: 'mirror-aliases',
  summary:
    'MirrorMaker 2s that meet at a cluster tell clusters apart by alias, and those that lead back call a cluster by one alias.',
  remedy: 'Give each cluster one alias in all mirrors: sourceAlias and targetAlias, or the alias in the manifest.',
  effect: 'fails',
  source:
    'Names of offset syncs, checkpoints and copies hold the alias; a copy is known for one by the aliases in its name alone (MirrorSourceConnector.isCycle, DefaultReplicationPolicy, Kafka 2.4 to 4.3).',
  across: (topology, report) => {
    const flows = flowsOf(topology).filter(
      ({ source, target }) => source.alias !== undefined && source.key !== target.key,
    );
    for (const [flow, breach] of [...shared(flows), ...divided(flows), ...unknownCopies(flows)]) {
      report(flow.mirror, breach);
    }
  },
});

type Told = readonly [Flow, Breach];

/** One alias for two clusters, where what is called by it meets. */
function shared(flows: readonly Flow[]): Told[] {
  const first = new Map<string, Flow>();
  return flows.flatMap((flow): Told[] => {
    const { source, target } = flow;
    const atTarget = sharing(first, flow, { here: target, alias: source.alias ?? '', other: 'source' });
    if (atTarget.length > 0 || keepsSyncsAtTarget(flow)) return atTarget;
    return sharing(first, flow, { here: source, alias: target.alias ?? '', other: 'target' });
  });
}

interface Meeting {
  readonly here: FlowEnd;
  readonly alias: string;
  readonly other: 'source' | 'target';
}

function sharing(first: Map<string, Flow>, flow: Flow, { here, alias, other }: Meeting): Told[] {
  const key = `${other}\0${here.key}\0${alias}`;
  const known = first.get(key);
  if (!known) first.set(key, flow);
  if (!known || known[other].key === flow[other].key) return [];
  const kept = other === 'source' ? 'offset syncs, checkpoints and copies' : 'offset syncs';
  return [
    [
      flow,
      {
        field: flow.field,
        given: alias,
        allowed: `an alias of its own for each cluster whose mirrors meet at ${endName(here)}`,
        message: `${known.mirror.path} calls another cluster "${alias}": their ${kept} at ${endName(here)} get mixed.`,
      },
    ],
  ];
}

function keepsSyncsAtTarget(flow: Flow): boolean {
  return settingsOfSource(flow)?.['offset-syncs.topic.location'] === 'target';
}

/** DefaultReplicationPolicy takes what is before the first separator for the alias. */
function divided(flows: readonly Flow[]): Told[] {
  return flows.flatMap((flow): Told[] => {
    const { prefix, separator, source, field } = flow;
    if (prefix === undefined || prefix === '' || !separator || !source.alias?.includes(separator)) return [];
    return [
      [
        flow,
        {
          effect: 'unlooked',
          field,
          given: source.alias,
          allowed: `an alias without ${separator}`,
          message: `Copies are called "${prefix}…", whose source MirrorMaker 2 takes to be "${source.alias.split(separator)[0] ?? ''}": it knows them for nobody's copies, and follows neither partitions nor settings of the source.`,
          remedy: 'Give the source an alias without the separator, or the policy another separator.',
        },
      ],
    ];
  });
}

/** Copies that come back under a name by which nobody knows them for copies. */
function unknownCopies(flows: readonly Flow[]): Told[] {
  const prefixed = flows.filter(({ prefix }) => prefix !== undefined && prefix !== '');
  const rings = ringsOf(prefixed.map((flow) => ({ flow, from: flow.source.key, to: flow.target.key })));
  return rings.flatMap((ring) => {
    const asSource = new Map(ring.map(({ flow }) => [flow.source.key, flow] as const));
    return ring.flatMap(({ flow }): Told[] => {
      const leaving = asSource.get(flow.target.key);
      if (!leaving || leaving.source.alias === flow.target.alias || !copiesCopies(flow, ring)) return [];
      const name = endName(flow.target);
      return [
        [
          flow,
          {
            field: flow.field,
            given: flow.target.alias,
            allowed: leaving.source.alias ?? '',
            message: `${leaving.mirror.path} calls ${name} "${leaving.source.alias ?? ''}": topics of ${name} come back to it as copies of copies, without end.`,
          },
        ],
      ];
    });
  });
}

/** Whether a flow copies what another one of the ring brought. */
function copiesCopies({ pattern, source }: Flow, ring: readonly { readonly flow: Flow }[]): boolean {
  if (partsOf(pattern).some((part) => 'expression' in part && isEverything(part.expression))) return true;
  const bringing = ring.filter(({ flow }) => flow.target.key === source.key);
  return bringing.some(({ flow }) =>
    partsOf(flow.pattern).some((part) => 'name' in part && finds(pattern, `${flow.prefix ?? ''}${part.name}`)),
  );
}
