import type { IntentGrant } from '../model/grant';
import { defined } from '../dialects/common/codec';
import type { Config, OwnConfig } from '../model/resource';
import { connectRights, exactlyOnce } from './connect-rights';
import type { WorkerNames } from './mirror';
import { storageReplicas } from './storage-replicas';

/** The names that were given, and where none was, those that no other Kafka Connect of the cluster has. */
export function connectNames(name: string, given: WorkerNames): Required<WorkerNames> {
  return {
    groupId: given.groupId ?? name,
    configStorageTopic: given.configStorageTopic ?? `${name}-configs`,
    offsetStorageTopic: given.offsetStorageTopic ?? `${name}-offsets`,
    statusStorageTopic: given.statusStorageTopic ?? `${name}-status`,
  };
}

/** Settings of the workers: as many replicas of what they keep as the brokers allow, and what was given over it. */
export function connectConfig(brokers: number | undefined, own: OwnConfig = {}): Config {
  const replicas = storageReplicas(brokers);
  return defined({
    'config.storage.replication.factor': replicas,
    'offset.storage.replication.factor': replicas,
    'status.storage.replication.factor': replicas,
    ...own,
  });
}

/** What the workers' user needs for the workers themselves. */
export function workerRights(names: Required<WorkerNames>, config: OwnConfig = {}): readonly IntentGrant[] {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic } = names;
  return connectRights({
    groupId,
    storageTopics: [configStorageTopic, offsetStorageTopic, statusStorageTopic],
    exactlyOnce: exactlyOnce(config) !== undefined,
  });
}
