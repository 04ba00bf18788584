import type { ObjectMarks } from '../../model/made-objects';
import { present, sorted } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take the template of an object that an operator makes for: its labels and annotations. */
export const MARKS_TEMPLATE = {
  metadata: { labels: { '*': 'text' }, annotations: { '*': 'text' } },
} as const satisfies Shape;

type WireTemplate = Fitting<typeof MARKS_TEMPLATE>;

/** Spells labels and annotations of an object that an operator makes; absent where nothing is said of it. */
export function writeMarks({ labels, annotations }: ObjectMarks = {}): WireTemplate | undefined {
  return present({ metadata: present({ labels: sorted(labels), annotations: sorted(annotations) }) });
}

/** Reads labels and annotations of an object that an operator makes; absent where there are none. */
export function readMarks({ metadata = {} }: WireTemplate = {}): ObjectMarks | undefined {
  return present({ labels: filled(metadata.labels), annotations: filled(metadata.annotations) });
}

type Marks = Readonly<Record<string, string>>;

function filled(marks: Marks = {}): Marks | undefined {
  return Object.keys(marks).length > 0 ? sorted(marks) : undefined;
}
