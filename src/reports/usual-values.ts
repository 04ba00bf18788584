import type { Manifest } from '../dialects/common/codec';
import { equal } from '../dialects/common/values';
import { isMap, list, map, text } from '../model/guarded';
import { amountOf } from '../model/quantity';

/** What a field is where nobody says it; it may follow from what else its map says. */
class UsualValue {
  constructor(readonly of: (fields: unknown) => unknown) {}
}

/** Amounts by what they are of: the API server has one form of each. */
const AMOUNTS = 'amounts';

/** Usual values of fields, of what they hold, and of each item of lists. */
type Usual = UsualValue | typeof AMOUNTS | readonly [Usual] | { readonly [field: string]: Usual };

const usual = (value: unknown): UsualValue => new UsualValue(() => value);

/** Of clients and listeners with OAuth; what is so is not told to programs at all. */
const OAUTH = {
  accessTokenIsJwt: usual(true),
  disableTlsHostnameVerification: usual(false),
  enableMetrics: usual(false),
  httpRetries: usual(0),
  httpRetryPauseMs: usual(0),
  includeAcceptHeader: usual(true),
};

/** @see KafkaBrokerConfigurationBuilder, ListenersUtils and KafkaListenersReconciler of Strimzi 0.45.0 and 1.2.0 */
const LISTENER: Usual = {
  authentication: {
    ...OAUTH,
    checkAccessTokenType: usual(true),
    checkAudience: usual(false),
    checkIssuer: usual(true),
    enableOauthBearer: usual(true),
    enablePlain: usual(false),
    failFast: usual(true),
    jwksIgnoreKeyUse: usual(false),
  },
  configuration: {
    allocateLoadBalancerNodePorts: usual(true),
    brokers: usual([]),
    createBootstrapService: usual(true),
    externalTrafficPolicy: usual('Cluster'),
    finalizers: usual([]),
    loadBalancerSourceRanges: usual([]),
    publishNotReadyAddresses: usual(false),
    useServiceDnsDomain: usual(false),
  },
};

const JVM: Usual = { gcLoggingEnabled: usual(false) };

const KAFKA: Usual = {
  spec: {
    kafka: {
      authorization: {
        allowOnError: usual(false),
        delegateToKafkaAcls: usual(false),
        disableTlsHostnameVerification: usual(false),
        enableMetrics: usual(false),
        expireAfterMs: usual(3_600_000),
        grantsAlwaysLatest: usual(false),
        includeAcceptHeader: usual(true),
        initialCacheCapacity: usual(5000),
        maximumCacheSize: usual(50_000),
      },
      jvmOptions: JVM,
      listeners: [LISTENER],
    },
    zookeeper: { jvmOptions: JVM },
  },
};

const ARTIFACT: Usual = { insecure: usual(false), repository: usual('https://repo1.maven.org/maven2/') };
const CLIENT = { authentication: OAUTH };

/** @see KafkaConnectDockerfile of Strimzi 0.45.0 and 1.2.0 */
const CONNECT: Usual = {
  spec: { ...CLIENT, build: { plugins: [{ artifacts: [ARTIFACT] }] }, jvmOptions: JVM },
};

const PROBE: Usual = {
  failureThreshold: usual(3),
  httpGet: { scheme: usual('HTTP') },
  initialDelaySeconds: usual(0),
  periodSeconds: usual(10),
  successThreshold: usual(1),
  timeoutSeconds: usual(1),
};

const CONTAINER: Usual = {
  args: usual([]),
  command: usual([]),
  env: [{ value: usual(''), valueFrom: { fieldRef: { apiVersion: usual('v1') } } }],
  imagePullPolicy: new UsualValue((container) => pullPolicy(text(map(container)['image']) ?? '')),
  livenessProbe: PROBE,
  ports: [{ protocol: usual('TCP') }],
  readinessProbe: PROBE,
  resources: { limits: AMOUNTS, requests: AMOUNTS },
  startupProbe: PROBE,
  terminationMessagePath: usual('/dev/termination-log'),
  terminationMessagePolicy: usual('File'),
  volumeMounts: [{ readOnly: usual(false) }],
};

/** An image without a tag is the newest one, which is pulled each time. */
function pullPolicy(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.includes('@') || /:(?!latest$)/.test(name) ? 'IfNotPresent' : 'Always';
}

const READABLE_BY_ALL = { defaultMode: usual(0o644) };

/** @see the defaults of k8s.io/kubernetes/pkg/apis/core/v1 */
const PODS: Usual = {
  spec: {
    containers: [CONTAINER],
    dnsPolicy: usual('ClusterFirst'),
    enableServiceLinks: usual(true),
    initContainers: [CONTAINER],
    restartPolicy: usual('Always'),
    schedulerName: usual('default-scheduler'),
    securityContext: usual({}),
    terminationGracePeriodSeconds: usual(30),
    tolerations: [{ operator: usual('Equal') }],
    volumes: [{ configMap: READABLE_BY_ALL, projected: READABLE_BY_ALL, secret: READABLE_BY_ALL }],
  },
};

