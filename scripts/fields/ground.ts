import { App } from 'cdk8s';
import * as library from '../../src';
import type {
  IKafkaCluster,
  IKafkaConnect,
  IKafkaTopic,
  IKafkaUser,
  StrimziRelease,
  UserReferenceProps,
} from '../../src';

const { Authentication, Listener } = library;

/** A listener for each way to log in. */
const LISTENERS = [
  Listener.tls(),
  Listener.internal('scram', { port: 9095, authentication: Authentication.scramSha512() }),
  Listener.internal('oauth', {
    port: 9096,
    authentication: Authentication.oauth({
      introspectionEndpointUri: 'https://login.example/check',
      clientId: 'brokers',
      clientSecret: { secret: 'brokers', key: 'secret' },
      checkIssuer: false,
    }),
  }),
  Listener.internal('custom', { port: 9097, authentication: Authentication.custom({ sasl: true }) }),
];

/** What stands around the object that a trial is about; all but the user is somebody else's, and not written. */
export class Ground {
  readonly site: library.Site;
  readonly user: IKafkaUser;
  readonly cluster: IKafkaCluster;
  private readonly made = new Map<string, unknown>();

  constructor(release: StrimziRelease) {
    this.site = new library.Site(new App(), 'site', { release });
    this.cluster = this.clusterNamed('cluster-one');
    this.user = new library.KafkaUser(this.site, 'user-one', { cluster: this.cluster });
  }

  clusterNamed(name: string): IKafkaCluster {
    return this.once(name, () => library.KafkaCluster.fromClusterName(this.site, name, { listeners: LISTENERS }));
  }

  topicNamed(name: string): IKafkaTopic {
    return library.KafkaTopic.fromTopicName(this.cluster, name);
  }

  userNamed(name: string, props: UserReferenceProps = {}): IKafkaUser {
    return this.once(name, () => library.KafkaUser.fromUserName(this.cluster, name, props));
  }

  connectNamed(name: string): IKafkaConnect {
    return this.once(name, () => library.KafkaConnect.fromConnectName(this.site, name, { cluster: this.cluster }));
  }

  jaeger(): library.ITracing {
    return this.once('jaeger', () => new library.Jaeger(this.site, 'jaeger'));
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

type Callable = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** Calls a constructor (`new KafkaTopic`), a factory (`Listener.tls`) or a method of what is in the ground (`KafkaUser#grant`). */
export function callIn(ground: Ground, name: string, args: readonly unknown[]): unknown {
  const classes = library as unknown as Readonly<Record<string, new (...args: readonly unknown[]) => unknown>>;
  const made = /^new (.+)$/.exec(name)?.[1];
  if (made !== undefined) return new (classes[made] ?? Object)(...args);
  const [owner = '', method = ''] = name.split(/[.#]/);
  const host = name.includes('#') ? hostOf(owner, ground) : classes[owner];
  return (host as Callable)[method]?.(...args);
}

function hostOf(owner: string, ground: Ground): unknown {
  if (owner === 'KafkaUser') return ground.user;
  return owner === 'KafkaTopic' ? ground.topicNamed('topic-one') : ground.cluster;
}

/** Whether a call makes a construct that writes an object. */
export function makesResource(call: string): boolean {
  const made = (library as Readonly<Record<string, unknown>>)[call.replace('new ', '')];
  return (
    call.startsWith('new ') && typeof made === 'function' && Object.prototype.isPrototypeOf.call(library.Resource, made)
  );
}
