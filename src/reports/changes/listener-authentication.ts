import { map } from '../../model/guarded';
import type { ListenerAuthentication } from '../../model/listener';
import type { ChangeEffect } from '../change';
import { changed, changedFields } from '../effects';

/** A setting of OAuth that keeps somebody out. */
interface Guard {
  readonly isOn: (value: unknown) => boolean;
  readonly keepsOut: string;
}

const isNotFalse = (value: unknown): boolean => value !== false;
const isTrue = (value: unknown): boolean => value === true;
const isThere = (value: unknown): boolean => value !== undefined;

const GUARDS: Readonly<Record<string, Guard>> = {
  checkIssuer: { isOn: isNotFalse, keepsOut: 'tokens of other issuers' },
  checkAudience: { isOn: isTrue, keepsOut: 'tokens that are for others' },
  checkAccessTokenType: { isOn: isNotFalse, keepsOut: 'tokens that are no access tokens' },
  customClaimCheck: { isOn: isThere, keepsOut: 'tokens that do not meet a filter' },
  validTokenType: { isOn: isThere, keepsOut: 'tokens of other types' },
  disableTlsHostnameVerification: {
    isOn: (value) => value !== true,
    keepsOut: 'servers whose certificate is for another host',
  },
};

/** What comes of another authentication, or of other settings of one. */
export function authenticationEffects(
  was: ListenerAuthentication | undefined,
  is: ListenerAuthentication | undefined,
  at: string,
): readonly ChangeEffect[] {
  const field = changed(at, was?.type, is?.type);
  if (is === undefined) {
    return [
      {
        class: 'widens-access',
        ...field,
        message: 'Whoever reaches the listener is let in, unknown. Brokers restart.',
      },
    ];
  }
  if (was === undefined) {
    return [
      { class: 'narrows-access', ...field, message: 'Clients without credentials are shut out. Brokers restart.' },
    ];
  }
  if (was.type === is.type) return settingsEffects(was, is, at);
  return [
    {
      class: 'manual-step',
      ...field,
      message: 'Clients need other credentials. Brokers restart.',
      remedy: 'Add a listener beside this one, move the clients, then remove this one.',
    },
  ];
}

function settingsEffects(was: ListenerAuthentication, is: ListenerAuthentication, at: string): ChangeEffect[] {
  return changedFields<ListenerAuthentication>(was, is).map((name): ChangeEffect => {
    const field = changed(`${at}.${name}`, map(was)[name], map(is)[name]);
    const guard = Object.hasOwn(GUARDS, name) ? GUARDS[name] : undefined;
    if (guard && guard.isOn(field.before) !== guard.isOn(field.after)) {
      return guard.isOn(field.after)
        ? { class: 'narrows-access', ...field, message: `Brokers refuse ${guard.keepsOut}, and restart.` }
        : { class: 'widens-access', ...field, message: `Brokers take ${guard.keepsOut}, and restart.` };
    }
    return {
      class: 'manual-step',
      ...field,
      message: 'It says otherwise how clients prove who they are. Brokers restart.',
      remedy: 'See that clients still get in, and nobody else.',
    };
  });
}
