import type { MadeObject } from '../dialects/made/made-object';
import type { StrimziRelease } from '../dialects/releases';
import type { PlatformName } from '../model/platform';
import type { Unread } from './side';

/** A site whose stock is taken. */
export interface InventorySite {
  /** The operator release that runs there. */
  readonly release: StrimziRelease;
  /**
   * What the Kubernetes cluster is.
   * @default kubernetes
   */
  readonly platform?: PlatformName;
  /**
   * Namespace of the objects that name none.
   * @default - none is told
   */
  readonly namespace?: string;
  /**
   * What the site is called.
   * @default - nothing
   */
  readonly name?: string;
  /** The objects, whoever wrote them; those in a `List` one by one. */
  readonly manifests: Iterable<unknown>;
}

/** What there is at sites once the operators are done. */
export interface Inventory {
  /** What operators and Kubernetes make, in the order of the objects that it is made of. */
  readonly items: readonly InventoryItem[];
  /** Topics, as `kubectl get kafkatopics` lists them. */
  readonly topics: readonly InventoryTopic[];
  /** Users, as `kubectl get kafkausers` lists them. */
  readonly users: readonly InventoryUser[];
  /** What is no object that can be told from others. */
  readonly unread: readonly Unread[];
}

/** Where something of an inventory is. */
export interface InventoryPlace {
  /** Name of the site; empty: it has none. */
  readonly site: string;
  /** Absent: neither the object nor the site names one. */
  readonly namespace?: string;
}

/** An object that is made. */
export interface InventoryItem extends InventoryPlace, MadeObject {
  /** The object that it is made of. */
  readonly of: { readonly kind: string; readonly name: string };
}

/** A topic. */
export interface InventoryTopic extends InventoryPlace {
  /** Name of the KafkaTopic. */
  readonly name: string;
  /** Name within Kafka. */
  readonly topic: string;
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  /** Absent: the brokers' default. */
  readonly partitions?: number;
  /** Absent: the brokers' default. */
  readonly replicas?: number;
}

/** A user. */
export interface InventoryUser extends InventoryPlace {
  /** Name of the KafkaUser. */
  readonly name: string;
  /** Name of the Kafka cluster. */
  readonly cluster: string;
  /** How the user logs in; absent: the operator makes no credentials. */
  readonly authentication?: string;
  /** Absent: the operator manages no rights of the user. */
  readonly authorization?: string;
}
