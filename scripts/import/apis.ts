/** An operator's releases whose CRDs are taken, oldest first: of each minor the newest patch. */
export interface Line {
  readonly name: string;
  readonly releases: readonly Release[];
}

/** One release of an operator, and where its CRDs are. */
export interface Release {
  readonly version: string;
  /** Paths in a folder of CRDs. */
  readonly files: readonly string[];
  /** The same CRDs as the operator's project publishes them: at a tag or a commit, never at a branch. */
  readonly urls: readonly string[];
}

/** An API that the library speaks: what is generated into one file of types and one of schemas. */
export interface Api {
  /** Name of the generated files. */
  readonly name: string;
  readonly line: Line;
  readonly groups: readonly string[];
  /** Versions whose schemas it holds. A kind has the types of the first one that it is served in. */
  readonly versions: readonly string[];
}

const STRIMZI: Line = {
  name: 'strimzi',
  releases: [
    ...['0.18.0', '0.19.0', '0.20.1', '0.21.1', '0.22.1', '0.23.0', '0.24.0', '0.25.0', '0.26.1', '0.27.1', '0.28.0'],
    ...['0.29.0', '0.30.0', '0.31.1', '0.32.0', '0.33.2', '0.34.0', '0.35.1', '0.36.1', '0.37.0', '0.38.0', '0.39.0'],
    ...['0.40.0', '0.41.0', '0.42.0', '0.43.0', '0.44.0', '0.45.2', '0.46.1', '0.47.0', '0.48.0', '0.49.1', '0.50.1'],
    ...['0.51.0', '1.0.1', '1.1.0', '1.2.0'],
  ].map((version) => ({
    version,
    files: [`strimzi/${version}.yaml`],
    urls: [
      `https://github.com/strimzi/strimzi-kafka-operator/releases/download/${version}/strimzi-cluster-operator-${version}.yaml`,
    ],
  })),
};

const JAEGER: Line = {
  name: 'jaeger-operator',
  releases: [
    {
      version: '1.17.1',
      files: ['jaeger-1.17.1.yaml'],
      urls: [
        'https://raw.githubusercontent.com/jaegertracing/jaeger-operator/v1.17.1/deploy/crds/jaegertracing.io_jaegers_crd.yaml',
      ],
    },
    {
      version: '1.65.0',
      files: ['jaeger-1.65.0.yaml'],
      urls: ['https://github.com/jaegertracing/jaeger-operator/releases/download/v1.65.0/jaeger-operator.yaml'],
    },
  ],
};

const OPENTELEMETRY: Line = {
  name: 'opentelemetry-operator',
  releases: [
    {
      version: '0.158.0',
      files: ['opentelemetry-operator-0.158.0-collectors.yaml'],
      urls: [
        'https://raw.githubusercontent.com/open-telemetry/opentelemetry-operator/v0.158.0/config/crd/bases/opentelemetry.io_opentelemetrycollectors.yaml',
      ],
    },
  ],
};

const ARGO_CD: Line = {
  name: 'argo-cd',
  releases: [
    {
      version: '3.5.1',
      files: ['application', 'appproject', 'applicationset'].map((crd) => `argo-cd-3.5.1-${crd}.yaml`),
      urls: ['application', 'appproject', 'applicationset'].map(
        (crd) => `https://raw.githubusercontent.com/argoproj/argo-cd/v3.5.1/manifests/crds/${crd}-crd.yaml`,
      ),
    },
  ],
};

const OLM: Line = {
  name: 'olm',
  releases: [
    {
      version: '0.45.0',
      files: ['olm-operatorgroups.yaml', 'olm-subscriptions.yaml'],
      urls: ['operatorgroups', 'subscriptions'].map(
        (crd) =>
          `https://raw.githubusercontent.com/operator-framework/api/v0.45.0/crds/operators.coreos.com_${crd}.yaml`,
      ),
    },
  ],
};

/** OpenShift's API has branches and no tags: the version is the one that Go gives to a commit. */
const OPENSHIFT: Line = {
  name: 'openshift',
  releases: [
    {
      version: '0.0.0-20260730123204-5ab63aea6909',
      files: ['openshift-routes.yaml'],
      urls: [
        'https://raw.githubusercontent.com/openshift/api/5ab63aea6909272582889fed0c0fbd736409619b/route/v1/zz_generated.crd-manifests/routes.crd.yaml',
      ],
    },
  ],
};

/** Strimzi's own operator for those who read a Secret in place of many objects. */
const ACCESS: Line = {
  name: 'access-operator',
  releases: ['0.1.1', '0.2.0', '0.3.0'].map((version) => ({
    version,
    files: [`access-operator-${version}.yaml`],
    urls: [
      `https://raw.githubusercontent.com/strimzi/kafka-access-operator/${version}/install/040-Crd-kafkaaccess.yaml`,
    ],
  })),
};

const STRIMZI_GROUPS = ['kafka.strimzi.io', 'core.strimzi.io'];

export const APIS: readonly Api[] = [
  { name: 'strimzi-v1beta1', line: STRIMZI, groups: STRIMZI_GROUPS, versions: ['v1beta1', 'v1alpha1'] },
  { name: 'strimzi-v1beta2', line: STRIMZI, groups: STRIMZI_GROUPS, versions: ['v1beta2'] },
  { name: 'strimzi-v1', line: STRIMZI, groups: STRIMZI_GROUPS, versions: ['v1'] },
  { name: 'jaeger-v1', line: JAEGER, groups: ['jaegertracing.io'], versions: ['v1'] },
  { name: 'opentelemetry-v1beta1', line: OPENTELEMETRY, groups: ['opentelemetry.io'], versions: ['v1beta1'] },
  { name: 'olm', line: OLM, groups: ['operators.coreos.com'], versions: ['v1', 'v1alpha1'] },
  { name: 'openshift', line: OPENSHIFT, groups: ['route.openshift.io'], versions: ['v1'] },
  { name: 'argocd', line: ARGO_CD, groups: ['argoproj.io'], versions: ['v1alpha1'] },
  { name: 'access', line: ACCESS, groups: ['access.strimzi.io'], versions: ['v1alpha1'] },
];
