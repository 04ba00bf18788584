import type { Manifest } from '../../src';
import { diff } from '../../src/reports/diff';

const topic = (annotations: Readonly<Record<string, string>>): Manifest => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name: 'orders', labels: { 'strimzi.io/cluster': 'europe' }, annotations: { team: 'a', ...annotations } },
  spec: {},
});

/** The classes of what comes of a topic whose annotation is another one; without a value there is none. */
function classOf(name: string, was: string | undefined, is: string | undefined): string | undefined {
  const marked = (value: string | undefined): Manifest => topic(value === undefined ? {} : { [name]: value });
  const { changes } = diff([marked(was)], [marked(is)]);
  const effects = changes.flatMap((change) => change.effects);
  expect(effects.map(({ field }) => field)).toEqual([expect.stringContaining('metadata.annotations')]);
  return effects[0]?.class;
}

describe('an annotation that operators look at', () => {
  it.each([
    ['strimzi.io/pause-reconciliation', 'true', 'manual-step', 'safe'],
    ['strimzi.io/managed', 'false', 'safe', 'safe'],
    ['strimzi.io/kraft', 'migration', 'manual-step', 'manual-step'],
    ['strimzi.io/skip-broker-scaledown-check', 'true', 'may-lose-data', 'safe'],
    ['strimzi.io/manual-rolling-update', 'true', 'restarts-pods', 'no-effect'],
    ['strimzi.io/delete-pod-and-pvc', 'true', 'destroys-data', 'no-effect'],
    ['strimzi.io/force-renew', 'true', 'restarts-pods', 'no-effect'],
    ['strimzi.io/force-replace', 'true', 'restarts-pods', 'no-effect'],
    ['strimzi.io/restart', 'true', 'safe', 'no-effect'],
    ['strimzi.io/restart-connector', 'a', 'restarts-mirror', 'restarts-mirror'],
    ['strimzi.io/restart-connector-task', 'a:0', 'restarts-mirror', 'restarts-mirror'],
    ['strimzi.io/restart-task', '0', 'safe', 'safe'],
    ['strimzi.io/rebalance', 'approve', 'safe', 'safe'],
    ['team.example/owner', 'shop', 'no-effect', 'no-effect'],
  ])('%s that is %s is of the class %s, and of the class %s where it goes', (name, value, comes, goes) => {
    expect([classOf(name, undefined, value), classOf(name, value, undefined)]).toEqual([comes, goes]);
  });
});

describe('labels and annotations of a Jaeger', () => {
  const jaeger = (apiVersion: string, metadata: object): Manifest => ({
    apiVersion,
    kind: apiVersion.startsWith('opentelemetry.io') ? 'OpenTelemetryCollector' : 'Jaeger',
    metadata: { name: 'jaeger', ...metadata },
    spec: apiVersion.startsWith('opentelemetry.io')
      ? {
          image: 'quay.io/jaegertracing/jaeger:2.20.0',
          config: {
            receivers: { otlp: { protocols: { grpc: {} } } },
            exporters: { jaeger_storage_exporter: { trace_storage: 'some' } },
            extensions: {
              jaeger_storage: { backends: { some: { memory: { max_traces: 1 } } } },
              jaeger_query: { storage: { traces: 'some' } },
            },
            service: {
              extensions: ['jaeger_storage', 'jaeger_query'],
              pipelines: { traces: { receivers: ['otlp'], exporters: ['jaeger_storage_exporter'] } },
            },
          },
        }
      : { strategy: 'allInOne' },
  });
  const classes = (apiVersion: string, part: 'labels' | 'annotations', name: string) => {
    const marked = (value: string) => jaeger(apiVersion, { [part]: { [name]: value } });
    const { changes } = diff([marked('a')], [marked('b')]);
    return changes.flatMap(({ effects }) => effects.map((effect) => effect.class));
  };

  it.each([
    ['labels', 'team', 'restarts-pods'],
    ['labels', 'app.kubernetes.io/name', 'restarts-pods'],
    ['labels', 'app.kubernetes.io/version', 'no-effect'],
    ['annotations', 'team.example/owner', 'restarts-pods'],
    ['annotations', 'kubectl.kubernetes.io/last-applied-configuration', 'no-effect'],
  ] as const)('%s of a collector, such as %s, are of the class %s', (part, name, changeClass) => {
    expect(classes('opentelemetry.io/v1beta1', part, name)).toEqual([changeClass]);
  });

  it.each(['labels', 'annotations'] as const)('%s that the Jaeger operator has are about the object alone', (part) => {
    expect(classes('jaegertracing.io/v1', part, 'team')).toEqual(['no-effect']);
  });
});

describe('an annotation that protects an object from a tool of delivery', () => {
  it.each([
    ['argocd.argoproj.io/sync-options', 'Prune=false'],
    ['argocd.argoproj.io/sync-options', 'Delete=confirm'],
    ['helm.sh/resource-policy', 'keep'],
    ['kustomize.toolkit.fluxcd.io/prune', 'disabled'],
  ])('may lose data where %s=%s goes, and is safe where it comes', (name, value) => {
    expect([classOf(name, value, undefined), classOf(name, undefined, value)]).toEqual(['may-lose-data', 'safe']);
  });

  it.each([
    ['argocd.argoproj.io/sync-options', 'Prune=true', 'Replace=true'],
    ['argocd.argoproj.io/sync-options', 'Prune=false', 'Prune=confirm'],
    ['helm.sh/resource-policy', 'a', 'b'],
  ])('has no effect where %s=%s, which becomes %s, protects as before', (name, was, is) => {
    expect(classOf(name, was, is)).toBe('no-effect');
  });
});
