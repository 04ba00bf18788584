import { map } from '../model/guarded';
import { nearestNames } from '../text/nearest';
import { strimziKinds } from './kinds';
import { isWithin, kindRule, type Breach, type Effect } from './rule';

/** An annotation that asks an operator for something. */
interface Ask {
  readonly kinds: readonly string[];
  readonly name: string;
  /** @default - any */
  readonly values?: readonly string[];
  /** What has to stand beside it. */
  readonly with?: string;
  readonly effect: Effect;
  readonly since?: string;
}

const OFFSETS = 'strimzi.io/connector-offsets';
const CONNECTOR = 'strimzi.io/mirrormaker-connector';
const OFFSETS_SINCE = '0.44';

const ASKS: readonly Ask[] = [
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
  { kinds: ['KafkaMirrorMaker2'], name: OFFSETS, with: CONNECTOR, effect: 'warned', since: OFFSETS_SINCE },
  { kinds: ['KafkaMirrorMaker2'], name: CONNECTOR, with: OFFSETS, effect: 'warned', since: OFFSETS_SINCE },
];

/** Annotations ask for what the operator does. */
export const annotationValues = kindRule({
  id: 'annotation-values',
  summary: 'Annotations that ask an operator for something say what it knows, and all that it has to know.',
  remedy: 'Give one of these, or leave the annotation out.',
  effect: 'warned',
  source:
    'The operator complains in the status, or fails (Strimzi 0.18.0 to 1.2.0, KafkaRebalanceAssemblyOperator; 0.44.0 to 1.2.0, KafkaMirrorMaker2AssemblyOperator).',
  catalog: ['M2-054', 'M2-055', 'M2-060', 'R-015'],
  kinds: strimziKinds(...new Set(ASKS.flatMap(({ kinds }) => kinds))),
  check({ manifest, site }, report) {
    const annotations = map(map(manifest['metadata'])['annotations']);
    for (const ask of ASKS) {
      if (!ask.kinds.includes(manifest.kind) || !isWithin(site.release.version, ask.since)) continue;
      const given = annotations[ask.name];
      if (typeof given !== 'string') continue;
      const breach = breachOf(ask, given, annotations);
      if (breach) report({ field: ['metadata', 'annotations', ask.name], given, effect: ask.effect, ...breach });
    }
  },
});

function breachOf(
  { name, values, with: beside }: Ask,
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
  if (beside === undefined || typeof annotations[beside] === 'string') return undefined;
  return { message: `Nothing is done without ${beside} beside it.`, remedy: `Give ${beside}, or leave both out.` };
}
