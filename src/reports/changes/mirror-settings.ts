import type { ChangeEffect } from '../change';
import type { ChangedSetting } from '../effects';

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

/** What becomes of copies that are called otherwise. */
export const RENAMED =
  'Copies are called otherwise at the target: all is copied anew to topics of the new names, and the old ones stay.';
/** What to do about them. */
export const LOOK = 'Move those who read the copies, and delete the old ones afterwards.';

const NAMED: Outcome = { class: 'manual-step', message: RENAMED, remedy: LOOK };
const SYNCS: Outcome = {
  class: 'manual-step',
  message: 'Offsets are translated from another topic, which is empty at first.',
  remedy: 'Keep it, or let groups wait at the source meanwhile.',
};
const GIVES: Outcome = {
  class: 'widens-access',
  message: 'Whoever may read a topic at the source may read its copy at the target.',
};

/** A setting that does more than to restart a connector. */
interface Entry {
  readonly outcome: Outcome;
  /** What Kafka has where nothing is said. */
  readonly usual: string;
  /** The value that matters; absent: any. */
  readonly value?: string;
}

/** Settings that say what copies are called, where offsets are kept, and who reads copies. */
const SETTINGS: Readonly<Record<string, Entry>> = {
  'replication.policy.class': { outcome: NAMED, usual: 'org.apache.kafka.connect.mirror.DefaultReplicationPolicy' },
  'replication.policy.separator': { outcome: NAMED, usual: '.' },
  'replication.policy.internal.topic.separator.enabled': { outcome: SYNCS, usual: 'true' },
  'offset-syncs.topic.location': { outcome: SYNCS, usual: 'source' },
  'sync.topic.acls.enabled': { outcome: GIVES, usual: 'true', value: 'true' },
};

/**
 * What another setting of the connectors of a mirror does, wherever they run. Absent: nothing of note.
 * @see MirrorSourceConfig and MirrorConnectorConfig of Kafka 2.5 to 4.3
 */
export function mirrorSettingEffect({ name, before, after }: ChangedSetting): Outcome | undefined {
  const entry = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  if (!entry) return undefined;
  const { outcome, usual, value = String(after ?? usual) } = entry;
  const [was, is] = [String(before ?? usual), String(after ?? usual)];
  return was !== is && is === value ? outcome : undefined;
}
