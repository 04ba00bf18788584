import type { AuthorizationRecord } from '../../model/authorization';
import type { ChangeEffect } from '../change';
import type { ChangeClass } from '../change-class';
import { changed, changedFields } from '../effects';

const AT = 'spec.kafka.authorization';

/**
 * What comes of another authorizer, or of other settings of one.
 * @see KafkaBrokerConfigurationBuilder of Strimzi 0.18.0 to 1.2.0
 */
export function authorizationEffects(
  was: AuthorizationRecord | undefined,
  is: AuthorizationRecord | undefined,
): readonly ChangeEffect[] {
  const field = changed(AT, was?.type, is?.type);
  const restart: ChangeEffect = { class: 'restarts-pods', field: AT, message: 'Brokers restart one by one.' };
  if (!is) {
    return [
      { class: 'widens-access', ...field, message: 'Whoever is let in by a listener may do everything.' },
      restart,
    ];
  }
  if (!was) {
    return [
      {
        class: 'narrows-access',
        ...field,
        message: 'Whoever is let in by a listener may do what rules allow, and nothing else.',
        remedy: 'See that all users have their rights first.',
      },
      restart,
    ];
  }
  if (was.type !== is.type) {
    return [{ class: 'manual-step', ...field, message: 'Another authorizer decides, with rules of its own.' }, restart];
  }
  const supers = superUserEffects(was.superUsers, is.superUsers);
  const names = changedFields<Settings>(was, is);
  const others = names.filter((name) => name !== 'superUsers');
  const told = others.flatMap((name) => settingEffects(name, was, is));
  const restarts = others.map((name) => ({ ...restart, field: `${AT}.${name}` }));
  return [...supers, ...told, ...restarts, ...(names.includes('superUsers') ? [restart] : [])];
}

function superUserEffects(was: readonly string[] = [], is: readonly string[] = []): ChangeEffect[] {
  const field = `${AT}.superUsers`;
  const gains = is.filter((name) => !was.includes(name));
  const loses = was.filter((name) => !is.includes(name));
  return [
    ...gains.map((name): ChangeEffect => ({ class: 'widens-access', field, message: `"${name}" may do everything.` })),
    ...loses.map((name): ChangeEffect => ({
      class: 'narrows-access',
      field,
      message: `"${name}" may do what rules allow, and nothing else.`,
    })),
  ];
}

/** All settings of all authorizers. */
type Settings = Readonly<Partial<Record<KeysOf<AuthorizationRecord>, unknown>>>;
type KeysOf<T> = T extends unknown ? keyof T : never;
type Setting = keyof Settings;

/** Settings that say who decides. */
const DECIDES: readonly Setting[] = ['url', 'clientId', 'tokenEndpointUri', 'authorizerClass'];

/** Settings that let through more when they are on. */
const OPENS: Readonly<Partial<Record<Setting, string>>> = {
  allowOnError: 'Where the agent gives no answer, everybody may do everything.',
  delegateToKafkaAcls: "Kafka's own ACLs allow what Keycloak does not.",
  disableTlsHostnameVerification: 'Whoever has a certificate that brokers trust can answer in place of Keycloak.',
};

function settingEffects(name: Setting, was: Settings, is: Settings): readonly ChangeEffect[] {
  const field = changed(`${AT}.${name}`, was[name], is[name]);
  if (DECIDES.includes(name)) {
    const remedy = 'See that it gives users the rights that they have.';
    return [{ class: 'manual-step', ...field, message: 'Somebody else decides what users may do.', remedy }];
  }
  const opens = OPENS[name];
  if (opens === undefined) return [];
  const [does, message]: [ChangeClass, string] =
    is[name] === true ? ['widens-access', opens] : ['narrows-access', `It is so no more: ${opens}`];
  return [{ class: does, ...field, message }];
}
