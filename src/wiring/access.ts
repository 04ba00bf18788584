import type { Credentials, Endpoint } from '../model/endpoint';
import type { ListenerAuthentication } from '../model/listener';
import type { Connection } from './connection';

/** How a program that comes through a connection reaches the cluster, and what it proves itself with. */
export function endpointOf({ bootstrapServers, trust }: Connection, credentials: Credentials | undefined): Endpoint {
  return { bootstrapServers, ...(trust && { trust }), ...(credentials && { credentials }) };
}

/** Credentials of one kind at a listener that asks for another. */
export interface Misfit {
  readonly given: Credentials['type'];
  readonly asked: ListenerAuthentication['type'];
}

/** What keeps a program out of a listener. One that asks for nothing lets everybody in; absent: the program gets in. */
export function misfitOf({ listener }: Connection, credentials: Credentials | undefined): Misfit | undefined {
  const asked = listener.authentication?.type;
  const given = credentials?.type;
  return asked === undefined || given === undefined || given === asked ? undefined : { given, asked };
}
