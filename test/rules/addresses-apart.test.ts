import { check } from '../../src/check/check';
import { StrimziRelease } from '../../src/dialects/releases';
import { objectsOf, tellOfYaml } from './harness';

const kafka = (name: string, configuration: string) =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: ${name}}, spec: {kafka: {listeners: [{name: out, port: 9094, type: nodeport, tls: true, configuration: ${configuration}}]}}}`;
const told = (...objects: readonly string[]) => tellOfYaml('addresses-apart', objects.join('\n---\n'));
const port = '{bootstrap: {nodePort: 32000}}';

describe('addresses-apart', () => {
  it('takes an address for each', () => {
    expect(
      told(kafka('a', port), kafka('b', '{bootstrap: {nodePort: 32001}, brokers: [{broker: 0, nodePort: 32002}]}')),
    ).toEqual([]);
  });

  it('refuses a port twice, within a cluster and between clusters', () => {
    expect(told(kafka('a', port), kafka('b', port))).toMatchObject([
      {
        path: 'Kafka/b',
        field: 'spec.kafka.listeners[0].configuration.bootstrap.nodePort',
        given: 32000,
        message: 'Port of the nodes 32000 is asked for already, by the bootstrap address of listener "out" of Kafka/a.',
      },
    ]);
    expect(told(kafka('a', '{bootstrap: {nodePort: 32000}, brokers: [{broker: 0, nodePort: 32000}]}'))).toMatchObject([
      { field: 'spec.kafka.listeners[0].configuration.brokers[0].nodePort' },
    ]);
  });

  it('says which broker has it, and leaves a second entry of a broker, which does not count, to others', () => {
    const brokers = (...ids: readonly number[]) =>
      kafka('a', `{brokers: [${ids.map((id) => `{broker: ${id}, nodePort: 30000}`).join(', ')}]}`);
    expect(told(brokers(2, 1))).toMatchObject([
      { message: 'Port of the nodes 30000 is asked for already, by broker 2 of listener "out".' },
    ]);
    expect(told(brokers(0, 0))).toEqual([]);
  });

  it('takes a port for each Kubernetes cluster, and a host for all of them', () => {
    const sites = (yaml: (name: string) => string) =>
      ['x', 'y'].map((name) => ({
        release: StrimziRelease.V1_2,
        kubernetesCluster: name,
        manifests: objectsOf(yaml(name)),
      }));
    const apart = (yaml: (name: string) => string) =>
      check(sites(yaml)).filter(({ rule }) => rule === 'addresses-apart');
    expect(apart((name) => kafka(name, port))).toEqual([]);
    expect(apart((name) => kafka(name, '{bootstrap: {host: Kafka.example}}'))).toHaveLength(1);
  });
});
