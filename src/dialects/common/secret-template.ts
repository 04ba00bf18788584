import { present, sorted } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take the template of a Secret that an operator makes for. */
export const SECRET_TEMPLATE_SHAPE = {
  metadata: { labels: { '*': 'text' }, annotations: { '*': 'text' } },
} as const satisfies Shape;

type WireSecretTemplate = Fitting<typeof SECRET_TEMPLATE_SHAPE>;
type Marks = Readonly<Record<string, string>>;

/** Spells annotations and labels of a Secret that an operator makes; absent where nothing is said of it. */
export function writeSecretTemplate(annotations: Marks | undefined, labels?: Marks): WireSecretTemplate | undefined {
  return present({ metadata: present({ labels: sorted(labels), annotations: sorted(annotations) }) });
}

/** Reads annotations of a Secret that an operator makes. */
export function readSecretTemplate(wire: WireSecretTemplate | undefined): Marks | undefined {
  return filled(wire?.metadata?.annotations);
}

/** Reads labels of a Secret that an operator makes. */
export function readSecretLabels(wire: WireSecretTemplate | undefined): Marks | undefined {
  return filled(wire?.metadata?.labels);
}

function filled(marks: Marks = {}): Marks | undefined {
  return Object.keys(marks).length > 0 ? sorted(marks) : undefined;
}
