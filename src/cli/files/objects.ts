import { itemText, listed } from '../../model/listed';
import type { FieldPath } from '../../model/field';
import type { Span, Unreadable } from '../../yaml/content';
import { contentOf } from '../../yaml/documents';
import {
  isManifest,
  isOpenShiftTemplate,
  partialReason,
  unfinishedReason,
  type LeftOutReason,
  type Manifest,
} from './left-out';
import { isForYtt } from '../../yaml/survey';

/** A Kubernetes object in a file. */
export interface SourceObject {
  readonly file: string;
  /** What messages call it: the file, and where in it, if it holds more than one. */
  readonly path: string;
  /** Where its document stands in the file. */
  readonly span: Span;
  /** Where it stands in its document: at the top, or among the items of a `List`. */
  readonly within: FieldPath;
  /** All that its document says. */
  readonly document: unknown;
  readonly manifest: Manifest;
}

/** What became of a file. */
export interface ReadFile {
  readonly objects: readonly SourceObject[];
  /** How many documents it has, malformed ones included; empty ones are none. */
  readonly documents: number;
  readonly problems: readonly Unreadable[];
  /** One reason for each thing that is left out. */
  readonly leftOut: readonly LeftOutReason[];
}

/** How a file is read. */
export interface ReadOptions {
  /** Whether it is known to hold patches. */
  readonly isPatch: boolean;
  /** Whether an object is of a kind that is judged. What others hold does not matter. */
  readonly isJudged: (manifest: Manifest) => boolean;
}

/** The objects of a text. */
export function objectsOf(file: string, text: string, options: ReadOptions): ReadFile {
  const { documents, problems } = contentOf(text);
  const faults = problems.filter(({ isTemplate }) => !isTemplate);
  const leftOut = problems.filter(({ isTemplate }) => isTemplate).map((): LeftOutReason => 'template');
  const isUnfinished = isForYtt(text);
  const objects: Omit<SourceObject, 'path'>[] = [];
  for (const { span, value } of documents) {
    for (const { within, value: each } of value === undefined ? [] : listed(value)) {
      const reason = reasonToLeaveOut(each, options, isUnfinished);
      if (reason !== undefined) leftOut.push(reason);
      else if (isManifest(each)) objects.push({ file, span, within, document: value, manifest: each });
    }
  }
  const documentCount = documents.filter(({ value }) => value !== undefined).length + problems.length;
  return { objects: named(objects), documents: documentCount, problems: faults, leftOut };
}

function reasonToLeaveOut(
  value: unknown,
  { isPatch, isJudged }: ReadOptions,
  isUnfinished: boolean,
): LeftOutReason | undefined {
  const reason = partialReason(value, isPatch);
  if (reason !== undefined || !isManifest(value)) return reason;
  if (isOpenShiftTemplate(value)) return 'template';
  if (!isJudged(value)) return undefined;
  return isUnfinished ? 'template' : unfinishedReason(value);
}

/** A file that holds one object names it; otherwise the line of its document does, and its place in a list. */
function named(objects: readonly Omit<SourceObject, 'path'>[]): SourceObject[] {
  const isOnly = objects.length === 1;
  const isOneDocument = objects.every(({ span }) => span === objects[0]?.span);
  return objects.map((object) => {
    const { file, span, within } = object;
    const line = isOneDocument ? '' : `:${span.firstLine}`;
    const item = isOnly ? '' : itemText(within);
    return { ...object, path: `${file}${line}${item}` };
  });
}
