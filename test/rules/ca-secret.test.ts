import { tellOfYaml } from './harness';

const LABELS = '{strimzi.io/kind: Kafka, strimzi.io/cluster: europe}';
const told = (name: string, fields: string, labels = LABELS) =>
  tellOfYaml('ca-secret', `{apiVersion: v1, kind: Secret, metadata: {name: ${name}, labels: ${labels}}, ${fields}}`);

describe('ca-secret', () => {
  it.each([
    ['europe-cluster-ca-cert', 'data: {ca.crt: YQ==}'],
    ['europe-clients-ca', 'stringData: {ca.key: a}'],
    ['europe-clients-ca', 'type: Opaque'],
    ['europe-other', 'data: {a: YQ==}'],
  ])('takes what the operator can read, what somebody else fills, and others: %s {%s}', (name, fields) => {
    expect(told(name, fields)).toEqual([]);
  });

  it('looks at the Secrets that the labels make the operator’s', () => {
    expect(told('europe-cluster-ca-cert', 'data: {a: YQ==}', '{app: a}')).toEqual([]);
    expect(told('us-cluster-ca-cert', 'data: {a: YQ==}')).toEqual([]);
  });

  it.each([
    ['europe-cluster-ca-cert', 'data: {tls.crt: YQ==}', 'data', 'ca.crt'],
    ['europe-clients-ca-cert', 'stringData: {ca.pem: a}', 'stringData', 'ca.crt'],
    ['europe-cluster-ca', 'data: {tls.key: YQ==}', 'data', 'ca.key'],
    ['europe-clients-ca', 'data: {tls.key: YQ==}, stringData: {a: b}', 'data', 'ca.key'],
  ])('tells what a CA lacks, and where: %s {%s}', (name, fields, field, allowed) => {
    expect(told(name, fields)).toMatchObject([{ effect: 'fails', severity: 'error', field, allowed }]);
  });
});
