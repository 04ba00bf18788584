/** Where a site is. */
interface SitePlace {
  readonly kubernetesCluster: string;
  readonly namespace: string;
}

/** The keys of clusters that others name. Those of one cluster come together, so the one before is mostly that of the next. */
export class ClusterKeys {
  private site?: SitePlace;
  private namespace?: string | undefined;
  private cluster?: string;
  private key = '';

  of(site: SitePlace, namespace: string | undefined, cluster: string): string {
    if (site === this.site && namespace === this.namespace && cluster === this.cluster) return this.key;
    this.site = site;
    this.namespace = namespace;
    this.cluster = cluster;
    return (this.key = keyOf(site, namespace, cluster));
  }
}

/** What tells a cluster from all others. */
export function keyOf(site: SitePlace, namespace: string | undefined, name: string): string {
  return `${site.kubernetesCluster}\0${namespace ?? site.namespace}\0${name}`;
}