const WORKLOAD = { minReadySeconds: usual(0), replicas: usual(1), revisionHistoryLimit: usual(10), template: PODS };
const JOB = { backoffLimit: usual(6), suspend: usual(false), template: PODS };

/** What operators, and the API server, take for said where nobody says it, by kind. */
const KINDS: Readonly<Record<string, Usual>> = {
  Kafka: KAFKA,
  KafkaNodePool: { spec: { jvmOptions: JVM } },
  KafkaConnect: CONNECT,
  KafkaMirrorMaker: { spec: { consumer: CLIENT, jvmOptions: JVM, producer: CLIENT } },
  KafkaMirrorMaker2: { spec: { clusters: [CLIENT], jvmOptions: JVM, mirrors: [{ source: CLIENT }], target: CLIENT } },
  KafkaBridge: { spec: { ...CLIENT, http: { port: usual(8080) }, jvmOptions: JVM } },
  KafkaRebalance: { spec: { mode: usual('full'), rebalanceDisk: usual(false), skipHardGoalCheck: usual(false) } },
  Deployment: {
    spec: {
      ...WORKLOAD,
      paused: usual(false),
      progressDeadlineSeconds: usual(600),
      strategy: {
        rollingUpdate: { maxSurge: usual('25%'), maxUnavailable: usual('25%') },
        type: usual('RollingUpdate'),
      },
    },
  },
  StatefulSet: {
    spec: { ...WORKLOAD, podManagementPolicy: usual('OrderedReady'), updateStrategy: { type: usual('RollingUpdate') } },
  },
  DaemonSet: { spec: WORKLOAD },
  Job: { spec: JOB },
  CronJob: { spec: { concurrencyPolicy: usual('Allow'), jobTemplate: { spec: JOB }, suspend: usual(false) } },
  Route: { spec: { to: { kind: usual('Service'), weight: usual(100) }, wildcardPolicy: usual('None') } },
};

/** Two manifests without the usual values that one of them says, and the other leaves to be so. */
export function withoutUsual(was: Manifest, is: Manifest): readonly [was: Manifest, is: Manifest] {
  const table = was.kind === is.kind && Object.hasOwn(KINDS, is.kind) ? KINDS[is.kind] : undefined;
  return table ? [without(was, is, table) as Manifest, without(is, was, table) as Manifest] : [was, is];
}

/** A value without the usual values that another one leaves out; the very value where it has none. */
function without(one: unknown, other: unknown, table: Usual): unknown {
  if (Array.isArray(table)) return Array.isArray(one) ? itemsWithout(one, list(other), table[0] as Usual) : one;
  if (!isMap(one)) return one;
  if (table === AMOUNTS) return inOneForm(one, map(other));
  const there = map(other);
  const fields = Object.entries(one).flatMap(([field, value]): readonly (readonly [string, unknown])[] => {
    const below = Object.hasOwn(table, field) ? (table as Readonly<Record<string, Usual>>)[field] : undefined;
    if (below === undefined) return [[field, value]];
    const isSaid = (there[field] ?? undefined) !== undefined;
    if (below instanceof UsualValue) return !isSaid && equal(value, below.of(one)) ? [] : [[field, value]];
    const left = without(value, there[field], below);
    return !isSaid && isEmpty(left) ? [] : [[field, left]];
  });
  return isAsBefore(one, fields) ? one : Object.fromEntries(fields);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Amounts that another map has in other words, in the shorter ones. */
function inOneForm(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(one).map(([name, amount]) => {
      if (typeof amount !== 'string' && typeof amount !== 'number') return [name, amount];
      const [said, there] = [String(amount), String(other[name])];
      return [name, amountOf(said) === amountOf(there) && isShorter(there, said) ? there : said];
    }),
  );
}

function isShorter(one: string, other: string): boolean {
  return one.length < other.length || (one.length === other.length && one < other);
}

function isAsBefore(one: Readonly<Record<string, unknown>>, fields: readonly (readonly [string, unknown])[]): boolean {
  return fields.length === Object.keys(one).length && fields.every(([field, value]) => one[field] === value);
}

/** Items are told apart by their names, or by their places where they have none. */
function itemsWithout(ones: readonly unknown[], others: readonly unknown[], table: Usual): readonly unknown[] {
  const named = new Map(others.flatMap((each) => (nameOf(each) === undefined ? [] : [[nameOf(each), each] as const])));
  const left = ones.map((one, index) => {
    const other = nameOf(one) === undefined ? others[index] : named.get(nameOf(one));
    return other === undefined ? one : without(one, other, table);
  });
  return left.every((item, index) => item === ones[index]) ? ones : left;
}

function nameOf(item: unknown): unknown {
  return map(item)['name'] ?? map(item)['alias'];
}
