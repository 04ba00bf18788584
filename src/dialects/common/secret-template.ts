import { sorted } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take the template of a Secret that an operator makes for. */
export const SECRET_TEMPLATE_SHAPE = { metadata: { annotations: { '*': 'text' } } } as const satisfies Shape;

type WireSecretTemplate = Fitting<typeof SECRET_TEMPLATE_SHAPE>;

/** Spells annotations of a Secret that an operator makes. */
export function writeSecretTemplate(
  annotations: Readonly<Record<string, string>> | undefined,
): WireSecretTemplate | undefined {
  return annotations && { metadata: { annotations: sorted(annotations) } };
}

/** Reads annotations of a Secret that an operator makes. */
export function readSecretTemplate(wire: WireSecretTemplate | undefined): Readonly<Record<string, string>> | undefined {
  const annotations = wire?.metadata?.annotations ?? {};
  return Object.keys(annotations).length > 0 ? sorted(annotations) : undefined;
}
