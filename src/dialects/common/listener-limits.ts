import type { JsonObject } from '../../model/json';
import type { ListenerRecord, ListenerType } from '../../model/listener';
import type { Limit } from './codec';
import { map } from './guarded';

/** What the listeners of an API version can be. */
export interface ListenerFacts {
  readonly types: readonly ListenerType[];
  readonly authentications: readonly string[];
  /** Settings of a listener that only other API versions have. */
  readonly missing: readonly string[];
  /** Settings of `custom` authentication that only other API versions have. */
  readonly missingOfCustom: readonly string[];
}

/** What of listeners an API version cannot say. */
export function listedLimits(listeners: readonly ListenerRecord[], facts: ListenerFacts, since: string): Limit[] {
  if (listeners.length === 0) {
    return [
      {
        field: 'listeners',
        given: [],
        message: 'A cluster has a listener.',
        allowed: 'one listener or more',
        since: 'Strimzi 0.18.0',
      },
    ];
  }
  return listeners.flatMap((listener, index) => limitsOf(listener, `listeners[${index}]`, facts, since));
}

function limitsOf(listener: ListenerRecord, field: string, facts: ListenerFacts, since: string): Limit[] {
  const { type, authentication, configuration } = listener;
  const found: Limit[] = [];
  if (!facts.types.includes(type)) {
    found.push({
      field: `${field}.type`,
      given: type,
      message: 'The operator has no such listener.',
      allowed: facts.types.join(', '),
      since,
    });
  }
  if (authentication && !facts.authentications.includes(authentication.type)) {
    found.push({
      field: `${field}.authentication.type`,
      given: authentication.type,
      message: 'The operator does not know this authentication.',
      allowed: facts.authentications.join(', '),
      since,
    });
  } else if (authentication?.type === 'custom') {
    found.push(...missing(authentication, facts.missingOfCustom, `${field}.authentication`, since));
  }
  return [...found, ...missing(configuration, facts.missing, `${field}.configuration`, since)];
}

function missing(
  settings: JsonObject | undefined,
  names: readonly string[],
  field: string,
  since: string,
): readonly Limit[] {
  const given = map(settings);
  return names
    .filter((name) => given[name] !== undefined)
    .map((name) => ({
      field: `${field}.${name}`,
      given: given[name],
      message: 'The operator has no such setting.',
      allowed: `no ${name}`,
      since,
    }));
}
