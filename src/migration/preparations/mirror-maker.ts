import { writeRecord } from '../../check/translation';
import type { Manifest } from '../../dialects/common/codec';
import { readManifest, type Described } from '../../dialects/read';
import { upgradeFacts } from '../../dialects/releases/upgrades';
import type { MirrorMakerRecord } from '../../model/mirror-maker';
import { mirrorOf } from '../../wiring/modernise-mirror';
import type { StageLoss } from '../losses';
import { shellWord } from '../../text/shell-word';
import { draft, type Draft, type Hop, type MigrationStep, type Preparation } from '../stage';
import { edited, kubectl, nameOf, namespaceOf, ofKind, valueIn, withValue, type Item, type Tree } from '../tree';
import { withMirrorRights } from './mirror-rights';

const REPLICAS = ['spec', 'replicas'];
const SOURCE = 'Strimzi CHANGELOG, 0.46.0: migrate to MirrorMaker 2 before the upgrade';
const OFFSETS = 'https://strimzi.io/docs/operators/0.45.0/deploying#proc-altering-connector-offsets-str';

/** MirrorMaker 2 in the place of MirrorMaker 1, before an operator comes that knows no other. */
export const mirrorMaker: Preparation = {
  refusals: (tree, hop) =>
    mirrors(tree, hop).map(({ manifest }) => ({
      ...(canBeReplaced(hop) && { stage: 'mirror-maker-stops' as const }),
      object: nameOf(manifest),
      message: `${hop.to.name} knows no MirrorMaker 1: the mirror would be left running without anybody who looks after it.`,
      source: SOURCE,
    })),
  next: (tree, hop) => {
    const described = new Map(mirrors(tree, hop).flatMap((item) => readMirror(item)));
    return described.size === 0 || !canBeReplaced(hop) ? [] : handOver(tree, described, hop);
  },
};

function mirrors(tree: Tree, { to }: Hop): readonly Item[] {
  if (upgradeFacts(to).mirrorEngines.includes('mirrorMaker')) return [];
  return ofKind(tree, 'KafkaMirrorMaker');
}

/** Whether MirrorMaker 2 can go on where MirrorMaker 1 stopped, under the same names of topics. */
function canBeReplaced({ from }: Hop): boolean {
  return from.facts.mirrorMaker2.identityPolicy && upgradeFacts(from).connectorOffsets;
}

/** All four stages, less those that the tree has behind it. */
function handOver(tree: Tree, described: ReadonlyMap<Item, Mirror>, hop: Hop): readonly Draft[] {
  const [ones, records] = [[...described.keys()], [...described.values()]];
  const replaced = (item: Item): Manifest | undefined =>
    ofKind(tree, 'KafkaMirrorMaker2').find(({ manifest }) => isTwin(manifest, item.manifest))?.manifest;
  const isWaiting = ones.every((item) => replaced(item) !== undefined);
  const isStopped = ones.every(({ manifest }) => valueIn(manifest, ...REPLICAS) === 0);
  const stopped = isStopped ? undefined : stops(tree, ones, records);
  const afterStop = stopped?.tree ?? tree;
  const waiting = isWaiting ? undefined : waits(afterStop, described, hop);
  const afterWait = waiting?.tree ?? afterStop;
  const isCopying = !ofKind(afterWait, 'KafkaMirrorMaker2').some(({ manifest }) => isHeld(manifest, records));
  const copying = isCopying ? undefined : copies(afterWait, records);
  return [stopped, waiting, copying, goes(copying?.tree ?? afterWait, records)].filter((each) => each !== undefined);
}

type Mirror = Extract<Described, { noun: 'mirrorMaker' }>;

/** A mirror that stands still already is taken for one of one pod: nothing tells how many it had. */
function readMirror(item: Item): readonly (readonly [Item, Mirror])[] {
  const described = readManifest(item.manifest);
  if (described?.noun !== 'mirrorMaker') return [];
  const { record } = described;
  return [[item, { ...described, record: { ...record, replicas: Math.max(record.replicas, 1) } }]];
}

function isTwin(one: Manifest, other: Manifest): boolean {
  return one.metadata.name === other.metadata.name && namespaceOf(one) === namespaceOf(other);
}

function stops(tree: Tree, ones: readonly Item[], records: readonly Mirror[]): Draft {
  const { tree: granted, byHand } = withMirrorRights(
    tree,
    records.map(({ record }) => record),
  );
  const manifests = new Set(ones.map(({ manifest }) => manifest));
  return draft({
    id: 'mirror-maker-stops',
    title: 'MirrorMaker 1 stands still, and MirrorMaker 2 gets its rights',
    why: 'What both copied at once would be there twice; what neither copied waits at the source.',
    tree: edited(granted, ({ manifest }) => (manifests.has(manifest) ? withValue(manifest, REPLICAS, 0) : manifest)),
    before: byHand,
    after: records.map(({ record }) => notedOffsets(record)),
    checks: [
      { text: 'The mirror has no pods, its group has no members, and its offsets are noted.' },
      { text: 'The source keeps records longer than the mirror will stand still.' },
    ],
    source: SOURCE,
  });
}

function notedOffsets({ source }: MirrorMakerRecord): MigrationStep {
  return {
    text: `Note the offsets of the group ${source.groupId} at the source.`,
    command: `bin/kafka-consumer-groups.sh --bootstrap-server ${shellWord(source.bootstrapServers)} --command-config CLIENT.properties --describe --group ${shellWord(source.groupId)}`,
  };
}

