import type { OtherRecord } from '../../model/other';
import type { NounChanges } from '../scene';

/** Kinds of the operators that the model has no noun of its own for. */
export const otherChanges: NounChanges<OtherRecord> = {
  added: ({ kind }) => [{ class: 'safe', message: `The operator takes up the ${kind}.` }],
  removed: ({ kind }) => [
    { class: 'restarts-pods', message: `The pods of the ${kind} are gone. What is in topics stays.` },
  ],
  fields: { kind: () => [] },
  kept: [
    { at: 'spec.logging', class: 'safe', message: 'Pods take up levels while they run.' },
    { at: 'spec', class: 'restarts-pods', message: 'The pods restart.' },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};
