import { tellOfYaml } from './harness';

const told = (overrides: string) =>
  tellOfYaml(
    'broker-capacity',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {}, cruiseControl: {brokerCapacity: {overrides: ${overrides}}}}}`,
  );
const at = 'spec.cruiseControl.brokerCapacity.overrides';

describe('broker-capacity', () => {
  it('takes each broker once', () => {
    expect(told('[{brokers: [0, 1]}, {brokers: [2]}]')).toEqual([]);
  });

  it('tells of others', () => {
    expect(told('[{brokers: [0, 1]}, {brokers: [2, 1]}]')).toMatchObject([
      {
        severity: 'warning',
        field: `${at}[1].brokers[1]`,
        given: 1,
        allowed: 'each broker once',
        message: 'The capacity of broker 1 is said before.',
      },
    ]);
    expect(told('[{brokers: [-1]}]')).toMatchObject([{ field: `${at}[0].brokers[0]`, given: -1 }]);
  });
});
