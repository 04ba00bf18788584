import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Manifest } from '../../../src/dialects/common/codec';
import { writeEnv } from '../../../src/dialects/common/pods';
import { dialect } from '../../../src/dialects/kubernetes';
import { dialect as openshift } from '../../../src/dialects/openshift';
import type { ClientRecord, WorkloadKind } from '../../../src/model/client';
import { clientsOf, clients, CONTRACTS, foreignVariables, workloadKinds } from '../../arbitraries/clients';
import { others } from '../../arbitraries/tracing';
import { told } from '../told';

const WORKSHOP = join(__dirname, '../../../../shared/reference/workshop');
const there = existsSync(WORKSHOP);

const plain: ClientRecord = {
  name: 'orders',
  role: { type: 'producer', topic: 'orders' },
  contract: 'hello-world',
  image: 'strimzi/hello-world-producer:latest',
  replicas: 1,
  endpoint: { bootstrapServers: 'europe-kafka-bootstrap:9092' },
  delayMs: 1000,
  restricted: false,
};

describe('client', () => {
  for (const contract of CONTRACTS) {
    it(`reads back every application of the contract ${contract} as it was written`, () => {
      fc.assert(
        fc.property(clientsOf(contract), (client) => {
          expect(told(dialect.client, 'client', client)).toEqual([]);
          expect(dialect.client.read(dialect.client.write(client))).toEqual(client);
          expect(openshift.client.read(openshift.client.write(client))).toEqual(client);
        }),
      );
    });
  }

  it('reads back every application in another object than a Deployment, whatever the kind', () => {
    const others = fc
      .tuple(fc.constantFrom(...CONTRACTS).chain(clientsOf), workloadKinds)
      .map(([client, workload]) => inWorkload(client, workload));
    fc.assert(
      fc.property(others, (client) => {
        const codec = dialect.workload(client.workload);
        expect(told(codec, 'client', client)).toEqual([]);
        expect(codec.read(codec.write(client))).toEqual(client);
      }),
      { numRuns: 300 },
    );
  });

  it('writes the same for the same record, and leaves the record alone', () => {
    fc.assert(
      fc.property(clients, (client) => {
        const before = structuredClone(client);
        expect(JSON.stringify(dialect.client.write(client))).toBe(JSON.stringify(dialect.client.write(client)));
        expect(client).toEqual(before);
      }),
    );
  });

  it('loses nothing of a Deployment that somebody else wrote', () => {
    const open = ['spec.template.spec.nodeSelector', 'spec.strategy', 'spec.template.metadata.labels'];
    const manifests = others(
      clients.map((record) => dialect.client.write(record)),
      open,
    ).filter(hasNamedVariables);
    fc.assert(
      fc.property(manifests, (manifest) => {
        expect(dialect.client.write(dialect.client.read(manifest))).toEqual(manifest);
      }),
    );
  });

  it('loses nothing of another workload that somebody else wrote, whatever its annotation says', () => {
    const annotation = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            role: fc.constantFrom('program', 'consumer', 'other', 7),
            contract: fc.oneof(fc.constantFrom(...CONTRACTS), fc.anything()),
            container: fc.anything(),
            variables: fc.anything(),
            producesTo: fc.anything(),
            endpoint: fc.anything(),
            credentialsAs: fc.anything(),
          },
          { requiredKeys: ['role'] },
        )
        .map((said) => JSON.stringify(said)),
    );
    const written = fc.tuple(clients, workloadKinds).map(([client, workload]) => {
      const record = inWorkload(client, workload);
      return dialect.workload(workload).write(record);
    });
    const open = ['spec.serviceName', 'spec.template.spec.nodeSelector', 'spec.jobTemplate.metadata', 'spec.schedule'];
    fc.assert(
      fc.property(others(written, open).filter(hasNamedVariables), annotation, (manifest, said) => {
        const { metadata, apiVersion, kind } = manifest;
        const annotations = { ...metadata.annotations, 'cdk8s-strimzi/client': said };
        const marked = { ...manifest, metadata: { ...metadata, annotations } };
        const codec = dialect.workload({ apiVersion, kind });
        expect(codec.write(codec.read(marked))).toEqual(marked);
      }),
    );
  });

  it('loses none of the variables that somebody else set, in any order', () => {
    fc.assert(
      fc.property(foreignVariables, (env) => {
        const manifest = deployment({ env: writeEnv(env) });
        expect(dialect.client.write(dialect.client.read(manifest))).toEqual(manifest);
      }),
    );
  });

  it('reads a Deployment that has nothing to do with Kafka as an application of unknown role', () => {
    const manifest = deployment({ env: [{ name: 'HOME', value: '/' }] });
    const read = dialect.client.read(manifest);
    expect(read).toMatchObject({ role: { type: 'other' }, contract: 'generic', endpoint: { bootstrapServers: '' } });
    expect(told(dialect.client, 'client', read)).toEqual([]);
  });

  it('keeps further containers, volumes and unknown fields', () => {
    const manifest = deployment({});
    const pod = (manifest['spec'] as { template: { spec: Record<string, unknown> } }).template.spec;
    pod['containers'] = [...(pod['containers'] as object[]), { name: 'sidecar', image: 'proxy:1' }];
    pod['volumes'] = [{ name: 'data', emptyDir: {} }];
    pod['dnsPolicy'] = 'Default';
    expect(dialect.client.write(dialect.client.read(manifest))).toEqual(manifest);
  });

  for (const file of ['6-producer.yaml', '7-consumer.yaml']) {
    const title = `writes ${file} of the workshop exactly, from the record that it reads`;
    (there ? it : it.skip)(there ? title : `${title} (skipped: ../shared is not there)`, () => {
      const manifest = parse(readFileSync(join(WORKSHOP, file), 'utf8')) as Manifest;
      const record = openshift.client.read(manifest);
      expect(record.rest).toBeUndefined();
      expect(record.contract).toBe('hello-world');
      expect(told(openshift.client, 'client', record)).toEqual([]);
      expect(openshift.client.write(record)).toEqual(manifest);
    });
  }

  it('writes a plain pod where nothing is restricted', () => {
    const { spec } = podOf(dialect.client.write(plain));
    expect(Object.keys(spec)).toEqual(['containers']);
    expect(Object.keys(spec.containers[0] ?? {})).toEqual(['name', 'image', 'env']);
  });

  it('keeps a restricted pod to the restricted Pod Security Standard, without variables of Services', () => {
    const { spec } = podOf(dialect.client.write({ ...plain, contract: 'test-clients', restricted: true }));
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
    });
    expect(spec.securityContext).not.toHaveProperty('runAsUser');
  });

  it('gives a restricted pod a user where the image would run as root, but on OpenShift, which chooses one', () => {
    const record: ClientRecord = { ...plain, restricted: true };
    expect(podOf(dialect.client.write(record)).spec.securityContext).toHaveProperty('runAsUser', 1001);
    expect(podOf(openshift.client.write(record)).spec.securityContext).not.toHaveProperty('runAsUser');
  });

  it('refuses a label "app" that is not the name', () => {
    const client = { ...plain, podLabels: { app: 'other' }, labels: { app: 'other' } };
    expect(told(dialect.client, 'client', client)).toEqual([
      'spec.template.metadata.labels.app',
      'metadata.labels.app',
    ]);
  });
});

