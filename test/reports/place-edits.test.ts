import type { ChangeClass } from '../../src/reports/change-class';
import { diff } from '../../src/reports/diff';
import { edited, objectsIn } from './topology';

/** The class of what weighs most, of a text in which one place is another. */
function classOf(text: string, from: string, to: string): ChangeClass | undefined {
  const { changes, unjudged, unread } = diff(objectsIn(text), objectsIn(edited(text, from, to)));
  expect([unjudged, unread]).toEqual([[], []]);
  return changes[0]?.class;
}

type Row = readonly [from: string, to: string, changeClass: ChangeClass];

describe('a place of a Kafka with node pools', () => {
  const text = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: a, namespace: n, annotations: {strimzi.io/node-pools: enabled, strimzi.io/kraft: enabled}}
spec:
  kafka:
    version: 3.9.0
    replicas: 3
    storage: {type: ephemeral}
    listeners: [{name: tls, port: 9093, type: internal, tls: true, authentication: {type: oauth, validIssuerUri: "https://i", jwksEndpointUri: "https://j", checkAudience: true}}]
    authorization: {type: keycloak, clientId: k, tokenEndpointUri: "https://t", delegateToKafkaAcls: false, superUsers: [User:a]}
    quotas: {type: strimzi, producerByteRate: 1000, excludedPrincipals: ["User:x"]}
    readinessProbe: {timeoutSeconds: 5}
    template: {serviceAccount: {metadata: {labels: {a: b}}}, perPodService: {metadata: {annotations: {a: b}}}}
  entityOperator: {userOperator: {secretPrefix: x-}, topicOperator: {}}
  cruiseControl: {autoRebalance: [{mode: add-brokers, template: {name: t}}], brokerCapacity: {cpu: "1"}}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaNodePool
metadata: {name: p, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {replicas: 3, roles: [broker, controller], storage: {type: jbod, volumes: [{id: 0, type: persistent-claim, size: 10Gi, selector: {a: b}, overrides: [{broker: 0, class: x}]}]}}
`;

  const rows: readonly Row[] = [
    ['strimzi.io/node-pools: enabled, ', '', 'manual-step'],
    ['node-pools: enabled', 'node-pools: disabled', 'manual-step'],
    ['strimzi.io/kraft: enabled', 'strimzi.io/kraft: disabled', 'manual-step'],
    [', strimzi.io/kraft: enabled', '', 'manual-step'],
    ['checkAudience: true', 'checkAudience: false', 'widens-access'],
    ['https://j', 'https://jj', 'manual-step'],
    ['delegateToKafkaAcls: false', 'delegateToKafkaAcls: true', 'widens-access'],
    ['[User:a]', '[]', 'narrows-access'],
    ['secretPrefix: x-', 'secretPrefix: y-', 'manual-step'],
    ['producerByteRate: 1000', 'producerByteRate: 10', 'restarts-pods'],
    ['timeoutSeconds: 5', 'timeoutSeconds: 6', 'restarts-pods'],
    ['version: 3.9.0\n    replicas: 3', 'version: 3.9.0\n    replicas: 2', 'no-effect'],
    ['storage: {type: ephemeral}', 'storage: {type: persistent-claim, size: 1Gi}', 'no-effect'],
    ['selector: {a: b}', 'selector: {a: c}', 'manual-step'],
    ['class: x', 'class: y', 'manual-step'],
    ['mode: add-brokers', 'mode: remove-brokers', 'safe'],
    [
      'type: persistent-claim, size: 10Gi, selector: {a: b}, overrides: [{broker: 0, class: x}]',
      'type: ephemeral',
      'manual-step',
    ],
    ['spec: {replicas: 3, roles', 'spec: {replicas: 0, roles', 'manual-step'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a MirrorMaker 2', () => {
  const text = `apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker2
metadata: {name: m, namespace: n}
spec:
  replicas: 1
  connectCluster: dst
  clusters:
    - {alias: src, bootstrapServers: "src:1", config: {ssl.x: 1}}
    - {alias: dst, bootstrapServers: "dst:1", config: {group.id: g, offset.storage.topic: o}}
    - {alias: idle, bootstrapServers: "idle:1"}
  mirrors:
    - {sourceCluster: src, targetCluster: dst, topicsPattern: a, sourceConnector: {config: {replication.factor: 3}}, checkpointConnector: {}, heartbeatConnector: {}}
`;

  const rows: readonly Row[] = [
    ['connectCluster: dst', 'connectCluster: idle', 'manual-step'],
    ['idle:1', 'idle:2', 'restarts-mirror'],
    ['group.id: g', 'group.id: h', 'manual-step'],
    ['offset.storage.topic: o', 'offset.storage.topic: oo', 'manual-step'],
    [', heartbeatConnector: {}', '', 'restarts-mirror'],
    ['sourceConnector: {config: {replication.factor: 3}}, ', '', 'restarts-mirror'],
    ['topicsPattern: a', 'topicsPattern: a, topicsExcludePattern: b', 'restarts-mirror'],
    [
      'metadata: {name: m, namespace: n}',
      'metadata: {name: m, namespace: n, annotations: {strimzi.io/connector-offsets: reset, strimzi.io/mirrormaker-connector: "src->dst.MirrorSourceConnector"}}',
      'manual-step',
    ],
    ['namespace: n', 'namespace: k', 'restarts-mirror'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a Kafka of before', () => {
  const text = `apiVersion: kafka.strimzi.io/v1beta1
kind: Kafka
metadata: {name: a, namespace: n}
spec:
  kafka:
    version: 2.5.0
    replicas: 3
    listeners: {plain: {}, tls: {authentication: {type: tls}}, external: {type: route, overrides: {bootstrap: {host: h}}}}
    storage: {type: persistent-claim, size: 10Gi}
    config: {log.message.format.version: "2.5", inter.broker.protocol.version: "2.5"}
    metrics: {lowercaseOutputName: true}
    tlsSidecar: {resources: {requests: {cpu: "1"}}}
  zookeeper: {replicas: 3, storage: {type: persistent-claim, size: 10Gi}}
  topicOperator: {}
`;

  const rows: readonly Row[] = [
    ['plain: {}, ', '', 'narrows-access'],
    ['tls: {authentication: {type: tls}}', 'tls: {}', 'widens-access'],
    ['host: h', 'host: i', 'manual-step'],
    ['type: route', 'type: loadbalancer', 'manual-step'],
    ['log.message.format.version: "2.5"', 'log.message.format.version: "2.6"', 'restarts-pods'],
    ['log.message.format.version: "2.5"', 'log.message.format.version: "2.4"', 'manual-step'],
    ['lowercaseOutputName: true', 'lowercaseOutputName: false', 'restarts-pods'],
    ['  topicOperator: {}\n', '', 'manual-step'],
    [
      '    storage: {type: persistent-claim, size: 10Gi}\n    config',
      '    storage: {type: persistent-claim, size: 10Gi, deleteClaim: true}\n    config',
      'may-lose-data',
    ],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: topic, name: "*"}, operations: [Read]}]}}
`;

  const rows: readonly Row[] = [['name: "*"', 'name: a', 'narrows-access']];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: topic, name: a, patternType: prefix}, operations: [Read]}]}}
