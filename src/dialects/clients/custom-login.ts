import { map } from '../../model/guarded';
import type { Endpoint } from '../../model/endpoint';
import type { EnvVar } from '../../model/env';
import { verbatim } from './sasl';

/** The variable of a property of Kafka's client; absent: the images know no such property. */
export type PropertyVariable = (property: string) => string | undefined;

/** The variables of a custom login: what its settings name first, as Kubernetes puts in what it has seen. */
export function customVariables(endpoint: Endpoint, variable: PropertyVariable): EnvVar[] {
  const { loginSecrets = {} } = endpoint;
  return [
    ...Object.entries(loginSecrets).map(([name, secret]) => ({ name, secret })),
    ...settingsOf(endpoint).flatMap(([property, value]) => {
      const name = variable(property);
      return name === undefined ? [] : [{ name, value: withReferences(value, loginSecrets) }];
    }),
  ];
}

/** The settings of a custom login that the images do not know. */
export function untoldSettings(endpoint: Endpoint, variable: PropertyVariable): readonly string[] {
  return settingsOf(endpoint).flatMap(([property]) => (variable(property) === undefined ? [property] : []));
}

function settingsOf({ login }: Endpoint): readonly (readonly [property: string, value: string])[] {
  return Object.entries(map(login?.['config'])).map(([property, value]) => [property, String(value)]);
}

/** A text in which `$(NAME)` of a Secret stays, and Kubernetes leaves all else as it is. */
function withReferences(text: string, secrets: Readonly<Record<string, unknown>>): string {
  const parts = text.split(/(\$\([^)]*\))/);
  return parts
    .map((part) => (Object.hasOwn(secrets, part.slice(2, -1)) && part.startsWith('$(') ? part : verbatim(part)))
    .join('');
}
