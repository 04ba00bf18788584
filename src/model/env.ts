import type { JsonObject } from './json';
import type { SecretKey } from './user';

/** An environment variable of a container. */
export type EnvVar =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secret: SecretKey }
  /** The address of the node that the pod runs on. */
  | { readonly name: string; readonly nodeAddress: true }
  /** Another source, in Kubernetes' own words. */
  | { readonly name: string; readonly from: JsonObject };
