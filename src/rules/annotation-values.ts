import type { Manifest } from '../dialects/common/codec';
import { fieldText } from '../model/field';
import { map } from '../model/guarded';
import { nearestNames } from '../text/nearest';
import { strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { rowsOf, type Row } from './rows';
import { kindRule, type Breach, type Effect } from './rule';

/** An annotation that asks an operator for something. */
interface Ask extends Row {
  readonly kinds: readonly string[];
  readonly name: string;
  /** @default - any */
  readonly values?: readonly string[];
  /** What values are like that are no words of a list. */
  readonly form?: Form;
  /** Fields of the connector that values ask for. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What has to stand beside it. */
  readonly with?: string;
  readonly effect: Effect;
}

interface Form {
  readonly isLegal: (given: string) => boolean;
  readonly allowed: string;
  readonly remedy?: string;
  /** @default - that nobody knows what it asks for */
  readonly message?: string;
}

const OFFSETS = 'strimzi.io/connector-offsets';
const CONNECTOR = 'strimzi.io/mirrormaker-connector';
const OFFSETS_SINCE = '0.44';

/** How a connector is restarted. */
const ARGUMENTS = ['includeTasks', 'onlyFailed'];

function areArguments(given: string): boolean {
  const known = ARGUMENTS.map((name) => name.toLowerCase());
  return given.split(',').every((each) => known.includes(each.trim().toLowerCase()));
}

const PAUSE = 'strimzi.io/pause-reconciliation';
const PAUSED = [
  ...['Kafka', 'KafkaConnect', 'KafkaMirrorMaker', 'KafkaMirrorMaker2'],
  ...['KafkaTopic', 'KafkaUser', 'KafkaRebalance'],
];

/** Java's word for yes, in any case; all others say no. */
function yesOrNo(message: string): Form {
  return { isLegal: (given) => /^(true|false)$/i.test(given), allowed: '"true" or "false"', message };
}

/** Annotations of clusters that run with KRaft and node pools in any case. */
const OUTLIVED: readonly (readonly [name: string, message: string])[] = [
  ['strimzi.io/kraft', 'The operator does not look at the annotation: all clusters run with KRaft.'],
  [
    'strimzi.io/node-pools',
    'The operator does not look at the annotation: all clusters take their nodes from node pools.',
  ],
];

const ASKS: readonly Ask[] = [
  ...OUTLIVED.map(([name, message]): Ask => ({
    kinds: ['Kafka'],
    name,
    form: {
      isLegal: (given) => given === 'enabled',
      allowed: 'enabled, or no annotation',
      remedy: 'Leave it out.',
      message,
    },
    effect: 'ignored',
    since: '0.46',
  })),
  {
    kinds: ['KafkaTopic'],
    name: 'strimzi.io/managed',
    form: {
      isLegal: (given) => given === 'true' || given === 'false',
      allowed: '"true" or "false"',
      message: 'The topic operator manages the topic: only "false", in small letters, keeps it from that.',
    },
    effect: 'ignored',
    since: '0.39',
  },
  {
    kinds: ['KafkaRebalance'],
    name: 'strimzi.io/rebalance-template',
    form: yesOrNo('The operator makes a proposal of it: only "true" makes it a template.'),
    effect: 'ignored',
    since: '0.44',
  },
  {
    kinds: ['KafkaRebalance'],
    name: 'strimzi.io/rebalance-auto-approval',
    form: yesOrNo('The operator waits for an approval: only "true" spares it.'),
    effect: 'ignored',
    since: '0.32',
  },
  {
    kinds: ['Kafka'],
    name: 'strimzi.io/skip-broker-scaledown-check',
    form: yesOrNo('The operator looks before it removes brokers: only "true" keeps it from that.'),
    effect: 'ignored',
    since: '0.38',
  },
  {
    kinds: PAUSED,
    name: PAUSE,
    form: yesOrNo('The operator pauses nothing: only "true" makes it.'),
    effect: 'ignored',
    since: '0.22',
  },
  {
    kinds: PAUSED,
    name: PAUSE,
    form: {
      isLegal: (given) => given !== 'true',
      allowed: 'from Strimzi 0.22 on',
      remedy: 'Leave the annotation out; operators up to 0.21 pause nothing.',
    },
    effect: 'ignored',
    until: '0.21',
  },
  {
    kinds: ['KafkaRebalance'],
    name: 'strimzi.io/rebalance',
    values: ['approve', 'stop', 'refresh', 'none'],
    effect: 'warned',
  },
  {
    kinds: ['KafkaConnector', 'KafkaMirrorMaker2'],
    name: OFFSETS,
    values: ['list', 'alter', 'reset', 'none'],
    effect: 'fails',
    since: OFFSETS_SINCE,
  },
  {
    kinds: ['KafkaConnector', 'KafkaMirrorMaker2'],
    name: OFFSETS,
    fields: { list: 'listOffsets', alter: 'alterOffsets' },
    effect: 'warned',
    since: OFFSETS_SINCE,
  },
  { kinds: ['KafkaMirrorMaker2'], name: OFFSETS, with: CONNECTOR, effect: 'warned', since: OFFSETS_SINCE },
  { kinds: ['KafkaMirrorMaker2'], name: CONNECTOR, with: OFFSETS, effect: 'warned', since: OFFSETS_SINCE },
  ...['strimzi.io/restart', 'strimzi.io/restart-task'].map((name): Ask => ({
    kinds: ['KafkaConnector'],
    name,
    form: {
      isLegal: (given) => /^(false)?$/i.test(given.trim()),
      allowed: 'from Strimzi 0.22 on',
      remedy: 'Leave the annotation out; operators up to 0.21 restart nothing.',
    },
    effect: 'ignored',
    until: '0.21',
  })),
  {
    kinds: ['KafkaConnector'],
    name: 'strimzi.io/restart',
    form: {
      isLegal: (given) =>
        given.trim() === '' || given.includes('false') || /^\s*true\s*$/i.test(given) || areArguments(given),
      allowed: `true, or ${ARGUMENTS.join(', ')} or both with a comma between`,
    },
    effect: 'warned',
    since: '0.48',
  },
  {
    kinds: ['KafkaMirrorMaker2'],
    name: 'strimzi.io/restart-connector',
    form: {
      isLegal: (given) => {
        const [connector = '', args, ...others] = given.split(':');
        return connector !== '' && others.length === 0 && (args === undefined || areArguments(args));
      },
      allowed: `the name of a connector, with :${ARGUMENTS.join(', :')} or :${ARGUMENTS.join(',')} behind it or without`,
    },
    effect: 'warned',
    since: '0.48',
  },
];

const asksOf = rowsOf(ASKS, ({ kinds }, kind) => kinds.includes(kind));

/** Annotations ask for what the operator does. */
export const annotationValues = kindRule({
  id: 'annotation-values',
  summary: 'Annotations that ask an operator for something say what it knows, and all that it has to know.',
  remedy: 'Give one of these, or leave the annotation out.',
  effect: 'warned',
  source:
    'The operator complains in the status, or fails (Strimzi 0.18.0 to 1.2.0, KafkaRebalanceAssemblyOperator; 0.44.0 to 1.2.0, KafkaMirrorMaker2AssemblyOperator).',
  catalog: ['G-050', 'M2-052', 'M2-054', 'M2-055', 'M2-056', 'M2-057', 'M2-060', 'R-015', 'R-016', 'T-021', 'K-052'],
  kinds: strimziKinds(...new Set(ASKS.flatMap(({ kinds }) => kinds))),
  check({ manifest, site }, report) {
    const annotations = map(map(manifest['metadata'])['annotations']);
    for (const ask of asksOf(manifest.kind, site.release.version)) {
      const given = annotations[ask.name];
      if (typeof given !== 'string') continue;
      const breach = breachOf(ask, given, annotations) ?? lackBreach(ask, given, manifest);
      if (breach) report({ field: ['metadata', 'annotations', ask.name], given, effect: ask.effect, ...breach });
    }
  },
});

function breachOf(
  { name, values, form, with: beside }: Ask,
  given: string,
  annotations: Readonly<Record<string, unknown>>,
): Breach | undefined {
  if (values && !values.includes(given)) {
    const [nearest] = nearestNames(given, values);
    return {
      allowed: values.join(', '),
      message: `Nobody knows what ${name}: ${given} asks for.`,
      ...(nearest !== undefined && { remedy: `Write ${nearest}.` }),
    };
  }
  if (form && !form.isLegal(given)) {
    const { isLegal: _, ...told } = form;
    return { message: `Nobody knows what ${name}: ${given} asks for.`, ...told };
  }
  if (beside === undefined || typeof annotations[beside] === 'string') return undefined;
  return {
    allowed: `${given} with ${beside}`,
    message: `Nothing is done without ${beside} beside it.`,
    remedy: `Give ${beside}, or leave both out.`,
  };
}

/** What the connector lacks that an annotation is about. */
function lackBreach({ fields = {} }: Ask, given: string, manifest: Manifest): Breach | undefined {
  const needed = Object.hasOwn(fields, given) ? fields[given] : undefined;
  const connector = needed === undefined ? undefined : connectorOf(manifest);
  if (needed === undefined || !connector || map(connector.value)[needed] !== undefined) return undefined;
  const field = fieldText([...connector.field, needed]);
  return {
    allowed: `${given} with ${field}`,
    message: `The connector does not say where its offsets are ${given === 'list' ? 'written to' : 'read from'}.`,
    remedy: `Give ${field}, or leave the annotation out.`,
  };
}

/** The connector that annotations are about; absent: it cannot be told. */
function connectorOf(manifest: Manifest): Place | undefined {
  if (manifest.kind === 'KafkaConnector') return placesOf(manifest, 'spec')[0];
  const name = map(map(manifest['metadata'])['annotations'])[CONNECTOR];
  const [, source, kind = ''] = /^(.*)->.*\.Mirror(Source|Checkpoint|Heartbeat)Connector$/.exec(String(name)) ?? [];
  const mirror = placesOf(manifest, 'spec.mirrors.*').find(({ value }) => {
    const { sourceCluster, source: end } = map(value);
    return source !== undefined && (sourceCluster === source || map(end)['alias'] === source);
  });
  if (!mirror) return undefined;
  const at = `${kind.toLowerCase()}Connector`;
  return placesOf(mirror.value, at, mirror.field)[0];
}
