import { ApiObject, Duration, JsonPatch, Lazy, Size, type App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import * as library from '../../src';
import type { IKafkaCluster, IKafkaTopic, IKafkaUser, Site, StrimziRelease } from '../../src';
import { fieldsOf } from '../../src/props/fields';
import type { Parameter, Shape } from '../../src/props/shape';
import { allCalls, parametersOf } from '../../src/props/table';

/** Draws a number from 0. The values themselves are not for fast-check, which would read and print them. */
export type Draw = (most: number) => number;

/** What stands in a topology to begin with. */
export interface Ground {
  readonly site: Site;
  readonly cluster: IKafkaCluster;
  readonly topic: IKafkaTopic;
  readonly user: IKafkaUser;
  /** A cluster at another site, which is reached from outside. */
  readonly remote: IKafkaCluster;
}

/** A topology to begin with, in an app. */
export function groundIn(app: App, release: StrimziRelease): Ground {
  const site = new library.Site(app, 'shop', { release });
  const storage = library.Storage.persistentClaim({ size: '20Gi' });
  const cluster = new library.KafkaCluster(site, 'europe', { brokers: 3, storage });
  const far = new library.Site(app, 'far', {
    release,
    secretTransport: library.SecretTransport.externalSecrets({ store: 'vault' }),
  });
  return {
    site,
    cluster,
    remote: new library.KafkaCluster(far, 'us', {
      brokers: 1,
      storage,
      listeners: [library.Listener.loadBalancer({ address: 'us.example.com:9094' })],
    }),
    topic: cluster.addTopic('known', { partitions: 1, replicas: 1 }),
    user: cluster.addUser('known'),
  };
}

/** A workload of a team. */
function workloadAt(site: Site): ApiObject {
  const { children } = site.node;
  return new ApiObject(site, `workload-${children.length}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: { template: { spec: { containers: [{ name: 'x', image: 'shop:1' }] } } },
  });
}

class Odd {
  readonly own = 1;
  get size(): never {
    throw new Error('no size today');
  }
}

const circle: Record<string, unknown> = {};
circle.again = circle;

const unreadable = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no value today');
    },
    ownKeys: () => {
      throw new Error('no names today');
    },
  },
);
const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** What programs and files have where something else is due. */
const STRAYS: readonly unknown[] = [
  ...[undefined, null, '', 'text', '20Gi', 0, -1, 1.5, NaN, Infinity, true, false, 5n, Symbol('odd')],
  ...[[], {}, [null], [undefined], [3], ['text'], [[]], { a: null }, { type: 'tls' }, { name: 'x', size: 5 }],
  ...[() => 1, new Date(0), new Map([['size', 1]]), /x/, new Error('odd'), new Odd(), circle, [circle]],
  ...[Object.freeze({ size: 'x' }), Object.create(null), Object.create({ size: '1Gi' }), unreadable, revoked.proxy],
  ...[JSON.parse('{"__proto__": {"size": 1}, "constructor": 2}'), new Proxy([], {})],
  ...[Size.gibibytes(1), Duration.hours(1), library.Listener, library.Storage.ephemeral(), library.Listener.tls()],
];

/** What becomes of values on their way into arguments. */
export interface Ways {
  /** Whether there are some that are not as they have to be. */
  readonly hasStrays: boolean;
  /** A text, a number or the like as it is handed over: itself, or told when the app is synthesized. */
  readonly plain: (value: unknown) => unknown;
}

/** A value that is told when the app is synthesized. */
export function late(value: unknown, isLazy: boolean): unknown {
  return isLazy ? Lazy.any({ produce: () => value }) : { resolve: () => value };
}

/** Arguments of a call that are as they have to be, but for some. */
export class Arguments {
  private readonly ways: Ways;

  constructor(
    private readonly draw: Draw,
    private readonly ground: Ground,
    ways?: Ways,
  ) {
    this.ways = ways ?? { hasStrays: true, plain: (value) => (this.isOdd(30) ? late(value, this.isOdd(2)) : value) };
  }

  of(call: string): unknown[] {
    return parametersOf(call).flatMap(([name, shape]: Parameter): unknown[] => {
      if (typeof shape === 'object' && 'list' in shape && name.endsWith('...'))
        return this.many(() => this.value(shape.list));
      if (name === 'workload' && !this.isStray(20)) return [workloadAt(this.ground.site)];
      return [name === 'scope' ? this.scope() : name === 'id' ? this.id() : this.value(shape)];
    });
  }

  private scope(): unknown {
    const { site, cluster, remote } = this.ground;
    return this.isStray(20) ? this.oneOf(STRAYS) : this.oneOf<IConstruct>([site, cluster, site, cluster, remote]);
  }

  private id(): unknown {
    return this.isStray(10) ? this.oneOf(STRAYS) : this.oneOf(['some', 'other', 'no/such', 'Ä']);
  }

  private value(shape: Shape, depth = 0): unknown {
    if (this.isStray(8)) return this.oneOf(STRAYS);
    if (typeof shape === 'string') return this.handedOver(this.plain(shape), depth);
    if ('least' in shape) return this.handedOver(this.isStray(6) ? this.plain('number') : shape.least + 1, depth);
    if ('literals' in shape) return this.oneOf(shape.literals);
    if ('union' in shape) return this.value(this.oneOf(shape.union), depth);
    if ('list' in shape) return this.many(() => this.value(shape.list, depth + 1));
    if ('map' in shape) return Object.fromEntries(this.many(() => [this.text(), this.value(shape.map, depth + 1)]));
    if ('instance' in shape) return this.instance(shape.instance, depth);
    return this.props(shape.props, depth);
  }

  private props(props: string, depth: number): unknown {
    const given: Record<string, unknown> = {};
    for (const { name, shape, isOptional } of fieldsOf(props).all) {
      if (isOptional ? !this.isOdd(3) : this.isStray(20)) continue;
      given[this.isStray(20) ? `${name}s` : name] = this.value(shape, depth + 1);
    }
    if (this.isStray(30)) given.unheardOf = this.oneOf(STRAYS);
    return given;
  }

  private handedOver(value: unknown, depth: number): unknown {
    return depth > 0 && typeof value !== 'function' ? this.ways.plain(value) : value;
  }

  private plain(shape: Extract<Shape, string>): unknown {
    switch (shape) {
      case 'text':
        return this.text();
      case 'number':
        return this.oneOf([0, 1, 3, 9093, -1, 0.5]);
      case 'boolean':
        return this.isOdd(2);
      case 'json':
        return this.oneOf<unknown>(['x', 1, null, { a: [1] }]);
      case 'function':
        return () => undefined;
      case 'iterable':
        return [];
      case 'anything':
        return this.oneOf(STRAYS);
    }
  }

  private text(): string {
    return this.oneOf(['x', 'orders', '20Gi', '1.2', 'a b', 'https://h:1/p']);
  }

  private many<T>(make: () => T): T[] {
    return Array.from({ length: this.draw(2) }, make);
  }

  private instance(name: string, depth: number): unknown {
    const { site, topic, user } = this.ground;
    const cluster = this.oneOf([this.ground.cluster, this.ground.cluster, this.ground.remote]);
    const known: Readonly<Record<string, unknown>> = {
      ...{ Construct: site, IConstruct: cluster, IKafkaCluster: cluster, IKafkaTopic: topic, IKafkaUser: user },
      ...{ Size: Size.gibibytes(1), Duration: Duration.minutes(90), JsonPatch: JsonPatch.add('/metadata/x', 1) },
      ...{ Platform: library.Platform.OPENSHIFT, StrimziRelease: library.StrimziRelease.V0_45 },
      Grant: depth < 1 ? topic.grantConsume(user, 'some') : undefined,
    };
    if (name in known) return known[name];
    const factories = allCalls().filter((call) => call.startsWith(`${name.replace(/^I(?=[A-Z])/, '')}.`));
    if (factories.length === 0 || depth > 6) return undefined;
    return call(this.oneOf(factories), this, this.ground);
  }

  private isStray(oneIn: number): boolean {
    return this.ways.hasStrays && this.isOdd(oneIn);
  }

  private isOdd(oneIn: number): boolean {
    return this.draw(oneIn - 1) === oneIn - 1;
  }

  private oneOf<T>(values: readonly T[]): T {
    return values[this.draw(values.length - 1)] as T;
  }
}

type Callable = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** Calls a constructor, a factory or a method with arguments that are faulty here and there. */
export function call(name: string, args: Arguments, ground: Ground): unknown {
  return callWith(name, args.of(name), ground);
}

/** Calls a constructor, a factory or a method. */
export function callWith(name: string, args: readonly unknown[], ground: Ground): unknown {
  const classes = library as unknown as Readonly<Record<string, new (...args: readonly unknown[]) => unknown>>;
  const [, made] = /^new (.+)$/.exec(name) ?? [];
  if (made !== undefined) return new classes[made]!(...args);
  const [owner = '', method = ''] = name.split(/[.#]/);
  if (name.includes('.')) return (classes[owner] as unknown as Callable)[method]!(...args);
  if (method === '') return (library as unknown as Callable)[owner]!(...args);
  return (hostOf(owner, ground) as Callable)[method]!(...args);
}

/** Something that has the methods of a class or interface. */
function hostOf(owner: string, { site, cluster, topic, user }: Ground): unknown {
  switch (owner) {
    case 'IKafkaCluster':
      return library.KafkaCluster.fromClusterName(site, 'known');
    case 'KafkaCluster':
      return cluster;
    case 'IKafkaTopics':
      return cluster.topicsWithPrefix('known');
    case 'IKafkaTopic':
      return library.KafkaTopic.fromTopicName(cluster, 'known');
    case 'IKafkaUser':
      return library.KafkaUser.fromUserName(cluster, 'known');
    case 'KafkaUser':
      return user;
    case 'Grant':
      return topic.grantConsume(user, 'some');
    case 'Jaeger':
      return new library.Jaeger(site, 'jaeger');
    case 'ITracing':
      return library.Tracing.otlp({ host: 'traces' });
    case 'Mirror':
      return new library.Mirror(site, 'mirror', { source: cluster, target: cluster, topics: [] });
    default:
      return topic;
  }
}
