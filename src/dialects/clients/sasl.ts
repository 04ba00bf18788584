import type { Credentials } from '../../model/endpoint';

/** A mechanism that is no client certificate. */
export type SaslType = Exclude<Credentials['type'], 'tls'>;

/** Kafka's names of the mechanisms. */
export const MECHANISMS: Readonly<Record<SaslType, string>> = {
  'scram-sha-512': 'SCRAM-SHA-512',
  'scram-sha-256': 'SCRAM-SHA-256',
  plain: 'PLAIN',
};

/** The mechanism of a name. */
export function saslTypeOf(mechanism: string | undefined): SaslType | undefined {
  return SASL_TYPES.find((type) => MECHANISMS[type] === mechanism);
}

const SASL_TYPES = Object.keys(MECHANISMS) as SaslType[];
const PLAIN_MODULE = 'org.apache.kafka.common.security.plain.PlainLoginModule';
const SCRAM_MODULE = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const JAAS = /^(\S+) required username="((?:[^"\\]|\\.)*)" password="([^"\\]*)";$/;

/** A text that Kubernetes leaves as it is: in the value of a variable, `$$` stands for `$`. */
export function verbatim(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** The inverse of `verbatim`. */
export function expanded(value: string): string {
  return value.replaceAll('$$', '$');
}

/** User name and password as Kafka's login modules read them. `password` stands for the real one. */
export function jaasConfig(type: SaslType, username: string, password: string): string {
  const loginModule = type === 'plain' ? PLAIN_MODULE : SCRAM_MODULE;
  return `${loginModule} required username="${verbatim(username).replace(/["\\]/g, '\\$&')}" password="${password}";`;
}

/** The inverse of `jaasConfig`; of two SCRAM mechanisms, the usual one. */
export function readJaasConfig(text: string): { type: SaslType; username: string; password: string } | undefined {
  const [, loginModule, username = '', password = ''] = JAAS.exec(text) ?? [];
  if (loginModule !== PLAIN_MODULE && loginModule !== SCRAM_MODULE) return undefined;
  return {
    type: loginModule === PLAIN_MODULE ? 'plain' : 'scram-sha-512',
    username: expanded(username.replace(/\\(.)/g, '$1')),
    password,
  };
}
