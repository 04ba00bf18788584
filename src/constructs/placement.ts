import { plainPlacement } from '../dialects/common/pods';
import type { JsonObject } from '../model/json';
import type { PlacementRecord } from '../model/resource';
import { withFault } from '../props/kept';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** The node label that Kubernetes and clouds give the zone of a node. */
const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Nodes of the Kubernetes cluster that pods must or should run on. */
export class Placement {
  static {
    valueClass(this, 'Placement');
    holdCalls(this, 'Placement');
  }

  /**
   * Nodes in one of the zones, of which there has to be one.
   * @param props - `key`: the node label that names the zone; `topology.kubernetes.io/zone` where it is left out
   */
  static zone(zone: string | readonly string[], props: { readonly key?: string } = {}): Placement {
    const values = typeof zone === 'string' ? [zone] : zone;
    const placement = new Placement({ key: props.key ?? ZONE_LABEL, values });
    if (values.length > 0) return placement;
    return withFault(placement, {
      path: ['zone'],
      given: 'a list of 0',
      allowed: 'a zone, or several',
      message: 'No node is in none of the zones.',
      remedy: 'Name a zone, or leave the placement out.',
    });
  }

  /** Nodes as Kubernetes' node affinity says it: several labels, other conditions, and nodes that are better than others. */
  static affinity(affinity: NodeAffinity): Placement {
    return new Placement(plainPlacement({ ...affinity } as JsonObject));
  }

  /** Any node: for a part of what is otherwise held to some. */
  static anywhere(): Placement {
    return new Placement(undefined);
  }

  private constructor(
    /** What was chosen, as the model has it; absent: any node. */
    readonly record: PlacementRecord | undefined,
  ) {}
}

/** Nodes that pods must or should run on, in Kubernetes' words. */
export interface NodeAffinity {
  /**
   * What nodes have to be when a pod is placed: one of the terms has to hold.
   * @default - anything
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: { readonly nodeSelectorTerms: readonly NodeSelectorTerm[] };
  /**
   * What nodes should be when a pod is placed, each with a weight from 1 to 100.
   * @default - anything
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
    readonly weight: number;
    readonly preference: NodeSelectorTerm;
  }[];
}

/** Nodes by their labels and fields: all of it has to hold. */
export interface NodeSelectorTerm {
  /**
   * What labels have to be.
   * @default - anything
   */
  readonly matchExpressions?: readonly NodeSelectorExpression[];
  /**
   * What fields have to be, of which Kubernetes knows `metadata.name`.
   * @default - anything
   */
  readonly matchFields?: readonly NodeSelectorExpression[];
}

/** What a label or a field of a node has to be. */
export interface NodeSelectorExpression {
  /** Name of the label or the field. */
  readonly key: string;
  /** What its value has to be: `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. */
  readonly operator: string;
  /**
   * Values for `In` and `NotIn`; one number for `Gt` and `Lt`.
   * @default - none
   */
  readonly values?: readonly string[];
}

/** Replicas of a partition are spread over the values of a node label. */
export class Rack {
  static {
    valueClass(this, 'Rack');
    holdCalls(this, 'Rack');
  }

  /** Spread over zones (`topology.kubernetes.io/zone`). */
  static zones(): Rack {
    return new Rack(ZONE_LABEL);
  }

  /**
   * Spread over the values of a node label.
   * @param key - the label, such as `topology.kubernetes.io/region`
   */
  static topologyKey(key: string): Rack {
    return new Rack(key);
  }

  private constructor(
    /** Node label. */
    readonly key: string,
  ) {}
}
