import {
  Authentication,
  Authorization,
  Consumer,
  Jaeger,
  KafkaCluster,
  KafkaTopic,
  Listener,
  Producer,
  Streams,
  StrimziRelease,
  Tracing,
} from '../../src';
import { findings, manifest, newCluster, newSite } from './harness';

interface Container {
  readonly image: string;
  readonly env: { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
}

function container(site: Parameters<typeof manifest>[0], name: string): Container {
  const spec = manifest(site, 'Deployment', name).spec as { template: { spec: { containers: Container[] } } };
  return spec.template.spec.containers[0] as Container;
}

function valueOf({ env }: Container, name: string): unknown {
  const variable = env.find((one) => one.name === name);
  return variable?.value ?? variable?.valueFrom;
}

describe('a client', () => {
  it('keeps its label app, and says so where another is given', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const topic = newCluster(site).addTopic('orders', { replicas: 3 });
    const team = 'app.kubernetes.io/part-of';
    new Consumer(site, 'reader', { topic, labels: { app: 'a', [team]: 'x' }, podLabels: { app: 'b', [team]: 'y' } });
    new Consumer(site, 'other', { topic, labels: { app: 'other' }, podLabels: { app: 'other' } });
    expect(findings(site)).toMatchObject([
      { rule: 'app-label', severity: 'warning', path: 'site/reader', field: 'metadata.labels.app', given: 'a' },
      { rule: 'app-label', field: 'spec.template.metadata.labels.app', given: 'b', allowed: 'reader' },
    ]);
    expect(manifest(site, 'Deployment', 'reader')).toMatchObject({
      metadata: { labels: { app: 'reader', [team]: 'x' } },
      spec: { template: { metadata: { labels: { app: 'reader', [team]: 'y' } } } },
    });
  });

  it('says why a label app that comes later is lost', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const topic = newCluster(site).addTopic('orders', { replicas: 3 });
    new Consumer(site, 'reader', { topic }).metadata.addLabel('app', 'a');
    expect(findings(site)).toMatchObject([
      { field: 'metadata.labels.app', message: expect.stringContaining('ties the Deployment to its pods') as string },
    ]);
  });

