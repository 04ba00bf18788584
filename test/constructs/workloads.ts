import type { Construct } from 'constructs';
import {
  KafkaClient,
  StrimziRelease,
  type Finding,
  type KafkaClientProps,
  type KafkaCluster,
  type Site,
} from '../../src';
import { findings, newCluster, newSite, type AnyManifest } from './harness';

/** What these tests run on. */
export const release = StrimziRelease.V1_2;
export const IMAGE = 'registry.example/shop:1.0';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: unknown;
}

interface PodSpec {
  readonly containers: readonly {
    readonly name: string;
    readonly env?: readonly Variable[];
    readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes?: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}

/** The pod of a workload, whatever its kind. */
export function podOf({ kind, spec }: AnyManifest): PodSpec {
  if (kind === 'Pod') return spec as unknown as PodSpec;
  const of = (kind === 'CronJob' ? (spec as { jobTemplate: { spec: object } }).jobTemplate.spec : spec) as {
    template: { spec: PodSpec };
  };
  return of.template.spec;
}

/** The variables of a container by their names. */
export function envOf(object: AnyManifest, at = 0): Readonly<Record<string, unknown>> {
  const { env = [] } = podOf(object).containers[at] ?? {};
  return Object.fromEntries(env.map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
}

/** A site with a cluster that has a topic. */
export function shopSite(): { site: Site; cluster: KafkaCluster; orders: ReturnType<KafkaCluster['addTopic']> } {
  const site = newSite({ release });
  const cluster = newCluster(site);
  return { site, cluster, orders: cluster.addTopic('orders', { replicas: 3 }) };
}

export const containers = [{ image: IMAGE, name: 'app' }];
export const template = { metadata: { labels: { app: 'shop' } }, spec: { containers } };

/** What is told of a workload that is to be a client. */
export function told(make: (site: Site) => Construct, props: Partial<KafkaClientProps> = {}): readonly Finding[] {
  const { site, cluster, orders } = shopSite();
  KafkaClient.of(make(site), { cluster, contract: 'kafka-properties', producesTo: [orders], ...props });
  return findings(site);
}
