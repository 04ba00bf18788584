import { defined } from '../../dialects/common/codec';
import type { ObjectMarks } from '../../model/made-objects';
import type { ChangeEffect } from '../change';
import { changed, changedFields } from '../effects';

/** What comes of other labels and annotations of objects that an operator makes. */
export function objectsEffects<O extends Readonly<Partial<Record<keyof O, ObjectMarks>>>>(
  was: O | undefined,
  is: O | undefined,
  at: string,
): readonly ChangeEffect[] {
  return changedFields<O>(was, is).flatMap((name) =>
    (['labels', 'annotations'] as const).flatMap((marks): readonly ChangeEffect[] => {
      const [before, after]: (ObjectMarks | undefined)[] = [was?.[name], is?.[name]];
      if (changedFields(defined({ it: before?.[marks] }), defined({ it: after?.[marks] })).length === 0) return [];
      const field = `${at}.${String(name)}.metadata.${marks}`;
      const restarts = name === 'statefulset' && marks === 'labels';
      return [{ ...(restarts ? RESTART : BESIDE), ...changed(field, before?.[marks], after?.[marks]) }];
    }),
  );
}

const BESIDE = { class: 'safe', message: 'It is about an object beside the pods.' } as const;
/** Pods that belong to a StatefulSet got its labels anew. */
const RESTART = { class: 'restarts-pods', message: 'Brokers restart for other labels of their StatefulSet.' } as const;
