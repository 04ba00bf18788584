import type { Acl } from '../model/acl';
import { aclsFor } from '../model/permissions';
import type { MirrorProps } from './mirror';
import { internalTopics, workerNames } from './mirror-maker-2';
import { mirroredGroups } from './mirror-topics';
import type { IKafkaUser } from './user';

interface MirrorUsers {
  readonly sourceUser: IKafkaUser | undefined;
  readonly targetUser: IKafkaUser | undefined;
}

/** Lets the users of a MirrorMaker 1 read at the source and write at the target. */
export function grantMirrorMaker(props: MirrorProps, { sourceUser, targetUser }: MirrorUsers, name: string): void {
  const names = props.topics.map(({ topicName }) => topicName);
  const group = props.consumerGroup ?? name;
  sourceUser?.grant(names.flatMap((topic) => aclsFor('mirrorMakerSource', { topic, group })));
  targetUser?.grant(names.flatMap((topic) => aclsFor('mirrorMakerTarget', { topic })));
}

/** Lets the users of a MirrorMaker 2 do what its connectors and its Connect workers do. */
export function grantMirrorMaker2(props: MirrorProps, { sourceUser, targetUser }: MirrorUsers, name: string): void {
  sourceUser?.grant(() => sourceRights(props));
  targetUser?.grant(() => targetRights(props, name));
}

function sourceRights(props: MirrorProps): Acl[] {
  return [
    ...props.topics.flatMap(({ topicName: topic }) => aclsFor('mirrorSourceTopic', { topic })),
    ...mirroredGroups(props).flatMap((group) => aclsFor('mirrorSourceGroup', { group })),
  ];
}

function targetRights(props: MirrorProps, name: string): Acl[] {
  const { groupId, storagePrefix } = workerNames(name);
  const { source, replicationPolicy } = props;
  const prefix = replicationPolicy === 'default' ? `${source.clusterName}.` : '';
  return [
    ...aclsFor('connectGroup', { group: groupId }),
    ...aclsFor('connectStorage', { topic: { prefix: storagePrefix } }),
    ...internalTopics(source.clusterName).flatMap((topic) => aclsFor('mirrorInternalTopic', { topic })),
    ...props.topics.flatMap(({ topicName }) => aclsFor('mirrorTargetTopic', { topic: `${prefix}${topicName}` })),
    ...mirroredGroups(props).flatMap((group) => aclsFor('mirrorTargetGroup', { group })),
  ];
}
