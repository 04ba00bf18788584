import { USUAL_NAMES } from '../../dialects/common/mirror-maker-2-parts';
import { equal } from '../../dialects/common/values';
import type { Manifest } from '../../dialects/common/codec';
import { fieldPath, fieldText } from '../../model/field';
import { map } from '../../model/guarded';
import type { ConnectorState } from '../../model/connector';
import type {
  MirrorCluster,
  MirrorConnector,
  MirrorFlow,
  MirrorMaker2Record,
  MirrorOffsets,
  MirrorTarget,
} from '../../model/mirror-maker-2';
import type { ChangeEffect } from '../change';
import { always, changed, changedSettings, type ChangedSetting } from '../effects';
import type { NounChanges } from '../scene';
import { recordsEffect, settingsEffects } from './client-settings';
import { endpointEffects } from './endpoint';
import { jmxChange } from './jmx';
import { LOOK, mirrorSettingEffect, RENAMED } from './mirror-settings';
import { keptOfMirror, labelsOfMirror, mirrorLife, mirrorPods } from './mirror';
import { offsetsEffect } from './offsets';
import { orderEffects, volumesOrder } from './order';

const RESTART = 'The workers of the mirror restart.';
/** KafkaMirrorMaker2. */
export const mirrorMaker2Changes: NounChanges<MirrorMaker2Record> = {
  ...mirrorLife,
  fields: {
    ...mirrorPods,
    rack: always('spec.rack', 'restarts-mirror', RESTART),
    jmx: jmxChange('spec', { class: 'restarts-mirror', message: RESTART }),
    tracing: always('spec.tracing', 'restarts-mirror', RESTART),
    target: (was, is) => targetEffects(was, is),
    mirrors: (was, is) => flowsEffects(was, is),
    offsets: (was, is) => mirrorOffsetsEffects(was, is),
  },
  labels: labelsOfMirror,
  besides: (_told, _around, manifests) => mirrorOrder(manifests),
  kept: keptOfMirror,
};

/** @see KafkaMirrorMaker2Cluster of Strimzi 0.18.0 to 1.2.0: workers have a variable with the aliases of clusters in order */
function mirrorOrder(manifests: readonly [was: Manifest, is: Manifest]): readonly ChangeEffect[] {
  const restart = { class: 'restarts-mirror', message: `Clusters are told in another order. ${RESTART}` } as const;
  return [
    ...orderEffects(manifests, 'spec.mirrors', (mirror) => map(map(mirror)['source'])['alias'], restart),
    ...orderEffects(manifests, 'spec.clusters', (cluster) => map(cluster)['alias'], restart),
    ...volumesOrder(manifests, 'spec', { class: 'restarts-mirror', message: RESTART }),
  ];
}

type WorkerName = keyof typeof USUAL_NAMES;

const WORKER_NAMES: Readonly<Record<WorkerName, string>> = {
  groupId: 'Workers of the old and of the new group run side by side until the last has restarted, and copy twice.',
  configStorageTopic: 'The workers forget their connectors, and are told them anew.',
  offsetStorageTopic: 'The mirror forgets how far it has copied: it begins anew, and copies records twice.',
  statusStorageTopic: 'The workers forget the state of their connectors.',
};

function targetEffects(was: MirrorTarget, is: MirrorTarget): readonly ChangeEffect[] {
  const names = (Object.keys(WORKER_NAMES) as WorkerName[]).flatMap((name): readonly ChangeEffect[] => {
    const [before, after] = [was[name] ?? USUAL_NAMES[name], is[name] ?? USUAL_NAMES[name]];
    if (before === after) return [];
    const message = `${WORKER_NAMES[name]} ${RESTART}`;
    return [
      {
        class: 'manual-step',
        ...changed(`spec.target.${name}`, before, after),
        message,
        remedy: 'Keep the name, or stop the mirror first.',
      },
    ];
  });
  const alias: readonly ChangeEffect[] =
    was.alias === is.alias
      ? []
      : [
          {
            class: 'manual-step',
            ...changed('spec.target.alias', was.alias, is.alias),
            message:
              'Connectors and the topics in which they keep offsets are called otherwise: the mirror begins anew, and copies records twice.',
            remedy: 'Keep the alias.',
          },
        ];
  return [...alias, ...names, ...clusterEffects(was, is, 'spec.target')];
}

const ENDPOINT = {
  restart: { class: 'restarts-mirror', message: RESTART },
  moved: {
    class: 'manual-step',
    message: `${RESTART} If the address is of another cluster, offsets of the old one are taken for its own.`,
    remedy: 'See that it is the same cluster; give another cluster another alias.',
  },
} as const;

function clusterEffects(was: MirrorCluster, is: MirrorCluster, field: string): readonly ChangeEffect[] {
  return [
    ...endpointEffects(was, is, field, ENDPOINT),
    ...settingsEffects(was.config, is.config, [...fieldPath(field), 'config'], ENDPOINT.restart),
  ];
}

