import { isSecretName } from '../model/secret-names';
import { distance, nearestNames } from '../text/nearest';
import { clientSettings } from './client-settings/load';
import { BROKER, TOPIC } from './kafka-settings';
import type { Breach } from './rule';
import { wantedOfText } from './setting-texts';
import { formOf, namesOf, spanOf, wantedOf, type Settings } from './setting-values';

/** Whose settings they are. */
export type SettingsOwner =
  | 'broker'
  | 'topic'
  | 'producer'
  | 'consumer'
  | 'admin'
  | 'streams'
  | 'connect'
  | 'connector'
  | 'mirrorSource'
  | 'mirrorCheckpoint'
  | 'mirrorHeartbeat'
  | 'mirrorCluster';

/** What is known of the settings of an owner. */
interface Known {
  readonly tables: () => readonly Settings[];
  /** Beginnings after which settings of another owner follow. */
  readonly within?: Readonly<Record<string, SettingsOwner>>;
  /** Beginnings after which plugins have settings of their own. */
  readonly open?: readonly string[];
}

const CLIENTS = { 'producer.': 'producer', 'consumer.': 'consumer', 'admin.': 'admin' } as const;
const OVERRIDES = {
  'producer.override.': 'producer',
  'consumer.override.': 'consumer',
  'admin.override.': 'admin',
} as const;
const PLUGINS_OF_WORKERS = [
  ...['config.providers.', 'header.converter.', 'key.converter.', 'value.converter.'],
  ...['internal.key.converter.', 'internal.value.converter.', 'metrics.context.'],
  // Settings of the topics that workers keep to themselves.
  ...['config.storage.', 'offset.storage.', 'status.storage.'],
];
const PLUGINS_OF_CLIENTS = ['metrics.context.'];
const PLUGINS_OF_CONNECTORS = [
  ...['header.converter.', 'key.converter.', 'value.converter.'],
  ...['predicates.', 'topic.creation.', 'transforms.'],
];
const OF_MIRRORS = {
  within: { ...OVERRIDES, ...CLIENTS },
  open: [
    ...PLUGINS_OF_CONNECTORS,
    ...['config.property.filter.', 'group.filter.', 'replication.policy.', 'topic.filter.'],
    ...['source.', 'target.'],
  ],
};

/**
 * The settings of each owner.
 * @see KafkaConfig, ConnectorConfig, MirrorConnectorConfig and their kin, Kafka 2.4 to 4.3, for the beginnings
 */
export const KNOWN_SETTINGS: Readonly<Record<SettingsOwner, Known>> = {
  broker: {
    tables: () => [BROKER],
    open: [
      ...['client.quota.callback.', 'config.providers.', 'cruise.control.metrics.', 'listener.name.'],
      ...['metrics.context.', 'opa.authorizer.', 'rlmm.config.', 'rsm.config.', 'strimzi.'],
    ],
  },
  topic: { tables: () => [TOPIC] },
  producer: { tables: () => [clientSettings().PRODUCER], open: PLUGINS_OF_CLIENTS },
  consumer: { tables: () => [clientSettings().CONSUMER], open: PLUGINS_OF_CLIENTS },
  admin: { tables: () => [clientSettings().ADMIN], open: PLUGINS_OF_CLIENTS },
  streams: {
    tables: () => [
      clientSettings().STREAMS,
      clientSettings().CONSUMER,
      clientSettings().PRODUCER,
      clientSettings().ADMIN,
    ],
    within: {
      ...CLIENTS,
      ...{ 'main.consumer.': 'consumer', 'restore.consumer.': 'consumer', 'global.consumer.': 'consumer' },
    },
    open: ['topic.'],
  },
  connect: { tables: () => [clientSettings().CONNECT], within: CLIENTS, open: PLUGINS_OF_WORKERS },
  connector: { tables: () => [clientSettings().CONNECTOR], within: OVERRIDES, open: PLUGINS_OF_CONNECTORS },
  mirrorSource: { tables: () => [clientSettings().MIRROR_SOURCE, clientSettings().CONNECTOR], ...OF_MIRRORS },
  mirrorCheckpoint: { tables: () => [clientSettings().MIRROR_CHECKPOINT, clientSettings().CONNECTOR], ...OF_MIRRORS },
  mirrorHeartbeat: { tables: () => [clientSettings().MIRROR_HEARTBEAT, clientSettings().CONNECTOR], ...OF_MIRRORS },
  mirrorCluster: { tables: () => [clientSettings().ADMIN, clientSettings().PRODUCER, clientSettings().CONSUMER] },
};

