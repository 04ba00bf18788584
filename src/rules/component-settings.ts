import type { FaultySetting } from './judged-settings';
import { KINDS_WITH_SETTINGS } from './kinds';
import type { SettingFault, SettingsOwner } from './known-settings';
import { judgedSettings, knownSettings } from './load';
import { kindRule, type Breach } from './rule';

const WHAT: Readonly<Record<SettingsOwner, string>> = {
  broker: 'brokers',
  topic: 'topics',
  producer: 'producers',
  consumer: 'consumers',
  admin: 'admin clients',
  streams: 'Kafka Streams',
  connect: 'workers',
  connector: 'connectors',
  mirrorSource: 'the source connector',
  mirrorCheckpoint: 'the checkpoint connector',
  mirrorHeartbeat: 'the heartbeat connector',
  mirrorCluster: 'clients of a mirror',
};
const OF_MIRRORS: readonly SettingsOwner[] = ['mirrorSource', 'mirrorCheckpoint', 'mirrorHeartbeat'];

/** Settings of workers, connectors and clients are Kafka's, with values that it takes. */
export const componentSettings = kindRule({
  id: 'component-settings',
  summary:
    'Settings of Connect, connectors, MirrorMaker and the Bridge are those of their Kafka, with values that it takes.',
  remedy: 'Correct the setting, or leave it out.',
  effect: 'fails',
  source:
    'Workers and clients do not start with others, Connect refuses connectors, and unknown names are ignored (ConfigDef, Kafka 2.4 to 4.3); the operator hands them on (Strimzi 0.18.0 to 1.2.0).',
  judgesValues: true,
  kinds: KINDS_WITH_SETTINGS,
  check(object, report) {
    for (const setting of judgedSettings().faultySettings(object)) {
      const breach = breachOf(setting);
      if (breach) report({ field: setting.field, given: setting.given, ...breach });
    }
  },
});

function breachOf({ owner, name, versions, fault }: FaultySetting): Breach | undefined {
  const { telling } = knownSettings();
  const kafka = ['Kafka', ...(versions.length === 1 ? versions : [])].join(' ');
  if (fault.is === 'value') return { ...telling(fault), message: `${kafka} does not take this for ${name}.` };
  const other = OF_MIRRORS.includes(owner) ? OF_MIRRORS.find((each) => has(each, name, versions)) : undefined;
  if (other) {
    const message = `It is a setting of ${WHAT[other]}, and ${WHAT[owner]} ignores it.`;
    return { effect: 'ignored', message, remedy: `Give it to ${WHAT[other]}.` };
  }
  if (fault.is === 'unknown' || (owner === 'connector' && isOfPlugin(fault))) return undefined;
  const message = `${kafka} has no setting "${name}" of ${WHAT[owner]}, and ignores it.`;
  return { effect: 'ignored', ...telling(fault), message };
}

function has(owner: SettingsOwner, name: string, versions: readonly string[]): boolean {
  const fault = knownSettings().settingFault(owner, name, '', versions);
  return fault === undefined || fault.is === 'value';
}

/** Whether a name that is nearly one of Kafka is rather one of the connector itself, such as `topic`. */
function isOfPlugin({ meant = '' }: SettingFault): boolean {
  return !meant.includes('.') || meant.startsWith('topics.');
}
