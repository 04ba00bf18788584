import { ApiObject, Chart, Cron, JsonPatch, Lazy, type App } from 'cdk8s';
import { CronJob, DaemonSet, Deployment, EnvValue, Job, k8s, Pod, StatefulSet, Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  Authentication,
  Consumer,
  KafkaClient,
  Listener,
  Login,
  Mirror,
  Producer,
  SecretTransport,
  StrimziRelease,
  Tracing,
  type ClientSettings,
  type KafkaClientProps,
  type KafkaCluster,
  type Manifest,
  type Site,
} from '../../src';
import { clientsBeside, readManifest } from '../../src/dialects/read';
import { findings, manifest, manifests, newCluster, newElsewhere, newSite, type AnyManifest } from './harness';

const release = StrimziRelease.V1_2;
const IMAGE = 'registry.example/shop:1.0';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: unknown;
}

interface PodSpec {
  readonly containers: readonly {
    readonly name: string;
    readonly env?: readonly Variable[];
    readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes?: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}

function podOf({ kind, spec }: AnyManifest): PodSpec {
  if (kind === 'Pod') return spec as unknown as PodSpec;
  const of = (kind === 'CronJob' ? (spec as { jobTemplate: { spec: object } }).jobTemplate.spec : spec) as {
    template: { spec: PodSpec };
  };
  return of.template.spec;
}

function envOf(object: AnyManifest, at = 0): Readonly<Record<string, unknown>> {
  const { env = [] } = podOf(object).containers[at] ?? {};
  return Object.fromEntries(env.map(({ name, value, valueFrom }) => [name, value ?? valueFrom]));
}

function shopSite(): { site: Site; cluster: KafkaCluster; orders: ReturnType<KafkaCluster['addTopic']> } {
  const site = newSite({ release });
  const cluster = newCluster(site);
  return { site, cluster, orders: cluster.addTopic('orders', { replicas: 3 }) };
}

const containers = [{ image: IMAGE, name: 'app' }];
const template = { metadata: { labels: { app: 'shop' } }, spec: { containers } };

const WORKLOADS: Readonly<Record<string, (site: Site) => Construct>> = {
  'a Deployment of cdk8s-plus': (site) => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers }),
  'a StatefulSet of cdk8s-plus': (site) =>
    new StatefulSet(site, 'shop', {
      metadata: { name: 'shop' },
      containers: [{ image: IMAGE, name: 'app', portNumber: 8080 }],
    }),
  'a DaemonSet of cdk8s-plus': (site) => new DaemonSet(site, 'shop', { metadata: { name: 'shop' }, containers }),
  'a Job of cdk8s-plus': (site) => new Job(site, 'shop', { metadata: { name: 'shop' }, containers }),
  'a CronJob of cdk8s-plus': (site) =>
    new CronJob(site, 'shop', { metadata: { name: 'shop' }, containers, schedule: Cron.daily() }),
  'a Pod of cdk8s-plus': (site) => new Pod(site, 'shop', { metadata: { name: 'shop' }, containers }),
  'an imported Deployment': (site) =>
    new k8s.KubeDeployment(site, 'shop', {
      metadata: { name: 'shop' },
      spec: { selector: { matchLabels: { app: 'shop' } }, template },
    }),
  'a plain object': (site) =>
    new ApiObject(site, 'shop', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'shop' },
      spec: { serviceName: 'shop', selector: { matchLabels: { app: 'shop' } }, template },
    }),
  'a Service of Knative': (site) =>
    new ApiObject(site, 'shop', {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: { name: 'shop' },
      spec: { template: { spec: { containers } } },
    }),
};

