import { parse } from 'yaml';
import { readManifest, StrimziRelease, translate, writeRecord, type Manifest } from '../../../src';

function translated(spec: string, release: StrimziRelease) {
  const manifest = parse(
    `apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaConnect\nmetadata: {name: c}\nspec: ${spec}`,
  ) as Manifest;
  return translate(readManifest(manifest)!, { release });
}

const SECRET = '{name: A, valueFrom: {secretKeyRef: {name: s, key: k, optional: true}}}';
const VARIABLE = { name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } };

describe('a KafkaConnect of v1beta2', () => {
  it('has its variables with the pods in v1, with all that was said of them', () => {
    const spec = `{replicas: 1, bootstrapServers: "a:9092", externalConfiguration: {env: [${SECRET}]}}`;
    const { manifest, losses } = translated(spec, StrimziRelease.V1_2);
    expect(manifest['spec']).toMatchObject({ template: { connectContainer: { env: [VARIABLE] } } });
    expect(manifest['spec']).not.toHaveProperty('externalConfiguration');
    expect(losses).toEqual([]);
  });

  it('has its variables apart where pods take none of Secrets', () => {
    const spec = `{replicas: 1, bootstrapServers: "a:9092", template: {connectContainer: {env: [{name: B, value: x}, ${SECRET}]}}}`;
    const { manifest, losses } = translated(spec, StrimziRelease.V0_38);
    expect(manifest['spec']).toMatchObject({
      externalConfiguration: { env: [VARIABLE] },
      template: { connectContainer: { env: [{ name: 'B', value: 'x' }] } },
    });
    expect(losses).toEqual([]);
  });

  it('names in fields what its workers keep, by the names that were usual', () => {
    const spec = '{replicas: 1, bootstrapServers: "a:9092", config: {group.id: g, a.b: 1}}';
    const { manifest, losses } = translated(spec, StrimziRelease.V1_2);
    expect(manifest['spec']).toMatchObject({
      groupId: 'g',
      configStorageTopic: 'connect-cluster-configs',
      config: { 'a.b': 1 },
    });
    expect(losses).toEqual([]);
  });

  it('has files of externalConfiguration at no second place', () => {
    const record = {
      name: 'c',
      replicas: 1,
      endpoint: { bootstrapServers: 'a:9092' },
      volumes: [{ name: 'f', path: '/opt/kafka/external-configuration/f', secret: 's' }],
    };
    const written = writeRecord({ noun: 'connect', record }, { release: StrimziRelease.V0_38 });
    expect(written['spec']).toMatchObject({
      externalConfiguration: { volumes: [{ name: 'f', secret: { secretName: 's' } }] },
    });
    expect(written['spec']).not.toHaveProperty('template');
  });

  it('loses files at the place that v1 has no more', () => {
    const spec =
      '{replicas: 1, bootstrapServers: "a:9092", externalConfiguration: {volumes: [{name: f, secret: {secretName: s}}]}}';
    const { manifest, losses } = translated(spec, StrimziRelease.V1_2);
    expect(JSON.stringify(manifest)).not.toContain('volumes');
    expect(losses).toMatchObject([
      { field: 'spec.externalConfiguration', allowed: expect.stringContaining('volumes') },
    ]);
  });
});
