import type { Breach } from './rule';

/** A user of Cruise Control: a name, a password and a role. */
const LINE = /^([\w-]+)\s*:\s*\w+\s*,\s*(\w+)\s*$/;
const ROLES = ['VIEWER', 'USER'];
const OF_OPERATORS = ['healthcheck', 'rebalance-operator', 'topic-operator'];

/**
 * What is wrong with a text that has the users of Cruise Control. Lines are told by their number: they have passwords.
 * @see HashLoginServiceApiCredentials of Strimzi 0.45.2 and 1.2.0
 */
export function apiUsersFault(content: string): Omit<Breach, 'field'> | undefined {
  const names = new Set<string>();
  for (const [at, line] of content.replace(/\n$/, '').split(/\r?\n/).entries()) {
    const where = `Line ${at + 1}`;
    const [, name, role = ''] = LINE.exec(line) ?? [];
    if (name === undefined) {
      if (content.trim() === '') return undefined;
      return { effect: 'refused', allowed: 'lines such as shop: password, USER', message: `${where} is no user.` };
    }
    if (OF_OPERATORS.includes(name))
      return refusal(`${where} is of ${name}, a user of the operators.`, 'other names', 'Name the user otherwise.');
    if (names.has(name)) return refusal(`${where} has ${name} again.`, 'each user once', 'Remove one of the two.');
    if (!ROLES.includes(role.toUpperCase()))
      return refusal(`${where} gives ${name} the role ${role}.`, ROLES.join(', '), 'Give one of these roles.');
    names.add(name);
  }
  return undefined;
}

function refusal(message: string, allowed: string, remedy: string): Omit<Breach, 'field'> {
  return { effect: 'refused', allowed, message, remedy };
}