/** What is wrong with a setting. */
export interface SettingFault {
  /**
   * - `value`: Kafka has the setting, and does not take the value.
   * - `version`: other versions of Kafka have it.
   * - `misspelt`: it is nearly one that Kafka has.
   * - `unknown`: it is nothing of Kafka, and may be of a plugin.
   */
  readonly is: 'value' | 'version' | 'misspelt' | 'unknown';
  readonly allowed: string;
  /** Absent: nobody can tell. */
  readonly remedy?: string;
  /** The setting of which it is a misspelling, or with what it lacks before its name. */
  readonly meant?: string;
}

/**
 * What is wrong with a setting.
 * @param versions - of Kafka, one of which it is: what one of them takes is taken
 */
export function settingFault(
  owner: SettingsOwner,
  name: string,
  given: string | number | boolean,
  versions: readonly string[],
): SettingFault | undefined {
  const { within = {}, open = [] } = KNOWN_SETTINGS[owner];
  const inner = Object.keys(within).find((beginning) => name.startsWith(beginning));
  const known = tablesOf(owner);
  const forms = versions.flatMap((version) => known.flatMap((table) => formOf(table, name, version) ?? []));
  if (forms.length > 0) {
    const wanted = forms.map((form) => wantedOf(form, given) ?? wantedOfText(name, form, given));
    const allowed = wanted.at(-1);
    return allowed === undefined || wanted.includes(undefined) ? undefined : { is: 'value', allowed };
  }
  const of = inner === undefined ? undefined : within[inner];
  if (inner !== undefined && of) return prefixed(inner, settingFault(of, name.slice(inner.length), given, versions));
  const fault = missing(owner, name, versions.at(-1) ?? '');
  // What is hardly different from a setting of Kafka is meant for it, and no plugin's.
  return fault.is !== 'misspelt' && open.some((beginning) => name.startsWith(beginning)) ? undefined : fault;
}

/** How many letters of a name may be wrong. Plugins have settings of their own, which look like nothing that Kafka has. */
const SLIPS = 2;

const loaded = new Map<SettingsOwner, readonly Settings[]>();

function tablesOf(owner: SettingsOwner): readonly Settings[] {
  const tables = loaded.get(owner) ?? KNOWN_SETTINGS[owner].tables();
  loaded.set(owner, tables);
  return tables;
}

/** Many objects have the same settings of the same plugins. */
const looked = new Map<string, SettingFault>();

function missing(owner: SettingsOwner, name: string, version: string): SettingFault {
  const key = `${owner}\0${version}\0${name}`;
  const fault = looked.get(key) ?? ofClients(owner, name, version) ?? lookFor(tablesOf(owner), name, version);
  looked.set(key, fault);
  return fault;
}

/** A setting that clients have, given without what says whose it is. */
function ofClients(owner: SettingsOwner, name: string, version: string): SettingFault | undefined {
  const { within = {} } = KNOWN_SETTINGS[owner];
  const meant = Object.entries(CLIENTS)
    .filter(([beginning, of]) => beginning in within && tablesOf(of).some((table) => formOf(table, name, version)))
    .map(([beginning]) => `${beginning}${name}`);
  return meant[0] === undefined ? undefined : { is: 'unknown', meant: meant[0], ...insteadOf(meant) };
}

function lookFor(tables: readonly Settings[], name: string, version: string): SettingFault {
  const span = tables.map((table) => spanOf(table, name)).find((each) => each !== undefined);
  if (span !== undefined)
    return { is: 'version', allowed: span, remedy: 'Leave it out, or take another version of Kafka.' };
  const near = nearestNames(name, [...new Set(tables.flatMap((table) => namesOf(table, version)))]);
  const [meant] = near;
  if (meant === undefined) return { is: 'unknown', allowed: 'a setting that Kafka has' };
  const isSlip = distance(name, meant) <= SLIPS;
  return { is: isSlip ? 'misspelt' : 'unknown', ...(isSlip && { meant }), ...insteadOf(near) };
}

function insteadOf(names: readonly string[]): Pick<SettingFault, 'allowed' | 'remedy'> {
  return { allowed: names.join(', '), remedy: `Write ${names[0] ?? ''}, or leave it out.` };
}

/** What is told of the rest of a name, told of the name. */
function prefixed(beginning: string, fault: SettingFault | undefined): SettingFault | undefined {
  if (fault?.meant === undefined) return fault;
  const meant = `${beginning}${fault.meant}`;
  return { is: fault.is, meant, ...insteadOf([meant]) };
}

/** What a breach tells of a fault. What is given to something that was meant to be a secret is none of it. */
export function telling({ allowed, remedy, meant = '' }: SettingFault): Partial<Breach> {
  return { allowed, ...(remedy !== undefined && { remedy }), ...(isSecretName(meant) && { given: undefined }) };
}
