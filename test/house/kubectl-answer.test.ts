import { faultsOf, missingApiOf } from '../../scripts/kubectl-answer';

test('an invalid object has a fault for each field, with its path', () => {
  const answer = [
    'The KafkaTopic "orders" is invalid: ',
    '* spec.partitions: Invalid value: 0: spec.partitions in body should be greater than or equal to 1',
    '* metadata.labels[a/b]: Invalid value: "-"',
    '',
  ].join('\n');
  expect(faultsOf(answer)).toEqual([
    {
      field: 'spec.partitions',
      message: 'Invalid value: 0: spec.partitions in body should be greater than or equal to 1',
    },
    { field: 'metadata.labels[a/b]', message: 'Invalid value: "-"' },
  ]);
});

test('a single fault stands on the line of the object', () => {
  expect(faultsOf('The Kafka "a" is invalid: spec.kafka: Required value\n')).toEqual([
    { field: 'spec.kafka', message: 'Required value' },
  ]);
});

test('a field that the schema does not declare is named, alone or among others', () => {
  const head =
    'Error from server: failed to create typed patch object (shop/orders; kafka.strimzi.io/v1, Kind=KafkaTopic): ';
  expect(faultsOf(`${head}.spec.foo: field not declared in schema\n`)).toEqual([
    { field: 'spec.foo', message: 'field not declared in schema' },
  ]);
  expect(faultsOf(`${head}errors:\n  .spec.foo: field not declared in schema\n  .spec.bar: expected string`)).toEqual([
    { field: 'spec.foo', message: 'field not declared in schema' },
    { field: 'spec.bar', message: 'expected string' },
  ]);
});

test('strict decoding lists each unknown field', () => {
  const answer =
    'Error from server (BadRequest): error when creating "STDIN": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.foo", unknown field "spec.bar"';
  expect(faultsOf(answer)).toEqual([
    { field: 'spec.foo', message: 'unknown field' },
    { field: 'spec.bar', message: 'unknown field' },
  ]);
});

test('a warning is a fault too', () => {
  const answer = 'Warning: spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14';
  expect(faultsOf(answer)).toEqual([
    { field: 'spec.template.spec.nodeSelector[beta.kubernetes.io/os]', message: 'deprecated since v1.14' },
  ]);
});

test('an API that the cluster lacks is told from other refusals', () => {
  const answer =
    'error: resource mapping not found for name: "a" namespace: "" from "STDIN": no matches for kind "Kafka" in version "kafka.strimzi.io/v1"\nensure CRDs are installed first\n';
  expect(missingApiOf(answer)).toBe('Kafka of kafka.strimzi.io/v1');
  expect(missingApiOf('The Kafka "a" is invalid: spec.kafka: Required value')).toBeUndefined();
});
