import { tellOfYaml } from './harness';

const kafka = (ca: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k, namespace: n}, spec: {kafka: {listeners: []}, ${ca}}}`;
const secret = (name: string, labels = '') =>
  `{apiVersion: v1, kind: Secret, metadata: {name: ${name}, namespace: n${labels}}, data: {}}`;
const told = (...objects: readonly string[]) => tellOfYaml('ca-labels', objects.join('\n---\n'));
const OWN = 'clusterCa: {generateCertificateAuthority: false}';

describe('ca-labels', () => {
  it('takes Secrets with the labels of their cluster', () => {
    const labels = ', labels: {strimzi.io/kind: Kafka, strimzi.io/cluster: k}';
    expect(told(kafka(OWN), secret('k-cluster-ca', labels), secret('k-cluster-ca-cert', labels))).toEqual([]);
  });

  it('tells of Secrets without, and of those with labels of another', () => {
    expect(
      told(
        kafka(OWN),
        secret('k-cluster-ca'),
        secret('k-cluster-ca-cert', ', labels: {strimzi.io/kind: Kafka, strimzi.io/cluster: other}'),
      ),
    ).toMatchObject([
      { severity: 'error', path: 'Secret/n/k-cluster-ca', field: 'metadata.labels' },
      { path: 'Secret/n/k-cluster-ca-cert', allowed: 'strimzi.io/kind: Kafka, strimzi.io/cluster: k' },
    ]);
  });

  it('says nothing of a CA that the operator makes', () => {
    expect(told(kafka('clusterCa: {}'), secret('k-cluster-ca'))).toEqual([]);
    expect(told(kafka(OWN), secret('k-clients-ca'))).toEqual([]);
  });
});
