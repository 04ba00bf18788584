import { fieldText } from '../../src/model/field';

test.each([
  [['spec', 'kafka', 'listeners', 0, 'port'], 'spec.kafka.listeners[0].port'],
  [['spec', 'kafka', 'config', 'log.dirs'], 'spec.kafka.config["log.dirs"]'],
  [['metadata', 'annotations', 'a"b'], 'metadata.annotations["a\\"b"]'],
  [['items', 1, 2], 'items[1][2]'],
  [[], ''],
])('%j is told as %s', (path, text) => {
  expect(fieldText(path)).toBe(text);
});