function flowsEffects(was: readonly MirrorFlow[], is: readonly MirrorFlow[]): readonly ChangeEffect[] {
  const before = new Map(was.map((flow) => [flow.source.alias, flow]));
  const after = new Map(is.map((flow) => [flow.source.alias, flow]));
  const gone = was.filter(({ source }) => !after.has(source.alias));
  const renamed = new Map(gone.map((flow) => [flow.source.bootstrapServers, flow]));
  const effects: ChangeEffect[] = [];
  is.forEach((flow, index) => {
    const field = fieldText(['spec', 'mirrors', index]);
    const same = before.get(flow.source.alias);
    const old = same ?? renamed.get(flow.source.bootstrapServers);
    if (!same && old) {
      renamed.delete(flow.source.bootstrapServers);
      effects.push({
        class: 'manual-step',
        ...changed(`${field}.source.alias`, old.source.alias, flow.source.alias),
        message: `${RENAMED} The mirror begins anew.`,
        remedy: LOOK,
      });
    }
    if (old) effects.push(...flowEffects(old, flow, field));
    else effects.push({ class: 'restarts-mirror', field, message: `It begins to copy from ${flow.source.alias}.` });
  });
  for (const { source } of gone) {
    if (!renamed.has(source.bootstrapServers)) continue;
    effects.push({
      class: 'restarts-mirror',
      field: 'spec.mirrors',
      message: `Nothing is copied from ${source.alias} any more; copies stay.`,
    });
  }
  return effects;
}

const PATTERNS = ['topicsPattern', 'topicsExcludePattern', 'groupsPattern', 'groupsExcludePattern'] as const;
const CONNECTORS = ['sourceConnector', 'checkpointConnector', 'heartbeatConnector'] as const;

function flowEffects(was: MirrorFlow, is: MirrorFlow, field: string): readonly ChangeEffect[] {
  return [
    ...clusterEffects(was.source, is.source, `${field}.source`),
    ...PATTERNS.filter((name) => was[name] !== is[name]).map((name): ChangeEffect => ({
      class: 'restarts-mirror',
      ...changed(`${field}.${name}`, was[name], is[name]),
      message: 'The connectors restart, and look for other names. Copies of what is no longer meant stay.',
    })),
    ...CONNECTORS.flatMap((name) => connectorEffects(was[name], is[name], `${field}.${name}`)),
  ];
}

const OPTIONS = [
  ['tasksMax', 'tasksMax', 'restarts-mirror', 'The tasks of the connector restart.'],
  ['version', 'version', 'restarts-mirror', 'The connector and its tasks restart; the workers stay.'],
  ['autoRestart', 'autoRestart', 'no-effect', 'It is about connectors that fail.'],
  ['listOffsetsTo', 'listOffsets', 'no-effect', 'It is about offsets that are listed.'],
  ['alterOffsetsFrom', 'alterOffsets', 'no-effect', 'It is about offsets that are altered.'],
] as const satisfies readonly (readonly [keyof MirrorConnector, string, ChangeEffect['class'], string])[];

function connectorEffects(
  was: MirrorConnector | undefined,
  is: MirrorConnector | undefined,
  field: string,
): readonly ChangeEffect[] {
  if (!was || !is) {
    if (was === is) return [];
    const message = is ? 'The connector starts.' : 'The connector ends; what it copied stays.';
    return [{ class: 'restarts-mirror', field, message }];
  }
  const [before, after] = [was.state ?? 'running', is.state ?? 'running'];
  const state: readonly ChangeEffect[] =
    before === after
      ? []
      : [{ class: 'restarts-mirror', ...changed(`${field}.state`, before, after), message: stateText(after) }];
  const others = OPTIONS.flatMap(([name, at, effect, message]) => {
    const [old, now] = [was[name], is[name]];
    return equal(old, now) ? [] : always(`${field}.${at}`, effect, message)(old, now);
  });
  return [
    ...state,
    ...others,
    ...changedSettings(was.config, is.config, [...fieldPath(field), 'config']).map(settingEffect),
  ];
}

function stateText(state: ConnectorState): string {
  return state === 'running'
    ? 'The connector copies again, from where it stopped.'
    : 'The connector copies nothing. What the source deletes meanwhile is never copied.';
}

function settingEffect(setting: ChangedSetting): ChangeEffect {
  const { name: _, ...field } = setting;
  const restart = { class: 'restarts-mirror', message: 'The connector restarts; the workers stay.' } as const;
  return { ...field, ...(mirrorSettingEffect(setting) ?? recordsEffect(setting) ?? restart) };
}

/** Offsets of another connector are another request. */
function mirrorOffsetsEffects(was: MirrorOffsets | undefined, is: MirrorOffsets | undefined): readonly ChangeEffect[] {
  const effect = offsetsEffect(was?.action, is?.action);
  if (was?.connector === is?.connector) return [effect];
  return [{ ...effect, ...changed(effect.field ?? '', offsetsText(was), offsetsText(is)) }];
}

function offsetsText(offsets: MirrorOffsets | undefined): string | undefined {
  return offsets && `${offsets.action} of ${offsets.connector}`;
}
