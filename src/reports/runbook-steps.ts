import type { ClientRecord } from '../model/client';
import { consumptionOf } from '../model/client-role';
import type { Endpoint } from '../model/endpoint';
import type { FlowEnd } from '../model/flows';
import { internalTopics } from './mirrors-own';
import { objectId, resourceOf } from './object-id';
import {
  clusterText,
  connectorOf,
  endsOf,
  escaped,
  idOf,
  kubectl,
  placeKey,
  podsOf,
  positionsOf,
  stopCalls,
  settingsFile,
  tool,
  whereIs,
} from './runbook-calls';
import type { Call, FiledManifest, Handover, NamedFlow, RunbookStep, Where, Written } from './runbook-types';

/** What is done to hand a role over, in order. Until the step that starts the clients anew all of it can be taken back. */
export function stepsOf(handover: Handover): readonly RunbookStep[] {
  const { back } = handover;
  return [
    before(handover),
    stopWriting(handover),
    drain(handover),
    stopReading(handover),
    stopMirror(handover),
    takeOver(handover),
    ...(back ? [empty(handover, back), copyBack(handover, back)] : []),
    settle(handover),
  ];
}

function before({ flow, before: old, after }: Handover): RunbookStep {
  const { where, name } = idOf(flow.mirror);
  const [from, to] = [clusterText(flow.source), clusterText(flow.target)];
  return {
    title: 'Before anything else',
    notes: [
      `${settingsFile(flow.source)} and ${settingsFile(flow.target)} are settings of a Kafka client that may describe, and delete, topics and groups at ${from} and ${to}.`,
      'Addresses are those that the mirrors use: call the tools of Kafka from where these lead to the cluster.',
      where.kubernetesCluster === ''
        ? 'Where the clusters are on two Kubernetes clusters, each call of kubectl takes the --context of its namespace.'
        : 'Contexts of kubectl are called as the Kubernetes clusters of the sites are.',
      `Stop what brings manifests by itself (Argo CD, Flux), so that each step comes when it is its turn.`,
    ],
    calls: [['cdk8s-strimzi', 'diff', old.name, after.name]],
    check: 'The change destroys no data that you want: no topic is removed. The mirror is ready.',
    looks: [kubectl(where, 'get', 'kafkamirrormaker2', name)],
    unreachable: `Look at ${to} alone.`,
  };
}

function stopWriting({ flow, stopping, topics }: Handover): RunbookStep {
  const from = clusterText(flow.source);
  const writers = stopping.filter(({ record: { role } }) => !onlyReads(role));
  return {
    title: `Stop what writes to ${from}`,
    notes: ['What writes there and is not described here has to stop too.'],
    calls: stopCalls(writers),
    check:
      'None of its pods is left, and the ends of the topics stand still: the second look shows what the first did.',
    looks: [...podsOf(writers), endsOf(flow, topics)],
    unreachable: `Its clients must stay off when it comes back: what they wrote last, and what they would write, never gets to ${clusterText(flow.target)}. Go on with the step that stops the mirror.`,
  };
}

function drain({ flow, topics }: Handover): RunbookStep {
  return {
    title: 'Wait until the mirror has copied everything',
    notes: [
      'The mirror tells the last record that it copied of each partition, from Kafka 3.5 on; before that, look at its metric record-age-ms.',
    ],
    calls: [],
    check:
      'Each partition that is not empty stands at the record before its end, or at the last one before markers of transactions, and stands still. The connector is RUNNING: one that failed stands still too.',
    looks: [endsOf(flow, topics), connectorOf(flow, 'offsets'), connectorOf(flow, 'status')],
    unreachable: 'What was not copied is lost to those who read the copy. Nothing can be waited for.',
  };
}