`;

  const rows: readonly Row[] = [['patternType: prefix', 'patternType: literal', 'narrows-access']];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: transactionalId, name: a}, operations: [Write]}]}}
`;

  const rows: readonly Row[] = [['[Write]', '[Write, Describe]', 'no-effect']];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: cluster}, operations: [IdempotentWrite]}]}}
`;

  const rows: readonly Row[] = [['[IdempotentWrite]', '[IdempotentWrite, Alter]', 'widens-access']];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: topic, name: a}, operations: [Read], host: 1.1.1.1}]}}
`;

  const rows: readonly Row[] = [
    [
      'host: 1.1.1.1}',
      'host: 1.1.1.1}, {resource: {type: topic, name: a}, operations: [Read], host: 2.2.2.2}',
      'widens-access',
    ],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: topic, name: a}, operations: [Read], type: deny}]}}
`;

  const rows: readonly Row[] = [['type: deny', 'type: allow', 'widens-access']];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a user', () => {
  const text = `apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: u, namespace: n, labels: {strimzi.io/cluster: a}}
spec: {authentication: {type: tls}, authorization: {type: simple, acls: [{resource: {type: topic, name: a}, operations: [Read]}]}}
`;

  const rows: readonly Row[] = [
    [
      ', authorization: {type: simple, acls: [{resource: {type: topic, name: a}, operations: [Read]}]}',
      '',
      'narrows-access',
    ],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a Jaeger', () => {
  const text = `apiVersion: jaegertracing.io/v1
