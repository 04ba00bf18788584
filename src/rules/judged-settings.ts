import type { FieldPath } from '../model/field';
import { map, text } from '../model/guarded';
import type { Release } from '../model/release';
import { settingsOf } from './component-config';
import { settingFault, type SettingFault, type SettingsOwner } from './known-settings';
import { operatorSets, type Component } from './operator-settings';
import { fieldsAt, placesOf } from './places';
import type { JudgedKind } from './rule';

/** A setting that Kafka does not take as it is, and where it stands. */
export interface FaultySetting {
  readonly owner: SettingsOwner;
  readonly name: string;
  readonly field: FieldPath;
  readonly given: string | number | boolean;
  /** The versions of Kafka one of which it is for. */
  readonly versions: readonly string[];
  readonly fault: SettingFault;
}

/** Settings of one owner in an object. */
interface Part {
  readonly owner: SettingsOwner;
  readonly path: string;
  /** Absent: the operator takes all settings there. */
  readonly component?: Component;
}

type Manifest = JudgedKind['manifest'];

/**
 * What is wrong with the settings of brokers, workers, connectors and clients in an object. What operators set themselves is
 * told elsewhere.
 */
export function faultySettings({ manifest, site: { release } }: JudgedKind): FaultySetting[] {
  const versions = versionsOf(manifest, release);
  return partsOf(manifest).flatMap(({ owner, path, component }) => {
    const isTheOperators = component ? operatorSets(component, release) : (): boolean => false;
    return fieldsAt(manifest, path).flatMap((place): FaultySetting[] => {
      const { name, value: given } = place;
      if (!isPlain(given) || isTheOperators(name)) return [];
      const fault = settingFault(owner, name, given, versions);
      return fault ? [{ owner, name, field: place.field, given, versions, fault }] : [];
    });
  });
}

/** Connectors run where their Connect says, and bridges have clients of their own. */
function versionsOf({ kind, spec }: Manifest, { kafka }: Release): readonly string[] {
  if (kind === 'KafkaConnector' || kind === 'KafkaBridge') return kafka.versions;
  const { version } = map(kind === 'Kafka' ? map(spec)['kafka'] : spec);
  const asked = text(version) ?? '';
  return [asked === '' ? kafka.default : asked];
}

/** Whether a value can be judged: a placeholder stands for one that a provider gives. */
function isPlain(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return !value.includes('${');
  return typeof value === 'number' || typeof value === 'boolean';
}

function partsOf(manifest: Manifest): Part[] {
  const parts = settingsOf(manifest).flatMap(([component, path]): Part[] => {
    const owner = ownerOf(component, path, manifest);
    return owner ? [{ owner, path, component }] : [];
  });
  if (manifest.kind === 'Kafka') return [{ owner: 'broker', path: 'spec.kafka.config', component: 'kafka' }];
  return manifest.kind === 'KafkaMirrorMaker2' ? [...parts, ...sourcesOf(manifest, parts)] : parts;
}

function ownerOf(component: Component, path: string, { kind, spec }: Manifest): SettingsOwner | undefined {
  if (component === 'connector')
    return kind === 'KafkaConnector' ? ownerOfClass(text(map(spec)['class'])) : ofMirror(path);
  if (component === 'bridgeClient') return path.includes('adminClient') ? 'admin' : 'producer';
  return OWNERS[component];
}

const OWNERS: Readonly<Partial<Record<Component, SettingsOwner>>> = {
  connect: 'connect',
  mirrorMakerConsumer: 'consumer',
  mirrorMakerProducer: 'producer',
  bridgeConsumer: 'consumer',
};

function ofMirror(path: string): SettingsOwner {
  if (path.includes('checkpoint')) return 'mirrorCheckpoint';
  return path.includes('heartbeat') ? 'mirrorHeartbeat' : 'mirrorSource';
}

/** Connectors that come with Kafka; Kafka Connect knows them without their package, and without Connector, too. */
function ownerOfClass(javaClass = ''): SettingsOwner {
  const [, which] =
    /^(?:org\.apache\.kafka\.connect\.mirror\.)?(Mirror(?:Source|Checkpoint|Heartbeat))(?:Connector)?$/.exec(
      javaClass,
    ) ?? [];
  switch (which) {
    case 'MirrorSource':
      return 'mirrorSource';
    case 'MirrorCheckpoint':
      return 'mirrorCheckpoint';
    case 'MirrorHeartbeat':
      return 'mirrorHeartbeat';
    default:
      return 'connector';
  }
}

/** Where a MirrorMaker 2 has settings of clients of its sources: each cluster that is not the workers' own. */
function sourcesOf(manifest: Manifest, parts: readonly Part[]): Part[] {
  const own = parts.map(({ path }) => path);
  const clusters = placesOf(manifest, 'spec.clusters.*').map(({ field }) => `${field.join('.')}.config`);
  return ['spec.mirrors.*.source.config', ...clusters]
    .filter((path) => !own.includes(path))
    .map((path) => ({ owner: 'mirrorCluster', path }));
}