function stopReading({ flow, back, stopping }: Handover): RunbookStep {
  const [from, to] = [clusterText(flow.source), clusterText(flow.target)];
  const readers = stopping.filter(({ record: { role } }) => onlyReads(role));
  const groups = stopping.flatMap(({ record: { role } }) => groupsOf(role));
  return {
    title: `Stop what reads at ${from}, and wait until positions are copied`,
    notes: flow.syncsOffsets
      ? [
          `The mirror sets positions at ${to} every minute, unless it is told otherwise, of groups that nobody is a member of there. It sets none that is too far: some records may be read again, none is left out.`,
        ]
      : [`The mirror sets no positions at ${to}: groups begin there where their clients' auto.offset.reset says.`],
    calls: stopCalls(readers),
    check: `None of its pods is left. Each group has at ${to} a position in every partition that it has one in at ${from}, and as much before it or more.`,
    looks: [
      ...podsOf(readers),
      ...[...new Set(groups)].flatMap((group) => [
        positionsOf(flow.source, group),
        positionsOf(seenFromOutside(flow, back), group),
      ]),
    ],
    unreachable: `The positions at ${to} are those of the last minute that the mirror saw.`,
  };
}

function stopMirror({ flow, before: old }: Handover): RunbookStep {
  const { where, name } = idOf(flow.mirror);
  return {
    title: 'Stop the mirror',
    notes: [`Until here ${old.name} brings everything back: apply it again.`],
    calls: [kubectl(where, 'delete', 'kafkamirrormaker2', name)],
    check: 'None of its pods is left.',
    looks: [
      kubectl(where, 'get', 'pods', '--selector', `strimzi.io/cluster=${name},strimzi.io/kind=KafkaMirrorMaker2`),
    ],
  };
}

function takeOver({ flow, back, starting, after }: Handover): RunbookStep {
  const [from, to] = [clusterText(flow.source), clusterText(flow.target)];
  const left = back && whereIs(flow.source);
  const isLeft = (where: Where): boolean => left !== undefined && placeKey(where) === placeKey(left);
  const files = filesOf(after, (where) => !isLeft(where));
  const shared = filesOf(after, isLeft).filter(({ file }) => files.some((each) => each.file === file));
  return {
    title: `Make ${to} the active cluster`,
    notes: [
      `From here on records are written that ${from} does not have: to go back is another change of roles.`,
      ...shared.map(
        ({ file }) =>
          `${file} has objects of ${left?.namespace ?? ''} too, which are not to come yet: apply the others alone.`,
      ),
    ],
    calls: files.map(applyCall),
    check: 'The clients are ready, and their groups go on.',
    looks: [
      ...podsOf(starting),
      ...starting
        .flatMap(({ record: { role } }) => groupsOf(role))
        .map((group) => positionsOf(seenFromOutside(flow, back), group)),
    ],
  };
}

/**
 * A mirror that keeps names would bring back what came from here, and go on from positions in records that are no longer
 * what they were.
 */
function empty({ flow, emptied, after, topics }: Handover, back: NamedFlow): RunbookStep {
  const from = clusterText(flow.source);
  const own = [...(internalTopics(after.topology).get(back.target.key)?.values() ?? [])]
    .filter(({ mirror }) => mirror === back.mirror.path)
    .map(({ name }) => name);
  const objects = new Map<string, { readonly where: Where; readonly names: string[] }>();
  for (const topic of emptied) {
    const { where, name } = idOf(topic);
    const known = objects.get(placeKey(where));
    if (known) known.names.push(name);
    else objects.set(placeKey(where), { where, names: [name] });
  }
  return {
    title: `Empty ${from}`,
    notes: [
      `THIS DELETES RECORDS at ${from}. What was written there and never copied is gone then: have it read first, if somebody needs it.`,
      `The mirror back copies everything from the beginning, under the same names. What came from ${from} would be there twice, and the positions that the mirror kept when it last ran this way are of records that are no more.`,
      `Until the mirror back is done, ${clusterText(flow.target)} has the only copy.`,
      ...(emptied.length === 0 || copiesOthers(back, topics)
        ? [`What else ${back.pattern} finds at ${from} and no manifest describes has to go too.`]
        : []),
    ],
    calls: [
      ...[...objects.values()].map(({ where, names }) => kubectl(where, 'delete', 'kafkatopic', ...names)),
      ...own.map((topic) => [
        ...tool('kafka-topics.sh', flow.source),
        '--delete',
        '--if-exists',
        '--topic',
        escaped(topic),
      ]),
    ],
    check: 'None of these topics is left.',
    looks: [[...tool('kafka-topics.sh', flow.source), '--list']],
    unreachable: 'This step and the next ones wait until it is back.',
  };
}