describe('KafkaClient', () => {
  it.each(Object.entries(WORKLOADS))('wires %s, which is known as a client by what is written', (_, make) => {
    const { site, cluster, orders } = shopSite();
    const workload = make(site);
    KafkaClient.of(workload, { cluster, contract: 'kafka-properties', producesTo: [orders], credentialsAs: 'files' });
    expect(findings(site)).toEqual([]);
    const written = ApiObject.of(workload).toJson() as AnyManifest;
    expect(envOf(written)).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'europe-kafka-bootstrap:9093',
      KAFKA_SSL_KEYSTORE_KEY: '${directory:/etc/kafka-credentials/user:user.key}',
    });
    expect(podOf(written).volumes).toEqual(
      expect.arrayContaining([
        { name: 'cluster-ca', secret: { secretName: 'europe-cluster-ca-cert' } },
        { name: 'user', secret: { secretName: 'shop' } },
      ]),
    );
    expect(readManifest(written)).toMatchObject({
      noun: 'client',
      record: {
        name: 'shop',
        role: { type: 'producer', topic: 'orders' },
        endpoint: { bootstrapServers: 'europe-kafka-bootstrap:9093', credentials: { type: 'tls', secret: 'shop' } },
        credentialsAs: 'files',
      },
    });
    expect(manifest(site, 'KafkaUser', 'shop').spec).toMatchObject({
      authorization: { acls: [{ resource: { name: 'orders' }, operations: ['Write'] }] },
    });
  });

  it('leaves what the team wrote as it is, and adds to it', () => {
    const { site, cluster, orders } = shopSite();
    const deployment = new Deployment(site, 'shop', { metadata: { name: 'shop' } });
    KafkaClient.of(deployment, { cluster, contract: 'spring-boot', consumesFrom: [orders], credentialsAs: 'pkcs12' });
    const app = deployment.addContainer({ image: IMAGE, envVariables: { COLOUR: EnvValue.fromValue('green') } });
    app.mount('/cache', Volume.fromEmptyDir(site, 'cache', 'user'));
    ApiObject.of(deployment).addJsonPatch(JsonPatch.add('/spec/template/spec/priorityClassName', 'high'));
    expect(findings(site)).toEqual([]);
    const pod = podOf(manifest(site, 'Deployment', 'shop'));
    expect(pod).toMatchObject({ priorityClassName: 'high' });
    const [container] = pod.containers;
    expect(container?.env?.at(-1)).toEqual({ name: 'COLOUR', value: 'green' });
    expect(container?.volumeMounts?.map(({ name }) => name)).toEqual(['user', 'cluster-ca', 'kafka-user']);
    expect(pod.volumes?.map(({ name }) => name)).toEqual(['user', 'cluster-ca', 'kafka-user']);
    expect(manifest(site, 'Deployment', 'shop')).toEqual(manifest(site, 'Deployment', 'shop'));
  });

  it('mounts Secrets as volumes whose names no other has, nor a claim of a StatefulSet', () => {
    const { site, cluster, orders } = shopSite();
    const workload = new ApiObject(site, 'shop', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'shop' },
      spec: {
        template: { spec: { containers, volumes: [{ name: 'user', emptyDir: {} }] } },
        volumeClaimTemplates: [{ metadata: { name: 'kafka-user' } }, { metadata: { name: 'cluster-ca' } }],
      },
    });
    KafkaClient.of(workload, { cluster, contract: 'librdkafka', producesTo: [orders], credentialsAs: 'files' });
    const { volumes, containers: wired } = podOf(manifest(site, 'StatefulSet', 'shop'));
    expect(volumes?.map(({ name }) => name)).toEqual(['user', 'kafka-cluster-ca', 'kafka-kafka-user']);
    expect(wired[0]?.volumeMounts?.map(({ name }) => name)).toEqual(['kafka-cluster-ca', 'kafka-kafka-user']);
  });

  it.each(['/etc/kafka-credentials/user', '/etc/kafka-credentials/user/'])(
    'tells what the container mounts at %s itself, which counts',
    (mountPath) => {
      const { site, cluster, orders } = shopSite();
      const own = { name: 'own', mountPath };
      const workload = new ApiObject(site, 'shop', {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'shop' },
        spec: { containers: [{ ...containers[0], volumeMounts: [own] }], volumes: [{ name: 'own', emptyDir: {} }] },
      });
      KafkaClient.of(workload, { cluster, contract: 'librdkafka', producesTo: [orders], credentialsAs: 'files' });
      expect(findings(site)).toMatchObject([
        {
          rule: 'client-variable',
          path: 'site/shop/kafka-client',
          field: 'spec.containers[0].volumeMounts[0].mountPath',
          given: '/etc/kafka-credentials/user',
          message: 'The container mounts a volume there itself, and the Secret "shop" is left out.',
        },
      ]);
      const pod = podOf(manifest(site, 'Pod', 'shop'));
      expect(pod.containers[0]?.volumeMounts).toMatchObject([own, { mountPath: '/etc/kafka-credentials/cluster-ca' }]);
      expect(pod.volumes?.map(({ name }) => name)).toEqual(['own', 'cluster-ca']);
    },
  );

  it('tells what the container sets itself, which counts', () => {
    const { site, cluster, orders } = shopSite();
    const deployment = new Deployment(site, 'shop', {
      metadata: { name: 'shop' },
      containers: [{ image: IMAGE, envVariables: { KAFKA_GROUP_ID: EnvValue.fromValue('other') } }],
    });
    KafkaClient.of(deployment, { cluster, contract: 'kafka-properties', consumesFrom: [orders] });
    expect(findings(site)).toMatchObject([
      {
        rule: 'client-variable',
        severity: 'warning',
        path: 'site/shop/kafka-client',
        field: 'spec.template.spec.containers[0].env[0].name',
        given: 'KAFKA_GROUP_ID',
      },
      { rule: 'client-rights', given: 'Read on group other' },
    ]);
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({ KAFKA_GROUP_ID: 'other' });
  });

  it('tells the container that is named, and says in the annotation which it is', () => {
    const { site, cluster, orders } = shopSite();
    const deployment = new Deployment(site, 'shop', { metadata: { name: 'shop' } });
    deployment.addContainer({ image: IMAGE, name: 'proxy' });
    const app = deployment.addContainer({ image: IMAGE, name: 'app', portNumber: 8080 });
    KafkaClient.of(deployment, { cluster, contract: 'librdkafka', producesTo: [orders], container: app });
    expect(findings(site)).toEqual([]);
    const written = manifest(site, 'Deployment', 'shop');
    expect(envOf(written, 0)).toEqual({});
    expect(envOf(written, 1)).toMatchObject({ KAFKA_SECURITY_PROTOCOL: 'SSL' });
    expect(readManifest(written)).toMatchObject({ record: { container: 'app', role: { type: 'producer' } } });
  });

  it('does several things as one user of the group that it is', () => {
    const { site, cluster, orders } = shopSite();
    const bills = cluster.addTopic('bills', { replicas: 3 });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    const client = KafkaClient.of(workload, {
      cluster,
      contract: 'spring-boot',
      producesTo: [bills],
      consumesFrom: [orders, bills],
      applicationId: 'joiner',
      exactlyOnce: true,
    });
    expect(findings(site)).toEqual([]);
    expect(client.role).toMatchObject({ type: 'program', applicationId: 'joiner', consumesFrom: ['orders', 'bills'] });
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({ SPRING_KAFKA_STREAMS_APPLICATIONID: 'joiner' });
    const acls = JSON.stringify(manifest(site, 'KafkaUser', 'shop').spec);
    for (const part of ['"transactionalId"', '"joiner-"', '"group"', '"Write"']) expect(acls).toContain(part);
  });

  it('is a streams application, a producer or a consumer where that says all of it', () => {
    const { site, cluster, orders } = shopSite();
    const roles: [Partial<KafkaClientProps>, object][] = [
      [{ producesTo: [orders] }, { type: 'producer', topic: 'orders' }],
      [{ consumesFrom: [orders] }, { type: 'consumer', topic: 'orders', group: 'c1' }],
      [
        { consumesFrom: [orders], group: 'g' },
        { type: 'consumer', topic: 'orders', group: 'g' },
      ],
      [
        { producesTo: [orders], consumesFrom: [orders], applicationId: 'x' },
        { type: 'streams', source: 'orders', target: 'orders', applicationId: 'x' },
      ],
      [
        { producesTo: [orders], consumesFrom: [orders] },
        { type: 'program', group: 'c4' },
      ],
      [{}, { type: 'other' }],
    ];
    roles.forEach(([props, role], at) => {
      const workload = new Deployment(site, `c${at}`, { metadata: { name: `c${at}` }, containers });
      const client = KafkaClient.of(workload, { cluster, contract: 'kafka-properties', ...props });
      expect({ ...client.role }).toMatchObject(role);
    });
    expect(findings(site)).toEqual([]);
  });

  it('names variables by a table or a function of the team', () => {
    const site = newSite({ release });
    const listeners = [Listener.tls({ authentication: Authentication.scramSha512() })];
    const cluster = newCluster(site, 'europe', { listeners });
    const orders = cluster.addTopic('orders', { replicas: 3 });
    const table = new Deployment(site, 'table', { metadata: { name: 'table' }, containers });
    const variables = {
      bootstrapServers: 'BROKERS',
      topic: 'TOPIC',
      caCertificate: 'CA',
      username: 'NAME',
      password: 'PASSWORD',
    };
    KafkaClient.of(table, { cluster, contract: 'generic', variables, producesTo: [orders] });
    const custom = new Deployment(site, 'custom', { metadata: { name: 'custom' }, containers });
    KafkaClient.of(custom, {
      cluster,
      contract: ({ bootstrapServers, username = '', password, caCertificate, pathOf, consumesFrom, group = '' }) => ({
        URL: `kafka://${username}@${bootstrapServers}/${consumesFrom.join('+')}?group=${group}`,
        CA_FILE: (caCertificate && pathOf(caCertificate)) ?? '',
        ...(password && { PASSWORD: password }),
      }),
      consumesFrom: [orders],
      credentialsAs: 'files',
    });
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'table'))).toEqual({
      CA: { secretKeyRef: { name: 'europe-cluster-ca-cert', key: 'ca.crt' } },
      NAME: 'table',
      PASSWORD: { secretKeyRef: { name: 'table', key: 'password' } },
      BROKERS: 'europe-kafka-bootstrap:9093',
      TOPIC: 'orders',
    });
    expect(envOf(manifest(site, 'Deployment', 'custom'))).toEqual({
      URL: 'kafka://custom@europe-kafka-bootstrap:9093/orders?group=custom',
      CA_FILE: '/etc/kafka-credentials/cluster-ca/ca.crt',
      PASSWORD: { secretKeyRef: { name: 'custom', key: 'password' } },
    });
    expect(readManifest(manifest(site, 'Deployment', 'custom'))).toMatchObject({
      record: { contract: 'own', role: { type: 'consumer', topic: 'orders', group: 'custom' } },
    });
  });

  it('is told where its traces go', () => {
    const { site, cluster, orders } = shopSite();
    const tracing = Tracing.otlp({ host: 'tempo' });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', producesTo: [orders], tracing });
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({
      OTEL_SERVICE_NAME: 'shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://tempo:4317',
    });
  });

  it('counts for mirrors as other consumers do: its group is copied', () => {
    const site = newSite({ release });
    const [europe, us] = [newCluster(site, 'europe'), newCluster(site, 'us')];
    const orders = europe.addTopic('orders', { replicas: 3 });
    new Mirror(site, 'mirror', { source: europe, target: us, topics: [orders] });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster: europe, contract: 'quarkus', consumesFrom: [orders], group: 'billing' });
    const other = new Deployment(site, 'reader', { metadata: { name: 'reader' }, containers });
    KafkaClient.of(other, { cluster: us, contract: 'quarkus', consumesFrom: [orders.at(us)] });
    expect(findings(site)).toEqual([]);
    expect(JSON.stringify(manifest(site, 'KafkaMirrorMaker2', 'mirror').spec)).toContain('billing');
  });

  it('counts for mirrors where nobody is asked who they are, too', () => {
    const site = newSite({ release });
    const open = newCluster(site, 'open', { listeners: [Listener.plain()] });
    const orders = open.addTopic('orders', { replicas: 3 });
    new Mirror(site, 'mirror', { source: open, target: newCluster(site, 'us'), topics: [orders] });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster: open, contract: 'quarkus', consumesFrom: [orders], group: 'billing' });
    const users = manifests(site).filter(({ kind }) => kind === 'KafkaUser');
    expect(JSON.stringify(users)).toContain('billing');
  });

  it('has the Secrets of another site brought, with the stores that it takes', () => {
    const site = newSite({ release });
    const orders = newCluster(site, 'europe', {
      listeners: [Listener.tls(), Listener.loadBalancer({ name: 'outside', address: 'europe.example.com:9094' })],
    }).addTopic('orders', { replicas: 3 });
    const there = newElsewhere(site, 'there', {
      secretTransport: SecretTransport.externalSecrets({ store: 'vault' }),
    });
    const workload = new Deployment(there, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, {
      cluster: orders.cluster,
      contract: 'kafka-properties',
      producesTo: [orders],
      credentialsAs: 'pkcs12',
    });
    expect(findings(site)).toEqual([]);
    const brought = manifests(there).filter(({ kind }) => kind === 'ExternalSecret');
    const keys = JSON.stringify(brought);
    for (const key of ['ca.p12', 'ca.password', 'user.p12', 'user.password']) expect(keys).toContain(key);
  });

  it('takes a user of the team, or none where nobody is asked who they are', () => {
    const { site, cluster, orders } = shopSite();
    const user = cluster.addUser('team');
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    expect(KafkaClient.of(workload, { cluster, contract: 'quarkus', producesTo: [orders], user }).user).toBe(user);
    const open = newCluster(site, 'open', { listeners: [Listener.plain()] });
    const another = new Deployment(site, 'other', { metadata: { name: 'other' }, containers });
    const anonymous = KafkaClient.of(another, { cluster: open, contract: 'quarkus', credentialsAs: 'pkcs12' });
    expect(anonymous.user).toBeUndefined();
    expect(envOf(manifest(site, 'Deployment', 'other'))).toEqual({
      KAFKA_SECURITY_PROTOCOL: 'PLAINTEXT',
      KAFKA_BOOTSTRAP_SERVERS: 'open-kafka-bootstrap:9092',
    });
    expect(podOf(manifest(site, 'Deployment', 'other'))).not.toHaveProperty('volumes');
  });
});

