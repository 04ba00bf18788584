import type { BridgeObjects, ConnectObjects, KafkaObjects, ObjectMarks } from '../../model/made-objects';
import { defined, present } from './codec';
import { MARKS_TEMPLATE as MADE, readMarks, writeMarks } from './marks-template';
import type { Fitting, Shape } from './shape';

/** What readers take the templates of objects beside the brokers for. */
export const KAFKA_OBJECTS = {
  bootstrapService: MADE,
  brokersService: MADE,
  externalBootstrapService: MADE,
  perPodService: MADE,
  externalBootstrapRoute: MADE,
  perPodRoute: MADE,
  externalBootstrapIngress: MADE,
  perPodIngress: MADE,
  serviceAccount: MADE,
  podSet: MADE,
  statefulset: MADE,
} as const satisfies Readonly<Record<keyof KafkaObjects, Shape>>;

/** What readers take the templates of objects beside Connect workers for. */
export const CONNECT_OBJECTS = {
  apiService: MADE,
  serviceAccount: MADE,
  podSet: MADE,
} as const satisfies Readonly<Record<keyof ConnectObjects, Shape>>;

/** What readers take the templates of objects beside a bridge for. */
export const BRIDGE_OBJECTS = {
  apiService: MADE,
  serviceAccount: MADE,
} as const satisfies Readonly<Record<keyof BridgeObjects, Shape>>;

/** Templates of objects that the first APIs lack. */
export type LateObjects = 'serviceAccount' | 'podSet';

type Templates<N extends string> = { readonly [Name in N]?: Fitting<typeof MADE> };
type Objects<N extends string> = { readonly [Name in N]?: ObjectMarks };

/** Spells labels and annotations of objects that an operator makes. */
export function writeObjects<N extends string>(
  shapes: Readonly<Record<N, typeof MADE>>,
  objects: Objects<NoInfer<N>> = {},
): Templates<N> {
  const names = Object.keys(shapes) as N[];
  const templates = names.map((name) => [name, writeMarks(objects[name])] as const);
  return defined(Object.fromEntries(templates)) as Templates<N>;
}

/** Reads labels and annotations of objects that an operator makes. */
export function readObjects<N extends string>(
  shapes: Readonly<Record<N, typeof MADE>>,
  template: Templates<NoInfer<N>> = {},
): Objects<N> | undefined {
  const names = Object.keys(shapes) as N[];
  const objects = names.map((name) => [name, readMarks(template[name])] as const);
  return present(Object.fromEntries(objects)) as Objects<N> | undefined;
}
