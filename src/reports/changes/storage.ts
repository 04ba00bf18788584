import { equal } from '../../dialects/common/values';
import type { JbodVolume, StorageRecord, Volume } from '../../model/storage';
import type { ChangeEffect } from '../change';
import { changed, changedFields } from '../effects';
import { volumeBytes } from '../../model/quantity';

const REFUSED =
  'The operator refuses it: it keeps the storage as it was, ignores all else that changes with it, and says so in a condition.';
const ANEW = 'Make a node pool with the new storage, move the partitions to it, then remove this one.';

/**
 * What comes of other storage of nodes.
 * @see StorageDiff of Strimzi 0.18.0 to 1.2.0
 */
export function storageEffects(was: StorageRecord, is: StorageRecord, field: string): readonly ChangeEffect[] {
  if (was.type === 'jbod' && is.type === 'jbod') return jbodEffects(was.volumes, is.volumes, field);
  if (was.type === 'jbod' || is.type === 'jbod' || was.type !== is.type)
    return [refused(`${field}.type`, was.type, is.type)];
  return volumeEffects(was, is, field);
}

/** What becomes of the data of nodes that are gone, in a sentence; whether it is gone with them. */
export function leftOf(storage: StorageRecord): { readonly isGone: boolean; readonly message: string } {
  const volumes: readonly Volume[] = storage.type === 'jbod' ? storage.volumes : [storage];
  const isGone = volumes.some((volume) => volume.type === 'ephemeral' || volume.deleteClaim === true);
  return {
    isGone,
    message: isGone ? 'their data is deleted with them' : 'their claims stay with the data, and nobody serves it',
  };
}

function jbodEffects(was: readonly JbodVolume[], is: readonly JbodVolume[], field: string): readonly ChangeEffect[] {
  const before = new Map(was.map((volume) => [volume.id, volume]));
  const after = new Map(is.map((volume) => [volume.id, volume]));
  const volumes = [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => a - b)
    .flatMap((id): readonly ChangeEffect[] => {
      const [old, now] = [before.get(id), after.get(id)];
      const at = `${field}.volumes[${(now ? is : was).findIndex((volume) => volume.id === id)}]`;
      if (old && now)
        return old.type === now.type ? volumeEffects(old, now, at) : [refused(`${at}.type`, old.type, now.type)];
      if (!old)
        return [{ class: 'restarts-pods', field: at, message: `Volume ${id} is added; each node restarts with it.` }];
      const { isGone } = leftOf(old);
      return [
        {
          class: isGone ? 'destroys-data' : 'may-lose-data',
          field: at,
          message: `Volume ${id} is taken from each node, and the replicas on it are gone${isGone ? '' : '; its claims stay'}.`,
          remedy: 'Move the replicas to other volumes first, with a KafkaRebalance of mode remove-disks.',
        },
      ];
    });
  return [...volumes, ...metadataEffects(was, is, field), ...orderEffects(was, is, field)];
}

/** @see VolumeUtils.kraftMetadataPath of Strimzi 0.43.0 to 1.2.0: without a mark, it is the volume of the lowest id */
function metadataEffects(
  was: readonly JbodVolume[],
  is: readonly JbodVolume[],
  field: string,
): readonly ChangeEffect[] {
  if (metadataVolume(was) === metadataVolume(is)) return [];
  const message = 'The metadata log of KRaft moves to another volume, node by node.';
  return [{ class: 'restarts-pods', field: `${field}.volumes`, message }];
}

function metadataVolume(volumes: readonly JbodVolume[]): number | undefined {
  const marked = volumes.find(({ kraftMetadata }) => kraftMetadata === 'shared');
  return marked ? marked.id : volumes.map(({ id }) => id).sort((a, b) => a - b)[0];
}

/** @see VolumeUtils of Strimzi 0.18.0 to 1.2.0: volumes of pods, and the log.dirs of brokers, are in the order of the list */
function orderEffects(was: readonly JbodVolume[], is: readonly JbodVolume[], field: string): readonly ChangeEffect[] {
  const common = (volumes: typeof was, others: typeof was): readonly number[] =>
    volumes.map(({ id }) => id).filter((id) => others.some((other) => other.id === id));
  if (equal(common(was, is), common(is, was))) return [];
  const message = 'Nodes have their volumes in another order: they restart one by one.';
  return [{ class: 'restarts-pods', field: `${field}.volumes`, message }];
}

function volumeEffects(was: Volume, is: Volume, field: string): readonly ChangeEffect[] {
  type Field = keyof JbodVolume | keyof Extract<Volume, { type: 'persistent-claim' }> | 'sizeLimit';
  const [before, after] = [was, is] as readonly Partial<Record<Field, unknown>>[];
  const names = changedFields<Record<Field, unknown>>(before, after).filter((name) => name !== 'kraftMetadata');
  return names.map((name) => {
    const at = changed(`${field}.${name === 'storageClass' ? 'class' : name}`, before?.[name], after?.[name]);
    if (name === 'size') return sizeEffect(at);
    if (name === 'deleteClaim') return deleteClaimEffect(at);
    return refused(at.field, at.before, at.after);
  });
}

function sizeEffect(at: ReturnType<typeof changed>): ChangeEffect {
  const [before, after] = [at.before, at.after].map((size) => volumeBytes(String(size)));
  if (before === after) return { class: 'no-effect', ...at, message: 'It is the same size in other words.' };
  if (before === undefined || after === undefined || after < before) return refused(at.field, at.before, at.after);
  return {
    class: 'safe',
    ...at,
    message: 'The volumes grow, where their storage class lets them; nodes restart where their file system needs it.',
  };
}

function deleteClaimEffect(at: ReturnType<typeof changed>): ChangeEffect {
  if (at.after === true) {
    return {
      class: 'may-lose-data',
      ...at,
      message: 'From then on the claims are deleted with their nodes, and the data with the claims.',
    };
  }
  return { class: at.before === true ? 'safe' : 'no-effect', ...at, message: 'The claims outlive their nodes.' };
}

function refused(field: string, before: unknown, after: unknown): ChangeEffect {
  return { class: 'manual-step', ...changed(field, before, after), message: REFUSED, remedy: ANEW };
}
