import type { BrokerLogin, Entrance } from '../dialects/clients/broker-login';
import { clients } from '../dialects/load';
import type { ContainerRecord, MountedVolume } from '../model/container';
import type { Endpoint } from '../model/endpoint';
import type { MirrorMaker2Record } from '../model/mirror-maker-2';
import type { Release } from '../model/release';

type Volumes = readonly Extract<MountedVolume, { secret: string }>[];

/** What a container has, and with what a login takes besides. */
function containing<C extends Pick<ContainerRecord, 'env'> & { readonly volumes?: readonly unknown[] | undefined }>(
  container: C,
  { env, volumes }: { readonly env: NonNullable<ContainerRecord['env']>; readonly volumes: Volumes },
): C {
  return {
    ...container,
    ...(env.length > 0 && { env: [...(container.env ?? []), ...env] }),
    ...(volumes.length > 0 && { volumes: [...(container.volumes ?? []), ...volumes] }),
  };
}

/** Who may come into a cluster, and who decides what they may do, in the words of its operator. */
export function toldBrokers(
  cluster: Entrance,
  { logins }: Pick<Release, 'logins'>,
): Entrance & Partial<Pick<BrokerLogin, 'config' | 'nodes'>> {
  const { listeners, authorization } = cluster;
  const isPlain =
    listeners.every(({ authentication }) => authentication?.type !== 'oauth') &&
    authorization?.type !== 'keycloak' &&
    authorization?.type !== 'opa';
  return isPlain || logins === 'oauth' ? cluster : { name: cluster.name, ...clients().brokerLogin(cluster, logins) };
}

/** A program that an operator runs, with its login in the words of that operator. */
export function withToldLogin<
  R extends { readonly endpoint: Endpoint } & Pick<ContainerRecord, 'env'> & {
      readonly volumes?: readonly unknown[] | undefined;
    },
>(program: R, { logins }: Pick<Release, 'logins'>): R {
  if (!program.endpoint.login) return program;
  const { endpoint, ...needed } = clients().operatorLogin(program.endpoint, logins, { taken: program.env });
  return containing({ ...program, endpoint }, needed);
}

/** A mirror, with the logins at its ends in the words of its operator: each has variables of its own. */
export function withToldLogins(mirror: MirrorMaker2Record, { logins }: Pick<Release, 'logins'>): MirrorMaker2Record {
  let told = mirror;
  const prefixes = new Set<string>();
  const tell = <E extends Endpoint & { readonly alias: string }>(end: E): E => {
    if (!end.login) return end;
    const prefix = freePrefix(end.alias, prefixes);
    prefixes.add(prefix);
    const { endpoint, ...needed } = clients().operatorLogin(end, logins, { prefix, taken: told.env });
    told = containing(told, needed);
    return endpoint as E;
  };
  const target = tell(mirror.target);
  const mirrors = mirror.mirrors.map((flow) => ({ ...flow, source: tell(flow.source) }));
  return { ...told, target, mirrors };
}

/** What the variables of an end begin with: aliases that differ in case or punctuation alone are told apart by numbers. */
function freePrefix(alias: string, taken: ReadonlySet<string>): string {
  const usual = `LOGIN_${alias.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_`;
  let prefix = usual;
  for (let number = 2; taken.has(prefix); number += 1) prefix = `${usual}${number}_`;
  return prefix;
}
