import type { KafkaAccessRecord } from '../model/kafka-access';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import type { Placed } from '../model/topology';
import type { UserRecord } from '../model/user';
import type { Breach } from './rule';

/** What a KafkaAccess names. */
export interface Bound {
  readonly access: Placed<KafkaAccessRecord>;
  readonly cluster: Placed<KafkaClusterRecord>;
  /** Absent: it names none, or one that is not seen. */
  readonly user?: Placed<UserRecord> | undefined;
}

/** The listener that the Access operator takes, or why it takes none; absent: it cannot be told, as the user is not seen. */
export type Choice = { readonly listener: ListenerRecord } | { readonly breach: Breach } | undefined;

const LISTENER = ['spec', 'kafka', 'listener'];

/**
 * The choice that the operator makes.
 * @see KafkaParser of strimzi/kafka-access-operator 0.3.0
 */
export function choiceOf({ access, cluster, user }: Bound): Choice {
  const { listener: name, user: named } = access.record;
  const { listeners } = cluster.record;
  if (name !== undefined) {
    const listener = listeners.find((each) => each.name === name);
    if (!listener) return missing(name, cluster);
    if (named && !user) return { listener };
    return isFit(listener, user) ? { listener } : unfit(listener, user);
  }
  if (named && !user) return undefined;
  if (user && !user.record.authentication) return unguessed(user, listeners);
  const [first] = listeners.filter((listener) => isFit(listener, user)).sort(internalFirst);
  return first ? { listener: first } : noneFit(cluster, user);
}

/** Whether a user can log in at a listener, as the operator sees it. */
function isFit({ authentication }: ListenerRecord, user: Placed<UserRecord> | undefined): boolean {
  if (!user) return true;
  if (!authentication) return false;
  const type = user.record.authentication?.type;
  if (type === undefined) return true;
  return authentication.type === 'tls' ? type === 'tls' || type === 'tls-external' : authentication.type === type;
}

/** By name, those inside the Kubernetes cluster before all others. */
function internalFirst(a: ListenerRecord, b: ListenerRecord): number {
  const [one, other] = [a, b].map(({ type }) => (type === 'internal' ? 0 : 1));
  if (one !== other) return Number(one) - Number(other);
  return a.name < b.name ? -1 : 1;
}

function missing(given: string, { record }: Placed<KafkaClusterRecord>): Choice {
  const breach = {
    field: LISTENER,
    given,
    allowed: record.listeners.map(({ name }) => name).join(', '),
    message: `Kafka cluster ${record.name} has no such listener.`,
    remedy: 'Name one of its listeners.',
  };
  return { breach };
}

function unfit(listener: ListenerRecord, user: Placed<UserRecord> | undefined): Choice {
  const breach = {
    field: LISTENER,
    given: listener.name,
    allowed: `a listener with authentication: ${user?.record.authentication?.type ?? 'any'}`,
    message: listener.authentication
      ? `User ${user?.record.name ?? ''} cannot log in there: the listener asks for ${listener.authentication.type}.`
      : `The listener asks nobody who they are, and the operator takes no user for it.`,
    remedy: 'Name another listener or user, or no user where none is asked for.',
  };
  return { breach };
}

function unguessed(user: Placed<UserRecord>, listeners: readonly ListenerRecord[]): Choice {
  const breach = {
    field: LISTENER,
    allowed: listeners.flatMap(({ name, authentication }) => (authentication ? [name] : [])).join(', '),
    message: `User ${user.record.name} has no authentication, by which the operator would find a listener.`,
    remedy: 'Name the listener.',
  };
  return { breach };
}

function noneFit({ record }: Placed<KafkaClusterRecord>, user: Placed<UserRecord> | undefined): Choice {
  const asked = record.listeners.map(({ name, authentication }) => `${name} (${authentication?.type ?? 'none'})`);
  const breach = {
    field: user ? ['spec', 'user', 'name'] : LISTENER,
    ...(user && { given: user.record.name }),
    allowed: `a user for one of the listeners ${asked.join(', ')}`,
    message: user
      ? `User ${user.record.name} can log in at no listener of Kafka cluster ${record.name}.`
      : `Kafka cluster ${record.name} has no listener.`,
    remedy: 'Name another user, or give the Kafka cluster a listener for it.',
  };
  return { breach };
}
