/** What tells a site from others: the Kubernetes cluster and the namespace that it is in. */
export interface SiteIdentity {
  /** Name of the Kubernetes cluster. */
  readonly kubernetesCluster: string;
  /** The namespace. */
  readonly targetNamespace: string;
}

/** What tells a Kafka cluster from others: its site and its name. */
export interface ClusterIdentity {
  /** Name of the Kafka resource. */
  readonly clusterName: string;
  /** The site that it is at. */
  readonly site: SiteIdentity;
}

/** What tells a topic from others: the Kafka cluster and the topic's name. */
export interface TopicIdentity {
  readonly topicName: string;
  readonly cluster: ClusterIdentity;
}

/** What tells a user from others: the Kafka cluster and the user's name. */
export interface UserIdentity {
  readonly userName: string;
  readonly cluster: ClusterIdentity;
}

/** Whether two sites are one place. */
export function sameSite(one: SiteIdentity, other: SiteIdentity): boolean {
  return one.kubernetesCluster === other.kubernetesCluster && one.targetNamespace === other.targetNamespace;
}

/** Whether two references mean one Kafka cluster. */
export function sameCluster(one: ClusterIdentity, other: ClusterIdentity): boolean {
  return one.clusterName === other.clusterName && sameSite(one.site, other.site);
}

/** The identity of a Kafka cluster as a key. Names have no slash, so that no two clusters share a key. */
export function clusterKey({ clusterName, site }: ClusterIdentity): string {
  return `${site.kubernetesCluster}/${site.targetNamespace}/${clusterName}`;
}

/** The identity of a user as a key. */
export function userKey({ userName, cluster }: UserIdentity): string {
  return `${clusterKey(cluster)}/${userName}`;
}