function copyBack({ flow, after }: Handover, back: NamedFlow): RunbookStep {
  const from = clusterText(flow.source);
  const { where, name } = idOf(back.mirror);
  const secrets = [...secretsOf(back.source.endpoint), ...secretsOf(back.target.endpoint)];
  return {
    title: `Start the mirror to ${from}`,
    notes: [
      ...(secrets.length === 0
        ? []
        : [`It needs these Secrets in namespace ${where.namespace}: ${secrets.join(', ')}.`]),
      `When this is applied, the users of clients may do nothing at ${from} unless ${after.name} says so.`,
    ],
    calls: filesOf(after, (of) => placeKey(of) === placeKey(whereIs(flow.source))).map(applyCall),
    check: 'The mirror is ready, its connectors are RUNNING, and it comes near the ends of the topics.',
    looks: [
      kubectl(where, 'get', 'kafkamirrormaker2', name),
      connectorOf(back, 'offsets'),
      connectorOf(back, 'status'),
    ],
  };
}

function settle({ before: old, after }: Handover): RunbookStep {
  const stays = new Set(after.manifests.map(keyOf));
  const gone = old.manifests.filter((each) => !stays.has(keyOf(each)) && !HOLDS_DATA.has(each.manifest.kind));
  return {
    title: 'Settle',
    notes: [
      `Commit what ${after.name} has, and let go on what brings manifests by itself. What it does not remove by itself is removed here; what holds data is not among it.`,
    ],
    calls: gone.map(({ manifest, where }) =>
      kubectl(
        where,
        'delete',
        '--ignore-not-found',
        `${resourceOf(idOfManifest(manifest))}/${idOfManifest(manifest).name}`,
      ),
    ),
    check: 'All that is described is ready.',
    looks: [['cdk8s-strimzi', 'verify', after.name]],
  };
}

/** Kinds whose objects are not removed in passing. */
const HOLDS_DATA = new Set([
  'Kafka',
  'KafkaNodePool',
  'KafkaTopic',
  'Namespace',
  'PersistentVolumeClaim',
  'KafkaMirrorMaker2',
]);

function copiesOthers({ pattern }: NamedFlow, topics: readonly string[]): boolean {
  return pattern.split(/[,|]/).some((part) => !topics.includes(part.replaceAll('\\', '')));
}

/** A Kafka Streams application writes, if only to topics of its own. */
function onlyReads(role: ClientRecord['role']): boolean {
  if (role.type === 'program') return role.producesTo.length === 0 && role.applicationId === undefined;
  return role.type === 'consumer';
}

function groupsOf(role: ClientRecord['role']): readonly string[] {
  const { group } = consumptionOf(role) ?? {};
  return group === undefined ? [] : [group];
}

/** The cluster that takes over, at the address that the mirror back reaches it at from elsewhere. */
function seenFromOutside({ target }: NamedFlow, back: NamedFlow | undefined): FlowEnd {
  return back?.source ?? target;
}

function idOfManifest(manifest: FiledManifest['manifest']) {
  return objectId(manifest) ?? { ...manifest, name: '' };
}

function keyOf({ manifest, where }: FiledManifest): string {
  const id = idOfManifest(manifest);
  return `${placeKey(where)} ${resourceOf(id)}/${id.name}`;
}

/** A file, and where what is in it goes. */
type AppliedFile = Pick<FiledManifest, 'file'> & Pick<Where, 'kubernetesCluster'>;

function filesOf({ manifests }: Written, isWanted: (where: Where) => boolean): readonly AppliedFile[] {
  const wanted = manifests
    .filter(({ where }) => isWanted(where))
    .map(({ file, where: { kubernetesCluster } }) => ({ file, kubernetesCluster }));
  const files = new Map(wanted.map((each) => [JSON.stringify([each.file, each.kubernetesCluster]), each]));
  return [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

function applyCall({ file, kubernetesCluster }: AppliedFile): Call {
  return kubectl({ kubernetesCluster, namespace: '' }, 'apply', '-f', file);
}

function secretsOf({ trust = [], credentials }: Endpoint): readonly string[] {
  const own = !credentials ? [] : credentials.type === 'tls' ? [credentials.secret] : [credentials.password.secret];
  return [...new Set([...trust.map(({ secret }) => secret), ...own])];
}
