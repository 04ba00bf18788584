import { Duration } from 'cdk8s';
import {
  App,
  Consumer,
  Jaeger,
  KafkaCluster,
  Producer,
  SamplingPolicy,
  Site,
  Size,
  Storage,
  StrimziRelease,
  TraceStorage,
} from '../../src';

/**
 * The traces of a pipeline, kept for good: a collector takes them in at once, a topic holds them while the store is slow or
 * away, and an ingester keeps what is worth it. Every way is encrypted, and every credential stays in its Secret.
 */
export function traces(outdir: string): App {
  const app = new App({ outdir, name: 'traces' });
  const site = new Site(app, 'traces', { release: StrimziRelease.V1_2 });
  const kafka = new KafkaCluster(site, 'europe', {
    brokers: 3,
    storage: Storage.persistentClaim({ size: Size.gibibytes(20) }),
  });
  const orders = kafka.addTopic('orders', { partitions: 12, replicas: 3 });
  const spans = kafka.addTopic('jaeger-spans', { partitions: 6, replicas: 3, retention: Duration.hours(6) });

  const tracing = new Jaeger(site, 'jaeger', {
    strategy: 'streaming',
    buffer: { topic: spans },
    storage: TraceStorage.elasticsearch({
      serverUrls: ['https://search.example.com:9200'],
      secret: 'jaeger-search',
      tls: { ca: { secret: 'search-ca', certificate: 'ca.crt' } },
    }),
    tailSampling: {
      keep: [SamplingPolicy.errors(), SamplingPolicy.slowerThan(Duration.seconds(1)), SamplingPolicy.ratio(0.1)],
    },
    spanMetrics: { dimensions: ['messaging.destination.name'], prometheusUrl: 'http://prometheus.monitoring.svc:9090' },
    replicas: 2,
    resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '512Mi' } },
    host: 'jaeger.example.com',
  });
  new Producer(site, 'checkout', { topic: orders, tracing });
  new Consumer(site, 'warehouse', { topic: orders, tracing });
  return app;
}
