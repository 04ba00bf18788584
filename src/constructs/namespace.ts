import type { Construct } from 'constructs';
import { DNS_LABEL } from '../model/names';
import type { NamespaceRecord } from '../model/platform';
import { held } from './held';
import { Resource, siteOf, type ResourceProps } from './resource';

/** Properties of a {@link Namespace}. */
export interface NamespaceProps extends Omit<ResourceProps, 'resourceName'> {
  /**
   * What people call it (OpenShift shows it as the project's name).
   * @default - its name
   */
  readonly displayName?: string;
  /**
   * What it is for.
   * @default - none
   */
  readonly description?: string;
}

/** The namespace of a site: on OpenShift, a project. */
export class Namespace extends Resource<NamespaceRecord> {
  private readonly settings: NamespaceProps;

  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    [scope, id, props] = held('Namespace', [scope, id, props], new.target === Namespace);
    const site = siteOf(scope);
    super(
      scope,
      id,
      { noun: 'namespace', entry: site.platformDialect.namespace, nameRule: DNS_LABEL, clusterScoped: true },
      { ...props, resourceName: site.targetNamespace },
    );
    this.settings = props;
  }

  toRecord(): NamespaceRecord {
    const { displayName, description } = this.settings;
    return {
      ...this.identity(),
      ...(displayName !== undefined && { displayName }),
      ...(description !== undefined && { description }),
    };
  }
}
