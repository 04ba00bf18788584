import { JsonPatch } from 'cdk8s';
import { patchedFields, touches } from '../../src/constructs/patches';

describe('a JSON patch takes over a field', () => {
  const FIELD = 'spec.kafka.listeners[0].configuration["a.b"]';

  it.each([
    '/spec/kafka/listeners/0/configuration/a.b',
    '/spec/kafka/listeners/0/configuration/a.b/host',
    '/spec/kafka/listeners/0',
    '/spec',
  ])('that it names, a part of it or what it is in: %s', (path) => {
    expect(touches(patchedFields([JsonPatch.remove('/spec/other'), JsonPatch.add(path, 1)]), FIELD)).toBe(true);
  });

  it.each([
    '/spec/kafka/listeners/1',
    '/spec/kafka/listenersToo',
    '/metadata/labels/spec',
    '/spec/kafka/listeners/0/configuration/a',
  ])('and no other: %s', (path) => {
    expect(touches(patchedFields([JsonPatch.add(path, 1)]), FIELD)).toBe(false);
  });
});
