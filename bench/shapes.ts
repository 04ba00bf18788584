import { ApiObject, Chart, type App } from 'cdk8s';

/** An app whose graph has a certain shape, of some size. */
export type Shape = (app: App, size: number) => void;

/** Shapes in which plain cdk8s grows faster than what it is given. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  /** Charts of one object. */
  charts(app, size) {
    for (let n = 0; n < size; n++) configMap(new Chart(app, `chart-${n}`), 'object');
  },
  /** Charts of ten objects, each chart on the one before. */
  chain(app, size) {
    let before: Chart | undefined;
    for (let n = 0; n < size; n++) {
      const chart = new Chart(app, `chart-${n}`);
      for (let k = 0; k < 10; k++) configMap(chart, `object-${k}`);
      if (before) chart.addDependency(before);
      before = chart;
    }
  },
  /** Layers of four objects, each on all four of the layer before. */
  layers(app, size) {
    const chart = new Chart(app, 'chart');
    let before: ApiObject[] = [];
    for (let n = 0; n < size; n++) {
      const layer = [0, 1, 2, 3].map((k) => configMap(chart, `layer-${n}-${k}`));
      for (const object of layer) object.addDependency(...before);
      before = layer;
    }
  },
  /** A chain of objects in one chart. */
  line(app, size) {
    const chart = new Chart(app, 'chart');
    let before: ApiObject | undefined;
    for (let n = 0; n < size; n++) {
      const object = configMap(chart, `object-${n}`);
      if (before) object.addDependency(before);
      before = object;
    }
  },
};

function configMap(chart: Chart, id: string): ApiObject {
  return new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', data: { key: 'value' } });
}

/** A manifest, as the library takes it; this file is for plain cdk8s too. */
interface LargeManifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  [field: string]: unknown;
}

/** A single object that holds much. */
export const LARGE: Readonly<Record<string, (size: number) => LargeManifest>> = {
  /** Sources of one MirrorMaker 2, each with its connectors and patterns. */
  mirrors: (size) => ({
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaMirrorMaker2',
    metadata: { name: 'mirrors' },
    spec: {
      replicas: 1,
      connectCluster: 'target',
      clusters: [cluster('target'), ...numbered(size, (n) => cluster(`source-${n}`))],
      mirrors: numbered(size, (n) => ({
        sourceCluster: `source-${n}`,
        targetCluster: 'target',
        sourceConnector: { tasksMax: 2, config: { 'replication.factor': 3 } },
        checkpointConnector: { config: { 'checkpoints.topic.replication.factor': 3 } },
        topicsPattern: `orders-${n}-.*`,
        groupsPattern: '.*',
      })),
    },
  }),
  /** Rules of one user. */
  acls: (size) => ({
    apiVersion: 'kafka.strimzi.io/v1beta2',
    kind: 'KafkaUser',
    metadata: { name: 'acls', labels: { 'strimzi.io/cluster': 'cluster' } },
    spec: {
      authentication: { type: 'tls' },
      authorization: {
        type: 'simple',
        acls: numbered(size, (n) => ({
          resource: { type: 'topic', name: `topic-${n}`, patternType: 'literal' },
          operations: ['Read', 'Describe'],
          host: '*',
        })),
      },
    },
  }),
};

function numbered<T>(size: number, make: (n: number) => T): T[] {
  return Array.from({ length: size }, (_, n) => make(n));
}

function cluster(alias: string): object {
  return { alias, bootstrapServers: `${alias}:9092` };
}
