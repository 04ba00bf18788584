import type { Config } from '../model/resource';

/** Settings of brokers by which clients have other names than their certificates say. */
const NAMING = ['ssl.principal.mapping.rules', 'principal.builder.class'];

/** Whether brokers may call clients otherwise than by the distinguished names of their certificates. */
export function renamesClients(config: Config = {}): boolean {
  return NAMING.some((setting) => Object.hasOwn(config, setting));
}
