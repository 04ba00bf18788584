/** An API that the library speaks: where its CRDs are, and which version of each kind is taken. */
export interface Api {
  /** Name of the generated files. */
  readonly name: string;
  /** Names of its files in a folder of CRDs. */
  readonly files: readonly string[];
  /** The same CRDs as their projects publish them. */
  readonly releases: readonly string[];
  /** API groups that belong to it. */
  readonly groups: readonly string[];
  /** Versions in order of preference: a kind is taken in the first one that it is served in. */
  readonly versions: readonly string[];
  /** A kind and version that only this API has; tells it from its other generations. */
  readonly marker: { readonly kind: string; readonly version: string };
}

const strimzi = (release: string) =>
  `https://github.com/strimzi/strimzi-kafka-operator/releases/download/${release}/strimzi-cluster-operator-${release}.yaml`;
const argo = (crd: string) =>
  `https://raw.githubusercontent.com/argoproj/argo-cd/v3.5.1/manifests/crds/${crd}-crd.yaml`;
const STRIMZI_GROUPS = ['kafka.strimzi.io', 'core.strimzi.io'];

export const APIS: readonly Api[] = [
  {
    name: 'strimzi-v1beta1',
    files: ['strimzi-0.18.0.apiextensions-v1.yaml'],
    releases: [strimzi('0.18.0')],
    groups: STRIMZI_GROUPS,
    versions: ['v1beta1', 'v1alpha1'],
    marker: { kind: 'Kafka', version: 'v1beta1' },
  },
  {
    name: 'strimzi-v1beta2',
    files: ['strimzi-0.45.2.yaml'],
    releases: [strimzi('0.45.2')],
    groups: STRIMZI_GROUPS,
    versions: ['v1beta2'],
    marker: { kind: 'Kafka', version: 'v1beta2' },
  },
  {
    name: 'strimzi-v1',
    files: ['strimzi-1.2.0.yaml'],
    releases: [strimzi('1.2.0')],
    groups: STRIMZI_GROUPS,
    versions: ['v1'],
    marker: { kind: 'Kafka', version: 'v1' },
  },
  {
    name: 'jaeger-v1',
    files: ['jaeger-1.65.0.yaml'],
    releases: ['https://github.com/jaegertracing/jaeger-operator/releases/download/v1.65.0/jaeger-operator.yaml'],
    groups: ['jaegertracing.io'],
    versions: ['v1'],
    marker: { kind: 'Jaeger', version: 'v1' },
  },
  {
    name: 'opentelemetry-v1beta1',
    files: ['opentelemetry-operator-0.158.0-collectors.yaml'],
    releases: [
      'https://raw.githubusercontent.com/open-telemetry/opentelemetry-operator/v0.158.0/config/crd/bases/opentelemetry.io_opentelemetrycollectors.yaml',
    ],
    groups: ['opentelemetry.io'],
    versions: ['v1beta1'],
    marker: { kind: 'OpenTelemetryCollector', version: 'v1beta1' },
  },
  {
    name: 'olm',
    files: ['olm-operatorgroups.yaml', 'olm-subscriptions.yaml'],
    releases: ['operatorgroups', 'subscriptions'].map(
      (crd) => `https://raw.githubusercontent.com/operator-framework/api/master/crds/operators.coreos.com_${crd}.yaml`,
    ),
    groups: ['operators.coreos.com'],
    versions: ['v1', 'v1alpha1'],
    marker: { kind: 'Subscription', version: 'v1alpha1' },
  },
  {
    name: 'openshift',
    files: ['openshift-routes.yaml'],
    releases: [
      'https://raw.githubusercontent.com/openshift/api/master/route/v1/zz_generated.crd-manifests/routes.crd.yaml',
    ],
    groups: ['route.openshift.io'],
    versions: ['v1'],
    marker: { kind: 'Route', version: 'v1' },
  },
  {
    name: 'argocd',
    files: ['argo-cd-3.5.1-application.yaml', 'argo-cd-3.5.1-appproject.yaml', 'argo-cd-3.5.1-applicationset.yaml'],
    releases: [argo('application'), argo('appproject'), argo('applicationset')],
    groups: ['argoproj.io'],
    versions: ['v1alpha1'],
    marker: { kind: 'Application', version: 'v1alpha1' },
  },
];
