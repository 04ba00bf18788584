import type { MirrorFlow } from '../model/mirror-maker-2';
import type { Config } from '../model/resource';
import { isSlip } from '../text/nearest';
import { objectRule, type Breach } from './rule';

/** Settings that name topics, or say where they are: what one connector writes, another one reads. */
const SHARED = [
  { setting: 'replication.policy.class', usual: 'org.apache.kafka.connect.mirror.DefaultReplicationPolicy' },
  { setting: 'replication.policy.separator', usual: '.' },
  { setting: 'replication.policy.internal.topic.separator.enabled', usual: 'true' },
  { setting: 'offset-syncs.topic.location', usual: 'source' },
] as const;

/** The connectors of a mirror are there, and agree on names and places. */
export const mirrorConnectors = objectRule({
  id: 'mirror-connectors',
  summary:
    'A mirror of topics has a source connector, whose replication policy and place of offset syncs the checkpoint connector has too.',
  remedy: 'Give both connectors the same setting, or neither.',
  effect: 'fails',
  source:
    'MirrorCheckpointTask reads the offset syncs that MirrorSourceTask writes, and names topics by its own policy (Kafka 2.4 to 4.3); operators make the connectors that are there (Strimzi 0.18.0 to 1.2.0).',
  nouns: ['mirrorMaker2'],
  catalog: ['M2-047'],
  check({ record: { mirrors }, site }, report) {
    const { internalSeparator } = site.release.mirrorMaker2;
    for (const [index, flow] of mirrors.entries()) {
      for (const breach of [...withoutSource(flow, index), ...breachesOf(flow, index, internalSeparator)])
        report(breach);
    }
  },
});

/** A checkpoint connector translates what a source connector wrote down; another mirror may have that. */
function withoutSource({ topicsPattern, sourceConnector, checkpointConnector }: MirrorFlow, index: number): Breach[] {
  if (sourceConnector || topicsPattern === undefined || !checkpointConnector) return [];
  return [
    {
      effect: 'ignored',
      field: ['spec', 'mirrors', index, 'topicsPattern'],
      given: topicsPattern,
      message: 'The mirror has no source connector: no topic is copied.',
      remedy: 'Add sourceConnector: {}, or leave topicsPattern out where another mirror copies.',
    },
  ];
}

/** @param separates - whether the separator stands in the names of internal topics too */
function breachesOf({ sourceConnector, checkpointConnector }: MirrorFlow, index: number, separates: boolean): Breach[] {
  if (!sourceConnector || !checkpointConnector) return [];
  const separatesNothing = !separates && [sourceConnector, checkpointConnector].every(keepsNames);
  return SHARED.flatMap(({ setting, usual }): Breach[] => {
    if (separatesNothing && setting === 'replication.policy.separator') return [];
    const given = checkpointConnector.config?.[setting];
    const wanted = String(sourceConnector.config?.[setting] ?? usual);
    if (wanted === String(given ?? usual) || [sourceConnector, checkpointConnector].some(hasSlip(setting))) return [];
    return [
      {
        field: ['spec', 'mirrors', index, 'checkpointConnector', 'config', setting],
        ...(given !== undefined && { given }),
        allowed: `${wanted}, as the source connector has it`,
        message: `The connectors of the mirror differ in ${setting}: offsets of groups are looked for under names, or at a place, where nothing is.`,
      },
    ];
  });
}

/** Whether topics are called at the target as they are at the source. */
function keepsNames({ config = {} }: { readonly config?: Config }): boolean {
  return /(^|\.)IdentityReplicationPolicy$/.test(String(config['replication.policy.class'] ?? ''));
}

/** Whether a connector has a setting under a name with a slip, which is told of that name. */
function hasSlip(setting: string): (connector: { readonly config?: Config }) => boolean {
  return ({ config = {} }) => Object.keys(config).some((name) => name !== setting && isSlip(name, setting));
}
