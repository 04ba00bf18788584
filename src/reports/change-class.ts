/** What a change does to Kafka and to those who use it, the least of it first. */
export const CHANGE_CLASSES = [
  'no-effect',
  'safe',
  'restarts-pods',
  'restarts-mirror',
  'narrows-access',
  'widens-access',
  'manual-step',
  'may-lose-data',
  'destroys-data',
] as const;

/**
 * What a change does: nothing; something that nobody needs to fear; a rolling restart of pods, or of a mirror; it takes access
 * away or gives it; somebody has to do more than to apply it; data may be lost; data is gone.
 */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** How much a class weighs, from 0. */
export function weightOf(changeClass: ChangeClass): number {
  return CHANGE_CLASSES.indexOf(changeClass);
}

/** The class that weighs most; absent: there is none. */
export function worstOf(classes: Iterable<ChangeClass>): ChangeClass | undefined {
  let worst = -1;
  for (const each of classes) worst = Math.max(worst, weightOf(each));
  return CHANGE_CLASSES[worst];
}
