import { ApiObject, App as PlainApp } from 'cdk8s';
import { judgeTree } from '../../src/constructs/judge-tree';
import type { Size, KafkaClusterProps, SiteProps } from '../../src';
import { KafkaCluster, Listener, Site, Storage, StrimziRelease } from '../../src';
import type { Finding } from '../../src/check/finding';

/** A manifest of the tests, loosely. */
export interface AnyManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly spec?: Record<string, unknown>;
}

/** A site of its own topology. */
export function newSite(props: Partial<SiteProps> = {}, id = 'site'): Site {
  return new Site(new PlainApp(), id, { release: StrimziRelease.V0_18, ...props });
}

/** Another site of the same topology and Kubernetes cluster. */
export function newNeighbour({ node, release, kubernetesCluster }: Site, id: string): Site {
  return new Site(node.scope as PlainApp, id, { release, kubernetesCluster });
}

/** A site of the same topology, in a Kubernetes cluster of its own unless it says otherwise. */
export function newElsewhere({ node, release }: Site, id: string, props: Partial<SiteProps> = {}): Site {
  return new Site(node.scope as PlainApp, id, { release, ...props });
}

/** A sound cluster of three brokers. */
export function newCluster(site: Site, id = 'europe', props: Partial<KafkaClusterProps> = {}): KafkaCluster {
  return new KafkaCluster(site, id, { brokers: 3, storage: claim('20Gi'), listeners: [Listener.tls()], ...props });
}

/** A claim of that size. */
export function claim(size: string | Size): Storage {
  return Storage.persistentClaim({ size });
}

/** What the site is written to. */
export function manifests(site: Site): AnyManifest[] {
  return site.node
    .findAll()
    .flatMap((object) => (ApiObject.isApiObject(object) ? [object.toJson() as AnyManifest] : []));
}

/** The one object of a kind and name. */
export function manifest(site: Site, kind: string, name: string): AnyManifest {
  const found = manifests(site).filter((object) => object.kind === kind && object.metadata.name === name);
  expect(found).toHaveLength(1);
  return found[0] as AnyManifest;
}

/** What is wrong with the topology of the site. */
export function findings(site: Site): readonly Finding[] {
  return judgeTree(site.node.root, (construct) => Site.find(construct)).findings;
}
