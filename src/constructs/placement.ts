import type { PlacementRecord } from '../model/resource';
import { withFault } from '../props/kept';
import { valueClass } from '../props/stand-ins';
import { holdCalls } from './held';

/** The node label that Kubernetes and clouds give the zone of a node. */
const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Nodes of the Kubernetes cluster that pods must run on. */
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

  private constructor(
    /** What was chosen, as the model has it. */
    readonly record: PlacementRecord,
  ) {}
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
