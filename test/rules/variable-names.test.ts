import { variableNames } from '../../src/rules/variable-names';
import { tellOfManifest } from './harness';

const pod = (spec: object): object => ({ template: { spec } });
const NAMELESS = { value: 'u' };
const TOPIC = { name: 'TOPIC', value: 't' };

describe('variable-names', () => {
  it.each([
    ['variables with names', pod({ containers: [{ name: 'c', env: [TOPIC] }] })],
    ['a container without variables', pod({ containers: [{ name: 'c' }] })],
    ['what has no list where one belongs', pod({ containers: { env: [NAMELESS] } })],
    ['an object without pods', undefined],
  ])('takes %s', (_, spec) => {
    expect(tellOfManifest(variableNames, spec)).toEqual([]);
  });

  it('refuses each variable without a name, in all containers', () => {
    const told = tellOfManifest(
      variableNames,
      pod({
        containers: [{ env: [NAMELESS, TOPIC] }, { env: [TOPIC, { name: 7 }] }],
        initContainers: [{ env: [null, { name: '' }] }],
      }),
    );
    expect(told).toMatchObject([
      { field: 'spec.template.spec.containers[0].env[0].name', severity: 'error' },
      { field: 'spec.template.spec.containers[1].env[1].name', given: 7 },
      { field: 'spec.template.spec.initContainers[0].env[0].name' },
      { field: 'spec.template.spec.initContainers[0].env[1].name', given: '' },
    ]);
  });

  it('refuses those that an operator makes pods by', () => {
    const container = { env: [NAMELESS, TOPIC, { name: 7 }] };
    const spec = {
      kafka: { template: { kafkaContainer: container, initContainer: container } },
      entityOperator: { template: { topicOperatorContainer: { env: [TOPIC] } } },
    };
    expect(tellOfManifest(variableNames, spec, { kind: 'Kafka', apiVersion: 'kafka.strimzi.io/v1' })).toMatchObject([
      { field: 'spec.kafka.template.kafkaContainer.env[0].name' },
      { field: 'spec.kafka.template.initContainer.env[0].name' },
    ]);
  });

  it('leaves to a CRD what it asks for', () => {
    const spec = { externalConfiguration: { env: [NAMELESS] } };
    const connect = { kind: 'KafkaConnect', apiVersion: 'kafka.strimzi.io/v1beta2' };
    expect(tellOfManifest(variableNames, spec, connect)).toEqual([]);
  });
});
