import { ApiObject, Cron } from 'cdk8s';
import { CronJob, Deployment, EnvValue } from 'cdk8s-plus-27';
import {
  App,
  Consumer,
  Jaeger,
  KafkaClient,
  KafkaCluster,
  Mirror,
  Producer,
  Site,
  Size,
  Storage,
  StrimziRelease,
} from '../../src';

/**
 * Workloads of teams beside the article's clients: each is written as its team writes it, with cdk8s-plus or as a plain
 * object, and told of its Kafka cluster in the variables that its framework reads.
 */
export function ownWorkload(outdir: string): App {
  const app = new App({ outdir, name: 'own-workload' });
  const site = new Site(app, 'shop', { release: StrimziRelease.V1_2 });
  const storage = Storage.persistentClaim({ size: Size.gibibytes(20) });
  const europe = new KafkaCluster(site, 'europe-cluster', { brokers: 3, storage });
  const us = new KafkaCluster(site, 'us-cluster', { brokers: 3, storage });
  const topic = europe.addTopic('my-topic', { partitions: 12, replicas: 3 });
  const bills = us.addTopic('bills', { partitions: 6, replicas: 3 });
  const mirrored = topic.at(us);

  const tracing = new Jaeger(site, 'my-jaeger', { host: 'jaeger.example.com' });
  new Mirror(site, 'my-mirror-maker', { source: europe, target: us, topics: [topic], tracing });
  new Producer(site, 'hello-world-producer', { topic, tracing });
  new Consumer(site, 'hello-world-consumer', { topic: mirrored, tracing });

  // A Spring Boot service that reads what comes over and writes bills. Its PKCS12 stores are mounted from the Secrets.
  const billing = new Deployment(site, 'billing', {
    metadata: { name: 'billing' },
    replicas: 2,
    containers: [{ image: 'registry.example.com/billing:1.4.0', portNumber: 8080 }],
  });
  KafkaClient.of(billing, {
    cluster: us,
    contract: 'spring-boot',
    consumesFrom: [mirrored],
    producesTo: [bills],
    credentialsAs: 'pkcs12',
    tracing,
  });

  // A job in Python, on librdkafka, that reads the bills of the day. Its PEM files are mounted.
  const report = new CronJob(site, 'report', {
    metadata: { name: 'report' },
    schedule: Cron.daily(),
    containers: [{ image: 'registry.example.com/report:2.0.1', envVariables: { FORMAT: EnvValue.fromValue('pdf') } }],
  });
  KafkaClient.of(report, { cluster: us, contract: 'librdkafka', consumesFrom: [bills], credentialsAs: 'files' });

  // A Service of Knative, which no library knows, and whose variables are the team's own.
  const gateway = new ApiObject(site, 'gateway', {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: { name: 'gateway' },
    spec: { template: { spec: { containers: [{ image: 'registry.example.com/gateway:3.2.0' }] } } },
  });
  KafkaClient.of(gateway, {
    cluster: europe,
    contract: 'generic',
    variables: {
      bootstrapServers: 'GATEWAY_BROKERS',
      topic: 'GATEWAY_TOPIC',
      caCertificate: 'GATEWAY_CA',
      userCertificate: 'GATEWAY_CERTIFICATE',
      userKey: 'GATEWAY_KEY',
    },
    producesTo: [topic],
  });
  return app;
}