/** A client as its kind can have it: what is no template has no labels of pods, and few kinds have replicas. */
function inWorkload(client: ClientRecord, workload: WorkloadKind) {
  const { podLabels, podAnnotations, ...others } = client;
  const marks = { ...(podLabels && { podLabels }), ...(podAnnotations && { podAnnotations }) };
  const isScaled = workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet' || workload.kind === 'Service';
  return {
    ...others,
    ...(workload.kind !== 'Pod' && marks),
    replicas: isScaled || workload.kind === 'Job' ? client.replicas : 1,
    workload,
  };
}

interface Pod {
  spec: { containers: Record<string, unknown>[]; securityContext?: object };
}

/** The one thing that a container cannot be without where it has variables. */
function hasNamedVariables(manifest: Manifest): boolean {
  const pod = (manifest['spec'] as Partial<{ template: Partial<Pod> }> | undefined)?.template;
  const env = (pod?.spec?.containers ?? []).flatMap((container) => (container['env'] ?? []) as { name?: string }[]);
  return env.every((variable) => variable.name !== undefined);
}

function podOf(manifest: Manifest): Pod {
  return (manifest['spec'] as { template: Pod }).template;
}

function deployment(container: object): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'theirs', labels: { 'app.kubernetes.io/name': 'theirs' } },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'theirs' } },
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': 'theirs' } },
        spec: { containers: [{ name: 'main', image: 'theirs:1', ...container }] },
      },
    },
  };
}