describe('a workload of two clusters', () => {
  const OTHER = { contract: 'quarkus', prefix: 'US_' } as const;
  const twice = (props: Partial<KafkaClientProps>, first: Partial<KafkaClientProps> = {}) => {
    const { site, cluster, orders } = shopSite();
    const us = newCluster(site, 'us');
    const bills = us.addTopic('bills', { replicas: 3 });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', consumesFrom: [orders], ...first });
    const client = KafkaClient.of(workload, { cluster: us, contract: 'quarkus', producesTo: [bills], ...props });
    return { site, us, client };
  };

  it('is told of each in variables of its own, as a user of each', () => {
    const { site } = twice(OTHER);
    expect(findings(site)).toEqual([]);
    const written = manifest(site, 'Deployment', 'shop');
    expect(envOf(written)).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'europe-kafka-bootstrap:9093',
      KAFKA_SSL_KEYSTORE_KEY: { secretKeyRef: { name: 'shop', key: 'user.key' } },
      US_KAFKA_BOOTSTRAP_SERVERS: 'us-kafka-bootstrap:9093',
      US_KAFKA_SECURITY_PROTOCOL: 'SSL',
      US_KAFKA_SSL_KEYSTORE_TYPE: 'PEM',
      US_KAFKA_SSL_KEYSTORE_KEY: { secretKeyRef: { name: 'shop-us', key: 'user.key' } },
    });
    expect(JSON.stringify(written.metadata)).toContain('orders');
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'shop'))).toContain('orders');
    expect(JSON.stringify(manifest(site, 'KafkaUser', 'shop-us'))).toContain('bills');
  });

  it('has the files of each in a folder of its own', () => {
    const files = { contract: 'kafka-properties', credentialsAs: 'files' } as const;
    const { site } = twice({ ...files, prefix: 'US_' }, files);
    expect(findings(site)).toEqual([]);
    const pod = podOf(manifest(site, 'Deployment', 'shop'));
    expect(pod.containers[0]?.volumeMounts).toMatchObject([
      { name: 'cluster-ca', mountPath: '/etc/kafka-credentials/cluster-ca' },
      { name: 'user', mountPath: '/etc/kafka-credentials/user' },
      { name: 'us-cluster-ca', mountPath: '/etc/kafka-credentials/us/cluster-ca' },
      { name: 'us-user', mountPath: '/etc/kafka-credentials/us/user' },
    ]);
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({
      US_KAFKA_SSL_KEYSTORE_KEY: '${directory:/etc/kafka-credentials/us/user:user.key}',
    });
  });

  it('is read back, whatever its names begin with', () => {
    const both = { contract: 'spring-boot', prefix: 'EU_' } as const;
    const { site } = twice({ ...both, prefix: 'US_' }, both);
    expect(readManifest(manifest(site, 'Deployment', 'shop'))?.record).toMatchObject({
      contract: 'spring-boot',
      prefix: 'EU_',
      role: { type: 'consumer', topic: 'orders', group: 'shop' },
      endpoint: { bootstrapServers: 'europe-kafka-bootstrap:9093', credentials: { type: 'tls', secret: 'shop' } },
    });
  });

  it('is read as both, by an annotation for each', () => {
    const { site } = twice(OTHER);
    const written = manifest(site, 'Deployment', 'shop');
    const { annotations } = written.metadata as { annotations?: Record<string, string> };
    expect(Object.keys(annotations ?? {})).toEqual(['cdk8s-strimzi/client', 'cdk8s-strimzi/client-2']);
    const described = readManifest(written);
    expect(described && clientsBeside(written as Manifest, described)).toMatchObject([
      {
        name: 'shop',
        prefix: 'US_',
        role: { type: 'producer', topic: 'bills' },
        endpoint: { bootstrapServers: 'us-kafka-bootstrap:9093', credentials: { secret: 'shop-us' } },
      },
    ]);
  });

  it('is told once that both would be in the same variables', () => {
    const { site } = twice({});
    const found = findings(site);
    expect(found).toMatchObject([
      { rule: 'client-workload', path: 'site/shop/kafka-client-2', field: 'prefix', given: 'no prefix' },
    ]);
    expect(found[0]?.message).toContain('The container is told of europe in the same variables and places: KAFKA_');
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'europe-kafka-bootstrap:9093',
    });
  });

  it('may say the same twice where both mean the same', () => {
    const tracing = Tracing.otlp({ host: 'tempo' });
    expect(findings(twice({ ...OTHER, tracing }, { tracing }).site)).toEqual([]);
  });

  it('has images that know one cluster alone', () => {
    const { site } = twice({ contract: 'test-clients', prefix: 'US_' });
    expect(findings(site)).toMatchObject([{ rule: 'client-contract', field: 'prefix', allowed: 'no prefix' }]);
  });

  it('has a container for each', () => {
    const { site, cluster, orders } = shopSite();
    const us = newCluster(site, 'us');
    const workload = new Deployment(site, 'shop', {
      metadata: { name: 'shop' },
      containers: [...containers, { image: IMAGE, name: 'second' }],
    });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', consumesFrom: [orders] });
    KafkaClient.of(workload, { cluster: us, contract: 'quarkus', container: 'second' });
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'shop'), 1)).toMatchObject({
      KAFKA_BOOTSTRAP_SERVERS: 'us-kafka-bootstrap:9093',
    });
  });
});

