import type { ChangeClass } from '../../src/reports/change-class';
import { diff } from '../../src/reports/diff';
import { edited, objectsIn } from './topology';

const KAFKA = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a, namespace: n}
spec:
  kafka:
    replicas: 3
    listeners:
      - {name: oauth, port: 9093, type: internal, tls: true, authentication: {type: oauth, jwksEndpointUri: j}}
      - {name: lb, port: 9094, type: loadbalancer, tls: true, configuration: {maxConnections: 10}}
      - {name: inside, port: 9095, type: internal, tls: true}
    authorization: {type: keycloak, clientId: c, tokenEndpointUri: t, superUsers: [CN=a, CN=b]}
    storage:
      type: jbod
      volumes:
        - {id: 0, type: persistent-claim, size: 10Gi}
        - {id: 1, type: persistent-claim, size: 20Gi}
  zookeeper: {replicas: 3, storage: {type: persistent-claim, size: 10Gi}}
`;
const CONNECT = `apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: c, namespace: n}
spec:
  bootstrapServers: a-kafka-bootstrap:9092
  build:
    output: {type: docker, image: "r/i:1"}
    plugins: [{name: p, artifacts: [{type: maven, group: g, artifact: a, version: "1"}, {type: jar, url: "https://e/x.jar"}]}]
`;
const USER = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec:
  authorization: {type: simple, acls: [{resource: {type: topic, name: a}, operations: [Read]}]}
`;
const CLIENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: n}
spec:
  selector: {matchLabels: {app: d}}
  template:
    metadata: {labels: {app: d}}
    spec:
      tolerations: [{key: k, value: v}]
      containers:
        - name: d
          image: e/d:1
          ports: [{containerPort: 80}]
          env: [{name: KAFKA_BOOTSTRAP_SERVERS, value: "a-kafka-bootstrap:9092"}]
          readinessProbe: {httpGet: {path: /, port: 80}}