kind: Jaeger
metadata: {name: j, namespace: n}
spec: {strategy: allInOne, ingress: {enabled: true, security: oauth-proxy}, storage: {type: memory}, agent: {strategy: DaemonSet}}
`;

  const rows: readonly Row[] = [
    ['security: oauth-proxy', 'security: none', 'widens-access'],
    ['DaemonSet', 'Sidecar', 'restarts-pods'],
    ['allInOne', 'production', 'restarts-pods'],
    ['enabled: true', 'enabled: false', 'narrows-access'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a Jaeger v2', () => {
  const text = `apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: {name: c, namespace: n}
spec: {mode: deployment, ingress: {type: ""}, config: {receivers: {otlp: {protocols: {grpc: {endpoint: "0.0.0.0:4317"}}}}, exporters: {jaeger_storage_exporter: {trace_storage: s}}, extensions: {jaeger_storage: {backends: {s: {elasticsearch: {server_urls: ["https://a"], indices: {index_prefix: p}}}}}, jaeger_query: {storage: {traces: s}}}, service: {extensions: [jaeger_storage, jaeger_query], pipelines: {traces: {receivers: [otlp], exporters: [jaeger_storage_exporter]}}}}}
`;

  const rows: readonly Row[] = [
    ['https://a', 'https://b', 'may-lose-data'],
    ['index_prefix: p', 'index_prefix: q', 'may-lose-data'],
    ['0.0.0.0:4317', '0.0.0.0:4319', 'manual-step'],
    ['ingress: {type: ""}', 'ingress: {type: route}', 'widens-access'],
    ['name: c,', 'name: d,', 'restarts-pods'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of an application of Spring', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: n}
spec: {replicas: 1, selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers: [{name: d, image: i, env: [{name: SPRING_KAFKA_CONSUMER_GROUP_ID, value: g}, {name: SPRING_KAFKA_BOOTSTRAP_SERVERS, value: "a:1"}, {name: SPRING_KAFKA_PRODUCER_ACKS, value: all}]}]}}}
`;

  const rows: readonly Row[] = [
    ['value: g}', 'value: h}', 'manual-step'],
    ['value: "a:1"', 'value: "b:1"', 'manual-step'],
    ['value: "a:1"', 'value: "a:2"', 'restarts-pods'],
    ['template: {metadata: {labels: {app: d}}', 'template: {metadata: {labels: {app: e}}', 'manual-step'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a CronJob', () => {
  const text = `apiVersion: batch/v1
kind: CronJob
metadata: {name: d, namespace: n, annotations: {cdk8s-strimzi/client: "{}"}}
spec: {schedule: "0 * * * *", suspend: false, jobTemplate: {spec: {template: {spec: {containers: [{name: d, image: i}]}}}}}
`;

  const rows: readonly Row[] = [
    ['0 * * * *', '1 * * * *', 'safe'],
    ['image: i', 'image: j', 'safe'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of an ExternalSecret', () => {
  const text = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: e, namespace: n}
spec: {refreshInterval: 1h, secretStoreRef: {name: s}, target: {name: t}, dataFrom: [{extract: {key: k}}]}
`;

  const rows: readonly Row[] = [
    ['key: k', 'key: l', 'manual-step'],
    ['1h', '2h', 'safe'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of an Ingress', () => {
  const text = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: e, namespace: n, annotations: {nginx.ingress.kubernetes.io/auth-type: basic}}
spec: {ingressClassName: nginx, tls: [{hosts: [h], secretName: s}], rules: [{host: h, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: j-query, port: {number: 16686}}}}]}}]}
`;

  const rows: readonly Row[] = [
    [', annotations: {nginx.ingress.kubernetes.io/auth-type: basic}', '', 'widens-access'],
    ['tls: [{hosts: [h], secretName: s}], ', '', 'widens-access'],
    ['rules: [{host: h', 'rules: [{host: i', 'manual-step'],
    ['pathType: Prefix', 'pathType: Exact', 'safe'],
    ['name: j-query', 'name: j-admin', 'widens-access'],
    ['number: 16686', 'number: 14269', 'widens-access'],
    [
      '16686}}}}]',
      '16686}}}}, {path: /x, pathType: Prefix, backend: {service: {name: k, port: {number: 1}}}}]',
      'widens-access',
    ],
    [
      '16686}}}}]}}]',
      '16686}}}}]}}, {host: i, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: k, port: {number: 1}}}}]}}]',
      'widens-access',
    ],
    ['tls: [{', 'defaultBackend: {service: {name: z, port: {number: 1}}}, tls: [{', 'widens-access'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a Route', () => {
  const text = `apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: e, namespace: n}
spec: {host: h, to: {kind: Service, name: a}, alternateBackends: [{kind: Service, name: b, weight: 1}], port: {targetPort: 80}, tls: {termination: edge}}
`;

  const rows: readonly Row[] = [
    ['name: b, weight: 1}]', 'name: b, weight: 1}, {kind: Service, name: c, weight: 1}]', 'widens-access'],
    [' alternateBackends: [{kind: Service, name: b, weight: 1}],', '', 'narrows-access'],
    ['host: h', 'host: h, wildcardPolicy: Subdomain', 'widens-access'],
    ['name: a}', 'name: a, weight: 100}', 'no-effect'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of a project', () => {
  const text = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: k, namespace: argocd}
spec: {sourceRepos: [r], destinations: [{namespace: n, server: s}], namespaceResourceWhitelist: [{group: kafka.strimzi.io, kind: Kafka}]}
`;

  const rows: readonly Row[] = [
    ['sourceRepos: [r]', 'sourceRepos: [r, "*"]', 'widens-access'],
    [
      'namespaceResourceWhitelist: [{group: kafka.strimzi.io, kind: Kafka}]',
      'namespaceResourceWhitelist: []',
      'manual-step',
    ],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

describe('a place of an ApplicationSet', () => {
  const text = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: k, namespace: argocd}
spec: {generators: [{list: {elements: [{c: a}]}}], template: {metadata: {name: x}, spec: {project: k, source: {path: p}, destination: {namespace: n}, syncPolicy: {automated: {prune: true}}}}, syncPolicy: {preserveResourcesOnDeletion: true}}
`;

  const rows: readonly Row[] = [
    ['c: a', 'c: b', 'manual-step'],
    ['preserveResourcesOnDeletion: true', 'preserveResourcesOnDeletion: false', 'may-lose-data'],
    ['prune: true', 'prune: false', 'safe'],
    ['path: p', 'path: q', 'may-lose-data'],
  ];
  test.each(rows)('%j that becomes %j is a change of the class %s', (from, to, changeClass) => {
    expect(classOf(text, from, to)).toBe(changeClass);
  });
});

test('what records would say by themselves, and a manifest does not any more, is told', () => {
  const text = `apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: {name: c, namespace: n}
spec:
  image: quay.io/jaegertracing/jaeger:2.20.0
  config:
    receivers: {otlp: {protocols: {grpc: {endpoint: "0.0.0.0:4317"}, http: {endpoint: "0.0.0.0:4318"}}}}
    processors: {batch: {}}
    exporters: {jaeger_storage_exporter: {trace_storage: main}}
    extensions: {jaeger_storage: {backends: {main: {memory: {}}}}, jaeger_query: {storage: {traces: main}}}
    service:
      extensions: [jaeger_storage, jaeger_query]
      pipelines: {traces: {receivers: [otlp], processors: [batch], exporters: [jaeger_storage_exporter]}}
`;
  expect(classOf(text, 'grpc: {endpoint: "0.0.0.0:4317"}, ', '')).toBe('manual-step');
  expect(classOf(text, 'processors: [batch], ', '')).toBe('restarts-pods');
  expect(classOf(text, 'processors: [batch]', 'processors: []')).toBe('restarts-pods');
});
