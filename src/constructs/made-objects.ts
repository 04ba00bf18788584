import { present } from '../dialects/common/codec';
import type { ObjectMarks } from '../model/made-objects';

/** What is said of objects that an operator makes, for a record; where nothing is said, the record says nothing. */
export function objectsRecord<O extends Readonly<Partial<Record<keyof O, ObjectMarks>>>>(
  objects: O | undefined,
): { readonly objects?: O } {
  const said = Object.entries<ObjectMarks | undefined>(objects ?? {}).map(
    ([name, marks]) => [name, marksRecord(marks)] as const,
  );
  const record = present(Object.fromEntries(said)) as O | undefined;
  return record ? { objects: record } : {};
}

/** What is said of one of them; absent where nothing is. */
export function marksRecord(marks: ObjectMarks = {}): ObjectMarks | undefined {
  const [labels, annotations] = [marks.labels, marks.annotations].map((each) => each && present(each));
  return present({ labels, annotations });
}
