import type { ClientRecord } from '../../model/client';

/** An object that an operator makes. */
export interface MadeObject {
  /** Kind of the object. */
  readonly kind: 'Pod' | 'PersistentVolumeClaim' | 'Service' | 'Secret' | 'ConfigMap' | 'Route' | 'Ingress';
  /** Its name; `*` stands for what nobody can foretell. */
  readonly name: string;
  /** How many of them there are, where they have no names of their own; absent: one. */
  readonly count?: number;
  /** There is one on each node of the Kubernetes cluster. */
  readonly perNode?: true;
  /** Size of a claim. */
  readonly size?: string;
  /** Storage class of a claim; absent: the default of the Kubernetes cluster. */
  readonly storageClass?: string;
  /** Host that browsers and clients outside know it by; absent: it has none, or the platform makes one. */
  readonly host?: string;
}

/** Objects of a kind that say no more than their name. */
export function named(kind: MadeObject['kind'], ...names: readonly string[]): readonly MadeObject[] {
  return names.map((name) => ({ kind, name }));
}

/** The pods of a Deployment: Kubernetes puts the hash of a ReplicaSet and a word of its own behind its name. */
export function deploymentPods(deployment: string, count: number): readonly MadeObject[] {
  return count === 0 ? [] : [{ kind: 'Pod', name: `${deployment}-*`, ...(count > 1 && { count }) }];
}

/** The pods of a client application, as far as it is known what comes of its object. */
export function clientPods({ name, replicas, workload }: ClientRecord): readonly MadeObject[] {
  switch (workload?.kind ?? 'Deployment') {
    case 'Deployment':
      return deploymentPods(name, replicas);
    case 'StatefulSet':
      return Array.from({ length: replicas }, (_, at) => ({ kind: 'Pod' as const, name: `${name}-${at}` }));
    case 'DaemonSet':
      return [{ kind: 'Pod', name: `${name}-*`, perNode: true }];
    case 'Job':
    case 'CronJob':
      return [{ kind: 'Pod', name: `${name}-*` }];
    default:
      return [];
  }
}
