import type { EnvVar } from '../../model/env';
import { list, map } from '../../model/guarded';
import type { JsonObject } from '../../model/json';
import type { Config, PlacementRecord, Resources } from '../../model/resource';
import { defined, sorted } from './codec';
import type { Fitting, Shape } from './shape';
import { copied, equal } from './values';

/** What readers take an affinity for. */
const AFFINITY = { nodeAffinity: 'map' } as const satisfies Shape;
/** What readers take parts of a pod for. */
export const POD_SHAPES = {
  affinity: AFFINITY,
  env: [
    {
      name: 'text',
      value: 'text',
      valueFrom: { secretKeyRef: { name: 'text', key: 'text' }, fieldRef: { fieldPath: 'text' } },
    },
  ],
  resources: { requests: { '*': 'scalar' }, limits: { '*': 'scalar' } },
} as const satisfies Readonly<Record<string, Shape>>;

/** Node affinity, which holds pods to nodes. */
export type WireAffinity = Fitting<typeof AFFINITY>;

/** Environment variables as a container has them. */
export type WireEnv = Fitting<typeof POD_SHAPES.env>;

/** CPU and memory of a container. */
export type WireResources = Fitting<typeof POD_SHAPES.resources>;

/** Holds pods to nodes. */
export function writeAffinity(placement: PlacementRecord): WireAffinity {
  if ('affinity' in placement) return { nodeAffinity: copied(placement.affinity) };
  const expression = { key: placement.key, operator: 'In', values: [...placement.values] };
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [expression] }] },
    },
  };
}

/** Reads a placement back. */
export function readAffinity(affinity: WireAffinity | undefined): PlacementRecord | undefined {
  return affinity?.nodeAffinity && plainPlacement(copied(affinity.nodeAffinity));
}

/** Nodes in the shortest words. */
export function plainPlacement(affinity: JsonObject): PlacementRecord {
  const { requiredDuringSchedulingIgnoredDuringExecution: required } = affinity;
  const [term] = list(map(required)['nodeSelectorTerms']);
  const [expression] = list(map(term)['matchExpressions']);
  const { key, values } = map(expression);
  const labelled = { key: String(key), values: list(values).map(String) };
  return equal(writeAffinity(labelled).nodeAffinity, affinity) ? labelled : { affinity };
}

/** Spells the variables of a container that has nothing else; absent where nothing is said of them. */
export function writeContainer(env: readonly EnvVar[] | undefined): { env: WireEnv } | undefined {
  const variables = writeEnv(env);
  return variables && { env: variables };
}

/** Spells environment variables. */
export function writeEnv(env: readonly EnvVar[] | undefined): WireEnv | undefined {
  return env?.map((variable) => {
    if ('secret' in variable) {
      const { secret, key } = variable.secret;
      return { name: variable.name, valueFrom: { secretKeyRef: { name: secret, key } } };
    }
    if ('nodeAddress' in variable)
      return { name: variable.name, valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } };
    if ('from' in variable) return { name: variable.name, valueFrom: copied(variable.from) };
    return { name: variable.name, value: variable.value };
  });
}

/** Reads environment variables; those without a name or a value are kept by the codec. */
export function readEnv(env: WireEnv | undefined): EnvVar[] | undefined {
  return env?.flatMap(({ name, value, valueFrom }): EnvVar | readonly EnvVar[] => {
    if (name === undefined) return [];
    const secret = valueFrom?.secretKeyRef;
    if (secret?.name !== undefined && secret.key !== undefined)
      return { name, secret: { secret: secret.name, key: secret.key } };
    if (valueFrom?.fieldRef?.fieldPath === 'status.hostIP') return { name, nodeAddress: true };
    if (valueFrom) return { name, from: copied(valueFrom) };
    return value === undefined ? [] : { name, value };
  });
}

/** Spells CPU and memory. */
export function writeResources(resources: Resources | undefined): WireResources | undefined {
  return resources && defined({ requests: sorted(resources.requests), limits: sorted(resources.limits) });
}

/** Reads CPU and memory. */
export function readResources(wire: WireResources | undefined): Resources | undefined {
  return wire && defined({ requests: texts(wire.requests), limits: texts(wire.limits) });
}

/** Something with resources whose quantities are text, as `write` has them. */
export function withPlainResources<T extends { resources?: WireResources }>(body: T): T {
  return body.resources ? { ...body, resources: plainResources(body.resources) } : body;
}

function plainResources(wire: WireResources): WireResources {
  return defined({ ...wire, requests: texts(wire.requests), limits: texts(wire.limits) });
}

/** Quantities as text: YAML reads `cpu: 2` as a number. */
export function texts(map: Config | undefined): Record<string, string> | undefined {
  return map && sorted(Object.fromEntries(Object.entries(map).map(([key, value]) => [key, String(value)])));
}