  it('gets a user of its own, with the rights to its topic', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const orders = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'shop', { topic: orders });
    new Consumer(site, 'warehouse', { topic: orders });
    expect(findings(site)).toEqual([]);
    expect(valueOf(container(site, 'shop'), 'USER_CRT')).toEqual({ secretKeyRef: { name: 'shop', key: 'user.crt' } });
    expect(valueOf(container(site, 'warehouse'), 'GROUP_ID')).toBe('warehouse');
    expect(valueOf(container(site, 'shop'), 'DELAY_MS')).toBe('1000');
    expect(valueOf(container(site, 'warehouse'), 'DELAY_MS')).toBeUndefined();
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({
      authorization: { acls: [{ resource: { name: 'orders' }, operations: ['Write'] }] },
    });
  });

  it('knows the contracts of workloads of teams, and their ways of credentials', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const orders = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    const image = 'registry.example/shop:1.0';
    new Producer(site, 'shop', { topic: orders, contract: 'spring-boot', image, credentialsAs: 'pkcs12' });
    const open = newCluster(site, 'open', { listeners: [Listener.plain()] }).addTopic('logs', { replicas: 3 });
    new Producer(site, 'anonymous', { topic: open, contract: 'spring-boot', image, credentialsAs: 'pkcs12' });
    expect(findings(site)).toMatchObject([{ rule: 'listener-anonymous' }]);
    expect(valueOf(container(site, 'shop'), 'SPRING_KAFKA_SSL_KEYSTORELOCATION')).toBe(
      'file:/etc/kafka-credentials/user/user.p12',
    );
    expect(valueOf(container(site, 'shop'), 'SPRING_KAFKA_TEMPLATE_DEFAULTTOPIC')).toBe('orders');
    expect(valueOf(container(site, 'anonymous'), 'SPRING_KAFKA_SECURITY_PROTOCOL')).toBe('PLAINTEXT');
  });

  it('logs in with a password where the cluster asks for one', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site, 'europe', {
      listeners: [Listener.tls({ authentication: Authentication.scramSha512() })],
    });
    new Consumer(site, 'warehouse', { topic: cluster.addTopic('orders', { partitions: 1, replicas: 3 }) });
    expect(findings(site)).toEqual([]);
    expect(manifest(site, 'KafkaUser', 'warehouse').spec).toMatchObject({ authentication: { type: 'scram-sha-512' } });
    expect(JSON.stringify(container(site, 'warehouse').env)).toContain('"secretKeyRef":{"name":"warehouse"');
  });

  it('goes without a user where nobody is asked for one', () => {
    const site = newSite();
    const cluster = newCluster(site, 'open', { listeners: [Listener.plain()] });
    const producer = new Producer(site, 'shop', { topic: cluster.addTopic('orders', { partitions: 1, replicas: 3 }) });
    expect(producer.user).toBeUndefined();
    expect(valueOf(container(site, 'shop'), 'BOOTSTRAP_SERVERS')).toBe('open-kafka-bootstrap:9092');
  });

  it('finds a cluster in another namespace, and is told which Secrets it lacks there', () => {
    const kafka = newSite({ kubernetesCluster: 'blue' }, 'kafka');
    const apps = newSite({ kubernetesCluster: 'blue' }, 'apps');
    new Producer(apps, 'shop', { topic: newCluster(kafka).addTopic('orders', { partitions: 1, replicas: 3 }) });
    expect(valueOf(container(apps, 'shop'), 'BOOTSTRAP_SERVERS')).toBe('europe-kafka-bootstrap.kafka.svc:9093');
    expect(findings(apps)).toMatchObject([
      { rule: 'secret-at-hand', severity: 'warning', given: 'europe-cluster-ca-cert, shop' },
    ]);
  });

  it('of a cluster that is managed elsewhere uses its Secrets by their names', () => {
    const site = newSite();
    const cluster = KafkaCluster.fromClusterName(site, 'central');
    new Producer(site, 'shop', { topic: KafkaTopic.fromTopicName(cluster, 'orders') });
    expect(valueOf(container(site, 'shop'), 'CA_CRT')).toEqual({
      secretKeyRef: { name: 'central-cluster-ca-cert', key: 'ca.crt' },
    });
  });

  it('is asked for the credentials of the listener that it takes', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site, 'europe', {
      listeners: [
        Listener.tls(),
        Listener.internal('scram', { port: 9095, authentication: Authentication.scramSha512() }),
      ],
    });
    const topic = cluster.addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'shop', { topic, listener: 'scram' });
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({ authentication: { type: 'scram-sha-512' } });
    new Producer(site, 'till', { topic, listener: 'scram', user: cluster.addUser('till-user') });
    expect(findings(site)).toMatchObject([{ rule: 'user-fits-listener', path: 'site/till', allowed: 'scram-sha-512' }]);
  });

  it('names the listener that it does not find', () => {
    const site = newSite();
    new Producer(site, 'shop', {
      topic: newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 }),
      listener: 'none',
    });
    expect(findings(site)).toMatchObject([
      { rule: 'cluster-in-reach', path: 'site/shop', remedy: expect.stringContaining('tls') },
    ]);
  });

  it('is traced the way its image can be', () => {
    const old = newSite();
    const today = newSite({ release: StrimziRelease.V1_2 });
    for (const site of [old, today]) {
      const topic = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
      new Producer(site, 'shop', { topic, tracing: new Jaeger(site, 'jaeger') });
      expect(findings(site)).toEqual([]);
    }
    expect(valueOf(container(old, 'shop'), 'JAEGER_AGENT_HOST')).toBe('jaeger-agent');
    expect(valueOf(container(today, 'shop'), 'OTEL_EXPORTER_OTLP_ENDPOINT')).toBe('http://jaeger-collector:4317');
  });

  it("of the team's own is told what its image asks for, in the image's words", () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const topic = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'till', {
      topic,
      contract: 'generic',
      image: 'registry.example.com/till:1.4.2',
      variables: {
        bootstrapServers: 'BROKERS',
        topic: 'ORDERS',
        caCertificate: 'CA_FILE',
        userCertificate: 'CERT_FILE',
        userKey: 'KEY_FILE',
      },
      credentialsAs: 'files',
      probes: { liveness: { check: { type: 'http', path: '/health', port: 8080 } } },
      resources: { requests: { cpu: '250m', memory: '256Mi' } },
      env: [{ name: 'COLOUR', value: 'green' }],
    });
    expect(findings(site)).toEqual([]);
    const told = container(site, 'till');
    expect(told.image).toBe('registry.example.com/till:1.4.2');
    expect(valueOf(told, 'BROKERS')).toBe('europe-kafka-bootstrap:9093');
    expect(valueOf(told, 'COLOUR')).toBe('green');
    expect(valueOf(told, 'CA_FILE')).toMatch(/ca\.crt$/);
    expect(told).toMatchObject({
      livenessProbe: { httpGet: { path: '/health', port: 8080 } },
      resources: { requests: { cpu: '250m' } },
      volumeMounts: expect.arrayContaining([expect.objectContaining({ readOnly: true })]),
    });
  });

  it('with a Jaeger client sends nothing to an OTLP endpoint, and says so', () => {
    const site = newSite();
    const topic = newCluster(site).addTopic('orders', { partitions: 1, replicas: 3 });
    new Producer(site, 'shop', { topic, tracing: Tracing.otlp({ host: 'tempo.example.com' }) });
    expect(findings(site)).toMatchObject([
      { rule: 'tracing-in-reach', path: 'site/shop', remedy: expect.stringContaining('another tracing backend') },
    ]);
  });
});

describe('a Kafka Streams application', () => {
  it.each(['with', 'without'])('%s a user talks to one cluster', (user) => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const open = { listeners: [Listener.plain()], authorization: Authorization.none() };
    const [europe, us] = ['europe', 'us'].map((id) => newCluster(site, id, user === 'with' ? {} : open));
    if (!europe || !us) throw new Error('no clusters');
    const [source, target] = [KafkaTopic.fromTopicName(europe, 'in'), KafkaTopic.fromTopicName(us, 'out')];
    new Streams(site, 'pipe', { source, target });
    expect(findings(site)).toMatchObject([
      { rule: 'cluster-in-reach', path: 'site/pipe', field: 'target', given: 'out of us' },
    ]);
  });

  it('keeps its internal topics', () => {
    const site = newSite({ release: StrimziRelease.V1_2 });
    const cluster = newCluster(site);
    const [source, target] = ['in', 'out'].map((name) => cluster.addTopic(name, { partitions: 1, replicas: 3 }));
    if (!source || !target) throw new Error('no topics');
    new Streams(site, 'pipe', { source, target });
    expect(findings(site)).toEqual([]);
    const rights = JSON.stringify(manifest(site, 'KafkaUser', 'pipe').spec);
    expect(rights).toContain('"name":"pipe-","patternType":"prefix"');
    expect(rights).toContain('"name":"in","patternType":"literal"},"operations":["Read"]');
    expect(rights).toContain('"name":"out","patternType":"literal"},"operations":["Write"]');
  });
});
