import { holdCalls } from '../constructs/held';
import { valueClass } from '../props/stand-ins';

/** Kinds whose loss is a loss of data, or takes others with it. */
const STATEFUL: readonly string[] = [
  'CustomResourceDefinition',
  'Kafka',
  'KafkaNodePool',
  'KafkaTopic',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Project',
];

/**
 * What a GitOps tool may not delete, whatever Git says.
 *
 * An object of a protected kind stays in the cluster when it is gone from Git, and when the Application or Kustomization that
 * brought it is deleted. To delete one takes two commits: the first takes its protection away, the second the object.
 */
export class Protection {
  static {
    valueClass(this, 'Protection');
    holdCalls(this, 'Protection');
  }

  /**
   * Protects Kafka clusters, node pools, topics, claims, namespaces and CustomResourceDefinitions, and the claims that
   * operators make for Kafka clusters.
   */
  static on(): Protection {
    return new Protection(STATEFUL, true);
  }

  /** Protects nothing: what is gone from Git is gone from the cluster. For tests. */
  static off(): Protection {
    return new Protection([], false);
  }

  /**
   * Protects objects of some kinds.
   * @param kinds - such as `KafkaTopic`, of whatever API group
   * @param claims - whether the claims that operators make for Kafka clusters are protected as well
   */
  static forKinds(kinds: readonly string[], { claims = true }: { readonly claims?: boolean } = {}): Protection {
    return new Protection([...kinds], claims);
  }

  private constructor(
    /** The protected kinds. */
    readonly kinds: readonly string[],
    /** Whether the claims that operators make for Kafka clusters are protected. */
    readonly claims: boolean,
  ) {}
}
