import {
  App,
  Jaeger,
  KafkaBridge,
  KafkaCluster,
  KafkaConnect,
  KafkaRebalance,
  Rack,
  Site,
  Size,
  Storage,
  StrimziRelease,
} from '../../src';

/**
 * Data on its way into Kafka and out of it: changes of a database come in through a source connector, a sink connector
 * writes orders to a file, and those that it fails on to a topic; a web shop talks HTTP. New brokers get their share of the
 * partitions.
 */
export function connect(outdir: string, release = StrimziRelease.V1_2): App {
  const app = new App({ outdir, name: 'connect' });
  const site = new Site(app, 'shop', { release });
  const jaeger = new Jaeger(site, 'jaeger', { host: 'jaeger.shop.example.com' });

  const kafka = new KafkaCluster(site, 'europe', {
    brokers: 5,
    storage: Storage.persistentClaim({ size: Size.gibibytes(100) }),
    rack: Rack.zones(),
    cruiseControl: {},
  });
  const customers = kafka.addTopic('shop.public.customers', { partitions: 6, replicas: 3 });
  const orders = kafka.addTopic('orders', { partitions: 12, replicas: 3 });
  const failed = kafka.addTopic('orders.failed', { partitions: 3, replicas: 3 });

  const pipes = new KafkaConnect(site, 'pipes', {
    cluster: kafka,
    replicas: 2,
    rack: Rack.zones(),
    tracing: jaeger,
    build: {
      output: { type: 'docker', image: 'registry.shop.example.com/pipes:1.0', pushSecret: 'registry' },
      plugins: [
        {
          name: 'debezium',
          artifacts: [
            { type: 'maven', group: 'io.debezium', artifact: 'debezium-connector-postgres', version: '3.2.0.Final' },
          ],
        },
      ],
    },
    env: [
      { name: 'DB_USER', secret: { secret: 'shop-db', key: 'username' } },
      { name: 'DB_PASSWORD', secret: { secret: 'shop-db', key: 'password' } },
    ],
    config: {
      'config.providers': 'env',
      'config.providers.env.class': 'org.apache.kafka.common.config.provider.EnvVarConfigProvider',
    },
    resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '2Gi' } },
    jvm: { initialHeap: Size.gibibytes(1), maxHeap: Size.gibibytes(1) },
  });
  pipes.addConnector('customers', {
    class: 'io.debezium.connector.postgresql.PostgresConnector',
    tasksMax: 1,
    producesTo: [customers],
    autoRestart: { enabled: true },
    config: {
      'database.hostname': 'shop-db',
      'database.dbname': 'shop',
      'database.user': '${env:DB_USER}',
      'database.password': '${env:DB_PASSWORD}',
      'topic.prefix': 'shop',
      'table.include.list': 'public.customers',
      'plugin.name': 'pgoutput',
    },
  });
  pipes.addConnector('archive', {
    class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
    tasksMax: 1,
    topics: [orders],
    deadLetters: failed,
    config: { file: '/tmp/orders.txt', 'errors.tolerance': 'all' },
  });

  new KafkaBridge(site, 'web', {
    cluster: kafka,
    replicas: 2,
    tracing: jaeger,
    producesTo: [orders],
    cors: { allowedOrigins: ['https://shop.example.com'], allowedMethods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] },
  });
  new KafkaRebalance(kafka, 'spread', { mode: 'add-brokers', brokers: [3, 4] });
  return app;
}
