import type { Manifest } from '../dialects/common/codec';
import type { OlmPackage } from '../dialects/releases';
import { isOlder, upgradeFacts } from '../dialects/releases/upgrades';
import { compareMinors } from '../model/minors';
import { refused, toldBy } from './preparations/api';
import { raisedAlong } from './preparations/kafka-version';
import { draft, type Draft, type Hop, type MigrationRefusal, type MigrationStep } from './stage';
import { edited, nameOf, ofKind, textIn, withValue, type Tree } from './tree';

/** What stands in the way of a jump, and no tree can help: a release between has to be run. */
export function jumpRefusals({ from, to }: Hop): readonly MigrationRefusal[] {
  const [before, after] = [upgradeFacts(from).controlPlane, upgradeFacts(to).controlPlane];
  if (before !== 'never' || after !== 'always') return [];
  return [
    {
      message: `Brokers of ${from.name} do not know the listener through which those of ${to.name} reach the controller: go through Strimzi 0.23 to 0.31.`,
      source: 'https://strimzi.io/docs/operators/0.45.0/deploying#con-upgrade-paths-earlier-versions-str',
    },
  ];
}

/** The operator of the next release, with all that it takes in no other form than its own. */
export function operatorStage(tree: Tree, hop: Hop): Draft {
  const { from, to } = hop;
  const late = new Set(refused(tree, to));
  const told = late.size === 0 ? { tree, losses: [] } : toldBy(tree, to, (item) => late.has(item));
  const along = edited(told.tree, ({ manifest }) => raisedAlong(manifest, hop));
  const subscribed = edited(along, ({ manifest }) => subscription(manifest, hop));
  const isInstalledHere = subscribed.some((item, at) => item !== along[at]);
  const raisedNames = along.flatMap((item, at) => (item === told.tree[at] ? [] : [nameOf(item.manifest)]));
  return draft({
    id: 'operator',
    title: `The operator of ${to.name}`,
    why:
      late.size === 0
        ? `Both operators take these objects as they are.`
        : `${to.name} takes ${[...late].map(({ manifest }) => nameOf(manifest)).join(', ')} in no form that ${from.name} has.`,
    tree: subscribed,
    losses: told.losses,
    before: [
      ...gate(hop),
      ...jaegerOperator(tree, hop),
      {
        text: `Install the definitions (CRDs) of ${to.name}; Helm does not upgrade them by itself.`,
      },
      ...(isInstalledHere
        ? []
        : [
            {
              text: `Install the operator of ${to.name}${to.facts.olm.vendor === 'redHat' ? '' : `, version ${to.facts.version}`}.`,
            },
          ]),
    ],
    after: [
      ...(raisedNames.length === 0
        ? []
        : [
            {
              text: `No Kafka is run by both operators: the new one refuses ${raisedNames.join(', ')} until these manifests name a version that it runs. Apply them at once.`,
            },
          ]),
      ...raised(tree, hop),
      ...ownTopics(tree, hop),
    ],
    checks: ofKind(subscribed, 'Kafka').map(({ manifest }) => ({
      text: `The operator of ${to.name} has reconciled ${nameOf(manifest)}, and its pods have restarted.`,
    })),
    source: 'https://strimzi.io/docs/operators/latest/deploying#assembly-upgrade-cluster-operator-str',
  });
}

/** OLM installs what a subscription names. */
function subscription(manifest: Manifest, { from, to }: Hop): Manifest {
  const isOurs = manifest.kind === 'Subscription' && textIn(manifest, 'spec', 'name') === from.facts.olm.package;
  if (!isOurs) return manifest;
  const { package: name, channel, startingCSV }: OlmPackage = to.facts.olm;
  const told = withValue(withValue(manifest, ['spec', 'name'], name), ['spec', 'channel'], channel);
  return textIn(manifest, 'spec', 'startingCSV') === undefined
    ? told
    : withValue(told, ['spec', 'startingCSV'], startingCSV);
}

function gate({ from, to }: Hop): readonly MigrationStep[] {
  if (upgradeFacts(from).controlPlane !== 'never' || upgradeFacts(to).controlPlane !== 'unlessRefused') return [];
  return [
    {
      text: `Set STRIMZI_FEATURE_GATES=-ControlPlaneListener for the operator of ${to.name}, and take it away when all brokers run under it.`,
    },
  ];
}

function jaegerOperator(tree: Tree, { from, to }: Hop): readonly MigrationStep[] {
  const { jaegerOperator: next } = to.facts;
  const isThere = tree.some(({ manifest }) => manifest.apiVersion === 'jaegertracing.io/v1');
  return isThere && next !== from.facts.jaegerOperator
    ? [
        {
          text: `Upgrade Jaeger's operator to 1.35 or later: its collector takes OTLP. ${next} is what is judged here.`,
        },
      ]
    : [];
}

/** Clusters that name no version go along with the operator. */
function raised(tree: Tree, { from, to }: Hop): readonly MigrationStep[] {
  const [now, next] = [from.facts.kafka.default, to.facts.kafka.default];
  if (now === next) return [];
  const names = ofKind(tree, 'Kafka').flatMap(({ manifest }) =>
    textIn(manifest, 'spec', 'kafka', 'version') === undefined ? [nameOf(manifest)] : [],
  );
  return names.length === 0
    ? []
    : [
        {
          text: `${names.join(', ')} name no version: the operator takes them from Kafka ${now} to ${next} in the same turn.`,
        },
      ];
}

/** The bidirectional topic operator leaves topics behind, whose objects would be kept by finalizers. */
function ownTopics(tree: Tree, { from, to }: Hop): readonly MigrationStep[] {
  const isLeft = upgradeFacts(from).storesTopics && !upgradeFacts(to).storesTopics;
  if (!isLeft || ofKind(tree, 'Kafka').length === 0) return [];
  return [
    {
      text: "Topics of the former topic operator are of no use any more: delete strimzi-store-topic and strimzi-topic-operator-kstreams-topic-store-changelog; objects of Kafka's own topics (__consumer_offsets and so on) are set to strimzi.io/managed=false before they are deleted.",
      command: 'kubectl get kafkatopics -A',
    },
  ];
}

/** Whether an upgrade is one at all. */
export function isUpgrade({ from, to }: Hop): boolean {
  return from === to || isOlder(from, to) || compareMinors(from.facts.version, to.facts.version) === 0;
}
