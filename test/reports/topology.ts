import { parseAllDocuments } from 'yaml';

/** A topology that tests edit a line of: everything that operators read, in today's words. */
export const TOPOLOGY = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: europe
  namespace: shop
  annotations:
    argocd.argoproj.io/sync-options: Prune=false
spec:
  kafka:
    version: 4.1.0
    metadataVersion: 4.1-IV1
    listeners:
      - name: tls
        port: 9093
        type: internal
        tls: true
        authentication:
          type: tls
        networkPolicyPeers:
          - podSelector: {matchLabels: {app: shop}}
      - name: external
        port: 9094
        type: route
        tls: true
        authentication:
          type: scram-sha-512
        configuration:
          bootstrap: {host: kafka.example.com}
    authorization:
      type: simple
      superUsers: [CN=admin]
    config:
      num.network.threads: 3
      num.partitions: 6
      auto.create.topics.enable: false
      min.insync.replicas: 2
      log.retention.hours: 48
    rack:
      topologyKey: topology.kubernetes.io/zone
    jvmOptions:
      -Xms: 1g
    template:
      pod:
        metadata: {labels: {team: shop}}
      bootstrapService:
        metadata: {labels: {team: shop}}
    metricsConfig:
      type: jmxPrometheusExporter
      valueFrom: {configMapKeyRef: {name: metrics, key: rules.yaml}}
    logging:
      type: inline
      loggers: {rootLogger.level: INFO}
  entityOperator:
    topicOperator: {}
    userOperator: {}
  clusterCa:
    validityDays: 365
  maintenanceTimeWindows: ["* * 2-3 ? * SUN *"]
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: brokers
  namespace: shop
  labels: {strimzi.io/cluster: europe}
spec:
  replicas: 5
  roles: [broker]
  storage:
    type: jbod
    volumes:
      - id: 0
        type: persistent-claim
        size: 100Gi
        class: fast
        deleteClaim: false
      - id: 1
        type: persistent-claim
        size: 100Gi
        deleteClaim: true
  resources:
    requests: {memory: 4Gi}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: controllers
  namespace: shop
  labels: {strimzi.io/cluster: europe}
spec:
  replicas: 3
  roles: [controller]
  storage:
    type: persistent-claim
    size: 10Gi
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: orders
  namespace: shop
  labels: {strimzi.io/cluster: europe, team: sales}
  finalizers: [strimzi.io/topic-operator, example.com/backup]
spec:
  partitions: 12
  replicas: 3
  config:
    retention.ms: 7200000
    cleanup.policy: delete
    segment.bytes: 1073741824
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: audit
  namespace: shop
  labels: {strimzi.io/cluster: europe}
  annotations: {strimzi.io/managed: "false"}
spec:
  partitions: 1
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: checkout
  namespace: shop
  labels: {strimzi.io/cluster: europe}
spec:
  authentication:
    type: tls
  authorization:
    type: simple
    acls:
      - resource: {type: topic, name: orders, patternType: literal}
        operations: [Read, Write]
      - resource: {type: group, name: stock-, patternType: prefix}
        operations: [Read]
  quotas:
    producerByteRate: 1000000
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaMirrorMaker2
metadata:
  name: to-us
  namespace: shop
spec:
  version: 4.1.0
  replicas: 2
  target:
    alias: us
    bootstrapServers: us-kafka-bootstrap:9093
    groupId: to-us
    configStorageTopic: to-us-configs
    offsetStorageTopic: to-us-offsets
    statusStorageTopic: to-us-status
    config: {producer.linger.ms: 5}
  mirrors:
    - source:
        alias: europe
        bootstrapServers: europe-kafka-bootstrap:9093
      sourceConnector:
        tasksMax: 2
        config:
          replication.factor: 3
          replication.policy.separator: "."
      checkpointConnector: {}
      topicsPattern: orders
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata:
  name: connect
  namespace: shop
spec:
  replicas: 1
  bootstrapServers: europe-kafka-bootstrap:9093
  groupId: connect
  configStorageTopic: connect-configs
  offsetStorageTopic: connect-offsets
  statusStorageTopic: connect-status
  config: {config.storage.replication.factor: 3}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata:
  name: database
  namespace: shop
  labels: {strimzi.io/cluster: connect}
spec:
  class: com.example.Source
  tasksMax: 1
  config: {database.password: first}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: warehouse
  namespace: shop
spec:
  replicas: 2
  selector: {matchLabels: {app: warehouse}}
  template:
    metadata: {labels: {app: warehouse}}
    spec:
      containers:
        - name: warehouse
          image: example.com/warehouse:1
          env:
            - {name: PASSWORD, valueFrom: {secretKeyRef: {name: warehouse, key: password}}}
---
apiVersion: v1
kind: Secret
metadata: {name: warehouse, namespace: shop}
stringData: {password: first}
---
apiVersion: v1
kind: Secret
metadata: {name: nobodys, namespace: shop}
stringData: {password: first}
---
apiVersion: v1
kind: Secret
metadata: {name: europe-clients-ca, namespace: shop}
data: {ca.key: Zmlyc3Q=}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: metrics, namespace: shop}
data: {rules.yaml: a}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop}
`;

/** The objects of a text. */
export function objectsIn(text: string): readonly unknown[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS() as unknown;
  });
}

/** A text with one place of it changed, which must be there once. */
export function edited(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} is there ${parts.length - 1} times`);
  return parts.join(to);
}

/** A text without the object of a name. */
export function without(text: string, kind: string, name: string): string {
  const documents = text.split('---\n');
  const rest = documents.filter(
    (each) => !(each.includes(`kind: ${kind}\n`) && new RegExp(`name: ${name}\\b`).test(each)),
  );
  if (rest.length !== documents.length - 1)
    throw new Error(`there are ${documents.length - rest.length} ${kind} ${name}`);
  return rest.join('---\n');
}
