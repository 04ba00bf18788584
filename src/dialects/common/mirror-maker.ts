import type { MirrorMakerRecord } from '../../model/mirror-maker';
import type { Config } from '../../model/resource';
import type { TracingSystem } from '../../model/tracing';
import { codec, defined, sorted, type Codec, type Limit } from './codec';
import { readEndpoint, writeEndpoint, type WireEndpoint } from './endpoint';
import {
  readAffinity,
  readEnv,
  readResources,
  withPlainResources,
  writeAffinity,
  writeEnv,
  writeResources,
  type WireEnvVar,
  type WirePodTemplate,
  type WireResources,
} from './pods';
import { envLimits, readTracing, tracingLimits } from './tracing';

interface WireMirrorMaker {
  spec?: WireSpec;
}

interface WireSpec {
  version?: string;
  replicas?: number;
  consumer?: WireEndpoint & { groupId?: string; numStreams?: number; offsetCommitInterval?: number; config?: Config };
  producer?: WireEndpoint & { abortOnSendFailure?: boolean; config?: Config };
  whitelist?: string;
  include?: string;
  resources?: WireResources;
  tracing?: { type?: string };
  template?: { pod?: WirePodTemplate; mirrorMakerContainer?: { env?: WireEnvVar[] } };
}

/** What differs between the API versions of KafkaMirrorMaker. */
export interface MirrorMakerDifferences {
  /** Field that chooses topics. */
  readonly include: 'whitelist' | 'include';
  /** Tracing that does something. */
  readonly tracing: readonly TracingSystem[];
  /** Whether variables may come from Secrets. */
  readonly secretEnv: boolean;
  /** What else cannot be said. */
  readonly limits?: (mirror: MirrorMakerRecord) => readonly Limit[];
}

/** KafkaMirrorMaker. */
export function mirrorMakerCodec(apiVersion: string, differences: MirrorMakerDifferences): Codec<MirrorMakerRecord> {
  return codec<MirrorMakerRecord, WireMirrorMaker>({
    apiVersion,
    kind: 'KafkaMirrorMaker',
    write: (mirror) => ({
      spec: defined({
        version: mirror.version,
        replicas: mirror.replicas,
        consumer: writeSource(mirror.source),
        producer: writeTarget(mirror.target),
        [differences.include]: mirror.include,
        resources: writeResources(mirror.resources),
        tracing: mirror.tracing && { type: mirror.tracing },
        template: writeTemplate(mirror),
      }),
    }),
    read: ({ spec = {} }) =>
      defined({
        version: spec.version,
        replicas: spec.replicas ?? 1,
        source: readSource(spec.consumer ?? {}),
        target: readTarget(spec.producer ?? {}),
        include: spec[differences.include] ?? '',
        resources: readResources(spec.resources),
        tracing: readTracing(spec.tracing),
        env: readEnv(spec.template?.mirrorMakerContainer?.env),
        placement: readAffinity(spec.template?.pod?.affinity),
      }),
    plain: ({ spec = {}, ...object }) => ({ ...object, spec: withPlainResources(plainInclude(spec, differences)) }),
    limits: (mirror): Limit[] => [
      ...(differences.limits?.(mirror) ?? []),
      ...tracingLimits(mirror.tracing, differences.tracing),
      ...envLimits(mirror.env, differences.secretEnv),
    ],
  });
}

/** `whitelist` is the older name of the field. */
function plainInclude({ whitelist, ...spec }: WireSpec, { include }: MirrorMakerDifferences): WireSpec {
  if (include === 'whitelist') return defined({ ...spec, whitelist });
  return defined({ ...spec, include: spec.include ?? whitelist });
}

function writeSource({
  groupId,
  numStreams,
  offsetCommitInterval,
  config,
  ...endpoint
}: MirrorMakerRecord['source']): object {
  return defined({ ...writeEndpoint(endpoint), groupId, numStreams, offsetCommitInterval, config: sorted(config) });
}

function readSource(wire: NonNullable<WireSpec['consumer']>): MirrorMakerRecord['source'] {
  const { groupId = '', numStreams, offsetCommitInterval, config } = wire;
  return defined({ ...readEndpoint(wire), groupId, numStreams, offsetCommitInterval, config: sorted(config) });
}

function writeTarget({ abortOnSendFailure, config, ...endpoint }: MirrorMakerRecord['target']): object {
  return defined({ ...writeEndpoint(endpoint), abortOnSendFailure, config: sorted(config) });
}

function readTarget(wire: NonNullable<WireSpec['producer']>): MirrorMakerRecord['target'] {
  const { abortOnSendFailure, config } = wire;
  return defined({ ...readEndpoint(wire), abortOnSendFailure, config: sorted(config) });
}

function writeTemplate({ placement, env }: MirrorMakerRecord): object | undefined {
  if (!placement && !env) return undefined;
  return defined({
    pod: placement && { affinity: writeAffinity(placement) },
    mirrorMakerContainer: env && { env: writeEnv(env) },
  });
}
