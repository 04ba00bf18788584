/** Objects that tests edit a line of, beside those of the topology: settings, kinds and words that it does not have. */
export const MORE = `apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: {name: old, namespace: shop}
spec:
  kafka:
    version: 3.9.0
    replicas: 3
    listeners:
      - {name: plain, port: 9092, type: internal, tls: false}
      - name: lb
        port: 9095
        type: loadbalancer
        tls: true
        authentication: {type: tls}
        configuration:
          bootstrap: {loadBalancerIP: 10.0.0.1, annotations: {dns: a}}
          class: internal
          brokers: [{broker: 0, advertisedHost: b0.example.com, advertisedPort: 9000}]
    storage: {type: persistent-claim, size: 10Gi, deleteClaim: false}
    config:
      offsets.retention.minutes: 10080
      message.max.bytes: 2000000
      unclean.leader.election.enable: false
      transaction.state.log.min.isr: 2
      default.replication.factor: 3
      log.cleanup.policy: delete
      ssl.enabled.protocols: TLSv1.2,TLSv1.3
      delete.topic.enable: false
      min.insync.replicas: 2
      log.retention.ms: 600000
      super.users: x
    jmxOptions: {authentication: {type: password}}
    resources: {requests: {cpu: 1}}
  zookeeper:
    replicas: 3
    storage: {type: persistent-claim, size: 10Gi, deleteClaim: false}
  entityOperator: {topicOperator: {}, userOperator: {}}
  kafkaExporter: {topicRegex: ".*"}
  cruiseControl: {}
  clientsCa: {generateCertificateAuthority: true}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata: {name: payments, namespace: shop, labels: {strimzi.io/cluster: old}}
spec:
  partitions: 3
  replicas: 3
  config:
    unclean.leader.election.enable: false
    max.message.bytes: 1500000
    remote.storage.enable: false
    retention.bytes: -1
    message.timestamp.type: CreateTime
    cleanup.policy: compact
    delete.retention.ms: 86400000
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaUser
metadata: {name: robot, namespace: shop, labels: {strimzi.io/cluster: europe}}
spec:
  authentication: {type: scram-sha-512, password: {valueFrom: {secretKeyRef: {name: robot-pw, key: p}}}}
  authorization:
    type: simple
    acls:
      - {resource: {type: topic, name: a, patternType: literal}, operations: [Read], host: "*"}
      - {resource: {type: topic, name: a-secret, patternType: literal}, operations: [Read], type: deny}
      - {resource: {type: topic, name: a-, patternType: prefix}, operations: [Read]}
      - {resource: {type: cluster}, operations: [DescribeConfigs]}
  quotas: {consumerByteRate: 1000, requestPercentage: 55}
---
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaMirrorMaker
metadata: {name: mm1, namespace: shop}
spec:
  version: 3.9.0
  replicas: 1
  include: orders
  consumer: {bootstrapServers: "a:9092", groupId: g, config: {auto.offset.reset: earliest}, numStreams: 1, offsetCommitInterval: 1000}
  producer: {bootstrapServers: "b:9092", abortOnSendFailure: true, config: {acks: all}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaMirrorMaker2
metadata: {name: mm2, namespace: shop, annotations: {}}
spec:
  replicas: 1
  target:
    alias: b
    bootstrapServers: b:9092
    groupId: g
    configStorageTopic: c
    offsetStorageTopic: o
    statusStorageTopic: s
    tls: {trustedCertificates: [{secretName: b-ca, pattern: "*.crt"}]}
    authentication: {type: tls, certificateAndKey: {secretName: u, certificate: user.crt, key: user.key}}
    config: {offset.storage.replication.factor: 3, producer.acks: all}
  mirrors:
    - source: {alias: a, bootstrapServers: "a:9092"}
      topicsPattern: orders
      groupsPattern: app
      sourceConnector:
        tasksMax: 1
        state: running
        config:
          replication.policy.class: org.apache.kafka.connect.mirror.IdentityReplicationPolicy
          sync.topic.acls.enabled: false
          offset-syncs.topic.location: source
          errors.tolerance: none
          producer.override.acks: all
      checkpointConnector: {config: {sync.group.offsets.enabled: false}}
    - source: {alias: x, bootstrapServers: "x:9092"}
      topicsPattern: xs
      sourceConnector: {}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: {name: works, namespace: shop, annotations: {strimzi.io/use-connector-resources: "true"}}
spec:
  version: 4.1.0
  replicas: 2
  bootstrapServers: europe-kafka-bootstrap:9093
  groupId: works
  configStorageTopic: works-c
  offsetStorageTopic: works-o
  statusStorageTopic: works-s
  tls: {trustedCertificates: [{secretName: europe-cluster-ca-cert, pattern: "*.crt"}]}
  authentication: {type: scram-sha-512, username: robot, passwordSecret: {secretName: robot, password: password}}
  config: {value.converter: org.apache.kafka.connect.json.JsonConverter, producer.acks: all, exactly.once.source.support: enabled}
  build:
    output: {type: docker, image: "r/i:1"}
    plugins: [{name: p, artifacts: [{type: jar, url: "https://e/x.jar"}]}]
  jvmOptions: {-Xmx: 1g}
  template: {pod: {securityContext: {runAsNonRoot: true}}, apiService: {metadata: {labels: {a: b}}}, podDisruptionBudget: {maxUnavailable: 1}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata: {name: sink, namespace: shop, labels: {strimzi.io/cluster: works}}
spec:
  class: org.example.Sink
  tasksMax: 2
  state: running
  pause: false
  autoRestart: {enabled: true}
  config: {topics: orders, errors.tolerance: none, consumer.override.group.id: mine}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata: {name: mirroring, namespace: shop, labels: {strimzi.io/cluster: works}}
spec:
  class: org.apache.kafka.connect.mirror.MirrorSourceConnector
  tasksMax: 2
  config: {source.cluster.alias: a, target.cluster.alias: b, topics: orders, replication.policy.separator: "."}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaBridge
metadata: {name: bridge, namespace: shop}
spec:
  replicas: 2
  bootstrapServers: europe-kafka-bootstrap:9093
  http: {port: 8080, cors: {allowedOrigins: [https://a], allowedMethods: [GET]}}
  producer: {config: {acks: all}}
  consumer: {enabled: true, config: {auto.offset.reset: earliest}}
  logging: {type: inline, loggers: {rootLogger.level: INFO}}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaRebalance
metadata: {name: reb, namespace: shop, labels: {strimzi.io/cluster: europe}, annotations: {strimzi.io/rebalance-auto-approval: "false"}}
spec: {mode: add-brokers, brokers: [3], goals: [RackAwareGoal]}
---
apiVersion: jaegertracing.io/v1
kind: Jaeger
metadata: {name: j, namespace: shop}
spec:
  strategy: production
  storage:
    type: elasticsearch
    secretName: es
    options: {es: {server-urls: "https://es:9200", index-prefix: a}}
    esIndexCleaner: {enabled: true, numberOfDays: 7}
  sampling: {options: {default_strategy: {type: probabilistic, param: 0.5}}}
  collector: {replicas: 2}
---
apiVersion: jaegertracing.io/v1
kind: Jaeger
metadata: {name: jm, namespace: shop}
spec:
  strategy: allInOne
  allInOne: {image: "jaegertracing/all-in-one:1.60"}
  storage: {type: memory, options: {memory: {max-traces: 100000}}}
  ingress: {enabled: false}
---
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: {name: col, namespace: shop}
spec:
  mode: deployment
  replicas: 2
  image: "otel/c:1"
  config:
    receivers: {otlp: {protocols: {grpc: {endpoint: "0.0.0.0:4317"}}}}
    exporters: {otlp: {endpoint: "j:4317"}, debug: {}}
    processors: {batch: {timeout: 1s}}
    service: {pipelines: {traces: {receivers: [otlp], processors: [batch], exporters: [otlp]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: shop}
spec:
  replicas: 2
  strategy: {type: RollingUpdate}
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec:
      serviceAccountName: app
      terminationGracePeriodSeconds: 30
      containers:
        - name: app
          image: quay.io/strimzi-examples/java-kafka-consumer:1
          command: [run]
          env:
            - {name: BOOTSTRAP_SERVERS, value: "europe-kafka-bootstrap:9093"}
            - {name: TOPIC, value: orders}
            - {name: GROUP_ID, value: app-group}
            - {name: LOG_LEVEL, value: INFO}
            - {name: ADDITIONAL_CONFIG, value: "auto.offset.reset=earliest"}
          volumeMounts: [{name: s, mountPath: /s}]
      volumes: [{name: s, secret: {secretName: app-secret}}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: stream, namespace: shop, annotations: {cdk8s-strimzi/client: "x"}}
spec:
  replicas: 2
  serviceName: stream
  podManagementPolicy: Parallel
  selector: {matchLabels: {app: stream}}
  template:
    metadata: {labels: {app: stream}}
    spec: {containers: [{name: c, image: "i:1"}]}
  volumeClaimTemplates: [{metadata: {name: d}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
---
apiVersion: v1
kind: Secret
metadata: {name: app-secret, namespace: shop}
type: Opaque
immutable: false
stringData: {a: b}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: logs, namespace: shop}
data: {log4j.properties: x}
---
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: jaeger, namespace: shop, annotations: {haproxy.router.openshift.io/ip_whitelist: 10.0.0.0/8}}
spec:
  host: j.example.com
  to: {kind: Service, name: j-query, weight: 100}
  port: {targetPort: 16686}
  tls: {termination: edge, insecureEdgeTerminationPolicy: Redirect}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: kafka, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io], annotations: {argocd.argoproj.io/sync-wave: "1"}}
spec:
  project: kafka
  source: {repoURL: "https://git/x", targetRevision: main, path: dist/shop, directory: {recurse: true}}
  destination: {server: "https://kubernetes.default.svc", namespace: shop}
  syncPolicy:
    automated: {prune: false, selfHeal: true}
    syncOptions: [ServerSideApply=true, PrunePropagationPolicy=foreground]
  ignoreDifferences: [{group: kafka.strimzi.io, kind: Kafka, jsonPointers: [/spec/kafka/replicas]}]
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec: {prune: false, suspend: false, interval: 5m, path: ./dist/shop, sourceRef: {kind: GitRepository, name: r}, targetNamespace: shop}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: kafkatopics.kafka.strimzi.io}
spec: {group: kafka.strimzi.io, names: {kind: KafkaTopic, plural: kafkatopics}, scope: Namespaced, versions: [{name: v1, served: true, storage: true}, {name: v1beta2, served: true, storage: false}]}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: traces, namespace: shop}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
---
apiVersion: operators.coreos.com/v1alpha1
kind: Subscription
metadata: {name: strimzi, namespace: shop}
spec: {name: strimzi-kafka-operator, channel: stable, source: c, sourceNamespace: m, installPlanApproval: Manual}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: strimzi-cluster-operator, namespace: shop, labels: {app: strimzi}}
spec:
  replicas: 1
  selector: {matchLabels: {name: strimzi-cluster-operator}}
  template:
    metadata: {labels: {name: strimzi-cluster-operator}}
    spec:
      serviceAccountName: strimzi-cluster-operator
      containers:
        - name: strimzi-cluster-operator
          image: quay.io/strimzi/operator:1.2.0
          env: [{name: STRIMZI_NAMESPACE, value: shop}, {name: STRIMZI_FEATURE_GATES, value: ""}]
`;