describe('a workload that cannot be wired', () => {
  function told(make: (site: Site) => Construct, props: Partial<KafkaClientProps> = {}) {
    const { site, cluster, orders } = shopSite();
    KafkaClient.of(make(site), { cluster, contract: 'kafka-properties', producesTo: [orders], ...props });
    return findings(site);
  }

  it('has no container of the name, or none at all', () => {
    const named = told((site) => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers }), {
      container: 'application',
    });
    expect(named).toMatchObject([
      { rule: 'client-workload', given: 'application', allowed: 'app', field: 'spec.template.spec.containers' },
    ]);
    const none = told(
      (site) => new ApiObject(site, 'shop', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' } }),
    );
    expect(none).toMatchObject([{ rule: 'client-workload', message: 'There is no container to tell.' }]);
  });

  it('has no object, or one that the library writes', () => {
    expect(told((site) => new Chart(site, 'chart'))).toMatchObject([{ rule: 'client-workload' }]);
    const ours = told((site) => {
      const topic = newCluster(site, 'other').addTopic('bills', { replicas: 3 });
      return new Consumer(site, 'warehouse', { topic });
    });
    expect(ours).toMatchObject([{ rule: 'client-workload', given: 'Deployment' }]);
  });

  it('is told of its cluster already', () => {
    const { site, cluster, orders } = shopSite();
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', producesTo: [orders] });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', producesTo: [orders] });
    expect(findings(site)).toMatchObject([{ rule: 'client-workload', path: 'site/shop/kafka-client-2' }]);
  });

  it('is in another namespace than its site', () => {
    const elsewhere = told(
      (site) => new Deployment(site, 'shop', { metadata: { name: 'shop', namespace: 'team' }, containers }),
    );
    expect(elsewhere).toContainEqual(
      expect.objectContaining({ rule: 'client-workload', given: 'team', allowed: 'site', field: 'metadata.namespace' }),
    );
  });

  describe('is a user with a login', () => {
    const oauth = Login.oauth({
      clientId: 'shop',
      tokenEndpointUri: 'https://sso.example.com/token',
      clientSecret: { secret: 'sso', key: 'secret' },
    });
    const kerberos = Login.custom({ sasl: true, config: { 'sasl.mechanism': 'GSSAPI', 'sasl.jaas.config': 'hidden' } });
    const clientCertificate = Login.custom({ config: { 'ssl.keystore.type': 'PEM' } });
    const withLogin = (login: Login) => {
      const site = newSite({ release });
      const authentication = Authentication.custom({ sasl: true });
      const cluster = newCluster(site, 'europe', { listeners: [Listener.tls({ authentication })] });
      return {
        site,
        cluster,
        orders: cluster.addTopic('orders', { replicas: 3 }),
        user: cluster.addUser('shop', { login }),
      };
    };
    const wired = (contract: KafkaClientProps['contract'], login: Login, env: Record<string, EnvValue> = {}): Site => {
      const { site, ...edge } = withLogin(login);
      const workload = new Deployment(site, 'app', {
        metadata: { name: 'app' },
        containers: [{ image: IMAGE, name: 'app', envVariables: env }],
      });
      KafkaClient.of(workload, { cluster: edge.cluster, user: edge.user, contract, producesTo: [edge.orders] });
      return site;
    };

    it.each([
      ['spring-boot', 'SPRING_KAFKA_PROPERTIES_SASL'],
      ['quarkus', 'KAFKA_SASL'],
      ['kafka-properties', 'KAFKA_SASL'],
    ] as const)('that %s is told of, with its secret from a Secret', (contract, properties) => {
      const site = wired(contract, oauth);
      expect(findings(site)).toEqual([]);
      expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
        [`${properties}_MECHANISM`]: 'OAUTHBEARER',
        [`${properties}_JAAS_CONFIG`]: 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;',
        [`${properties}_LOGIN_CALLBACK_HANDLER_CLASS`]:
          'io.strimzi.kafka.oauth.client.JaasClientOauthLoginCallbackHandler',
        OAUTH_TOKEN_ENDPOINT_URI: 'https://sso.example.com/token',
        OAUTH_CLIENT_ID: 'shop',
        OAUTH_CLIENT_SECRET: { secretKeyRef: { name: 'sso', key: 'secret' } },
      });
    });

    it('that librdkafka is told of in its own properties', () => {
      const site = wired('librdkafka', oauth);
      expect(findings(site)).toEqual([]);
      expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
        KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
        KAFKA_SASL_MECHANISM: 'OAUTHBEARER',
        KAFKA_SASL_OAUTHBEARER_METHOD: 'oidc',
        KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL: 'https://sso.example.com/token',
        KAFKA_SASL_OAUTHBEARER_CLIENT_ID: 'shop',
        KAFKA_SASL_OAUTHBEARER_CLIENT_SECRET: { secretKeyRef: { name: 'sso', key: 'secret' } },
      });
    });

    it('that librdkafka has no property for', () => {
      const token = Login.oauth({ accessToken: { secret: 'sso', key: 'token' } });
      expect(findings(wired('librdkafka', token))).toMatchObject([
        {
          rule: 'client-contract',
          path: 'site/app/kafka-client',
          field: 'user',
          given: 'oauth',
          allowed: "KAFKA_SASL_MECHANISM in variables of the team's own",
          message: "Nothing tells programs on librdkafka of accessToken, which the user's login has.",
        },
      ]);
    });

    it('whose settings are properties of the client, with the secret that they name', () => {
      const plain = Login.custom({
        sasl: true,
        config: {
          'sasl.mechanism': 'PLAIN',
          'sasl.jaas.config': 'Plain required username="$a" password="$(PASSWORD)";',
        },
        secrets: { PASSWORD: { secret: 'shop', key: 'password' } },
      });
      const site = wired('quarkus', plain);
      expect(findings(site)).toEqual([]);
      const env = envOf(manifest(site, 'Deployment', 'app'));
      expect(env).toMatchObject({
        PASSWORD: { secretKeyRef: { name: 'shop', key: 'password' } },
        KAFKA_SASL_MECHANISM: 'PLAIN',
        KAFKA_SASL_JAAS_CONFIG: 'Plain required username="$$a" password="$(PASSWORD)";',
      });
      const names = Object.keys(env);
      expect(names.indexOf('PASSWORD')).toBeLessThan(names.indexOf('KAFKA_SASL_JAAS_CONFIG'));
      expect(findings(wired('librdkafka', plain))).toMatchObject([
        { rule: 'client-contract', message: expect.stringContaining('sasl.jaas.config') },
      ]);
    });

    it('that trusts two certificates, of which a variable holds one', () => {
      const trust = ['ca.crt', 'old.crt'].map((certificate) => ({ secret: 'sso-ca', certificate }));
      const token = Login.oauth({ accessToken: { secret: 'sso', key: 'token' }, trust });
      expect(findings(wired('spring-boot', token))).toMatchObject([{ given: 'trust', allowed: 'one certificate' }]);
    });

    it("that variables tell whose names are the team's", () => {
      const { site, cluster, orders, user } = withLogin(oauth);
      const workload = new Deployment(site, 'app', { metadata: { name: 'app' }, containers });
      const variables = {
        bootstrapServers: 'BROKERS',
        caCertificate: 'CA',
        saslMechanism: 'MECHANISM',
        oauthTokenEndpointUri: 'TOKENS',
        oauthClientId: 'ID',
      };
      KafkaClient.of(workload, { cluster, user, contract: 'generic', variables, producesTo: [orders] });
      expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
        MECHANISM: 'OAUTHBEARER',
        TOKENS: 'https://sso.example.com/token',
        ID: 'shop',
      });
      expect(findings(site)).toMatchObject([
        { rule: 'client-contract', message: expect.stringContaining('of clientSecret, which') },
      ]);
    });

    it('that no image of its contract takes', () => {
      expect(findings(wired('hello-world', kerberos))).toContainEqual(
        expect.objectContaining({
          rule: 'client-contract',
          field: 'user',
          allowed: 'KafkaClient with a function as the contract, which names the variables',
        }),
      );
    });

    it('that variables of its own tell', () => {
      const env = Object.fromEntries(
        ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_JAAS_CONFIG'].map((name) => [name, EnvValue.fromValue('mine')]),
      );
      const site = wired('kafka-properties', oauth, env);
      expect(findings(site)).toEqual([]);
      expect(envOf(manifest(site, 'Deployment', 'app'))).toMatchObject({
        KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
        KAFKA_SASL_MECHANISM: 'mine',
      });
    });

    it.each([
      [oauth, { PROTOCOL: 'SASL_SSL', MECHANISM: 'OAUTHBEARER' }],
      [kerberos, { PROTOCOL: 'SASL_SSL', MECHANISM: 'GSSAPI' }],
      [clientCertificate, { PROTOCOL: 'SSL', MECHANISM: '' }],
    ])('that a function tells, and no annotation', (login, variables) => {
      const site = wired(
        ({ securityProtocol, saslMechanism = '' }) => ({ PROTOCOL: securityProtocol, MECHANISM: saslMechanism }),
        login,
      );
      expect(findings(site).filter(({ rule }) => rule.startsWith('client'))).toEqual([]);
      const written = manifest(site, 'Deployment', 'app');
      expect(envOf(written)).toEqual(variables);
      expect(JSON.stringify(written)).not.toContain('hidden');
    });

    it('that a function is told, keys of Secrets and all', () => {
      let told: ClientSettings | undefined;
      manifest(
        wired((settings) => {
          told = settings;
          return {};
        }, oauth),
        'Deployment',
        'app',
      );
      expect(told?.oauth).toEqual({
        tokenEndpointUri: 'https://sso.example.com/token',
        clientId: 'shop',
        clientSecret: { secret: 'sso', key: 'secret' },
      });
    });

    it('that an application of the library is told of, unless its variables tell', () => {
      const { site, cluster, orders, user } = withLogin(oauth);
      const props = { topic: orders, user, image: IMAGE, contract: 'strimzi-examples' } as const;
      const env = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_JAAS_CONFIG'].map((name) => ({ name, value: 'mine' }));
      new Producer(site, 'mine', { ...props, env });
      new Producer(site, 'ours', props);
      new Producer(site, 'rejected', {
        ...props,
        user: cluster.addUser('kerberos', { login: kerberos }),
        contract: 'test-clients',
      });
      const variables = (name: string) => envOf(manifest(site, 'Deployment', name));
      expect(variables('ours')).toHaveProperty('OAUTH_CLIENT_SECRET');
      expect(variables('mine')).not.toHaveProperty('OAUTH_CLIENT_SECRET');
      expect(variables('mine')).toMatchObject({ KAFKA_SASL_MECHANISM: 'mine', KAFKA_SECURITY_PROTOCOL: 'SASL_SSL' });
      const found = findings(site).filter(({ rule }) => rule !== 'client-variables');
      expect(found).toMatchObject([{ path: 'site/rejected', given: 'custom' }]);
      expect(found[0]?.remedy).toContain('Set SASL_MECHANISM and SASL_JAAS_CONFIG');
    });
  });

  it('is within no site', () => {
    const { site, cluster } = shopSite();
    const chart = new Chart(site.node.scope as App, 'plain');
    const workload = new Deployment(chart, 'shop', { containers });
    expect(() => KafkaClient.of(workload, { cluster, contract: 'quarkus' })).toThrow('not within a Site');
  });

  it('has a contract that cannot say what it needs', () => {
    const made = (site: Site): Construct => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    expect(told(made, { contract: 'quarkus', credentialsAs: 'files' })).toEqual([]);
    expect(told(made, { contract: 'quarkus', credentialsAs: 'files', prefix: 'US_' })).toMatchObject([
      {
        rule: 'client-contract',
        field: 'credentialsAs',
        given: 'files',
        remedy: 'Take environment, pkcs12, or another contract.',
      },
    ]);
    expect(told(made, { contract: 'generic', variables: { bootstrapServers: 'BROKERS' } })).toMatchObject([
      { rule: 'client-contract', field: 'variables.caCertificate' },
      { rule: 'client-contract', field: 'variables.userCertificate' },
      { rule: 'client-contract', field: 'variables.userKey' },
    ]);
  });

  describe('has a function for a contract that', () => {
    const toldOf = (contract: unknown) =>
      told((site) => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers }), {
        contract: contract as KafkaClientProps['contract'],
      });
    const path = 'site/shop/kafka-client';

    it.each([
      [8080, 8080, 'a number'],
      [true, true, 'a boolean'],
      [Number.NaN, Number.NaN, 'NaN'],
      [undefined, 'nothing', 'nothing'],
      [null, null, 'null'],
      [Lazy.any({ produce: () => 'x' }), 'a value that is known at last', 'has to be known at once'],
    ])('gives %p for a variable', (value, given, kind) => {
      expect(toldOf(() => ({ PORT: value, NAME: 'shop' }))).toMatchObject([
        {
          rule: 'prop-type',
          path,
          field: 'contract()["PORT"]',
          given,
          message: expect.stringContaining(kind) as string,
          allowed: 'a text or an object with secret, key',
        },
      ]);
    });

    it('gives what the user does not have, or half of a Secret', () => {
      expect(toldOf(({ password }: { password: unknown }) => ({ PASSWORD: password }))).toMatchObject([
        { rule: 'prop-type', field: 'contract()["PASSWORD"]', given: 'nothing' },
      ]);
      expect(toldOf(() => ({ TOKEN: { secret: 'shop' } }))).toMatchObject([
        { rule: 'prop-missing', path, field: 'contract()["TOKEN"]["key"]' },
      ]);
    });

    it.each([
      [() => undefined, 'nothing'],
      [() => null, null],
      [() => 'x', 'x'],
      [() => ['x'], 'a list of 1'],
      [() => Promise.resolve({ PORT: '1' }), 'a Promise'],
      [() => Promise.reject(new Error('nobody waits')), 'a Promise'],
    ])('is %p', (contract, given) => {
      expect(toldOf(contract)).toMatchObject([{ rule: 'prop-type', path, field: 'contract()', given }]);
    });

    it('throws', () => {
      const thrown = toldOf(() => {
        throw new Error('no such region');
      });
      expect(thrown).toMatchObject([{ rule: 'client-contract', path, field: 'contract()' }]);
      expect(thrown[0]?.message).toContain('no such region');
    });

    it('is asked once for the same settings, however often the object is looked at', () => {
      const { site, cluster, orders } = shopSite();
      const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
      let asked = 0;
      KafkaClient.of(workload, { cluster, consumesFrom: [orders], contract: () => ({ ASKED: String((asked += 1)) }) });
      expect(asked).toBe(0);
      expect(findings(site)).toEqual([]);
      expect(envOf(manifest(site, 'Deployment', 'shop'))).toEqual({ ASKED: '1' });
      expect(asked).toBe(1);
    });

    it('keeps the variables that are sound beside others', () => {
      const { site, cluster } = shopSite();
      const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
      const contract = (() => ({ PORT: 8080, NAME: 'shop' })) as unknown as KafkaClientProps['contract'];
      KafkaClient.of(workload, { cluster, contract });
      expect(envOf(manifest(site, 'Deployment', 'shop'))).toEqual({ NAME: 'shop' });
    });
  });

  it('reads a topic of another cluster, which is told once', () => {
    const { site, cluster, orders } = shopSite();
    const bills = newCluster(site, 'us').addTopic('bills', { replicas: 3 });
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    KafkaClient.of(workload, { cluster, contract: 'quarkus', consumesFrom: [orders, bills] });
    expect(findings(site)).toMatchObject([
      { rule: 'cluster-in-reach', field: 'consumesFrom[1]', given: 'bills of us', allowed: 'a topic of europe' },
    ]);
  });

  it('is told what is wrong with its props', () => {
    const { site, cluster } = shopSite();
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    const props = { cluster, contract: 'spring', producesTos: [] } as unknown as KafkaClientProps;
    KafkaClient.of(workload, props);
    expect(findings(site)).toMatchObject([{ rule: 'prop-value', given: 'spring' }, { rule: 'prop-unknown' }]);
  });
});
