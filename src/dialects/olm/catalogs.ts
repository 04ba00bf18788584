import type { PlatformName } from '../../model/platform';
import type { TracingDialectName } from '../dialect-names';

/** Where a platform's OLM keeps things. */
export interface Catalogs {
  /** Catalogue of community operators. */
  readonly community: string;
  /** Namespace of the catalogues. */
  readonly namespace: string;
  /** Namespace of operators that watch all namespaces; its OperatorGroup is there already. */
  readonly globalNamespace: string;
}

/**
 * Names that come with the platform.
 * @see https://olm.operatorframework.io/docs/tasks/install-operator-with-olm/
 */
export const CATALOGS: Readonly<Record<PlatformName, Catalogs>> = {
  openshift: {
    community: 'community-operators',
    namespace: 'openshift-marketplace',
    globalNamespace: 'openshift-operators',
  },
  kubernetes: { community: 'operatorhubio-catalog', namespace: 'olm', globalNamespace: 'operators' },
};

/** An operator in a catalogue. */
export interface CatalogPackage {
  readonly package: string;
  readonly channel: string;
  /** Absent: the platform's catalogue of community operators. */
  readonly source?: string;
}

/** Operators that run a Jaeger, by vendor of the Kafka operator. All of them watch all namespaces. */
export const TRACING_PACKAGES: Readonly<
  Record<'community' | 'redHat', Readonly<Record<TracingDialectName, CatalogPackage>>>
> = {
  community: {
    'jaeger-v1': { package: 'jaeger', channel: 'stable' },
    'opentelemetry-v1beta1': { package: 'opentelemetry-operator', channel: 'alpha' },
  },
  redHat: {
    'jaeger-v1': { package: 'jaeger-product', channel: 'stable', source: 'redhat-operators' },
    'opentelemetry-v1beta1': { package: 'opentelemetry-product', channel: 'stable', source: 'redhat-operators' },
  },
};
