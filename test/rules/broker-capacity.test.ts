import { StrimziRelease } from '../../src/dialects/releases';
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

const zookeeper = (capacity: string, release: StrimziRelease, more = '') =>
  tellOfYaml(
    'broker-capacity',
    `{apiVersion: kafka.strimzi.io/${release === StrimziRelease.V0_45 ? 'v1beta2' : 'v1beta1'}, kind: Kafka, metadata: {name: k${more}}, spec: {kafka: {replicas: 3, storage: {type: ephemeral}}, zookeeper: {replicas: 3, storage: {type: ephemeral}}, cruiseControl: {brokerCapacity: ${capacity}}}}`,
    { release },
  );

it('tells of brokers that there are not, where their numbers are known', () => {
  const { V0_45 } = StrimziRelease;
  expect(zookeeper('{overrides: [{brokers: [2]}]}', V0_45)).toEqual([]);
  expect(zookeeper('{overrides: [{brokers: [3]}]}', V0_45)).toMatchObject([
    { severity: 'warning', field: `${at}[0].brokers[0]`, given: 3, allowed: '0 to 2' },
  ]);
  const pools = ', annotations: {strimzi.io/node-pools: enabled}';
  expect(zookeeper('{overrides: [{brokers: [3]}]}', V0_45, pools)).toEqual([]);
});

it('tells of words around a capacity, which the schema of early releases takes', () => {
  const { V0_18, V0_45 } = StrimziRelease;
  expect(zookeeper('{inboundNetwork: 10000KB/s}', V0_18)).toEqual([]);
  expect(zookeeper('{inboundNetwork: about 10000KB/s}', V0_18)).toMatchObject([
    { effect: 'unlooked', field: 'spec.cruiseControl.brokerCapacity.inboundNetwork' },
  ]);
  expect(zookeeper('{inboundNetwork: about 10000KB/s}', V0_45)).toEqual([]);
});
