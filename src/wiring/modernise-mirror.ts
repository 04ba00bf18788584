import type { Described } from '../dialects/read';
import { fieldText } from '../model/field';
import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { Config, Kept } from '../model/resource';
import { connectConfig, connectNames } from './connect';

/** Objects that take another form. */
export interface Restructured {
  readonly described: readonly Described[];
  /** Fields that the new form has no place for. */
  readonly dropped: readonly Dropped[];
}

/** A field that goes, and what people are told of it. */
export interface Dropped {
  /** The object that had it. */
  readonly of: Described;
  /** The field as it stood in the manifest that was read. */
  readonly field: string;
  readonly given: unknown;
  readonly message: string;
}

type Mirror = Extract<Described, { noun: 'mirrorMaker' }>;

const IDENTITY = 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy';

/** A MirrorMaker 1 as a MirrorMaker 2 that keeps the names of topics. */
export function mirrorOf(mirror: Mirror): Restructured {
  const { source, target, include, rest, wording: _, ...others } = mirror.record;
  const converted: MirrorMaker2Record = {
    ...others,
    target: targetOf(mirror.record),
    mirrors: [
      {
        source: endOf('source', source),
        topicsPattern: include,
        sourceConnector: {
          tasksMax: (source.numStreams ?? 1) * others.replicas,
          config: {
            'replication.policy.class': IDENTITY,
            // MirrorMaker 1 copied none, and under a User Operator they would be written over.
            'sync.topic.acls.enabled': 'false',
            ...prefixed('consumer.', source.config),
            ...prefixed('producer.override.', target.config),
          },
        },
      },
    ],
  };
  const record = rest ? { ...converted, rest: movedRest(rest) } : converted;
  return { described: [{ noun: 'mirrorMaker2', record }], dropped: droppedOf(mirror) };
}

function targetOf({ name, target }: MirrorMakerRecord): MirrorMaker2Record['target'] {
  return {
    ...endOf('target', target),
    ...connectNames(`${name}-mirrormaker2`, {}),
    // Nothing in a MirrorMaker 1 tells how many replicas there should be.
    config: connectConfig(undefined),
  };
}

function endOf(
  alias: string,
  { bootstrapServers, trust, credentials }: MirrorMakerRecord['target'],
): MirrorMaker2Record['mirrors'][number]['source'] {
  return { alias, bootstrapServers, ...(trust && { trust }), ...(credentials && { credentials }) };
}

function prefixed(prefix: string, config: Config = {}): Config {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [`${prefix}${key}`, value] as const));
}

/** What stood in `spec` is at the same place. MirrorMaker 2 came as alpha into the API that had MirrorMaker 1 as beta. */
function movedRest({ apiVersion, parts }: Kept): Kept {
  return {
    apiVersion: apiVersion === 'kafka.strimzi.io/v1beta1' ? 'kafka.strimzi.io/v1alpha1' : apiVersion,
    parts: parts.filter(({ at }) => !isOfEnd(at[1])),
  };
}

function isOfEnd(step: unknown): boolean {
  return step === 'consumer' || step === 'producer';
}

/** What MirrorMaker 2 has no place for. */
function droppedOf(of: Mirror): readonly Dropped[] {
  const { source, target, rest } = of.record;
  const known = [
    {
      field: 'spec.consumer.groupId',
      given: source.groupId,
      message: 'MirrorMaker 2 reads without a group, and keeps its place in a topic.',
    },
    {
      field: 'spec.consumer.offsetCommitInterval',
      given: source.offsetCommitInterval,
      message: 'The Connect workers of MirrorMaker 2 commit as offset.flush.interval.ms of the target says.',
    },
    {
      field: 'spec.producer.abortOnSendFailure',
      given: target.abortOnSendFailure,
      message: 'A task of MirrorMaker 2 that cannot write fails; autoRestart starts it again.',
    },
  ];
  const unknown = (rest?.parts ?? []).flatMap((part) => {
    if (!('is' in part) || !isOfEnd(part.at[1])) return [];
    const at = part.at.map((step) => (typeof step === 'string' ? step : step.index));
    return Object.entries(part.is).map(([field, given]) => ({
      field: fieldText([...at, field]),
      given,
      message: 'It is not carried over to the clusters of a MirrorMaker 2.',
    }));
  });
  return [...known, ...unknown].filter(({ given }) => given !== undefined).map((each) => ({ of, ...each }));
}
