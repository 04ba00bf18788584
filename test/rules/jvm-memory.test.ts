import { tellOfYaml } from './harness';

const told = (jvm: string, memory = '2Gi') =>
  tellOfYaml(
    'jvm-memory',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: {jvmOptions: {${jvm}}, resources: {limits: {memory: ${memory}}}}}`,
  );

describe('jvm-memory', () => {
  it.each(['-Xms: 1g, -Xmx: 1g', '-Xmx: 2048m', '-Xms: 512M', '-XX: {UseG1GC: "true"}'])('takes %s', (jvm) => {
    expect(told(jvm)).toEqual([]);
  });

  it('refuses a heap that begins at more than its most', () => {
    expect(told('-Xms: 2g, -Xmx: 1024m')).toMatchObject([{ severity: 'error', field: 'spec.jvmOptions.-Xms' }]);
  });

  it('refuses a heap that the container has no memory for', () => {
    expect(told('-Xmx: 3g')).toMatchObject([{ field: 'spec.jvmOptions.-Xmx', given: '3g' }]);
    expect(told('-Xmx: 2g', '2G')).toHaveLength(1);
  });
});
