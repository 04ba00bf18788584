import type { Manifest } from '../../dialects/common/codec';
import { CLUSTER_LABEL } from '../../dialects/common/cluster-label';
import { readManifest } from '../../dialects/read';
import type { Acl } from '../../model/acl';
import { userNameOf, type Endpoint } from '../../model/endpoint';
import { aclsOf, type IntentGrant } from '../../model/grant';
import type { MirrorMakerRecord } from '../../model/mirror-maker';
import { Rights } from '../../model/rights';
import { offsetSyncsTopic } from '../../wiring/mirror-names';
import { mirrorOf } from '../../wiring/modernise-mirror';
import { boundsOf } from '../../wiring/name-matches';
import type { MigrationStep } from '../stage';
import { edited, ofKind, valueIn, withValue, type Tree } from '../tree';

const ACLS = ['spec', 'authorization', 'acls'];

/** A tree whose users may do what MirrorMaker 2 does in the place of these mirrors, and what is left to do by hand. */
export function withMirrorRights(
  tree: Tree,
  mirrors: readonly MirrorMakerRecord[],
): { readonly tree: Tree; readonly byHand: readonly MigrationStep[] } {
  let granted = tree;
  const byHand: MigrationStep[] = [];
  for (const mirror of mirrors) {
    for (const { endpoint, grants } of needsOf(mirror)) {
      const name = shownBy(endpoint);
      if (name === undefined) continue;
      const acls = aclsOf(grants);
      const user = ofKind(granted, 'KafkaUser').find(
        ({ manifest }) => manifest.metadata.namespace === mirror.namespace && isUser(granted, manifest, endpoint),
      );
      if (!user)
        byHand.push({ text: `The user ${name}, who is none of these objects, needs: ${acls.map(textOf).join('; ')}.` });
      else granted = edited(granted, (item) => (item === user ? withAcls(item.manifest, acls) : item.manifest));
    }
  }
  return { tree: granted, byHand };
}

/** What MirrorMaker 2 does at each end of a mirror. It keeps the names of topics, and its offset syncs at the source. */
function needsOf(mirror: MirrorMakerRecord): readonly { endpoint: Endpoint; grants: readonly IntentGrant[] }[] {
  const [told] = mirrorOf({ noun: 'mirrorMaker', record: mirror }).described;
  if (told?.noun !== 'mirrorMaker2') return [];
  const { groupId = '', alias } = told.record.target;
  const topics = boundsOf({ pattern: mirror.include }) ?? [{ prefix: '' }];
  const named = topics.map((topic) => (typeof topic !== 'string' && topic.prefix === '' ? '*' : topic));
  return [
    {
      endpoint: mirror.source,
      grants: [
        ...named.map((topic): IntentGrant => ({ intent: 'mirrorSourceTopic', topic })),
        { intent: 'mirrorOffsetSyncs', topic: offsetSyncsTopic(alias, '.') },
      ],
    },
    {
      endpoint: mirror.target,
      grants: [
        { intent: 'connectGroup', group: groupId },
        { intent: 'connectStorage', topic: { prefix: `${groupId}-` } },
        ...named.flatMap((topic): IntentGrant[] => [
          { intent: 'mirrorTargetTopic', topic },
          { intent: 'mirrorTargetConfigs', topic },
        ]),
      ],
    },
  ];
}

/** What a program shows: the name of a user, or that of a Secret that is called after one. */
function shownBy({ credentials }: Endpoint): string | undefined {
  return credentials?.type === 'tls' ? credentials.secret : credentials?.username;
}

function isUser(tree: Tree, { metadata }: Manifest, endpoint: Endpoint): boolean {
  const cluster = ofKind(tree, 'Kafka').find(
    ({ manifest: { metadata: its } }) =>
      its.namespace === metadata.namespace && its.name === metadata.labels?.[CLUSTER_LABEL],
  );
  const described = cluster && readManifest(cluster.manifest);
  return userNameOf(endpoint, described?.noun === 'kafkaCluster' ? described.record : undefined) === metadata.name;
}

/** A user with further rules; one without any may do all that its cluster lets everybody do. */
function withAcls(user: Manifest, acls: readonly Acl[]): Manifest {
  const rules = valueIn(user, ...ACLS);
  const described = readManifest(user);
  if (!Array.isArray(rules) || described?.noun !== 'user') return user;
  const known = new Rights(described.record.acls ?? [], 'allow');
  const added = acls.flatMap(({ resource, operations: needed }) => {
    const operations = needed.filter((operation) => !known.cover({ operation, resource, host: '*' }));
    return operations.length === 0 ? [] : [{ resource, operations, host: '*' }];
  });
  return added.length === 0 ? user : withValue(user, ACLS, [...(rules as readonly unknown[]), ...added]);
}

function textOf({ resource, operations }: Acl): string {
  const name = 'name' in resource ? ` ${resource.name}${resource.patternType === 'prefix' ? '*' : ''}` : '';
  return `${operations.join(', ')} on ${resource.type}${name}`;
}
