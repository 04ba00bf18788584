import type { JmxRecord } from '../../model/workload';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';

/** What comes of another JMX of programs, which restart: without a password it is open to whoever reaches port 9999 of their pods. */
export function jmxChange(
  at: string,
  restart: Pick<ChangeEffect, 'class' | 'message'>,
): (was: JmxRecord | undefined, is: JmxRecord | undefined) => readonly ChangeEffect[] {
  return (was, is) => {
    const field = changed(`${at}.jmxOptions`, was, is);
    if (!isOpen(is) || isOpen(was)) return [{ ...restart, ...field }];
    const message = `Whoever reaches port 9999 of its pods may use JMX, unknown. ${restart.message}`;
    return [{ class: 'widens-access', ...field, message }];
  };
}

function isOpen(jmx: JmxRecord | undefined): boolean {
  return jmx !== undefined && jmx.authentication === undefined;
}