function waits(tree: Tree, described: ReadonlyMap<Item, Mirror>, { from: release }: Hop): Draft {
  const losses: StageLoss[] = [];
  const byOrigin = new Map([...described].map(([item, mirror]) => [item.origin, mirror]));
  const made = edited(tree, ({ origin, manifest }) => {
    const mirror = manifest.kind === 'KafkaMirrorMaker' ? byOrigin.get(origin) : undefined;
    if (!mirror) return manifest;
    const { described: told, dropped } = mirrorOf(mirror);
    losses.push(...dropped.map(({ of: _, ...loss }) => ({ object: nameOf(manifest), ...loss })));
    return [manifest, ...told.map((each) => withOffsets(writeRecord(each, { release }), offsetsOf(manifest)))];
  });
  const ones = [...described.keys()].map(({ manifest }) => manifest);
  return draft({
    id: 'mirror-maker-2-waits',
    title: 'MirrorMaker 2 is there, and is told where to go on',
    why: 'A connector that runs before it knows its place begins at the first record, and copies all once more.',
    tree: made,
    before: ones.map((manifest) => ({
      text: `Write the noted offsets to the ConfigMap ${offsetsOf(manifest)}, key offsets.json, an entry a partition: its offset is that of the last record that was copied, one less than the noted one.`,
      command: kubectl(
        'create',
        { kind: 'ConfigMap', metadata: { ...manifest.metadata, name: offsetsOf(manifest) } },
        `--from-literal=offsets.json='{"offsets":[{"partition":{"cluster":"source","topic":"TOPIC","partition":0},"offset":{"offset":NOTED-1}}]}'`,
      ),
    })),
    after: ones.map((manifest) => ({
      text: 'Let the operator set them.',
      command: kubectl(
        'annotate',
        { ...manifest, kind: 'KafkaMirrorMaker2' },
        'strimzi.io/connector-offsets=alter',
        `strimzi.io/mirrormaker-connector='${CONNECTOR}'`,
      ),
    })),
    checks: ones.map((manifest) => ({
      text: 'The operator took the annotation away again, which says that it did; with =list it writes what is set.',
      command: kubectl('get', { ...manifest, kind: 'KafkaMirrorMaker2' }, "-o jsonpath='{.metadata.annotations}'"),
    })),
    losses,
    source: OFFSETS,
  });
}

const CONNECTOR = 'source->target.MirrorSourceConnector';

function offsetsOf({ metadata: { name } }: Manifest): string {
  return `${name}-offsets`;
}

function withOffsets(mirror: Manifest, configMap: string): Manifest {
  return withConnector(mirror, (connector) => ({
    ...connector,
    state: 'stopped',
    alterOffsets: { fromConfigMap: { name: configMap } },
  }));
}

type Connector = Readonly<Record<string, unknown>>;
type Flow = Readonly<Record<string, unknown>> & { readonly sourceConnector?: Connector };

/** A mirror with other source connectors. */
function withConnector(mirror: Manifest, change: (connector: Connector) => Connector): Manifest {
  const told = flowsIn(mirror).map((flow) => ({ ...flow, sourceConnector: change(flow.sourceConnector ?? {}) }));
  return withValue(mirror, ['spec', 'mirrors'], told);
}

function flowsIn(mirror: Manifest): readonly Flow[] {
  const flows = valueIn(mirror, 'spec', 'mirrors');
  return Array.isArray(flows) ? (flows as readonly Flow[]) : [];
}

function copies(tree: Tree, mirrored: readonly Mirror[]): Draft {
  return draft({
    id: 'mirror-maker-2-copies',
    title: 'MirrorMaker 2 copies',
    why: 'It goes on with the first record that MirrorMaker 1 did not copy.',
    tree: edited(tree, ({ manifest }) =>
      manifest.kind === 'KafkaMirrorMaker2' && mirrored.some(({ record }) => isOf(manifest, record))
        ? withConnector(manifest, ({ state: _, alterOffsets: __, ...connector }) => connector)
        : manifest,
    ),
    checks: [
      {
        text: 'Each KafkaMirrorMaker2 is ready, and records that are written at the source arrive at the target once: a mirror without a right is ready all the same.',
      },
    ],
    source: OFFSETS,
  });
}

/** Whether a mirror waits to be told where to go on. */
function isHeld(manifest: Manifest, mirrored: readonly Mirror[]): boolean {
  const isStopped = flowsIn(manifest).some(({ sourceConnector }) => sourceConnector?.['state'] === 'stopped');
  return isStopped && mirrored.some(({ record }) => isOf(manifest, record));
}

function isOf({ metadata }: Manifest, { name, namespace }: MirrorMakerRecord): boolean {
  return metadata.name === name && metadata.namespace === namespace;
}

function goes(tree: Tree, mirrored: readonly Mirror[]): Draft {
  return draft({
    id: 'mirror-maker-goes',
    title: 'MirrorMaker 1 goes',
    why: 'Up to here it could take over again; with the object its Deployment goes.',
    tree: edited(tree, ({ manifest }) =>
      manifest.kind === 'KafkaMirrorMaker' && mirrored.some(({ record }) => isOf(manifest, record)) ? [] : manifest,
    ),
    after: mirrored.map(({ record }) => ({
      text: `The group ${record.source.groupId} at the source can be deleted, with the rights that only it needed.`,
    })),
    checks: [{ text: 'No KafkaMirrorMaker and no Deployment of one is left.' }],
    source: SOURCE,
  });
}
