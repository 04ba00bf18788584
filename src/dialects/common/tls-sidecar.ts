import type { TlsSidecarRecord } from '../../model/tls-sidecar';
import { defined } from './codec';
import { POD_SHAPES, readResources, withPlainResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { PROBES_SHAPE, readProbes, writeProbes } from './workload';

/** What readers take a container that speaks TLS for. */
export const SIDECAR_SHAPE = {
  ...PROBES_SHAPE,
  image: 'text',
  logLevel: 'text',
  resources: POD_SHAPES.resources,
} as const satisfies Shape;

type WireSidecar = Fitting<typeof SIDECAR_SHAPE>;

/** Spells the container. */
export function writeSidecar(sidecar: TlsSidecarRecord | undefined): WireSidecar | undefined {
  if (!sidecar) return undefined;
  const { image, logLevel, resources } = sidecar;
  return defined({ image, logLevel, resources: writeResources(resources), ...writeProbes(sidecar) });
}

/** Reads the container. */
export function readSidecar(wire: WireSidecar | undefined): TlsSidecarRecord | undefined {
  if (!wire) return undefined;
  const { image, logLevel, resources } = wire;
  return defined({ image, logLevel, resources: readResources(resources), ...readProbes(wire) });
}

/** Something with such a container, in the words that `writeSidecar` uses. */
export function withPlainSidecar<T extends { readonly tlsSidecar?: WireSidecar }>(body: T): T {
  return body.tlsSidecar ? { ...body, tlsSidecar: withPlainResources(body.tlsSidecar) } : body;
}
