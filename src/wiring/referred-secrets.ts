import type { BridgeRecord } from '../model/bridge';
import type { ContainerRecord } from '../model/container';
import type { Endpoint } from '../model/endpoint';
import { map } from '../model/guarded';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { NeededSecret } from './foreign-secrets';

/** A Secret that the team makes, and who has what it holds. */
export interface OwnSecret extends NeededSecret {
  readonly of: string;
}

/** The Secrets that settings in an operator's own keys refer to. */
export function referredSecrets(settings: unknown): readonly NeededSecret[] {
  if (typeof settings !== 'object' || settings === null) return [];
  const fields = map(settings);
  const { secretName: secret } = fields;
  if (typeof secret !== 'string') return Object.values(settings).flatMap(referredSecrets);
  const keys = KEYS.flatMap((name) => {
    const key = fields[name];
    return typeof key === 'string' ? [key] : [];
  });
  const isPublic = fields['key'] === undefined && fields['password'] === undefined;
  return [{ secret, holds: isPublic ? 'certificate' : 'credentials', keys }];
}

/** The Secrets that a program shows somebody else than what the user operator makes. */
export function secretsOfLogin({ login, loginSecrets = {} }: Endpoint): readonly NeededSecret[] {
  const named = Object.values(loginSecrets).map(({ secret, key }): NeededSecret => ({
    secret,
    holds: 'credentials',
    keys: [key],
  }));
  return [...referredSecrets(login), ...named];
}

/** Names under which a reference has a key of its Secret. */
const KEYS: readonly string[] = ['certificate', 'pattern', 'key', 'password'];

/** The Secrets that brokers read, and no operator makes. */
export function secretsOfBrokers({ name, listeners, authorization }: KafkaClusterRecord): readonly OwnSecret[] {
  const trust = authorization && 'trust' in authorization ? (authorization.trust ?? []) : [];
  const servers = `whoever tells Kafka ${name} of its users`;
  return [
    ...listeners.flatMap((listener) => {
      const { authentication, configuration } = listener;
      const certificate = referredSecrets(configuration?.['brokerCertChainAndKey']);
      return [
        ...owned(certificate, `whoever certifies listener ${listener.name} of Kafka ${name}`),
        ...owned(referredSecrets(authentication), servers),
      ];
    }),
    ...owned(
      trust.map(({ secret, certificate }) => ({ secret, holds: 'certificate', keys: [certificate] })),
      servers,
    ),
  ];
}

/** The Secrets that variables and files of a container are of: all keys of what is mounted may be read. */
export function secretsOfContainer({ env = [], volumes = [] }: ContainerRecord): readonly NeededSecret[] {
  const needed = (secret: string, key: string): NeededSecret => ({ secret, holds: 'credentials', keys: [key] });
  return [
    ...env.flatMap((each) => ('secret' in each ? [needed(each.secret.secret, each.secret.key)] : [])),
    ...volumes.flatMap((each) => ('secret' in each ? [needed(each.secret, '*')] : [])),
  ];
}

/** The Secret with the certificate that a bridge shows HTTP clients. */
export function secretsOfBridge({ name, http }: BridgeRecord): readonly OwnSecret[] {
  if (!http?.certificate) return [];
  const { secret, certificate, key } = http.certificate;
  return owned([{ secret, holds: 'credentials', keys: [certificate, key] }], `whoever certifies the bridge ${name}`);
}

/** @param of - who has what they hold */
export function owned(secrets: readonly NeededSecret[], of: string): readonly OwnSecret[] {
  return secrets.map((secret) => ({ ...secret, of }));
}
