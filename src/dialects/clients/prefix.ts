import type { ClientVariables } from '../../model/client';
import type { EnvVar } from '../../model/env';
import type { Contract } from './contract';
import { USUAL_PASSWORD_VARIABLE } from './write-environment';

/**
 * A contract whose variables begin otherwise, for a container that is a client of several clusters. What libraries read by
 * themselves keeps its name: variables of tracing, and of Strimzi's library for OAuth.
 */
export function withPrefix(contract: Contract, prefix: string | undefined): Contract {
  if (prefix === undefined) return contract;
  const { variables, fixed, defaults, oauth, property, otherNames = {} } = contract;
  const named = (name: string): string => `${prefix}${name}`;
  const all = (env: readonly EnvVar[]): EnvVar[] => env.map((each) => ({ ...each, name: named(each.name) }));
  const prefixed = (names: object): Record<string, string> =>
    Object.fromEntries(Object.entries(names).map(([setting, name]) => [setting, named(String(name))]));
  return {
    ...contract,
    files: contract.filesOnce ? withoutPem(contract.files) : contract.files,
    variables: (...given) => prefixed(withPassword(variables(...given))),
    fixed: (settings) => all(fixed(settings)),
    defaults: (role) => all(defaults(role)),
    otherNames: Object.fromEntries(Object.entries(otherNames).map(([other, name]) => [named(other), named(name)])),
    ...(oauth && {
      oauth: (given) => {
        const form = oauth(given);
        return { ...form, ...(form.isLibrary ? {} : { names: prefixed(form.names) }), fixed: all(form.fixed) };
      },
    }),
    ...(property && {
      property: (setting) => {
        const name = property(setting);
        return name === undefined ? undefined : named(name);
      },
    }),
  };
}

function withoutPem({ files: _, ...others }: Contract['files']): Contract['files'] {
  return others;
}

/** The names, with one for the password that a JAAS text takes. */
function withPassword(names: ClientVariables): ClientVariables {
  return names.saslJaasConfig === undefined ? names : { password: USUAL_PASSWORD_VARIABLE, ...names };
}
