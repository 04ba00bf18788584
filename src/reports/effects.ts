import { equal } from '../dialects/common/values';
import { fieldText, type FieldPath } from '../model/field';
import type { Config } from '../model/resource';
import type { ChangeEffect } from './change';
import type { ChangeClass } from './change-class';

/** A field that is another one now. */
export interface Changed {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a field was and is; what is not there is left out. */
export function changed(field: string, before: unknown, after: unknown): Changed {
  return { field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** What comes of another value of a field, whatever the value is. */
export function always(
  field: string,
  changeClass: ChangeClass,
  message: string,
  remedy?: string,
): (was: unknown, is: unknown) => readonly ChangeEffect[] {
  return (was, is) => [
    { class: changeClass, ...changed(field, was, is), message, ...(remedy !== undefined && { remedy }) },
  ];
}

/** A setting that is another one now. */
export interface ChangedSetting extends Changed {
  readonly name: string;
  readonly before?: string | number | boolean;
  readonly after?: string | number | boolean;
}

/** The settings of a configuration that differ, in order. */
export function changedSettings(was: Config = {}, is: Config = {}, at: FieldPath): readonly ChangedSetting[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name) => {
    const before = Object.hasOwn(was, name) ? was[name] : undefined;
    const after = Object.hasOwn(is, name) ? is[name] : undefined;
    // YAML has texts and numbers for one setting.
    if (before !== undefined && after !== undefined && String(before) === String(after)) return [];
    return [{ name, ...changed(fieldText([...at, name]), before, after) } as ChangedSetting];
  });
}

/** The fields of two values that differ, of those that either has. */
export function changedFields<T extends object>(
  was: Partial<T> | undefined,
  is: Partial<T> | undefined,
): readonly (keyof T)[] {
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]) as Set<keyof T>;
  return [...names].filter((name) => !equal(was?.[name], is?.[name]));
}
