import type { Manifest } from '../../dialects/common/codec';
import { isMap } from '../../model/guarded';
import { readEnv, writeEnv, type WireEnv } from '../../dialects/common/pods';
import { readTracingVariables, tracingVariables } from '../../dialects/common/tracing-variables';
import { readManifest } from '../../dialects/read';
import type { StrimziRelease } from '../../dialects/releases';
import { upgradeFacts } from '../../dialects/releases/upgrades';
import type { TracingEndpoints } from '../../dialects/dialect';
import type { TraceTarget, TracingRecord } from '../../model/tracing';
import type { SiteIdentity } from '../../wiring/identity';
import { traceTargetFor } from '../../wiring/trace-target';
import { draft, type Hop, type MigrationStep, type Preparation } from '../stage';
import { edited, nameOf, namespaceOf, ofKind, textIn, valueIn, withValue, type Item, type Tree } from '../tree';

/** Where the variables of a component's container are, by kind. */
const CONTAINERS: Readonly<Record<string, string>> = {
  KafkaMirrorMaker: 'mirrorMakerContainer',
  KafkaMirrorMaker2: 'connectContainer',
  KafkaConnect: 'connectContainer',
  KafkaConnectS2I: 'connectContainer',
  KafkaBridge: 'bridgeContainer',
};
const SOURCE = 'Strimzi CHANGELOG, 0.37.0: tracing.type jaeger is not supported anymore';

/** Components that trace themselves with OpenTelemetry, before the operator forgets the Jaeger client. */
export const tracing: Preparation = {
  refusals: (tree, hop) =>
    traced(tree, hop.to).map(({ manifest }) => ({
      ...(upgradeFacts(hop.from).tracing.includes('opentelemetry') && { stage: 'tracing' as const }),
      object: nameOf(manifest),
      message: `${hop.to.name} does not trace with the Jaeger client; the component would run without traces.`,
      source: SOURCE,
    })),
  next: (tree, hop) => {
    const components = traced(tree, hop.to);
    if (components.length === 0 || !upgradeFacts(hop.from).tracing.includes('opentelemetry')) return [];
    const told = new Map(components.map((item) => [item, openTelemetry(item.manifest, tree, hop)]));
    return [
      draft({
        id: 'tracing',
        title: 'OpenTelemetry in place of the Jaeger client',
        why: `${hop.to.name} does not trace with the Jaeger client, ${hop.from.name} with either.`,
        tree: edited(tree, (item) => told.get(item)?.manifest ?? item.manifest),
        before: [
          {
            text: "The collector of Jaeger takes OTLP, as Jaeger's own does from 1.35 on: its operator is of that time too.",
          },
          ...[...told.values()].flatMap(({ step }) => step ?? []),
        ],
        checks: [
          {
            text: 'Traces of each component arrive under its name: verify with --traces asks Jaeger for them.',
          },
        ],
        source: SOURCE,
      }),
    ];
  },
};

function traced(tree: Tree, to: StrimziRelease): readonly Item[] {
  if (upgradeFacts(to).tracing.includes('jaeger')) return [];
  return ofKind(tree, ...Object.keys(CONTAINERS)).filter(
    ({ manifest }) => textIn(manifest, 'spec', 'tracing', 'type') === 'jaeger',
  );
}

interface Rewritten {
  readonly manifest: Manifest;
  /** What has to be done by hand for it. */
  readonly step?: MigrationStep;
}

function openTelemetry(manifest: Manifest, tree: Tree, { from }: Hop): Rewritten {
  const path = ['spec', 'template', CONTAINERS[manifest.kind] ?? '', 'env'];
  const env = valueIn(manifest, ...path);
  const switched = withValue(manifest, ['spec', 'tracing', 'type'], 'opentelemetry');
  if (!isEnv(env)) return { manifest: switched };
  const { tracing: record, rest } = readTracingVariables(readEnv(env) ?? [], { managedByStrimzi: true });
  if (record?.system !== 'jaeger') return { manifest: switched };
  const target = otlpTarget(record, manifest, tree, from);
  const told: TracingRecord = { ...record, system: 'opentelemetry', target: target ?? UNKNOWN };
  const variables = tracingVariables(told, { managedByStrimzi: true }).filter(
    ({ name }) => target !== undefined || name !== ENDPOINT,
  );
  const kept = rest.filter(({ name }) => !name.startsWith('JAEGER_'));
  return {
    manifest: withValue(switched, path, writeEnv([...variables, ...kept])),
    ...(target === undefined && {
      step: {
        text: `${nameOf(manifest)} sends to a Jaeger that is not among these objects: give it the address that takes OTLP in ${ENDPOINT}.`,
      },
    }),
  };
}

function isEnv(value: unknown): value is WireEnv {
  return Array.isArray(value) && value.every(isMap);
}

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const UNKNOWN: TraceTarget = { protocol: 'otlp-grpc', host: 'localhost' };

/** Where the Jaeger that a component sends to takes OTLP; absent: it is none of these objects. */
function otlpTarget(
  { target }: TracingRecord,
  component: Manifest,
  tree: Tree,
  release: StrimziRelease,
): TraceTarget | undefined {
  const { host } = target;
  if (typeof host !== 'string') return undefined;
  const [service = '', elsewhere] = host.split('.');
  const namespace = elsewhere ?? namespaceOf(component);
  for (const { manifest } of tree) {
    const described = readManifest(manifest);
    if (described?.noun !== 'tracingBackend' || namespaceOf(manifest) !== namespace) continue;
    const v1 = release.tracingDialect('jaeger-v1');
    const name = manifest.apiVersion === v1.tracingBackend.apiVersion ? 'jaeger-v1' : 'opentelemetry-v1beta1';
    const endpoints = release.tracingDialect(name).endpoints(described.record);
    if (!isOf(described.record.name, service)) continue;
    const found = targetAt(endpoints, namespace, component);
    if (found) return found;
  }
  return undefined;
}

/** The Services of a Jaeger are called after it: an agent that is gone tells all the same whose it was. */
function isOf(name: string, service: string): boolean {
  return [`${name}-agent`, `${name}-collector`].includes(service);
}

function targetAt(endpoints: TracingEndpoints, namespace: string, component: Manifest): TraceTarget | undefined {
  const site = (targetNamespace: string): SiteIdentity => ({ kubernetesCluster: '', targetNamespace });
  const found = traceTargetFor(
    { site: site(namespace), endpoints },
    { site: site(namespaceOf(component)), system: 'opentelemetry', managedByStrimzi: true },
  );
  return 'unreachable' in found ? undefined : found;
}