`;

function classOf(text: string, from: string, to: string): ChangeClass | undefined {
  return diff(objectsIn(text), objectsIn(edited(text, from, to))).changes[0]?.class;
}

type Row = readonly [text: string, from: string, to: string];

const USUAL: readonly Row[] = [
  ...['checkIssuer: true', 'checkAudience: false', 'enablePlain: false', 'failFast: true', 'httpRetries: 0'].map(
    (said): Row => [KAFKA, 'jwksEndpointUri: j', `jwksEndpointUri: j, ${said}`],
  ),
  ...[
    'createBootstrapService: true',
    'externalTrafficPolicy: Cluster',
    'allocateLoadBalancerNodePorts: true',
    'publishNotReadyAddresses: false',
    'brokers: []',
  ].map((said): Row => [KAFKA, 'maxConnections: 10', `maxConnections: 10, ${said}`]),
  [KAFKA, 'port: 9095, type: internal', 'port: 9095, configuration: {useServiceDnsDomain: false}, type: internal'],
  [KAFKA, 'tokenEndpointUri: t', 'tokenEndpointUri: t, delegateToKafkaAcls: false'],
  [KAFKA, '{id: 0, type: persistent-claim', '{id: 0, kraftMetadata: shared, type: persistent-claim'],
  [KAFKA, 'size: 20Gi', 'size: 20Gi, deleteClaim: false'],
  [CONNECT, 'version: "1"', 'version: "1", repository: "https://repo1.maven.org/maven2/"'],
  [CONNECT, 'x.jar"', 'x.jar", insecure: false'],
  [USER, 'name: a}', 'name: a, patternType: literal}'],
  [USER, 'operations: [Read]', 'operations: [Read], host: "*", type: allow'],
  [CLIENT, 'containerPort: 80', 'containerPort: 80, protocol: TCP'],
  [CLIENT, 'image: e/d:1', 'image: e/d:1\n          imagePullPolicy: IfNotPresent'],
  [CLIENT, 'port: 80}', 'port: 80, scheme: HTTP}, periodSeconds: 10'],
  [CLIENT, 'key: k', 'key: k, operator: Equal'],
  [CLIENT, 'spec:\n  selector', 'spec:\n  replicas: 1\n  selector'],
  [CLIENT, '      tolerations', '      restartPolicy: Always\n      tolerations'],
];

describe('what is so where nobody says it', () => {
  test.each(USUAL)('changes nothing when it is said: %#', (text, from, to) => {
    expect(classOf(text, from, to)).toBe('no-effect');
    expect(classOf(edited(text, from, to), to, from)).toBe('no-effect');
  });

  test('is not what another value is', () => {
    expect(classOf(KAFKA, 'jwksEndpointUri: j', 'jwksEndpointUri: j, checkIssuer: false')).toBe('widens-access');
    expect(classOf(KAFKA, 'maxConnections: 10', 'maxConnections: 10, createBootstrapService: false')).toBe(
      'manual-step',
    );
    expect(classOf(KAFKA, '{id: 1, type', '{id: 1, kraftMetadata: shared, type')).toBe('restarts-pods');
    expect(classOf(CONNECT, 'x.jar"', 'x.jar", insecure: true')).toBe('restarts-pods');
    expect(classOf(CLIENT, 'image: e/d:1', 'image: e/d:1\n          imagePullPolicy: Always')).toBe('restarts-pods');
  });

  test('is told with another value that takes its place', () => {
    const said = edited(KAFKA, 'jwksEndpointUri: j', 'jwksEndpointUri: j, checkIssuer: true');
    const [change] = diff(objectsIn(said), objectsIn(edited(said, 'checkIssuer: true', 'checkIssuer: false'))).changes;
    expect(change?.effects[0]).toMatchObject({ class: 'widens-access', before: true, after: false });
  });

  test('amounts that are none are not made alike', () => {
    const asked = (amount: string): string =>
      edited(CLIENT, 'image: e/d:1', `image: e/d:1\n          resources: {requests: {cpu: ${amount}}}`);
    const between = (one: string, other: string): ChangeClass | undefined =>
      diff(objectsIn(asked(one)), objectsIn(asked(other))).changes[0]?.class;
    expect(between('1', '"1"')).toBe('no-effect');
    expect(between('1000m', '1')).toBe('no-effect');
    expect(between('1', '2')).toBe('restarts-pods');
    expect(between('{a: 1}', '{a: 2}')).toBe('restarts-pods');
  });

  test('an image without a version is pulled each time', () => {
    const newest = edited(CLIENT, 'e/d:1', 'e:5000/d');
    expect(classOf(newest, 'image: e:5000/d', 'image: e:5000/d\n          imagePullPolicy: Always')).toBe('no-effect');
    expect(classOf(newest, 'image: e:5000/d', 'image: e:5000/d\n          imagePullPolicy: IfNotPresent')).toBe(
      'restarts-pods',
    );
  });
});

describe('another order of the same', () => {
  const LB = '      - {name: lb, port: 9094, type: loadbalancer, tls: true, configuration: {maxConnections: 10}}\n';
  const VOLUME = '        - {id: 0, type: persistent-claim, size: 10Gi}\n';

  test.each([
    ['listeners', edited(edited(KAFKA, LB, ''), '    listeners:\n', `    listeners:\n${LB}`)],
    ['super users', edited(KAFKA, '[CN=a, CN=b]', '[CN=b, CN=a]')],
    ['volumes', edited(edited(KAFKA, VOLUME, ''), '  zookeeper', `${VOLUME}  zookeeper`)],
  ])('restarts brokers where it is of %s', (_, after) => {
    expect(diff(objectsIn(KAFKA), objectsIn(after)).changes[0]?.class).toBe('restarts-pods');
  });
});

describe('settings of a listener that brokers never hear of', () => {
  test.each([
    ['externalTrafficPolicy: Local', 'safe'],
    ['finalizers: [service.kubernetes.io/load-balancer-cleanup]', 'safe'],
    ['bootstrap: {annotations: {a: b}}', 'safe'],
    ['brokers: [{broker: 0, labels: {a: b}}]', 'safe'],
    ['bootstrap: {annotations: {external-dns.alpha.kubernetes.io/hostname: k.example.com}}', 'manual-step'],
    ['bootstrap: {alternativeNames: [k.example.com]}', 'restarts-pods'],
    ['brokers: [{broker: 0, labels: {a: b}, advertisedHost: h}]', 'manual-step'],
  ])('%s is a change of the class %s', (said, changeClass) => {
    expect(classOf(KAFKA, 'maxConnections: 10', `maxConnections: 10, ${said}`)).toBe(changeClass);
  });
});
