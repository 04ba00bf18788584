const MADE = new WeakMap<object, string>();
let isAny = false;

/**
 * Marks what the library made of what somebody wrote: it is taken back as it is, though there may be a word in it that is
 * none, or one of a release to come.
 * @param type - what it is, by its name in the table of shapes
 */
export function made<T extends object>(value: T, type: string): T {
  MADE.set(value, type);
  isAny = true;
  return value;
}

/** Whether the library made a value of the type. */
export function isMade(value: object, type: string): boolean {
  return isAny && MADE.get(value) === type.replace(/\|\d+$/, '');
}
