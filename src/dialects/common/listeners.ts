import type { ListenerRecord, ListenerAuthentication, ListenerType } from '../../model/listener';
import { defined } from './codec';
import type { ListenerForm } from './kafka-cluster';
import type { Fitting, Shape } from './shape';
import { copied } from './values';

/** What readers take who may come in for. */
export const ACCESS_SHAPE = {
  authentication: { type: 'text' },
  configuration: 'map',
  networkPolicyPeers: ['map'],
} as const satisfies Shape;

/** What readers take a listener of a list for. */
export const LISTENER_SHAPE = {
  name: 'text',
  port: 'number',
  type: 'text',
  tls: 'flag',
  ...ACCESS_SHAPE,
} as const satisfies Shape;

/** A listener as far as it says who may come in. */
export type WireAccess = Fitting<typeof ACCESS_SHAPE>;
type WireListener = Fitting<typeof LISTENER_SHAPE>;

/** What readers take a list of listeners for. */
export type ListedShape = readonly [typeof LISTENER_SHAPE];

/** Listeners as a list, each with a name and a port of its own: the model's own form. */
export const LISTED: ListenerForm<ListedShape> = {
  shape: [LISTENER_SHAPE],
  write: (listeners) => listeners.map(writeListener),
  read: (wire = []) => wire.map(readListener),
};

/** Spells who may come in. */
export function writeAuthentication({ authentication, networkPolicyPeers }: ListenerRecord): WireAccess {
  return defined({
    authentication: copied(authentication),
    networkPolicyPeers: copied(networkPolicyPeers),
  });
}

/** Reads who may come in. */
export function readAuthentication({
  authentication,
  networkPolicyPeers,
}: WireAccess): Pick<ListenerRecord, 'authentication' | 'networkPolicyPeers'> {
  return defined({ authentication: authentication as ListenerAuthentication | undefined, networkPolicyPeers });
}

function writeListener(listener: ListenerRecord): WireListener {
  const { name, port, type, tls, configuration } = listener;
  const { authentication, networkPolicyPeers } = writeAuthentication(listener);
  return defined({ name, port, type, tls, authentication, configuration: copied(configuration), networkPolicyPeers });
}

function readListener(wire: WireListener): ListenerRecord {
  const { name = '', port = 0, type, tls = false, configuration } = wire;
  return defined({ name, port, type: type as ListenerType, tls, ...readAuthentication(wire), configuration });
}
