import { ApiObject, Cron, JsonPatch } from 'cdk8s';
import { CronJob, DaemonSet, Deployment, EnvValue, Job, k8s, Pod, StatefulSet, Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  Authentication,
  KafkaClient,
  Listener,
  Mirror,
  SecretTransport,
  Tracing,
  type KafkaClientProps,
  type Site,
} from '../../src';
import { readManifest } from '../../src/dialects/read';
import { findings, manifest, manifests, newCluster, newElsewhere, newSite, type AnyManifest } from './harness';
import { containers, envOf, IMAGE, podOf, release, shopSite, template } from './workloads';

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
